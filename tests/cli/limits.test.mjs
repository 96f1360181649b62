// How many annotations a file may have, at the edge.
import assert from 'node:assert/strict';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { workFolder } from './command_line.mjs';

const MOST_ANNOTATIONS = 500_000;

const { folder, run, read, remove } = workFolder();
after(remove);

/** Writes a file with so many annotations on one word. @param {number} count */
function writeMany(count) {
  writeFileSync(join(folder, 'truce.txt'), 'The Security Council,\n\n1. Demands a truce;\n');
  run('suggest', 'truce.txt', '--force');
  const project = JSON.parse(read('truce.clausemark.json'));
  const [item] = project.first.items;
  project.first.items = ['HERE'];
  const [head, tail] = JSON.stringify(project).split('"HERE"');
  const file = openSync(join(folder, 'many.clausemark.json'), 'w');
  writeSync(file, head);
  for (let k = 0; k < count; k += 10_000) {
    const rows = [];
    for (let at = k; at < Math.min(count, k + 10_000); at += 1) rows.push(JSON.stringify({ ...item, id: `urn:x:${at}` }));
    writeSync(file, (k > 0 ? ',' : '') + rows.join(','));
  }
  writeSync(file, tail);
  closeSync(file);
}

describe('a file', () => {
  it('may have half a million annotations, and one more is refused with its place', () => {
    writeMany(MOST_ANNOTATIONS);
    const fine = run('validate', 'many.clausemark.json');
    assert.equal(fine.code, 0, fine.err);
    writeMany(MOST_ANNOTATIONS + 1);
    const refused = run('validate', 'many.clausemark.json');
    assert.equal(refused.code, 1);
    assert.match(refused.err, /there are 500001 annotations; at most 500000 can stand in a project/);
    assert.match(refused.err, /\/first\/items\/500000/);
  });
});
