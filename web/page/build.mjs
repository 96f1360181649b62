// build.mjs BUILD SITE: bundles the page's modules with the application and prints what the page weighs.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { common } from './bundle.mjs';

/** The most that page, script and wasm may weigh together, gzipped. */
const MOST_BYTES = 540_000;

const here = dirname(fileURLToPath(import.meta.url));
const [buildFolder, site] = process.argv.slice(2).map((path) => resolve(path));
if (!buildFolder || !site) {
  console.error('use: build.mjs BUILD SITE');
  process.exit(2);
}

await rm(site, { recursive: true, force: true });
await mkdir(site, { recursive: true });
await build({
  ...common,
  entryPoints: [join(here, 'page.js')],
  outfile: join(site, 'page.js'),
  format: 'esm',
  alias: { 'app-module': join(buildFolder, 'app.mjs'), 'app-program': join(here, 'program-beside.js') },
});
for (const name of ['index.html', 'page.css', 'icon.svg', 'manifest.webmanifest']) await copyFile(join(here, name), join(site, name));
await copyFile(join(buildFolder, 'app.wasm'), join(site, 'app.wasm'));

let total = 0;
for (const name of (await readdir(site)).sort()) {
  const bytes = gzipSync(await readFile(join(site, name)), { level: 9 }).length;
  total += bytes;
  console.log(`  ${name.padEnd(12)} ${(bytes / 1000).toFixed(1).padStart(7)} kB gzipped`);
}
console.log(`  ${'page'.padEnd(12)} ${(total / 1000).toFixed(1).padStart(7)} kB gzipped, of at most ${MOST_BYTES / 1000} kB`);

// The worker that keeps all of this for the time without a network; it is fetched when the page stands already.
const manifest = await Promise.all((await readdir(site)).sort().map(async (url) => ({
  url,
  revision: createHash('sha256').update(await readFile(join(site, url))).digest('hex').slice(0, 16),
})));
await build({
  ...common,
  entryPoints: [join(here, 'worker.js')],
  outfile: join(site, 'worker.js'),
  format: 'iife',
  define: { FILES_OF_THE_PAGE: JSON.stringify(manifest), 'process.env.NODE_ENV': '"production"' },
});

// What other programs need to read our files lies beside the page.
const published = join(here, '../../core/formats/published');
await mkdir(join(site, 'formats'));
for (const name of await readdir(published))
  if (/\.json(ld)?$/.test(name)) await copyFile(join(published, name), join(site, 'formats', name));

await copyFile(join(here, '../hosting/_headers'), join(site, '_headers'));

if (total > MOST_BYTES) {
  console.error(`the page is too heavy: ${total} bytes gzipped, at most ${MOST_BYTES} are allowed`);
  process.exit(1);
}
