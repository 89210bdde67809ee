// Every page fits A4 paper, in light colours, with its charts whole and its address at the end.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { explorer } from './explorer.mjs';
import { CHART, ROUTES } from './routes.mjs';

const lantu = await explorer();
const out = fileURLToPath(new URL('../out/print', import.meta.url));
await mkdir(out, { recursive: true });

/** CSS pixels of A4 between the margins of style/print.css. */
const WIDTH = Math.floor((210 - 2 * 12) * 96 / 25.4);

for (const language of ['zh', 'en']) {
  test(`prints fit A4 (${language})`, async (t) => {
    for (const { name, hash } of ROUTES) {
      await t.test(name, () => lantu.visit(async (visit) => {
        await visit.open(hash);
        await visit.page.emulateMedia({ media: 'print' });
        await visit.resize(WIDTH);
        assert.ok(await visit.overflow <= 0, `${await visit.overflow} px too wide`);
        const wide = await visit.page.locator('main *:visible').evaluateAll((all, width) => all
          .filter((element) => !element.closest('.visually-hidden, .strip'))
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .map((element) => element.outerHTML.slice(0, 80)), WIDTH);
        assert.deepEqual(wide, []);
        await visit.page.emulateMedia({ media: null });
        await visit.resize(1280);
        const pdf = await visit.page.pdf({
          path: join(out, `${name}-${language}.pdf`), preferCSSPageSize: true, printBackground: true,
        });
        assert.match(pdf.toString('latin1'), /MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
      }, { language, scheme: 'dark' }));
    }
  });
}

test('a chart is drawn for paper: light, sharp, and back again', () => lantu.visit(async (visit) => {
  await visit.open(CHART);
  await visit.chart();
  const state = () => visit.page.evaluate(() => {
    const canvas = document.querySelector('main canvas');
    const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    copy.drawImage(canvas, 0, 0);
    const [red] = copy.getImageData(2, 2, 1, 1).data;
    return { width: canvas.width, light: red > 128, address: document.querySelector('.footer').textContent };
  });
  const before = await state();
  assert.equal(before.light, false);
  await visit.page.evaluate(() => { dispatchEvent(new Event('beforeprint')); });
  const printed = await state();
  assert.equal(printed.light, true);
  assert.ok(printed.width >= 1800, `${printed.width} pixels`);
  assert.ok(printed.address.includes(`${lantu.url}${CHART}`));
  await visit.page.evaluate(() => { dispatchEvent(new Event('afterprint')); });
  assert.deepEqual(await state(), before);
}, { scheme: 'dark' }));
