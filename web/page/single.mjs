// single.mjs BUILD FILE: the whole page in one HTML file that opens from a disk, without a server or a network.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { common } from './bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [buildFolder, file] = process.argv.slice(2).map((path) => resolve(path));
if (!buildFolder || !file) {
  console.error('use: single.mjs BUILD FILE');
  process.exit(2);
}

const bundled = await build({
  ...common,
  entryPoints: [join(here, 'page.js')],
  write: false,
  format: 'esm',
  alias: { 'app-module': join(buildFolder, 'app.mjs'), 'app-program': join(buildFolder, 'app.wasm') },
  loader: { '.wasm': 'binary' },
});
const script = bundled.outputFiles[0].text.replaceAll('</script', '<\\/script');
const style = await readFile(join(here, 'page.css'), 'utf8');
const icon = (await readFile(join(here, 'icon.svg'))).toString('base64');

/** Nothing runs but the one script and style in the file. @param {string} text */
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'`;

/** Replaces what must be there exactly once. @param {string} text @param {RegExp} what @param {string} by */
function replace(text, what, by) {
  if (text.match(new RegExp(what, 'g'))?.length !== 1) throw new Error(`index.html: ${what} is not there once`);
  return text.replace(what, () => by);
}

let html = await readFile(join(here, 'index.html'), 'utf8');
html = replace(html, /(?<=Content-Security-Policy" content=")[^"]*/, policy);
html = replace(html, /<link rel="manifest"[^>]*>\n/, '');
html = replace(html, /(?<=<link rel="icon" href=")[^"]*/, `data:image/svg+xml;base64,${icon}`);
html = replace(html, /<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
html = replace(html, /<script type="module"[^>]*>/, `<script type="module">${script}`);
await writeFile(file, html);
console.log(`  ${file}: ${(Buffer.byteLength(html) / 1e6).toFixed(2)} MB`);
