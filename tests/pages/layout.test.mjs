// No page scrolls sideways, from phones to wide screens.

import assert from 'node:assert/strict';
import test from 'node:test';
import { explorer } from './explorer.mjs';
import { EMBED, ROUTES } from './routes.mjs';

const WIDTHS = [360, 390, 768, 1024, 1600, 1920];
const lantu = await explorer();

for (const language of ['zh', 'en']) {
  test(`pages fit their window (${language})`, async (t) => {
    for (const { name, hash } of [...ROUTES, EMBED]) {
      await t.test(name, () => lantu.visit(async (visit) => {
        await visit.open(hash);
        for (const width of WIDTHS) {
          await visit.resize(width);
          const overflow = await visit.overflow;
          assert.ok(overflow <= 0, `at ${width} px it is ${overflow} px too wide`);
        }
      }, { language, width: WIDTHS[0] }));
    }
  });
}
