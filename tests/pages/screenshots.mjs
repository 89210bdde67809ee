// Pictures of every page, to look at: tests/out/PAGE-WIDTH-SCHEME-LANGUAGE.png.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../tools/chromium.mjs';
import { serve } from '../tools/server.mjs';
import { DIST, Explorer } from './explorer.mjs';
import { EMBED, ROUTES, STRANGE } from './routes.mjs';

const out = fileURLToPath(new URL('../out', import.meta.url));
await mkdir(out, { recursive: true });
const server = await serve(DIST);
const browser = await launch();
const lantu = new Explorer(browser, server.url);
let pictures = 0;
try {
  for (const width of [390, 1024, 1600]) {
    for (const scheme of ['light', 'dark']) {
      for (const language of ['zh', 'en']) {
        await lantu.visit(async (visit) => {
          await visit.open();
          for (const { name, hash } of [...ROUTES, EMBED, { name: 'not-found', hash: STRANGE[0] }]) {
            await visit.go(hash);
            const path = join(out, `${name}-${width}-${scheme}-${language}.png`);
            await visit.page.screenshot({ path, fullPage: true });
            pictures += 1;
          }
        }, { width, scheme, language });
      }
    }
  }
} finally {
  await browser.close();
  server.close();
}
console.log(`▸ ${pictures} pictures in tests/out/`);
