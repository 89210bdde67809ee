// The page object: everything the tests know of the explorer's outside.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from '../tools/chromium.mjs';
import { serve } from '../tools/server.mjs';
import { inLanguage } from './routes.mjs';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** Fails with the list itself as the message, where `deepEqual` would print it three times. */
export function none(found, what) {
  assert.ok(found.length === 0, [what, ...found].join('\n'));
}

/** Serves dist/ under a path and opens a browser; both end with the test file. */
export async function explorer() {
  const server = await serve(DIST, { path: '/some/where/' });
  const browser = await launch();
  after(async () => {
    await browser.close();
    server.close();
  });
  return new Explorer(browser, server.url);
}

export class Explorer {
  /** `url`: where the explorer stands; also a `file:` address. */
  constructor(browser, url) {
    this.browser = browser;
    this.url = url;
  }

  /**
   * Runs `steps` as a visitor with a fresh profile. Fails also when the browser complained of
   * anything during the visit: errors and warnings in the console, panics, failed requests.
   */
  async visit(steps, { width = 1024, scheme = 'light', language = 'zh', ...more } = {}) {
    const context = await this.browser.newContext({
      colorScheme: scheme,
      reducedMotion: 'reduce',
      viewport: { width, height: 800 },
      ...more,
    });
    try {
      const visit = new Visit(await context.newPage(), this.url, language);
      await steps(visit);
      none(visit.complaints, 'the browser complained');
    } finally {
      await context.close();
    }
  }
}

class Visit {
  /** What the browser complained of. */
  complaints = [];
  /** Addresses asked for, in order. */
  requests = [];
  /** The document is being left, which ends what it still waits for. */
  leaving = false;

  constructor(page, url, language) {
    this.page = page;
    this.url = url;
    this.language = language;
    page.on('console', (message) => {
      if (['assert', 'error', 'warning'].includes(message.type())) {
        this.complaints.push(`${message.type()}: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => this.complaints.push(`page error: ${error}`));
    page.on('crash', () => this.complaints.push('the page crashed'));
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText;
      if (!(this.leaving && reason === 'net::ERR_ABORTED')) {
        this.complaints.push(`failed: ${request.url()} ${reason}`);
      }
    });
    page.on('response', (response) => {
      if (response.status() >= 400) {
        this.complaints.push(`${response.status()}: ${response.url()}`);
      }
    });
  }

  /** Loads the explorer at a hash address, from nothing. */
  async open(hash = '') {
    await this.leave(() => this.page.goto('about:blank')); // else a new hash alone would load nothing
    await this.page.goto(this.url + inLanguage(hash, this.language));
    await this.ready();
  }

  /** Goes to a hash address inside the running explorer. */
  async go(hash) {
    await this.page.evaluate((to) => { location.hash = to; }, inLanguage(hash, this.language));
    await this.ready();
  }

  async reload() {
    await this.leave(() => this.page.reload());
    await this.ready();
  }

  async leave(navigate) {
    this.leaving = true;
    await navigate();
    this.leaving = false;
  }

  /** Until the page has its heading and is drawn. */
  async ready() {
    await this.heading.waitFor();
    await this.page.evaluate(() => new Promise((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(drawn));
    }));
  }

  get heading() {
    return this.page.locator('main h1').first();
  }

  get hash() {
    return this.page.evaluate(() => location.hash);
  }

  get navigation() {
    return this.page.getByRole('navigation').first();
  }

  get linksHome() {
    return this.page.locator('a[href$="#/"]:visible, a[href="#"]:visible');
  }

  async resize(width) {
    await this.page.setViewportSize({ width, height: 800 });
    await this.ready();
  }

  /** By how many pixels the page is wider than the window. */
  get overflow() {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
  }

  /** Waits for a canvas on which something is drawn. */
  async chart() {
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll('main canvas')].some((canvas) => {
        const blank = document.createElement('canvas');
        blank.width = canvas.width;
        blank.height = canvas.height;
        return canvas.toDataURL() !== blank.toDataURL();
      }));
  }
}
