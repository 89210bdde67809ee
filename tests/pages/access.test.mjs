// Everybody can use it: axe finds nothing, and the keyboard reaches the navigation visibly.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import test from 'node:test';
import { explorer, none } from './explorer.mjs';
import { EMBED, ROUTES, STRANGE } from './routes.mjs';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const lantu = await explorer();

async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate((values) => axe.run({ runOnly: { type: 'tag', values } }), RULES);
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`));
}

for (const [scheme, language] of [['light', 'zh'], ['dark', 'zh'], ['light', 'en']]) {
  test(`axe finds nothing (${scheme}, ${language})`, async (t) => {
    for (const { name, hash } of [...ROUTES, EMBED, { name: 'not found', hash: STRANGE[0] }]) {
      await t.test(name, () => lantu.visit(async (visit) => {
        await visit.open(hash);
        await visit.page.locator('details.take').evaluateAll((all) => all.forEach((menu) => { menu.open = true; }));
        none(await violations(visit.page), 'axe found');
      }, { scheme, language }));
    }
  });
}

/** What has the focus, and whether one sees that. */
function focused() {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  return {
    href: element.getAttribute('href'),
    text: `${element.localName} ${element.textContent.trim().slice(0, 30)}`,
    visible: element.matches(':focus-visible') && (ring || boxShadow !== 'none'),
  };
}

for (const scheme of ['light', 'dark']) {
  test(`Tab reaches the navigation and shows where it is (${scheme})`, () => lantu.visit(async (visit) => {
    await visit.open();
    const links = await visit.navigation.getByRole('link').evaluateAll((all) =>
      all.map((link) => link.getAttribute('href')));
    assert.ok(links.length > 0, 'the navigation has no links');
    const missing = new Set(links);
    for (let presses = 0; missing.size > 0 && presses < links.length + 20; presses += 1) {
      await visit.page.keyboard.press('Tab');
      const { href, text, visible } = await visit.page.evaluate(focused);
      assert.ok(visible, `no focus ring on: ${text}`);
      missing.delete(href);
    }
    none([...missing], 'Tab does not reach');
  }, { scheme }));
}

test('Enter on a link of the navigation opens its page', () => lantu.visit(async (visit) => {
  await visit.open();
  const last = visit.navigation.getByRole('link').last();
  const href = await last.getAttribute('href');
  await last.focus();
  await visit.page.keyboard.press('Enter');
  await visit.page.waitForFunction((hash) => location.hash === hash, href.slice(href.indexOf('#')));
  await visit.ready();
}));
