// The command line as people and scripts use it: output, exit codes, files that are never half written.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { clausemark, workFolder } from './command_line.mjs';

const text = 'Resolution 9001 (2031)\n\nThe Security Council,\n\n1. Demands that the ferries sail, and urges calm;\n';

const { folder, execute, remove } = workFolder();
after(remove);

/** @param {string[]} args @param {string} [input] */
const run = (args, input) => execute(clausemark, args, input);

describe('clausemark', () => {
  it('prints a tree for people and JSON for programs, from a file or from standard input', () => {
    const tree = run(['parse', '-'], text);
    assert.equal(tree.code, 0);
    assert.match(tree.out, /^S\/RES\/9001 \(2031\)/);
    assert.match(tree.out, /1\.\s+Demands that the ferries sail/);
    assert.equal(tree.out.includes('\u001b'), false, 'no colours when the output is no terminal');
    const { document, blocks } = JSON.parse(run(['parse', '--json', '-'], text).out);
    assert.equal(document.symbol, 'S/RES/9001 (2031)');
    const paragraph = blocks.find((/** @type {any} */ block) => block.kind === 'operative');
    assert.deepEqual(paragraph.labels, ['demand', 'urge']);
    assert.deepEqual(paragraph.acts.map((/** @type {any} */ act) => [act.phrase, act.label]), [['Demands', 'demand'], ['urges', 'urge']]);
  });

  it('reads a collection in its order, one object a line, on any number of threads', () => {
    const collection = join(folder, 'collection', 'inner');
    mkdirSync(collection, { recursive: true });
    for (let k = 0; k < 40; ++k)
      writeFileSync(join(collection, `${String(k).padStart(2, '0')}.txt`), text.replace('9001', String(8000 + k)));
    writeFileSync(join(collection, 'notes.md'), 'no text of a resolution');
    const one = run(['parse', '--jsonl', '--jobs', '1', 'collection']);
    const rows = one.out.trim().split('\n').map((line) => JSON.parse(line));
    assert.equal(one.code, 0);
    assert.deepEqual(rows.map((row) => row.document.symbol), Array.from({ length: 40 }, (_, k) => `S/RES/${8000 + k} (2031)`));
    assert.equal(rows[7].file, 'collection/inner/07.txt');
    assert.equal(run(['parse', '--jsonl', '--jobs', '7', 'collection']).out, one.out);
    rmSync(join(folder, 'collection'), { recursive: true });
  });

  it('tells of a text of a collection that cannot be read, and goes on with the others', () => {
    writeFileSync(join(folder, 'image.txt'), '\u0089PNG', 'latin1');
    const result = run(['parse', '--jsonl', 'image.txt', '-', 'missing.txt'], text);
    rmSync(join(folder, 'image.txt'));
    assert.equal(result.code, 1);
    assert.match(result.err, /image\.txt: this is an image/);
    assert.match(result.err, /missing\.txt: No such file/);
    assert.equal(JSON.parse(result.out).file, '-');
    assert.equal(run(['parse', 'a.txt', 'b.txt']).code, 2);
  });

  it('says who is addressed, who reports and what is cited', () => {
    const input = 'Resolution 9002 (2031)\n\nThe Security Council,\n\n1. Welcomes the plan;\n\n2. Requests the Secretary-General ' +
      'to report to the Council on the plan in paragraph 1 above by 1 May 2031;\n';
    const { blocks, reporting } = JSON.parse(run(['parse', '--json', '-'], input).out);
    const second = blocks.find((/** @type {any} */ block) => block.path === 'op2');
    assert.equal(second.acts[0].addressee, 'the Secretary-General');
    assert.deepEqual(second.links.map((/** @type {any} */ link) => link.target), ['op1']);
    assert.deepEqual(second.labels, ['request', 'reporting']);
    const { who, to, on, when } = reporting[0];
    assert.deepEqual([who, to, on, when], ['the Secretary-General', 'the Council', 'the plan in paragraph 1 above', ['2031-05-01']]);
  });

  it('writes suggestions beside the text, and never over a file that is there', () => {
    writeFileSync(join(folder, 'r.txt'), text);
    const written = run(['suggest', 'r.txt']);
    assert.equal(written.code, 0);
    assert.match(written.err, /2 suggestions written to r\.clausemark\.json/);
    const first = readFileSync(join(folder, 'r.clausemark.json'));
    const again = run(['suggest', 'r.txt']);
    assert.equal(again.code, 1);
    assert.match(again.err, /exists already; --force replaces it/);
    assert.deepEqual(readFileSync(join(folder, 'r.clausemark.json')), first);
    assert.equal(run(['suggest', '--force', 'r.txt']).code, 0);
    assert.deepEqual(readdirSync(folder).sort(), ['r.clausemark.json', 'r.txt'], 'no temporary files are left');
  });

  it('shows clause, tag and quote, and validates', () => {
    const shown = run(['show', '--all', 'r.clausemark.json']);
    assert.equal(shown.code, 0);
    assert.match(shown.out, /op1\n {2}▎Demand {2}suggested\n {4}“Demands that the ferries sail”/);
    assert.match(run(['validate', 'r.clausemark.json']).out, /valid; 0 annotations, 2 open suggestions, 0 rejected; every quote found/);
  });

  it('needs the text beside a file that leaves it out', () => {
    run(['suggest', '--without-text', '-o', 'bare.clausemark.json', 'r.txt']);
    const alone = run(['validate', 'bare.clausemark.json']);
    assert.equal(alone.code, 1);
    assert.match(alone.err, /leaves its text out.*\/clausemark\/document/);
    assert.equal(run(['validate', '--text', 'r.txt', 'bare.clausemark.json']).code, 0);
  });

  it('takes annotations over to another version of the text and keeps what is lost', () => {
    writeFileSync(join(folder, 'press.txt'), `For information media.\n\n${text.replace(', and urges calm', '')}`);
    const taken = run(['reanchor', 'r.clausemark.json', 'press.txt', '-o', 'press.clausemark.json']);
    assert.equal(taken.code, 0);
    assert.match(taken.err, /2 annotations: 0 exact, 1 moved, 0 ambiguous, 1 orphaned; written to press\.clausemark\.json/);
    assert.match(taken.out, /orphaned {2}op1 {2}urge\n {4}“urges calm”/);
    assert.match(run(['show', '--all', 'press.clausemark.json']).out, /▎Urge {2}suggested {2}has no place in this text\n {4}“urges calm”/);
    assert.equal(run(['validate', 'press.clausemark.json']).code, 0);
    assert.equal(run(['reanchor', 'r.clausemark.json', 'press.txt', '-o', 'press.clausemark.json']).code, 1);
    const rows = run(['reanchor', '--json', '--force', 'r.clausemark.json', 'press.txt', '-o', 'press.clausemark.json']).out;
    assert.deepEqual(rows.trim().split('\n').map((line) => JSON.parse(line).state), ['moved', 'orphaned']);
  });

  it('says what is wrong with a file on standard error and exits with 1', () => {
    writeFileSync(join(folder, 'a.json'), '{');
    writeFileSync(join(folder, 'b.txt'), '%PDF-1.4');
    const broken = run(['validate', 'a.json']);
    assert.deepEqual([broken.code, broken.out], [1, '']);
    assert.match(broken.err, /a\.json: .*line 1, column \d/);
    assert.match(run(['parse', 'b.txt']).err, /b\.txt: this is a PDF file/);
    assert.match(run(['parse', 'r.clausemark.json']).err, /'clausemark show' reads it/);
    assert.match(run(['validate', 'r.txt']).err, /a \.clausemark\.json file is needed/);
    assert.match(run(['dance']).err, /there is no command "dance"/);
    assert.match(run(['parse', 'missing.txt']).err, /cannot read missing\.txt/);
    assert.equal(run(['parse', '.']).code, 1);
  });

  it('exits with 2 and a help text on wrong use', () => {
    for (const args of [[], ['parse'], ['dance'], ['parse', '--loud', 'r.txt']]) {
      const wrong = run(args);
      assert.equal(wrong.code, 2, args.join(' '));
      assert.notEqual(wrong.err, '');
    }
    const help = run(['--help']);
    assert.equal(help.code, 0);
    assert.match(help.out, /parse.*\n.*suggest.*\n.*show.*\n.*validate/);
    assert.equal(run(['--version']).code, 0);
  });

  it('leaves nothing behind where it may not write', () => {
    const refused = run(['suggest', '-o', 'no/such/folder/x.json', 'r.txt']);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /cannot write no\/such\/folder\/x\.json/);
    assert.equal(existsSync(join(folder, 'no')), false);
  });
});
