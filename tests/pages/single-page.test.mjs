// lantu.html is all there is: alone in a folder, opened as a file, without a network.

import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from '../tools/chromium.mjs';
import { DIST, Explorer } from './explorer.mjs';
import { CHART, ROUTES } from './routes.mjs';
import { csvRows, pngSize, taken } from './taken.mjs';

const folder = await mkdtemp(join(tmpdir(), 'U 盘 '));
const file = join(folder, '蓝图.html');
await copyFile(join(DIST, 'lantu.html'), file);
const browser = await launch();
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});
const lantu = new Explorer(browser, pathToFileURL(file).href);
const offline = { offline: true };

test('every page opens, and nothing else is asked for', async (t) => {
  for (const { name, hash } of ROUTES) {
    await t.test(name, () => lantu.visit(async (visit) => {
      await visit.open(hash);
      const others = visit.requests.filter((url) => !/^(about:|data:|blob:)/.test(url));
      assert.deepEqual(others.map((url) => url.split('#')[0]), [lantu.url]);
    }, offline));
  }
});

test('it draws the chart and goes from page to page', () => lantu.visit(async (visit) => {
  await visit.open();
  const home = await visit.heading.innerText();
  await visit.go(CHART);
  await visit.chart();
  await visit.navigation.locator('a[href$="#/about"]').or(visit.navigation.getByRole('link').last())
    .first().click();
  await visit.ready();
  assert.notEqual(await visit.heading.innerText(), home);
}, offline));

test('files are made without a network, and tell nothing of this machine', () => lantu.visit(async (visit) => {
  await visit.open(CHART);
  const menu = visit.page.locator('details.take[data-part=chart]');
  await menu.locator('summary').click();
  const get = (name) => taken(visit.page, menu.getByRole('button', { name, exact: true }));
  assert.deepEqual(pngSize((await get('PNG')).bytes).map((size) => size > 1000), [true, true]);
  const csv = (await get('CSV')).bytes.toString();
  assert.ok(csvRows(csv).every((row) => row.link.startsWith('#/plan/')));
  assert.ok(!csv.includes('file:'));
  assert.equal(await menu.getByRole('button', { name: '复制嵌入代码' }).count(), 0);
}, offline));
