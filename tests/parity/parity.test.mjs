// The native command line and the WebAssembly module give the same bytes, for every text that is at hand.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const clausemark = join(root, 'build/native/clausemark');
const corpus = process.env.CLAUSEMARK_CORPUS ?? join(root, '../shared/corpus');

/** @type {any} */
let core;
/** @type {string} */
let folder;
before(async () => {
  const { default: create } = await import(join(root, 'build/web/clausemark.mjs'));
  core = await create();
  folder = mkdtempSync(join(tmpdir(), 'clausemark-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** @param {string[]} args */
const native = (...args) => execFileSync(clausemark, args, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** Texts of our own, with what makes offsets drift, and all of the corpus that is there. */
function texts() {
  const own = readdirSync(join(root, 'tests/corpus/cases')).map((name) => readFileSync(join(root, 'tests/corpus/cases', name)));
  own.push(Buffer.from('\uFEFFThe Security Council,\r\n\r\n1. Demands 𝄞 peace, e\u0301galement “ici”;\r\n'));
  own.push(Buffer.from([0xff, 0xfe, 0x44, 0x00, 0xe9, 0x00, 0x34, 0xd8, 0x1e, 0xdd]));
  own.push(Buffer.from('broken \xff\xc3 bytes', 'latin1'));
  for (const name of ['seeds', 'pdf', 'smoke']) {
    if (!existsSync(join(corpus, name))) continue;
    for (const file of readdirSync(join(corpus, name))) {
      if (file.endsWith('.txt')) own.push(readFileSync(join(corpus, name, file)));
    }
  }
  return own;
}

describe('native and WebAssembly', () => {
  it('give the same bytes for parse, suggest and save', (test) => {
    const all = texts();
    for (const [k, bytes] of all.entries()) {
      const path = join(folder, `${k}.txt`);
      writeFileSync(path, bytes);
      const parsed = core.parse(bytes);
      assert.equal(parsed.ok, true);
      assert.equal(parsed.value, native('parse', '--json', path), `parse of text ${k}`);
      const suggested = core.suggest(bytes);
      assert.equal(suggested.value, native('suggest', '-o', '-', path), `suggest of text ${k}`);
      assert.equal(core.load(suggested.value, '').value, suggested.value, `load and save of text ${k}`);
      assert.equal(core.saveWithoutText(suggested.value, '').value, native('suggest', '--without-text', '-o', '-', path), `save without text ${k}`);
    }
    if (!existsSync(corpus)) test.diagnostic(`only own texts: no corpus at ${corpus}`);
    test.diagnostic(`${all.length} texts compared`);
  });

  it('refuse the same things, and nothing throws across the border', () => {
    const refused = core.load('{ "type": 1 }', '');
    assert.deepEqual([refused.ok, refused.code, refused.where], [false, 'bad_value', '/type']);
    const path = join(folder, 'bad.json');
    writeFileSync(path, '{ "type": 1 }');
    assert.throws(() => execFileSync(clausemark, ['validate', path], { stdio: 'pipe' }), (/** @type {any} */ error) =>
      error.status === 1 && String(error.stderr).includes(refused.message) && String(error.stderr).includes('/type'));
    assert.equal(core.parse('%PDF-1.4').code, 'not_text');
  });
});
