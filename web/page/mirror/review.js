// The parts of the accessible mirror about reviewing, alone and with others: filter, contradictions, comparison.
import { button, field, region, rest, table, toggle } from './elements.js';

/** @typedef {import('./elements.js').Want} Want */

/** Which annotations are listed. @param {import('../types').State} state @param {Want} want */
export function filter({ filter: { text, statuses, tags, author }, authors, tags: all, hidden }, want) {
  const words = field('Words of the clause or the note', 'filter-text', text, (value) => want('filtertext', value));
  const choices = document.createElement('div');
  choices.setAttribute('role', 'group');
  choices.setAttribute('aria-label', 'Only these');
  for (const [status, name] of [['suggested', 'Suggested'], ['accepted', 'Accepted'], ['rejected', 'Rejected']]) {
    choices.append(toggle(name, `filter-${status}`, statuses.includes(status), () => want('filterstatus', status)));
  }
  for (const { id, name } of all) choices.append(toggle(name, `filter-tag-${id}`, tags.includes(id), () => want('filtertag', id)));
  for (const name of authors) choices.append(toggle(`By ${name}`, `filter-author-${name}`, name === author, () => want('filterauthor', name)));
  const told = document.createElement('p');
  told.textContent = hidden > 0 ? `${hidden} are hidden by the filter` : '';
  return region('section', 'Filter', words, choices, told);
}

/** A tag and who says so. @param {import('../types').MirrorRow} row */
const verdict = (row) => `${row.tag}${row.rejected ? ', rejected' : ''}${row.author ? ` by ${row.author}` : ''}`;

/** @param {import('../types').MirrorRow} row */
const said = (row) => `${verdict(row)}: “${row.quote}”${row.note ? `, ${row.note}` : ''}`;

/** Pairs that contradict each other. @param {import('../types').MirrorDispute[]} rows the first of them @param {number} count of all @param {Want} want */
export function disputes(rows, count, want) {
  if (rows.length === 0) return '';
  const list = document.createElement('ul');
  list.setAttribute('aria-label', 'Contradictions');
  for (const { first, second } of rows) {
    const item = document.createElement('li');
    const one = document.createElement('p');
    one.textContent = `1, ${first.place}: ${said(first)}`;
    const other = document.createElement('p');
    other.textContent = `2, ${second.place}: ${said(second)}`;
    const key = `${first.id} ${second.id}`;
    item.append(one, other,
      button(`Keep ${verdict(first)}, the first`, `first-${key}`, () => want('keepfirst', first.id, second.id)),
      button(`Keep ${verdict(second)}, the second`, `second-${key}`, () => want('keepsecond', first.id, second.id)),
      button('Keep both', `both-${key}`, () => want('keepboth', first.id, second.id)));
    list.append(item);
  }
  rest(list, count - rows.length);
  return region('section', `Contradictions to settle: ${count}`, list);
}

/**
 * How another version differs from this one.
 * @param {import('../types').Comparison | null} shown @param {string} other its name, or nothing @param {Want} want
 */
export function comparison(shown, other, want) {
  if (!other) return '';
  const open = button(shown ? 'Close the comparison' : `Compare with ${other}`, 'comparison', () => want('action', 'comparison'));
  const merge = button(`Merge ${other}`, 'merge', () => want('merge'));
  const stop = button(`Stop comparing with ${other}`, 'close-other', () => want('action', 'close-other'));
  if (!shown) return region('section', 'Another version', open, merge, stop);
  const told = document.createElement('p');
  told.textContent = shown.told;
  const side = (/** @type {import('../types').Side} */ one) => (one.says ? `${one.tag}${one.status ? `, ${one.status}` : ''}${one.author ? ` by ${one.author}` : ''}: “${one.quote}”${one.note ? `, ${one.note}` : ''}` : '–');
  return region('section', `Compared with ${other}`, told, open, merge, stop,
    table('Agreement', ['Figure', 'Value', 'Of'], shown.figures.map(({ name, value, meaning }) => [name, value, meaning])),
    table(shown.count > shown.rows.length ? `What differs, the first ${shown.rows.length} of ${shown.count}` : 'What differs', ['Place', 'In', 'Here', other],
      shown.rows.map(({ place, differs, ours, theirs }) => [place, differs, side(ours), side(theirs)])),
    table('Tag by tag', ['Tag', 'Here', 'There', 'In the same clauses'], shown.tags.map(({ name, ours, theirs, agreement }) => [name, String(ours), String(theirs), agreement])));
}
