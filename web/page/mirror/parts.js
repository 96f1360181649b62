// The parts of the accessible mirror, each as real elements made from what the application says.

import { button, field, region, rest, table, toggle } from './elements.js';

/** @typedef {import('./elements.js').Want} Want */

/** @param {import('../types').State} state @param {Want} want */
export function commands(state, want) {
  const header = document.createElement('header');
  const title = document.createElement('h1');
  title.textContent = `${state.title}, ${state.subtitle}`;
  const bar = document.createElement('div');
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Commands');
  bar.append(
    button('Open file', 'open', () => want('open')),
    button('Save file', 'save', () => want('save')),
    button(state.undo ? `Undo ${state.undo}` : 'Undo', 'undo', () => want('undo'), state.undo !== ''),
    button(state.redo ? `Redo ${state.redo}` : 'Redo', 'redo', () => want('redo'), state.redo !== ''),
    button('Next suggestion', 'next', () => want('next')),
    button('Previous suggestion', 'previous', () => want('previous')),
    button(state.dark ? 'Light theme' : 'Dark theme', 'theme', () => want('theme', state.dark ? 'light' : 'dark')),
  );
  // What can be done now and has no button of its own.
  const own = new Set(['open', 'save', 'undo', 'redo', 'next', 'previous', 'accept', 'reject', 'erase', 'summary', 'note', 'choose-tag', 'outline', 'light', 'dark', 'find', 'find-next', 'find-previous', 'documents', 'commands', 'keys', 'page-down', 'page-up', 'line-down', 'line-up', 'tags', 'comparison', 'merge', 'close-other', 'reopen', 'settle-first', 'settle-second', 'settle-both', 'steps']);
  const more = document.createElement('div');
  more.setAttribute('role', 'toolbar');
  more.setAttribute('aria-label', 'More commands');
  for (const action of state.actions) {
    if (action.able && !own.has(action.id)) more.append(button(action.name, `action-${action.id}`, () => want('action', action.id)));
  }
  const author = document.createElement('input');
  author.value = state.author;
  author.dataset.key = 'author';
  author.addEventListener('change', () => want('author', author.value));
  const kept = document.createElement('p');
  kept.id = 'kept';
  kept.textContent = state.kept;
  const label = document.createElement('label');
  label.append('Your name, to sign annotations', author);
  header.append(title, kept, bar, more, label);
  return header;
}

/** A question that waits for its answer. @param {import('../types').State} state @param {Want} want */
export function question({ opening, pending, question: { text, yes, no } }, want) {
  if (opening) {
    const told = document.createElement('p');
    told.textContent = opening;
    return region('section', 'Opening', told, button('Cancel', 'cancel', () => want('dismiss')));
  }
  if (pending === null) return '';
  const asked = document.createElement('div');
  asked.setAttribute('role', 'alertdialog');
  asked.setAttribute('aria-label', text);
  const words = document.createElement('p');
  words.textContent = text;
  asked.append(words, button(yes, 'answer-save', () => want('answer', 'save')), button(no, 'answer-open', () => want('answer', 'open')),
    button('Stay here', 'answer-keep', () => want('answer', 'keep')));
  return asked;
}

/** Looking for words in the text. @param {import('../types').State} state @param {Want} want */
export function search({ search: { text, matchCase, wholeWords, told, open } }, want) {
  const words = document.createElement('input');
  words.type = 'search';
  words.value = text;
  words.dataset.key = 'find';
  words.setAttribute('aria-label', 'Find in the text');
  words.addEventListener('change', () => want('find', words.value));
  const found = document.createElement('p');
  found.textContent = open ? told : '';
  return region('search', 'Find',
    words, found,
    button('Next place found', 'find-next', () => want('action', 'find-next'), open && told !== ''),
    button('Previous place found', 'find-previous', () => want('action', 'find-previous'), open && told !== ''),
    toggle('Match case', 'find-case', matchCase, () => want('findas', matchCase ? '' : 'case', wholeWords ? 'words' : '')),
    toggle('Whole words', 'find-words', wholeWords, () => want('findas', matchCase ? 'case' : '', wholeWords ? '' : 'words')));
}

