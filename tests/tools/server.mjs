// A static file server as a plain web host has it: gzip, right types, any path in front.
// `node server.mjs FOLDER [PORT]` serves FOLDER until Ctrl-C.

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
};
// Trunk's content hash: such a file never changes.
const HASHED = /-[0-9a-f]{16}[._]/;

/**
 * Serves `folder` under `path` on 127.0.0.1; port 0 takes a free one.
 * @returns `url`, `close()`, and `sent`: name and gzipped size of every body sent so far.
 */
export async function serve(folder, { port = 0, path = '/' } = {}) {
  const root = resolve(folder);
  const packed = new Map();
  const sent = [];

  async function body(file) {
    const { mtimeMs } = await stat(file);
    const known = packed.get(file);
    if (known?.mtimeMs === mtimeMs) return known.bytes;
    const bytes = gzipSync(await readFile(file), { level: 9 });
    packed.set(file, { mtimeMs, bytes });
    return bytes;
  }

  async function answer(request, response) {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (!pathname.startsWith(path)) {
      response.writeHead(404).end();
      return;
    }
    const name = decodeURIComponent(pathname.slice(path.length)) || 'index.html';
    const file = join(root, name);
    if (!file.startsWith(root + sep)) {
      response.writeHead(404).end();
      return;
    }
    const bytes = await body(file);
    sent.push({ name, bytes: bytes.length });
    response.writeHead(200, {
      'cache-control': HASHED.test(name) ? 'max-age=31536000, immutable' : 'no-cache',
      'content-encoding': 'gzip',
      'content-length': bytes.length,
      'content-type': TYPES[name.split('.').pop()] ?? 'application/octet-stream',
    });
    response.end(bytes);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    sent,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port = '8080'] = argv.slice(2);
  try {
    const { url } = await serve(folder, { port: Number(port) });
    console.log(`▸ Lantu: ${url} (Ctrl-C ends it)`);
  } catch (reason) {
    const busy = reason.code === 'EADDRINUSE';
    console.error(busy ? `✗ port ${port} is taken: try PORT=…` : `✗ ${reason.message}`);
    exit(1);
  }
}
