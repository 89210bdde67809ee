// Files a visitor took away, and what stands in them.

import { readFile } from 'node:fs/promises';

/** Clicks, and reads the file that comes of it. */
export async function taken(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The rows of a CSV as objects by column. */
export function csvRows(text) {
  const records = [...text.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n)/g)].reduce((rows, [, field, end]) => {
    rows.at(-1).push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '\n') rows.push([]);
    return rows;
  }, [[]]);
  const [header, ...rows] = records.filter((row) => row.length > 0);
  for (const row of rows) {
    if (row.length !== header.length) throw new Error(`${row.length} of ${header.length} cells: ${row}`);
  }
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column]])));
}

/** Width and height, from a PNG's first chunk. */
export function pngSize(bytes) {
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
