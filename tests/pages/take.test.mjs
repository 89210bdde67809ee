// What visitors take away: files of every format, links, citations, a chart on somebody else's page.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { serve } from '../tools/server.mjs';
import { explorer } from './explorer.mjs';
import { CHART, ROUTES } from './routes.mjs';
import { csvRows, pngSize, taken } from './taken.mjs';

const lantu = await explorer();
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Opens the first menu of a page and returns it. */
async function menu(visit, hash, part) {
  await visit.open(hash);
  const found = visit.page.locator(`details.take[data-part=${part}]`).first();
  await found.locator('summary').click();
  return found;
}

test('a chart is taken away in every format', () => lantu.visit(async (visit) => {
  const chart = await menu(visit, `${CHART}?off=ningbo`, 'chart');
  const get = (name) => taken(visit.page, chart.getByRole('button', { name, exact: true }));

  const svg = await get('SVG');
  assert.equal(svg.name, 'lantu-urbanisation-rate.svg');
  const text = svg.bytes.toString();
  for (const words of ['<title>常住人口城镇化率</title>', '温州 80', '来源']) {
    assert.ok(text.includes(words), words);
  }
  const [width, height] = text.match(/width="(\d+)" height="(\d+)"/).slice(1).map(Number);

  const png = await get('PNG');
  assert.equal(png.name, 'lantu-urbanisation-rate.png');
  assert.deepEqual(pngSize(png.bytes), [2 * width, 2 * height]);

  const clear = await get('PNG 透明底');
  assert.deepEqual(pngSize(clear.bytes), [2 * width, 2 * height]);
  assert.notDeepEqual(clear.bytes, png.bytes);
  const corner = async (bytes) => visit.page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.getContext('2d').drawImage(image, 0, 0);
    return [...canvas.getContext('2d').getImageData(1, 1, 1, 1).data];
  }, bytes.toString('base64'));
  assert.deepEqual(await corner(png.bytes), [255, 255, 255, 255]);
  assert.deepEqual(await corner(clear.bytes), [0, 0, 0, 0]);

  const csv = csvRows((await get('CSV')).bytes.toString());
  assert.deepEqual(csv.map((row) => row.value).sort(), ['71', '73', '75', '80']);
  assert.ok(csv.every((row) => row.quote.includes(row.value) && row.link.startsWith(lantu.url)));

  const json = JSON.parse((await get('JSON')).bytes.toString());
  assert.deepEqual(json.data.map((row) => String(row.value)).sort(), ['71', '73', '75', '80']);
  assert.equal(json.homepage, `${lantu.url}${CHART}?off=ningbo`);
}));

