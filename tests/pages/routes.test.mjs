// Every address leads somewhere sensible, wherever the folder stands.

import assert from 'node:assert/strict';
import test from 'node:test';
import { explorer } from './explorer.mjs';
import { CHART, EMBED, ROUTES, STRANGE } from './routes.mjs';

const lantu = await explorer();

test('every page opens from its address, and a reload keeps it', async (t) => {
  for (const { name, hash } of ROUTES) {
    await t.test(name, () => lantu.visit(async (visit) => {
      await visit.open(hash);
      assert.equal(await visit.page.getByRole('main').count(), 1);
      assert.equal(await visit.page.getByRole('heading', { level: 1 }).count(), 1);
      const heading = await visit.heading.innerText();
      assert.notEqual(heading.trim(), '');
      const address = await visit.hash;
      await visit.reload();
      assert.equal(await visit.hash, address);
      assert.equal(await visit.heading.innerText(), heading);
    }));
  }
});

test('pages have headings and titles of their own', () => lantu.visit(async (visit) => {
  const headings = new Set();
  await visit.open();
  for (const { hash } of ROUTES) {
    await visit.go(hash);
    headings.add(await visit.heading.innerText());
    assert.match(await visit.page.title(), /蓝图|Lantu/);
  }
  assert.equal(headings.size, ROUTES.length, [...headings].join(' · '));
}));

test('English stays English from page to page', () => lantu.visit(async (visit) => {
  await visit.open();
  const links = visit.navigation.getByRole('link');
  for (let index = 0; index < await links.count(); index += 1) {
    await links.nth(index).click();
    await visit.ready();
    assert.match(await visit.hash, /lang=en/);
    assert.match(await visit.page.locator('html').getAttribute('lang'), /^en/);
  }
}, { language: 'en' }));

test('a strange address shows a page that leads home', async (t) => {
  for (const hash of STRANGE) {
    await t.test(hash.slice(0, 60), () => lantu.visit(async (visit) => {
      await visit.open(hash);
      assert.notEqual((await visit.heading.innerText()).trim(), '');
      assert.ok(await visit.linksHome.count() > 0, 'no link home');
      assert.ok(await visit.overflow <= 0, `wider than the window by ${await visit.overflow} px`);
      await visit.linksHome.last().click();
      await visit.ready();
      assert.match(await visit.hash, /^(#\/?)?$/);
    }));
  }
});

test('strange addresses one after another do not stop the explorer', () => lantu.visit(async (visit) => {
  await visit.open();
  const home = await visit.heading.innerText();
  for (const hash of STRANGE) await visit.go(hash);
  await visit.go('#/');
  assert.equal(await visit.heading.innerText(), home);
}));

test('back and forward go through the pages', () => lantu.visit(async (visit) => {
  await visit.open(ROUTES[0].hash);
  const home = await visit.heading.innerText();
  await visit.go('#/about');
  const about = await visit.heading.innerText();
  await visit.page.goBack();
  await visit.page.getByRole('heading', { level: 1, name: home, exact: true }).waitFor();
  await visit.page.goForward();
  await visit.page.getByRole('heading', { level: 1, name: about, exact: true }).waitFor();
}));

test('a page starts at its top, with the navigation in view; back finds the place one left', () => lantu.visit(async (visit) => {
  const place = () => visit.page.evaluate(() => scrollY);
  const leave = (pixels) => visit.page.evaluate((to) => scrollTo(0, to), pixels);
  await visit.open('#/');
  await leave(1_000);
  for (const { hash } of ROUTES.slice(1)) {
    await visit.go(hash);
    assert.equal(await place(), 0, hash);
    await leave(hash === '#/indicators' ? 2_000 : 0);
  }
  while (await visit.hash !== '#/indicators') await visit.page.goBack();
  await visit.page.waitForFunction(() => scrollY === 2_000);
}));

test('a page may be left before it is drawn', async (t) => {
  for (const { name, hash } of [...ROUTES, EMBED]) {
    await t.test(name, () => lantu.visit(async (visit) => {
      await visit.open(STRANGE[0]);
      await visit.page.evaluate(async ([to, back]) => {
        const task = () => new Promise((done) => { setTimeout(done); });
        await new Promise(requestAnimationFrame);
        location.hash = to;
        await task();
        location.hash = back;
        await task();
      }, [hash, STRANGE[0]]);
      await visit.ready();
    }));
  }
});

test('a chart may be left with the focus on one of its points', () => lantu.visit(async (visit) => {
  await visit.open(CHART);
  await visit.chart();
  await visit.page.locator('.chart--live').press('ArrowRight');
  await visit.go('#/about');
}));

test('the chart is drawn', () => lantu.visit(async (visit) => {
  await visit.open(CHART);
  await visit.chart();
}));
