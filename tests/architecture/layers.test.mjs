// The invariants of the structure that a linker cannot see: who includes whom, what the core never calls, and what
// every folder has.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n').filter((name) => name && existsSync(join(root, name)));
const sources = files.filter((name) => /\.(cpp|h)$/.test(name));
/** @param {string} name */
const read = (name) => readFileSync(join(root, name), 'utf8');

/** What a folder may include of this repository; the longest matching folder counts. */
const allowed = {
  core: ['core/result.h'],
  'core/text': ['core/result.h', 'core/text/'],
  'core/resolution': ['core/result.h', 'core/text/', 'core/resolution/'],
  'core/annotation': ['core/result.h', 'core/text/', 'core/resolution/', 'core/annotation/'],
  'core/formats': ['core/'],
  'web/app': ['core/', 'web/app/'],
  wasm: ['core/', 'web/app/', 'wasm/'],
  tools: ['core/', 'tools/'],
  tests: ['core/', 'web/app/', 'tests/'],
};

describe('the structure', () => {
  it('includes only what a layer may know', () => {
    for (const name of sources) {
      const layer = Object.keys(allowed).filter((folder) => name.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
      assert.ok(layer, `${name} stands in no known layer`);
      const may = allowed[/** @type {keyof typeof allowed} */ (layer)];
      for (const [, included] of read(name).matchAll(/^#include "([^"]+)"/gm)) {
        assert.ok(may.some((prefix) => included.startsWith(prefix)), `${name} may not include ${included}`);
      }
    }
  });

  it('keeps the core free of files, clocks, randomness, locales and exceptions', () => {
    const forbidden = /<(fstream|iostream|filesystem|ctime|random|locale|thread|regex|future)>|\b(fopen|std::getenv|std::time|rand\(|throw |setlocale|(?:system|steady|high_resolution)_clock)/;
    for (const name of sources.filter((source) => source.startsWith('core/'))) {
      const found = forbidden.exec(read(name));
      assert.equal(found, null, `${name}: ${found?.[0]}`);
    }
  });

  it('names the JSON library in formats alone, Dear ImGui in panes and ui alone, and the browser in wasm alone', () => {
    for (const name of sources) {
      const text = read(name);
      if (/#include <nlohmann/.test(text)) assert.match(name, /^core\/formats\//);
      if (/#include <imgui/.test(text)) assert.match(name, /^(web\/app\/(panes|ui|app\.)|wasm\/)/);
      if (/#include <emscripten/.test(text)) assert.match(name, /^wasm\//);
    }
  });

  it('lets panes see the view model and nothing behind it', () => {
    for (const name of sources.filter((source) => source.startsWith('web/app/panes/'))) {
      assert.doesNotMatch(read(name), /\bModel&|\bProject&|\bResolution&|core\/(annotation|formats)/, name);
    }
  });

  it('has a README in every folder with sources', () => {
    const folders = new Set(files.filter((name) => /\.(cpp|h|js|mjs|tsv|sh)$/.test(name)).map((name) => dirname(name)));
    for (const folder of folders) {
      const owner = [folder, dirname(folder)].find((place) => existsSync(join(root, place, 'README.md')));
      assert.ok(owner, `${folder} and the folder above it have no README.md`);
    }
  });

  it('keeps files small enough to have one reason to change', () => {
    for (const name of files.filter((file) => /\.(cpp|h|js|mjs)$/.test(file))) {
      const lines = read(name).split('\n').length;
      assert.ok(lines <= 480, `${name} has ${lines} lines`);
    }
  });
});
