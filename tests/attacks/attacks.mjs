// A shared file in which everything that its maker could choose tries to be more than data.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clausemark } from '../cli/command_line.mjs';

/** @type {string[]} */
export const strings = JSON.parse(readFileSync(fileURLToPath(new URL('strings.json', import.meta.url)), 'utf8'));

/** Characters that no file of ours may hold: a text cannot, so a name does not need to. @param {string} text */
const storable = (text) => text.replaceAll('\u0000', '');

/**
 * Writes attack.txt and attack.clausemark.json into a folder; gives how many annotations there are.
 * @param {{ folder: string, execute: (command: string, args: string[]) => { code: number | null, err: string } }} work
 */
export function writeAttack({ folder, execute }) {
  const clauses = strings.map((text, k) => `${k + 1}. Demands that ${storable(text)} be read as words;`);
  writeFileSync(join(folder, 'attack.txt'), `Resolution 9003 (2031)\n\nThe Security Council,\n\n${clauses.join('\n\n')}\n`);
  const made = execute(clausemark, ['suggest', 'attack.txt']);
  if (made.code !== 0) throw new Error(made.err);
  const file = join(folder, 'attack.clausemark.json');
  const project = JSON.parse(readFileSync(file, 'utf8'));
  const attack = (/** @type {number} */ k) => storable(strings[k % strings.length]);
  project.clausemark.document.symbol = attack(0);
  project.clausemark.document.date = attack(1);
  project.clausemark.tagSet.name = attack(2);
  for (const [k, tag] of project.clausemark.tagSet.tags.entries()) Object.assign(tag, { name: attack(k), description: attack(k + 1), group: attack(k + 2) });
  for (const [k, item] of project.first.items.entries()) {
    item.creator = { type: 'Person', name: attack(k) };
    item.body.push({ type: 'TextualBody', purpose: 'commenting', value: attack(k + 3), format: 'text/plain' });
    Object.assign(item.clausemark, { status: k % 2 === 0 ? 'accepted' : 'suggested', rule: attack(k + 4), attributes: { [attack(k + 5) || 'x']: attack(k + 6) } });
  }
  writeFileSync(file, JSON.stringify(project));
  return project.first.items.length;
}