/** What the browser has kept. @param {import('../types').State} state @param {Want} want */
export function documents(state, want) {
  const rows = document.createElement('ul');
  for (const kept of state.documents) {
    const item = document.createElement('li');
    const name = `${kept.title}, ${kept.when}`;
    if (kept.open) item.append(`${kept.title}, open now`);
    else if (kept.removed) item.append(button(`Keep ${name}`, `keep-${kept.id}`, () => want('removekept', kept.id, 'keep')));
    else item.append(button(`Open ${name}`, `openkept-${kept.id}`, () => want('openkept', kept.id)));
    if (!kept.open && !kept.elsewhere && !kept.removed) item.append(button(`Remove ${name}`, `remove-${kept.id}`, () => want('removekept', kept.id)));
    rows.append(item);
  }
  return region('section', 'Documents in this browser', rows);
}

/** What has been done, to go back to. @param {import('../types').State} state @param {Want} want */
export function steps(state, want) {
  const shown = state.sheet === 'steps';
  const open = button(shown ? 'Close the steps' : 'Show all steps', 'steps', () => (shown ? want('dismiss') : want('action', 'steps')), shown || state.undo !== '' || state.redo !== '');
  const rows = document.createElement('ol');
  for (const { by, name, quote, place } of state.steps) {
    const item = document.createElement('li');
    const told = `${name}${quote ? `, “${quote}”` : ''}${place ? `, ${place}` : ''}`;
    if (by === 0) item.append(`${told}: here now`);
    else item.append(button(`${by < 0 ? 'Back to' : 'Forward to'} ${told}`, `step-${by}`, () => want('gostep', String(by))));
    rows.append(item);
  }
  rest(rows, state.stepCount - state.steps.length);
  return region('section', 'Steps', open, ...(shown ? [rows] : []));
}

/** What the document comes to. @param {import('../types').Summary | null} shown @param {Want} want */
export function summary(shown, want) {
  const open = button(shown ? 'Close the summary' : 'Show the summary', 'summary', () => want('action', 'summary'));
  if (!shown) return region('section', 'Summary', open);
  const counts = table('Tags', ['Tag', 'Accepted', 'Suggested'], shown.tags.map(({ name, accepted, suggested }) => [name, String(accepted), String(suggested)]));
  const sections = table('Sections', ['Section', 'Annotations'], shown.sections.map(({ name, count }) => [name, String(count)]));
  const dates = table('Dates', ['Date', 'Place', 'Words'], shown.dates.map(({ date, place, words }) => [date, place, words]));
  const tables = shown.tables.flatMap(({ title, count, rows }, k) => [
    table(count > rows.length ? `${title}, the first ${rows.length} of ${count}` : title, ['Place', 'Who', 'What', 'When'], rows),
    button(`Copy the table ${title}`, `copytable-${k}`, () => want('copytable', String(k))),
  ]);
  return region('section', 'Summary', open, counts, sections, dates, ...tables);
}

/** The text itself. @param {import('../types').Paragraphs} text @param {Want} want */
export function paragraphs({ rows, count }, want) {
  /** @type {HTMLElement[]} */
  const tags = [];
  const made = rows.map(({ label, level, heading, text, links }) => {
    const element = document.createElement(heading ? 'h3' : 'p');
    if (level > 0) element.style.marginInlineStart = `${2 * level}em`;
    const note = document.createElement('small');
    tags.push(note);
    element.append(label ? `${label} ${text}` : text, note);
    for (const { at, place } of links) element.append(' ', button(`Go to ${place}`, `follow-${at}`, () => want('follow', String(at))));
    return element;
  });
  if (count > rows.length) {
    const more = document.createElement('p');
    more.textContent = `and ${count - rows.length} more paragraphs`;
    made.push(more);
  }
  return {
    region: region('main', 'Text', ...made),
    /** @param {string[]} names of the tags in each paragraph */
    tag(names) {
      for (const [k, name] of names.entries()) {
        const told = name ? ` [${name}]` : '';
        if (tags[k].textContent !== told) tags[k].textContent = told;
      }
    },
  };
}

