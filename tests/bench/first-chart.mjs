// From the start of the navigation to the first chart drawn: Lantu beside a minimal page that
// draws the same points with ECharts and carries the same five texts. Both come from the same
// server, take turns in one browser, and each visit starts with an empty profile. The moment is
// each page's own `performance.mark('first-chart')`. Prints, and judges nothing.

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
const NETWORKS = [
  { name: 'this machine' },
  { name: '9 Mbit/s, 60 ms away', latency: 60, throughput: 9_000_000 / 8 },
];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const text = (path) => readFile(path, 'utf8');

/** A folder with the peer's page. ECharts' own smallest build: line, bar and pie. */
async function peerFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'lantu-bench-'));
  const seeds = (await readdir(here('../../seeds'))).filter((name) => name.endsWith('.txt'));
  const texts = await Promise.all(seeds.map((name) => text(here(`../../seeds/${name}`))));
  const page = (await text(here('peer.html')))
    .replace('TEXTS', () => JSON.stringify(texts).replaceAll('<', '\\u003c'))
    .replace('SERIES', await text(here('series.json')));
  await writeFile(join(folder, 'index.html'), page);
  const echarts = createRequire(import.meta.url).resolve('echarts/dist/echarts.simple.min.js');
  await copyFile(echarts, join(folder, 'echarts.js'));
  return folder;
}

async function firstChart(browser, url, { latency, throughput }) {
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
  const drawn = () => performance.getEntriesByName('first-chart')[0]?.startTime;
  const time = await page.waitForFunction(drawn).catch(() => {
    throw new Error(`${url} never called performance.mark('first-chart')`);
  });
  const result = await time.jsonValue();
  await context.close();
  return result;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const row = (...cells) => console.log(cells.map((cell, i) => (i ? cell.padStart(10) : cell.padEnd(22))).join(''));
const kilobytes = (sent) => `${(sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(0)} KB`;
const millis = (time) => `${time.toFixed(0)} ms`;

const folder = await peerFolder();
const lantu = await serve(here('../../dist'));
const peer = await serve(folder);
const browser = await launch();
try {
  console.log(`${HASH}, median of ${RUNS} first visits`);
  row('', 'Lantu', 'ECharts', 'ratio');
  for (const network of NETWORKS) {
    const times = { lantu: [], peer: [] };
    for (let run = 0; run <= RUNS; run += 1) {
      lantu.sent.length = 0;
      peer.sent.length = 0;
      const own = await firstChart(browser, lantu.url + HASH, network);
      const other = await firstChart(browser, peer.url, network);
      if (run === 0) continue; // the browser itself was warming up
      times.lantu.push(own);
      times.peer.push(other);
    }
    const [own, other] = [median(times.lantu), median(times.peer)];
    row(network.name, millis(own), millis(other), (own / other).toFixed(2));
  }
  row('transferred, gzipped', kilobytes(lantu.sent), kilobytes(peer.sent));
  row('goal', '', '', `≤ ${GOAL}`);
} finally {
  await browser.close();
  lantu.close();
  peer.close();
  await rm(folder, { recursive: true });
}
