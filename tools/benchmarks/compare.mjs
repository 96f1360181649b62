// node compare.mjs NATIVE_BUILD WEB_BUILD: native and WebAssembly side by side, in turns, so that a busy machine slows
// both alike. Prints the best of each and their ratio.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [native, web] = process.argv.slice(2);
if (!native || !web) {
  console.error('use: node compare.mjs NATIVE_BUILD WEB_BUILD');
  process.exit(2);
}

const rounds = 5;
const bytes = 262144;
const module = await import(pathToFileURL(`${web}/clausemark_parse_bench.mjs`).href);
const wasmBinary = await readFile(`${web}/clausemark_parse_bench.wasm`);
const wasm = await module.default({ wasmBinary });

function nativeSpeed(form) {
  const filter = `--benchmark_filter=^parse_text/${form}/${bytes}$`;
  const out = execFileSync(`${native}/clausemark_parse_bench`, [filter, '--benchmark_format=json', '--benchmark_min_time=0.5'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(out).benchmarks[0].bytes_per_second;
}

for (const form of ['clean', 'wrapped']) {
  const text = execFileSync(`${native}/clausemark_make_text`, form === 'wrapped' ? [bytes, form] : [bytes], {
    encoding: 'utf8',
  });
  const best = { native: 0, wasm: 0 };
  const ratios = [];
  for (let round = 0; round < rounds; ++round) {
    const one = nativeSpeed(form);
    const other = wasm.parseSpeed(text, 500);
    best.native = Math.max(best.native, one);
    best.wasm = Math.max(best.wasm, other);
    ratios.push(other / one);
  }
  ratios.sort((a, b) => a - b);
  const mega = (speed) => (speed / 1e6).toFixed(1);
  console.log(
    `${form.padEnd(8)} native ${mega(best.native)} MB/s, wasm ${mega(best.wasm)} MB/s (best of ${rounds}); ` +
      `wasm / native ${ratios[rounds >> 1].toFixed(2)} (median of ${rounds} pairs)`,
  );
}
