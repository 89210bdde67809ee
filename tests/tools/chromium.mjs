// The system's Chromium, headless, started the same way for the page tests and the bench.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, getuid } from 'node:process';
import { chromium } from 'playwright-core';

// In step with `browser` in install.sh.
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

function installed() {
  const folders = env.PATH.split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const works = (path) => existsSync(path) && spawnSync(path, ['--version']).status === 0;
  return [env.CHROMIUM, ...paths].find((path) => path && works(path));
}

/** A browser with a profile of its own; the caller closes it. */
export async function launch() {
  const executablePath = installed();
  if (!executablePath) throw new Error('found no Chromium: `make pages` installs it or says how');
  return chromium.launch({
    executablePath,
    chromiumSandbox: getuid?.() !== 0, // root cannot have it
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
