// What it costs to draw a chart of three series with labels again: Lantu's own page beside ECharts,
// Chart.js and uPlot, in turns in one run of one browser, once as it stands and once a pixel wider or
// narrower, so that it is laid out anew. Lantu's page does it as for a visitor, when its chart's box
// changes its height or its width; what stands around the chart is hidden, for the others have nothing.
// Each redraw is one frame; what a frame costs in which an empty box changes its size is taken off all.
// Two costs: all tasks of the main thread (scripts, style, layout, paint), and the processor time of all
// of Chromium's processes. Prints, and judges nothing. RUNS=…, FRAMES=… and RATIO=… change it.

import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { launch } from '../tools/chromium.mjs';
import { serve } from '../tools/server.mjs';

const RUNS = Number(env.RUNS ?? 7);
const FRAMES = Number(env.FRAMES ?? 100);
const GOAL = 1 / 3;
// The page that draws three-series.json.
const PAGE = '#/indicator/gross-domestic-product';
const PEERS = {
  ECharts: 'echarts/dist/echarts.min.js',
  'Chart.js': 'chart.js/dist/chart.umd.min.js',
  uPlot: 'uplot/dist/uPlot.iife.min.js',
};
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A folder with a peer's page; without a peer its box stays empty. */
async function peerFolder(name, library) {
  const folder = await mkdtemp(join(tmpdir(), 'lantu-redraw-'));
  const page = await readFile(here('redraw.html'), 'utf8');
  await writeFile(join(folder, 'index.html'), page.replace('PEER', name));
  await copyFile(here('peers.mjs'), join(folder, 'peers.js')); // the server knows no .mjs
  await copyFile(here('three-series.json'), join(folder, 'three-series.json'));
  await copyFile(here('../node_modules/uplot/dist/uPlot.min.css'), join(folder, 'uplot.css'));
  if (library) await copyFile(here(`../node_modules/${library}`), join(folder, 'library.js'));
  else await writeFile(join(folder, 'library.js'), '');
  return folder;
}

/** Opens a site's chart, with `window.again(frame)` and `window.resize(width)` as the two redraws. */
async function open(browser, { server, hash }) {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ viewport, deviceScaleFactor: Number(env.RATIO ?? 1) });
  const page = await context.newPage();
  await page.goto(server.url + hash);
  if (hash) {
    await page.waitForFunction(() => performance.getEntriesByName('first-chart').length > 0);
    await page.evaluate(() => {
      const holder = document.querySelector('.chart--live');
      window.resize = (width) => { holder.style.width = `${width}px`; };
      const around = document.querySelectorAll('header, footer, .beside__words, .beside__chart > *, main .page > *');
      for (const one of around) one.hidden = !one.contains(holder);
      for (const one of around) one.style.display = one.hidden ? 'none' : '';
      // As wide as the others' boxes.
      holder.style.width = '800px';
      window.again = (frame) => {
        holder.style.height = `${400 + (frame % 2)}px`;
        holder.style.marginBottom = `${-(frame % 2)}px`;
      };
    });
  }
  await page.waitForFunction(() => window.again);
  return page;
}

const REDRAWS = {
  'as it stands': (frame) => window.again(frame),
  'another width': (frame) => window.resize(800 - (frame % 2)),
};
const COSTS = { TaskDuration: 'main thread', processes: 'all processes' };

/** The costs of one redraw in milliseconds. */
async function cost(browser, page, redraw) {
  const tab = await page.context().newCDPSession(page);
  const whole = await browser.newBrowserCDPSession();
  await tab.send('Performance.enable', { timeDomain: 'threadTicks' });
  const run = (frames) => page.evaluate(`(async () => {
    for (let frame = 0; frame < ${frames}; frame += 1) {
      await new Promise(requestAnimationFrame);
      await (${redraw})(frame);
    }
    await new Promise(requestAnimationFrame);
  })()`);
  const spent = async () => {
    const { metrics } = await tab.send('Performance.getMetrics');
    const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
    const costs = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return { ...costs, processes: processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0) };
  };
  await run(20); // until it is warm
  const before = await spent();
  await run(FRAMES);
  const after = await spent();
  await whole.detach();
  const each = (name) => [name, (after[name] - before[name]) / FRAMES * 1000];
  return Object.fromEntries(Object.keys(COSTS).map(each));
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const row = (name, cells) => console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(12)).join(''));

const sites = [{ name: 'Lantu', folder: here('../../dist'), hash: PAGE }];
for (const [name, library] of [...Object.entries(PEERS), ['empty box', null]]) {
  sites.push({ name, folder: await peerFolder(name, library), hash: '', temporary: true });
}
const browser = await launch();
try {
  for (const site of sites) {
    site.server = await serve(site.folder);
    site.costs = {};
  }
  for (let run = 0; run < RUNS; run += 1) {
    for (const site of sites) {
      const page = await open(browser, site);
      for (const [kind, redraw] of Object.entries(REDRAWS)) {
        (site.costs[kind] ??= []).push(await cost(browser, page, redraw));
      }
      await page.context().close();
    }
  }
  console.log(`a redraw of three series with labels, median of ${RUNS} runs of ${FRAMES}; the ratio is Lantu's cost to the other's`);
  const [empty] = sites.splice(-1);
  for (const kind of Object.keys(REDRAWS)) {
    row(kind, sites.map(({ name }) => name));
    for (const [name, words] of Object.entries(COSTS)) {
      const middle = (site) => median(site.costs[kind].map((one) => one[name]));
      const costs = sites.map((site) => middle(site) - middle(empty));
      row(`  ${words}`, costs.map((one) => `${one.toFixed(2)} ms`));
      row(`    ratio (goal ${GOAL.toFixed(2)} of ECharts)`, costs.map((one, at) => (at ? (costs[0] / one).toFixed(2) : '')));
    }
  }
  console.log(`an empty frame: ${median(empty.costs['as it stands'].map(({ TaskDuration }) => TaskDuration)).toFixed(2)} ms of the main thread`);
  sites.push(empty);
} finally {
  await browser.close();
  for (const { server, folder, temporary } of sites) {
    server?.close();
    if (temporary) await rm(folder, { recursive: true });
  }
}
