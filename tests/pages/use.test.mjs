// What visitors do: search, filter, walk a chart, open the words behind a number, switch language.

import assert from 'node:assert/strict';
import test from 'node:test';
import { explorer } from './explorer.mjs';
import { CHART } from './routes.mjs';

const lantu = await explorer();

test('a search leads to the indicators that mention it', () => lantu.visit(async (visit) => {
  await visit.open('#/');
  await visit.page.getByRole('searchbox').fill('研发');
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForFunction(() => location.hash.startsWith('#/indicators?q='));
  await visit.page.getByRole('link', { name: '研发经费投入强度' }).first().waitFor();
  assert.equal(await visit.page.getByRole('link', { name: '常住人口城镇化率' }).count(), 0);
}));

test('filters live in the address, and the address sets them', () => lantu.visit(async (visit) => {
  await visit.open('#/indicators?city=jiaxing&year=2025');
  const city = visit.page.getByRole('combobox', { name: '城市', exact: true });
  assert.equal(await city.inputValue(), 'jiaxing');
  await city.selectOption('ningbo');
  await visit.page.waitForFunction(() => location.hash.includes('city=ningbo'));
  assert.ok((await visit.hash).includes('year=2025'));
  await visit.page.getByRole('link', { name: '高能级创新平台' }).first().waitFor();
  await visit.page.getByRole('button', { name: '清除筛选' }).click();
  assert.equal(await visit.hash, '#/indicators');
}));

test('arrow keys walk the points of a chart and show their words', () => lantu.visit(async (visit) => {
  await visit.open(CHART);
  await visit.chart();
  const words = visit.page.getByRole('complementary');
  await visit.page.locator('[role=application]').focus();
  const seen = new Set();
  for (let point = 0; point < 11; point += 1) {
    await visit.page.keyboard.press('ArrowRight');
    const said = words.locator('mark').first(); // outcomes have a publication's words, not a plan's
    if (await said.count()) seen.add(await said.textContent());
  }
  assert.deepEqual([...seen].sort(), ['71%', '73%', '75%', '80%']);
}));

test('switches of a chart live in the address', () => lantu.visit(async (visit) => {
  await visit.open(CHART);
  await visit.page.getByRole('button', { name: /指数/ }).click();
  await visit.page.getByRole('button', { name: '嘉兴' }).click();
  assert.equal(await visit.hash, `${CHART}?index=1&off=jiaxing`);
  await visit.reload();
  assert.equal(await visit.page.getByRole('button', { name: /指数/ }).getAttribute('aria-pressed'), 'true');
  assert.equal(await visit.page.getByRole('button', { name: '嘉兴' }).getAttribute('aria-pressed'), 'false');
}));

test('a chart is drawn anew for another width and theme', () => lantu.visit(async (visit) => {
  await visit.open(CHART);
  await visit.chart();
  const picture = () => visit.page.locator('main canvas').first().evaluate((canvas) => canvas.toDataURL());
  const wide = await picture();
  await visit.resize(500);
  const narrow = await picture();
  assert.notEqual(narrow, wide);
  await visit.page.getByRole('button', { name: '换成深色' }).click();
  await visit.ready();
  assert.notEqual(await picture(), narrow);
}));

test('a canvas has as many pixels as the screen', () => lantu.visit(async (visit) => {
  await visit.open(CHART);
  await visit.chart();
  const ratio = await visit.page.locator('main canvas').first()
    .evaluate((canvas) => canvas.width / canvas.clientWidth);
  assert.ok(Math.abs(ratio - 2.5) < 0.01, `${ratio} pixels to a CSS pixel`);
}, { deviceScaleFactor: 2.5 }));

test('a row of the comparison opens every city’s words, and the link keeps it open', () => lantu.visit(async (visit) => {
  await visit.open('#/compare');
  await visit.page.getByRole('button', { name: '人均预期寿命' }).click();
  await visit.page.locator('figure.quote').first().waitFor();
  const marks = await visit.page.locator('figure.quote mark').allTextContents();
  assert.deepEqual(marks.sort(), ['82岁', '83岁']);
  assert.ok((await visit.hash).includes('open=life-expectancy'));
  await visit.reload();
  assert.equal(await visit.page.locator('figure.quote').count(), 2);
}));

test('the indicators that must compare do', () => lantu.visit(async (visit) => {
  await visit.open('#/compare');
  const shared = visit.page.locator('section[aria-labelledby=comparable], section[aria-labelledby=unlike]');
  const names = (await shared.getByRole('button').allTextContents()).map((name) => name.replace('›', ''));
  for (const name of ['研发经费投入强度', '常住人口城镇化率', 'PM2.5平均浓度', '空气质量优良天数比率',
    '人均预期寿命', '城乡居民收入比', '高速公路里程', '地区生产总值']) {
    assert.ok(names.includes(name), `${name} is not among ${names}`);
  }
}));

