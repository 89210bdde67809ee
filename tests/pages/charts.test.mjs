// Six charts look as they did: they stand beside the pictures in charts/, in both themes and
// languages, and the keys and the pointer walk them. `UPDATE=1 node --test tests/pages/charts.test.mjs`
// makes the pictures anew after a change that is meant; look at them before they are committed.

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { explorer } from './explorer.mjs';

/** One of each kind: path and derived value, bounds and outcomes, the region's line, panels, pairs. */
const CHARTS = [
  { name: 'path', hash: '#/indicator/gross-domestic-product' },
  { name: 'outcome', hash: '#/indicator/pm25' },
  { name: 'region', hash: '#/indicator/rd-intensity' },
  { name: 'panels', hash: '#/indicator/urbanisation-rate?split=1' },
  { name: 'slope', hash: '#/compare?open=motorway-length', pair: 0 },
  { name: 'distance', hash: '#/compare?open=motorway-length', pair: 1 },
];
const WIDTH = 520;
/** Colour distance up to which two pixels are the same; the edges of glyphs are not counted at all. */
const THRESHOLD = 0.15;
/** The share of pixels that may differ: fonts are drawn a little differently from machine to machine. */
const TOLERANCE = 0.005;
const folder = fileURLToPath(new URL('charts', import.meta.url));
const lantu = await explorer();

/** The share of pixels that differ; all of them where the sizes do. */
function difference(one, other) {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const { width, height } = one;
  const options = { threshold: THRESHOLD };
  return pixelmatch(one.data, other.data, null, width, height, options) / (width * height);
}

/** What stands on the page's canvas, or of a comparison the pair asked for, as a picture. */
async function picture(visit, pair) {
  if (pair !== undefined) {
    return PNG.sync.read(await visit.page.locator('main .pairs svg').nth(pair).screenshot());
  }
  await visit.chart();
  const canvas = visit.page.locator('main canvas').first();
  // A bitmap may be wider than its chart.
  const [url, width] = await canvas.evaluate((element) => [element.toDataURL(), element.parentElement.clientWidth]);
  const whole = PNG.sync.read(Buffer.from(url.split(',')[1], 'base64'));
  const shown = new PNG({ width, height: whole.height });
  PNG.bitblt(whole, shown, 0, 0, width, whole.height, 0, 0);
  return shown;
}

for (const scheme of ['light', 'dark']) {
  for (const language of ['zh', 'en']) {
    test(`charts look as they did (${scheme}, ${language})`, async (t) => {
      for (const { name, hash, pair } of CHARTS) {
        await t.test(name, () => lantu.visit(async (visit) => {
          await visit.open(hash);
          const now = await picture(visit, pair);
          const path = join(folder, `${name}-${scheme}-${language}.png`);
          if (env.UPDATE) {
            await mkdir(folder, { recursive: true });
            await writeFile(path, PNG.sync.write(now));
            return;
          }
          const differs = difference(now, PNG.sync.read(await readFile(path)));
          assert.ok(differs <= TOLERANCE, `${(differs * 100).toFixed(2)} % of ${path} differ`);
        }, { width: WIDTH, scheme, language }));
      }
    });
  }
}

test('the comparison of pictures sees a shift of two pixels', async () => {
  const path = join(folder, 'path-light-zh.png');
  const picture = PNG.sync.read(await readFile(path));
  const shifted = new PNG({ width: picture.width, height: picture.height });
  PNG.bitblt(picture, shifted, 0, 0, picture.width - 2, picture.height, 2, 0);
  assert.equal(difference(picture, picture), 0);
  assert.ok(difference(picture, shifted) > TOLERANCE);
});

test('each point is told as a sentence, Enter pins it, Escape leaves', () => lantu.visit(async (visit) => {
  await visit.open('#/indicator/urbanisation-rate');
  await visit.chart();
  const chart = visit.page.getByRole('application');
  const told = visit.page.locator('[aria-live=polite]').filter({ hasText: '温州' });
  const press = (key) => visit.page.keyboard.press(key);
  await chart.focus();
  await press('Home');
  assert.equal(await told.textContent(), '温州，2020年，现状，71%，十四五规划纲要');
  await press('End');
  assert.equal(await told.textContent(), '温州，2035年，目标，80%，十四五规划纲要');
  const plain = await picture(visit);
  await press('Enter');
  const pinned = await picture(visit);
  assert.ok(difference(plain, pinned) > 0, 'a pin shows');
  await press('Escape');
  assert.equal(await visit.page.evaluate(() => document.activeElement.localName), 'body');
}));

test('up and down stay within a year', () => lantu.visit(async (visit) => {
  await visit.open('#/indicator/pm25');
  await visit.chart();
  await visit.page.getByRole('application').focus();
  const told = visit.page.locator('p[aria-live=polite]');
  await visit.page.keyboard.press('End');
  const last = await told.textContent();
  await visit.page.keyboard.press('ArrowDown');
  const below = await told.textContent();
  assert.notEqual(below, last);
  assert.ok(below.includes('2025年') && last.includes('2025年'), `${last} | ${below}`);
}));

test('a finger taps a point and drags to the next', () => lantu.visit(async (visit) => {
  await visit.open('#/indicator/urbanisation-rate');
  await visit.chart();
  const chart = visit.page.getByRole('application');
  await chart.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await chart.boundingBox();
  const told = visit.page.locator('p[aria-live=polite]');
  const finger = await visit.page.context().newCDPSession(visit.page);
  const touch = (type, across, down) => finger.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: type === 'touchEnd' ? [] : [{ x: x + width * across, y: y + height * down }],
  });
  await touch('touchStart', 0.14, 0.8);
  const first = await told.textContent();
  for (let across = 0.16; across < 0.45; across += 0.04) await touch('touchMove', across, 0.8 - (across - 0.14) / 2);
  await touch('touchEnd');
  const last = await told.textContent();
  assert.ok(first.includes('2020年'), `first told: ${first}`);
  assert.ok(last.includes('2025年') || last.includes('2024年'), `last told: ${last}`);
}, { hasTouch: true }));