/** @param {import('../types').OutlineEntry[]} entries @param {Want} want */
export function outline(entries, want) {
  const rows = document.createElement('ul');
  for (const [k, row] of entries.entries()) {
    const item = document.createElement('li');
    const count = row.count > 0 ? `, ${row.count} annotated` : '';
    item.append(button(`${row.text}${count}`, `outline-${k}`, () => want('go', String(row.at))));
    rows.append(item);
  }
  return region('nav', 'Outline', rows);
}

/** @param {import('../types').State} state @param {Want} want */
export function tagging(state, want) {
  const quote = document.createElement('p');
  quote.textContent = state.selection ? `Selected: “${state.selection}”` : 'Nothing is selected.';
  const bar = document.createElement('div');
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', 'Tags');
  const able = state.selection !== '' || state.active !== '';
  for (const tag of state.tags) bar.append(button(`Tag as ${tag.name}`, `tag-${tag.id}`, () => want('tag', tag.id), able));
  return region('section', 'Tagging', quote, bar);
}

/**
 * @param {string} label @param {number} count of all rows @param {import('../types').MirrorRow[]} rows the first of them
 * @param {(row: import('../types').MirrorRow) => Node[]} content
 */
export function list(label, count, rows, content) {
  const made = document.createElement('ul');
  made.setAttribute('aria-label', label);
  for (const row of rows) {
    const item = document.createElement('li');
    item.dataset.id = row.id;
    item.append(...content(row));
    made.append(item);
  }
  rest(made, count - rows.length);
  return region('section', `${label}: ${count}`, made);
}

/** @param {import('../types').MirrorRow} row */
function describe(row) {
  const text = document.createElement('p');
  text.textContent = `${row.tag}${row.rejected ? ', rejected' : ''}${row.place ? `, ${row.place}` : ''}: “${row.quote}”`;
  return text;
}

/** @param {import('../types').MirrorRow} row @param {Want} want */
export function suggestion(row, want) {
  const name = `${row.tag}, ${row.place}`;
  return [
    describe(row),
    button(`Show ${name}`, `show-${row.id}`, () => want('activate', row.id)),
    button(`Accept ${name}`, `accept-${row.id}`, () => want('accept', row.id)),
    button(`Reject ${name}`, `reject-${row.id}`, () => want('reject', row.id)),
  ];
}

/** @param {import('../types').MirrorRow} row @param {Want} want */
export function annotation(row, want) {
  const name = `${row.tag}, ${row.place}`;
  if (row.rejected) {
    return [
      describe(row),
      button(`Show ${name}`, `show-${row.id}`, () => want('activate', row.id)),
      button(`Open again ${name}`, `reopen-${row.id}`, () => want('reopen', row.id)),
    ];
  }
  const note = document.createElement('textarea');
  note.value = row.note;
  note.dataset.key = `note-${row.id}`;
  note.setAttribute('aria-label', `Note on ${name}`);
  note.addEventListener('change', () => want('note', row.id, note.value));
  return [
    describe(row),
    button(`Show ${name}`, `show-${row.id}`, () => want('activate', row.id)),
    note,
    ...row.attributes.map((one) => attribute(row, one, want)),
    button(`Delete ${name}`, `delete-${row.id}`, () => want('erase', row.id)),
  ];
}

/** What the tag set wants to know of an annotation. @param {import('../types').MirrorRow} row @param {import('../types').MirrorRow['attributes'][0]} one @param {Want} want */
function attribute(row, { name, value, values }, want) {
  const key = `attribute-${name}-${row.id}`;
  const set = (/** @type {string} */ text) => want('attribute', row.id, `${name}\n${text}`);
  if (values.length === 0) return field(`${name} of ${row.tag}, ${row.place}`, key, value, set);
  const choice = document.createElement('select');
  choice.dataset.key = key;
  for (const text of ['', ...values]) {
    const one = document.createElement('option');
    one.value = text;
    one.textContent = text || '–';
    choice.append(one);
  }
  choice.value = value;
  choice.addEventListener('change', () => set(choice.value));
  const label = document.createElement('label');
  label.append(`${name} of ${row.tag}, ${row.place}`, choice);
  return label;
}
