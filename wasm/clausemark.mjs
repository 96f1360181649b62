// The headless core for Node and for pages:
//
//   import createClausemark from './clausemark.mjs';
//   const core = await createClausemark();
//   const { ok, value, code, message, where } = core.parse(bytes);
//
// Each function answers with `ok` and `value`, or with the code, message and place of what was refused; see headless.cpp.
import createModule from './clausemark_headless.mjs';

export default async function createClausemark() {
  const wasm = new URL('./clausemark_headless.wasm', import.meta.url);
  const inNode = typeof process === 'object' && process.versions?.node !== undefined;
  const wasmBinary = inNode
    ? await (await import('node:fs/promises')).readFile(wasm)
    : new Uint8Array(await (await fetch(wasm)).arrayBuffer());
  return createModule({ wasmBinary });
}