test('a number leads to its words in the plan, and from there to its indicator', () => lantu.visit(async (visit) => {
  await visit.open('#/compare');
  await visit.page.locator('#comparable ~ div a.value', { hasText: '460公里' }).click();
  await visit.page.waitForFunction(() => document.activeElement?.classList.contains('said'));
  const said = visit.page.locator('a.said:focus');
  assert.equal(await said.textContent(), '460公里');
  assert.ok(await said.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }), 'it is in view');
  await said.click();
  await visit.page.getByRole('heading', { level: 1, name: /高速公路里程/ }).waitFor();
}));

test('a paragraph has a link of its own', () => lantu.visit(async (visit) => {
  await visit.open('#/plan/jiaxing-integration');
  const link = visit.page.getByRole('link', { name: '本段链接' }).nth(20);
  const href = await link.getAttribute('href');
  await visit.open(href);
  await visit.page.waitForFunction(() => document.activeElement?.id.startsWith('p'));
  assert.equal(await visit.page.evaluate(() => document.activeElement.id), `p${href.split('at=')[1]}`);
}));

test('gaps of a damaged copy are marked where they stand', () => lantu.visit(async (visit) => {
  await visit.open('#/plan/wenzhou-integration');
  const marks = await visit.page.locator('article .gap__mark').allTextContents();
  assert.ok(marks.length >= 15, `${marks.length} gaps`);
  assert.ok(marks.includes('〔年份缺失〕') && marks.includes('〔数字缺失〕'), marks.join());
}));

test('the language switch keeps the page and its choices', () => lantu.visit(async (visit) => {
  await visit.open(`${CHART}?log=1`);
  await visit.page.getByRole('link', { name: 'English' }).click();
  await visit.page.getByRole('heading', { level: 1, name: /Urbanisation rate/ }).waitFor();
  assert.equal(await visit.hash, `${CHART}?log=1&lang=en`);
  assert.equal(await visit.page.locator('html').getAttribute('lang'), 'en');
}));

test('a target that fell due shows its outcome, its source and the pace it asked for', () => lantu.visit(async (visit) => {
  await visit.open('#/indicator/gross-domestic-product');
  const row = visit.page.locator('.judged tbody tr').first();
  await row.waitFor();
  const words = await row.innerText();
  for (const part of ['达成', '10213.9亿元', '初步核算', '平均每年需增长7.8%']) assert.ok(words.includes(part), `${part}: ${words}`);
  const points = visit.page.locator('.points tbody tr');
  const years = await points.locator('td:nth-of-type(1)').allInnerTexts();
  assert.deepEqual(years, [...years].sort(), 'in order of year');
  for (const role of ['现状', '目标', '实际']) assert.ok(await points.filter({ hasText: role }).count() > 0, role);
  const outcome = await points.filter({ hasText: '10213.9亿元' }).first().innerText();
  assert.ok(outcome.includes('“') && outcome.includes('统计'), `words and publisher: ${outcome}`);
}));

test('the scorecard counts what is met, missed and not known, and its filters are links', () => lantu.visit(async (visit) => {
  await visit.open('#/scorecard');
  await visit.page.getByRole('heading', { name: '未达成' }).waitFor();
  await visit.page.getByRole('link', { name: /^未达成/ }).click();
  await visit.page.waitForFunction(() => location.hash === '#/scorecard?score=missed');
  await visit.page.waitForFunction(() => !document.querySelector('#met'));
  assert.ok((await visit.page.locator('.scores').innerText()).includes('一般公共预算收入'));
}));

test('a comparison sorts by difference, shows distances, and stands beside the region’s targets', () => lantu.visit(async (visit) => {
  await visit.open('#/compare');
  const first = () => visit.page.locator('.matrix tbody th').first().innerText();
  const usual = await first();
  await visit.page.getByRole('link', { name: '差别最大' }).click();
  await visit.page.waitForFunction(() => location.hash.includes('sort=difference'));
  assert.notEqual(await first(), usual);
  assert.ok((await visit.page.locator('.matrix__region').allInnerTexts()).some((words) => words.includes('≥3%')));
  await visit.page.getByRole('link', { name: '离各自起点' }).click();
  await visit.page.waitForFunction(() => location.hash.includes('view=distance'));
  assert.ok((await visit.page.locator('.matrix').first().innerText()).includes('+4个百分点'));
}));

test('where the second module cannot be had the page says so, and asks again', () => lantu.visit(async (visit) => {
  const module = '**/export-*.wasm';
  await visit.page.route(module, (route) => route.abort());
  await visit.open('#/scorecard');
  const again = visit.page.getByRole('button', { name: '再试一次' });
  await again.waitFor();
  await visit.page.unroute(module);
  await again.click();
  await visit.page.getByRole('heading', { name: '未达成' }).waitFor();
  visit.complaints.length = 0; // of the request that was refused
}));
