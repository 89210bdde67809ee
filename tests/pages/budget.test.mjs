// A first visit stays small: all that the server sends until the page is at rest, gzipped.

import assert from 'node:assert/strict';
import test from 'node:test';
import { launch } from '../tools/chromium.mjs';
import { serve } from '../tools/server.mjs';
import { DIST, Explorer } from './explorer.mjs';

const BUDGET = 320_000;

test(`a first visit transfers at most ${BUDGET / 1000} KB`, async (t) => {
  const server = await serve(DIST);
  const browser = await launch();
  try {
    await new Explorer(browser, server.url).visit(async (visit) => {
      await visit.open();
      await visit.page.waitForLoadState('networkidle');
    });
  } finally {
    await browser.close();
    server.close();
  }
  const total = server.sent.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes } of server.sent) t.diagnostic(`${String(bytes).padStart(7)}  ${name}`);
  t.diagnostic(`${String(total).padStart(7)}  in all, of ${BUDGET} bytes`);
  assert.ok(total <= BUDGET, `${total - BUDGET} bytes too many`);
});
