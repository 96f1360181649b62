// The JSON Schemas say of our files what is so: whatever we write is valid and wholly described, and what they refuse,
// the core refuses as well.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { project, published, realProjects, require, root, run, tagSet } from './files.mjs';

/** @type {typeof import('ajv/dist/2020.js').Ajv2020} */
const Ajv = require('ajv/dist/2020').Ajv2020;

/** The schema that allows no key it does not name. @param {any} schema @returns {any} */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  // Only where the keys of an object are listed, not where a condition looks at one of them.
  if (copy.type === 'object' && copy.properties && !('additionalProperties' in copy)) copy.additionalProperties = false;
  return copy;
}

/** @param {(schema: any) => any} [change] */
function validators(change = (schema) => schema) {
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  ajv.addSchema(change(published('tag-set.schema.json')));
  ajv.addSchema(change(published('project.schema.json')));
  /** @param {string} id */
  const validator = (id) => {
    const validate = /** @type {import('ajv').ValidateFunction} */ (ajv.getSchema(id));
    return (/** @type {any} */ value) => (validate(value) ? '' : ajv.errorsText(validate.errors, { separator: '\n' }));
  };
  return { project: validator('urn:clausemark:schema:project:2'), tagSet: validator('urn:clausemark:schema:tag-set:1') };
}

/** @param {any} value @param {(copy: any) => void} change */
function changed(value, change) {
  const copy = JSON.parse(JSON.stringify(value));
  change(copy);
  return copy;
}

describe('the schemas', () => {
  it('take what we write, and name every key of it', () => {
    for (const validate of [validators(), validators(closed)]) {
      assert.equal(validate.project(project), '');
      assert.equal(validate.tagSet(tagSet), '');
    }
  });

  it('take files of real texts', (context) => {
    const projects = realProjects();
    if (projects.length === 0) return context.skip('the texts of ../shared/corpus are not at hand');
    const validate = validators(closed);
    for (const one of projects) assert.equal(validate.project(one), '');
  });

  it('refuse what the core refuses', () => {
    const validate = validators();
    const folder = mkdtempSync(join(tmpdir(), 'clausemark-'));
    /** @type {[string, (file: any) => void][]} */
    const wrong = [
      ['another type', (file) => { file.type = 'Poem'; }],
      ['a later version', (file) => { file.clausemark.version = 3; }],
      ['no document', (file) => { delete file.clausemark.document; }],
      ['no hash', (file) => { delete file.clausemark.document.sha256; }],
      ['a colour that is none', (file) => { file.clausemark.tagSet.tags[0].colour = 'green'; }],
      ['a tag without a name', (file) => { delete file.clausemark.tagSet.tags[0].name; }],
      ['an annotation without an id', (file) => { delete file.first.items[0].id; }],
      ['an empty id', (file) => { file.first.items[0].id = ''; }],
      ['two tags on one annotation', (file) => { file.first.items[0].body.push(file.first.items[0].body[0]); }],
      ['no tag', (file) => { file.first.items[0].body.shift(); }],
      ['an unknown purpose', (file) => { file.first.items[0].body[0].purpose = 'classifying'; }],
      ['an unknown status', (file) => { file.first.items[0].clausemark.status = 'perhaps'; }],
      ['a position before the text', (file) => { file.first.items[1].target.selector[0].start = -1; }],
      ['a position that is no whole number', (file) => { file.first.items[1].target.selector[0].start = 1.5; }],
      ['no quote', (file) => { file.first.items[1].target.selector.pop(); }],
      ['no position, but a place', (file) => { file.first.items[1].target.selector.shift(); }],
      ['a number as an attribute', (file) => { file.first.items[0].clausemark.attributes.force = 5; }],
      ['a link without a role', (file) => { delete file.first.items[0].clausemark.links[0].role; }],
      ['a place of three positions', (file) => { file.first.items.at(-1).clausemark.places = [[1, 2, 3]]; }],
      ['a creator without a name', (file) => { delete file.first.items[0].creator.name; }],
      ['items that are no list', (file) => { file.first.items = {}; }],
    ];
    // The annotations that the changes mean: the first has everything, the second one place.
    const sorted = changed(project, (file) => {
      const rank = (/** @type {any} */ item) => (item.clausemark.attributes ? 0 : item.clausemark.places ? 2 : 1);
      file.first.items.sort((/** @type {any} */ a, /** @type {any} */ b) => rank(a) - rank(b));
    });
    for (const [what, change] of wrong) {
      const file = changed(sorted, change);
      assert.notEqual(validate.project(file), '', `the schema refuses ${what}`);
      writeFileSync(join(folder, 'wrong.json'), JSON.stringify(file));
      assert.throws(() => run(['validate', 'wrong.json'], folder), `the core refuses ${what}`);
    }
    writeFileSync(join(folder, 'right.json'), JSON.stringify(sorted));
    assert.match(execFileSync(join(root, 'build/native/clausemark'), ['validate', 'right.json'], { cwd: folder, encoding: 'utf8' }), /valid/);
  });
});