test('links, citations and embed code go to the clipboard', () => lantu.visit(async (visit) => {
  const chart = await menu(visit, `${CHART}?log=1`, 'chart');
  const copied = async (name) => {
    await chart.getByRole('button', { name, exact: true }).click();
    await chart.getByRole('status').getByText('已复制').waitFor();
    const text = await visit.page.evaluate(() => navigator.clipboard.readText());
    await visit.page.evaluate(() => navigator.clipboard.writeText(''));
    return text;
  };
  assert.equal(await copied('复制链接'), `${lantu.url}${CHART}?log=1`);
  const gbt7714 = await copied('GB/T 7714');
  assert.match(gbt7714, /^蓝图 Lantu\. 常住人口城镇化率\[EB\/OL\]\. \[\d{4}-\d\d-\d\d\]\. http/);
  assert.match(gbt7714, /嘉兴市推进长江三角洲区域一体化发展行动计划\[EB\/OL\]\. 2019:第\d+(、\d+)*段\(2019-09-18\)/);
  assert.match(await copied('BibTeX'), /^@misc\{lantu-urbanisation-rate,\n {2}author = \{\{Lantu\}\}/);
  const code = await copied('复制嵌入代码');
  assert.ok(code.includes(`src="${lantu.url}#/embed/indicator/urbanisation-rate?log=1"`), code);
}, clipboard));

test('where copying is forbidden the text can be copied by hand', () => lantu.visit(async (visit) => {
  await visit.page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const chart = await menu(visit, CHART, 'chart');
  await chart.getByRole('button', { name: '复制链接' }).click();
  const field = chart.getByRole('textbox');
  await field.waitFor();
  assert.equal(await field.inputValue(), `${lantu.url}${CHART}`);
  assert.equal(await visit.page.evaluate(() => getSelection().toString() || document.activeElement.value), `${lantu.url}${CHART}`);
}));

test('the keyboard opens a menu and takes a file', () => lantu.visit(async (visit) => {
  await visit.open(CHART);
  await visit.page.locator('details.take[data-part=chart] summary').focus();
  await visit.page.keyboard.press('Enter');
  for (let presses = 0; presses < 5; presses += 1) await visit.page.keyboard.press('Tab');
  assert.equal(await visit.page.evaluate(() => document.activeElement.textContent), 'CSV');
  const download = visit.page.waitForEvent('download');
  await visit.page.keyboard.press('Enter');
  assert.equal((await download).suggestedFilename(), 'lantu-urbanisation-rate.csv');
  await visit.page.getByRole('status').getByText('已交给浏览器下载').waitFor();
}));

test('the export module is loaded when it is asked for, and once', () => lantu.visit(async (visit) => {
  const loads = () => visit.requests.filter((url) => /export-[0-9a-f]{16}\.wasm$/.test(url)).length;
  const table = await menu(visit, '#/compare', 'table');
  assert.equal(loads(), 0);
  const name = /^CSV$/;
  await taken(visit.page, table.getByRole('button', { name }));
  await taken(visit.page, table.getByRole('button', { name }));
  assert.equal(loads(), 1);
}));

test('every page with a table gives its rows', async (t) => {
  const without = ['about']; // the whole data set instead
  for (const { name, hash } of ROUTES.filter((route) => !without.includes(route.name))) {
    await t.test(name, () => lantu.visit(async (visit) => {
      const table = await menu(visit, hash, 'table');
      const file = await taken(visit.page, table.getByRole('button', { name: 'CSV' }));
      const rows = csvRows(file.bytes.toString());
      assert.ok(rows.length > 0 && rows.every((row) => row.quote && row.plan_title && row.link));
    }));
  }
});

test('a filtered list gives the rows it shows', () => lantu.visit(async (visit) => {
  await visit.open('#/indicators');
  await visit.page.getByRole('combobox', { name: '城市', exact: true }).selectOption('ningbo');
  const table = visit.page.locator('details.take');
  await table.locator('summary').click();
  const file = await taken(visit.page, table.getByRole('button', { name: 'CSV' }));
  assert.ok(csvRows(file.bytes.toString()).every((row) => row.city === 'ningbo'));
}));

test('the whole data set is a zip', () => lantu.visit(async (visit) => {
  await visit.open('#/about');
  const file = await taken(visit.page, visit.page.getByRole('button', { name: '下载全部数据' }));
  assert.equal(file.name, 'lantu.zip');
  assert.equal(file.bytes.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  for (const name of ['datapackage.json', 'statements.csv', 'indicators.csv', 'plans.csv', 'gaps.csv', 'actuals.csv']) {
    assert.ok(file.bytes.includes(name), name);
  }
}));

test('a chart stands alone in a frame of another origin', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lantu-article-'));
  const code = `<iframe src="${lantu.url}#/embed/indicator/urbanisation-rate?off=jiaxing" width="100%" height="560"></iframe>`;
  await writeFile(join(folder, 'index.html'), `<!doctype html><link rel="icon" href="data:,"><title>article</title>${code}`);
  const article = await serve(folder);
  try {
    await lantu.visit(async (visit) => {
      await visit.page.goto(article.url);
      const frame = visit.page.frameLocator('iframe');
      await frame.getByRole('heading', { level: 1, name: /常住人口城镇化率/ }).waitFor();
      const drawn = frame.locator('canvas');
      await drawn.waitFor();
      assert.equal(await frame.getByRole('navigation').count(), 0);
      assert.match(await frame.locator('.chart').getAttribute('aria-label'), /75%/);
      const inside = visit.page.frames()[1];
      assert.ok(await inside.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'it scrolls');
      const popup = visit.page.waitForEvent('popup');
      await frame.getByRole('link', { name: '在蓝图中看原文' }).click();
      assert.equal((await popup).url(), `${lantu.url}${CHART}?off=jiaxing`);
    });
  } finally {
    article.close();
    await rm(folder, { recursive: true });
  }
});

test('a frame without storage still shows its chart', () => lantu.visit(async (visit) => {
  await visit.page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
  });
  await visit.open('#/embed/indicator/urbanisation-rate');
  await visit.chart();
}));

test('a comparison’s pictures are taken away and stand alone in a frame', () => lantu.visit(async (visit) => {
  await visit.open('#/compare?open=urbanisation-rate');
  const slope = visit.page.locator('details.take[data-part=slope]');
  await slope.locator('summary').click();
  const file = await taken(visit.page, slope.getByRole('button', { name: /^SVG$/ }));
  assert.equal(file.name, 'lantu-urbanisation-rate-slope.svg');
  assert.ok(file.bytes.toString().includes('温州'));
  await visit.open('#/embed/compare?open=urbanisation-rate');
  await visit.page.locator('.pairs svg').nth(1).waitFor();
  assert.equal(await visit.page.getByRole('navigation').count(), 0);
}));
