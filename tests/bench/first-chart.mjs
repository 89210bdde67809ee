// From the start of the navigation to the first chart drawn: Lantu beside minimal pages that draw
// the same points with ECharts and carry the same five texts, once with ECharts as it comes and
// once with its smallest build (line, bar and pie only). All come from the same kind of server and
// take turns in one browser; each visit starts with an empty profile. The moment is each page's
// own `performance.mark('first-chart')`. Prints, and judges nothing. RUNS=… and HASH=… change it.

import { copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { CHART } from '../pages/routes.mjs';
import { launch } from '../tools/chromium.mjs';
import { serve } from '../tools/server.mjs';

const RUNS = Number(env.RUNS ?? 15);
const HASH = env.HASH ?? CHART;
const GOAL = 0.7;
const PEERS = { ECharts: 'echarts.min.js', 'its smallest': 'echarts.simple.min.js' };
const NETWORKS = [
  { name: 'this machine' },
  { name: '9 Mbit/s, 60 ms away', latency: 60, throughput: 9_000_000 / 8 },
];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const text = (path) => readFile(path, 'utf8');

/** A folder with a peer's page. */
async function peerFolder(build) {
  const folder = await mkdtemp(join(tmpdir(), 'lantu-bench-'));
  const seeds = (await readdir(here('../../seeds'))).filter((name) => name.endsWith('.txt'));
  const texts = await Promise.all(seeds.map((name) => text(here(`../../seeds/${name}`))));
  const page = (await text(here('peer.html')))
    .replace('TEXTS', () => JSON.stringify(texts).replaceAll('<', '\\u003c'))
    .replace('SERIES', await text(here('series.json')));
  await writeFile(join(folder, 'index.html'), page);
  const echarts = createRequire(import.meta.url).resolve(`echarts/dist/${build}`);
  await copyFile(echarts, join(folder, 'echarts.js'));
  return folder;
}

/** One first visit: when everything had come, and when the chart was drawn. */
async function visit(browser, url, { latency, throughput }) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 800 } });
  const page = await context.newPage();
  if (throughput) {
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
  }
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('first-chart').length > 0)
    .catch(() => { throw new Error(`${url} never called performance.mark('first-chart')`); });
  const times = await page.evaluate(() => ({
    drawn: performance.getEntriesByName('first-chart')[0].startTime,
    loaded: Math.max(...performance.getEntriesByType('resource').map((entry) => entry.responseEnd)),
  }));
  await context.close();
  return times;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const row = (name, cells) => console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(14)).join(''));
const millis = (time) => `${time.toFixed(0)} ms`;
const kilobytes = (sent) => `${(sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(0)} KB`;

const sites = [{ name: 'Lantu', folder: here('../../dist'), hash: HASH }];
for (const [name, build] of Object.entries(PEERS)) {
  sites.push({ name, folder: await peerFolder(build), hash: '', temporary: true });
}
const browser = await launch();
try {
  for (const site of sites) site.server = await serve(site.folder);
  console.log(`${HASH}, median of ${RUNS} first visits; the ratio is Lantu's time to the other's`);
  row('', sites.map(({ name }) => name));
  for (const network of NETWORKS) {
    for (const site of sites) site.visits = [];
    for (let run = 0; run <= RUNS; run += 1) {
      for (const site of sites) {
        site.server.sent.length = 0;
        const times = await visit(browser, site.server.url + site.hash, network);
        if (run > 0) site.visits.push(times); // in the first, the browser itself warms up
      }
    }
    const drawn = sites.map(({ visits }) => median(visits.map((times) => times.drawn)));
    const loaded = sites.map(({ visits }) => median(visits.map((times) => times.loaded)));
    row(network.name, drawn.map(millis));
    row('  all loaded after', loaded.map(millis));
    row(`  ratio (goal ${GOAL})`, drawn.map((time, index) => (index ? (drawn[0] / time).toFixed(2) : '')));
  }
  row('transferred, gzipped', sites.map(({ server }) => kilobytes(server.sent)));
} finally {
  await browser.close();
  for (const { server, folder, temporary } of sites) {
    server?.close();
    if (temporary) await rm(folder, { recursive: true });
  }
}
