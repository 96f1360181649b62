// Files to hold against what is published: made by the command line, with all that the model has.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const require = createRequire(join(root, 'web/package.json'));
const clausemark = join(root, 'build/native/clausemark');
const seeds = join(process.env.CLAUSEMARK_CORPUS ?? join(root, '../shared/corpus'), 'seeds');

/** @param {string} name */
export const published = (name) => JSON.parse(readFileSync(join(root, 'core/formats/published', name), 'utf8'));

/** @param {string[]} args @param {string} folder */
export const run = (args, folder) => execFileSync(clausemark, args, { encoding: 'utf8', cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });

const text = 'Resolution 9001 (2031)\r\n\r\nThe Security Council,\r\n\r\n1. Demands that the ferries\r\nsail, and urges calm;\r\n\r\n' +
  '2. Demands that the ferries\r\nsail, and requests the Secretary-General to report by May;\r\n';

/** A project that has everything: two spans, note, attributes, links, every status, one without a place. */
function everything() {
  const folder = mkdtempSync(join(tmpdir(), 'clausemark-'));
  writeFileSync(join(folder, 'r.txt'), text);
  run(['suggest', 'r.txt'], folder);
  const project = JSON.parse(readFileSync(join(folder, 'r.clausemark.json'), 'utf8'));
  const [first, second, third] = project.first.items;
  first.creator = { type: 'Person', name: 'Ada' };
  first.created = first.modified = '2031-03-14T10:00:00Z';
  first.body.push({ type: 'TextualBody', purpose: 'commenting', value: 'strong' });
  first.clausemark = { ...first.clausemark, status: 'accepted', attributes: { force: '5' }, links: [{ role: 'see', to: second.id }] };
  first.target = [first.target, third.target];
  second.clausemark.status = 'rejected';
  const lost = { ...second, id: 'lost:1', clausemark: { status: 'accepted', places: [[0, 10], [24, 30]] } };
  lost.target = { source: second.target.source, selector: [{ type: 'TextQuoteSelector', exact: 'elsewhere' }] };
  project.first.items.push(lost);
  project.clausemark.tagSet.tags.push({ id: 'ferry', name: 'Ferry', group: 'Ours', colour: '#112233', key: 'ö', description: 'Boats', parent: 'demand',
    attributes: [{ name: 'port', description: 'Which', values: ['east', 'west'] }, { name: 'free' }] });
  writeFileSync(join(folder, 'work.json'), JSON.stringify(project));
  // Through the core once more, so that what is looked at is what it writes.
  run(['tagset', 'apply', 'work.json', 'work.json', '-o', 'all.clausemark.json'], folder);
  run(['tagset', 'export', 'all.clausemark.json', '-o', 'all.tagset.json'], folder);
  return folder;
}

const folder = everything();
/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
export const project = read('all.clausemark.json');
export const tagSet = read('all.tagset.json');

/** Projects of real texts, where they are at hand. */
export function realProjects() {
  if (!existsSync(seeds)) return [];
  return readdirSync(seeds).filter((name) => name.endsWith('.txt'))
    .map((name) => JSON.parse(run(['suggest', join(seeds, name), '-o', '-'], folder)));
}
