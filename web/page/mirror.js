// The accessible mirror: what the canvas shows, as real elements with roles and names. Built from the same view model
// as the canvas; its buttons ask for the same intents.

/** Suggestions beyond these are reached by reviewing; the mirror stays small. */
const MOST_ROWS = 200;

/**
 * @param {HTMLElement} root
 * @param {import('./types').App} app
 * @param {() => void} redraw
 */
export function createMirror(root, app, redraw) {
  let revision = -1;

  /** @param {string} name @param {string} [argument] @param {string} [second] */
  const want = (name, argument = '', second = '') => {
    app.want(name, argument, second);
    redraw();
  };

  function refresh() {
    const now = app.mirrorRevision();
    if (now === revision) return;
    revision = now;
    const state = app.mirror();
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset?.key;
    document.title = `${state.unsaved ? '• ' : ''}${state.title} – Clausemark`;
    document.documentElement.style.colorScheme = state.dark ? 'dark' : 'light';
    root.replaceChildren(
      commands(state, want),
      outline(state, want),
      tagging(state, want),
      list('Suggestions', state.suggestions, (row) => suggestion(row, want)),
      list('Annotations', state.annotations, (row) => annotation(row, want)),
    );
    if (focused) /** @type {HTMLElement | null} */ (root.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus();
  }

  return { refresh };
}

/**
 * @param {string} label @param {string} key unique in the mirror, so that focus can be given back
 * @param {() => void} press
 */
function button(label, key, press, enabled = true) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.dataset.key = key;
  made.disabled = !enabled;
  made.addEventListener('click', press);
  return made;
}

/** @param {string} tag @param {string} label @param {...Node} children */
function region(tag, label, ...children) {
  const made = document.createElement(tag);
  made.setAttribute('aria-label', label);
  const heading = document.createElement('h2');
  heading.textContent = label;
  made.append(heading, ...children);
  return made;
}

/** @typedef {(name: string, argument?: string, second?: string) => void} Want */

/** @param {import('./types').Mirror} state @param {Want} want */
function commands(state, want) {
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
    button('Next suggestion', 'next', () => want('next'), state.suggestions.length > 0),
    button('Previous suggestion', 'previous', () => want('previous'), state.suggestions.length > 0),
    button(state.dark ? 'Light theme' : 'Dark theme', 'theme', () => want('theme', state.dark ? 'light' : 'dark')),
  );
  if (state.pending !== null) {
    bar.append(
      button('Save and open', 'answer-save', () => want('answer', 'save')),
      button('Open without saving', 'answer-open', () => want('answer', 'open')),
      button('Stay here', 'answer-keep', () => want('answer', 'keep')),
    );
  }
  header.append(title, bar);
  return header;
}

/** @param {import('./types').Mirror} state @param {Want} want */
function outline(state, want) {
  const rows = document.createElement('ul');
  for (const [k, row] of state.outline.entries()) {
    const item = document.createElement('li');
    const count = row.count > 0 ? `, ${row.count} annotated` : '';
    item.append(button(`${row.text}${count}`, `outline-${k}`, () => want('go', String(row.at))));
    rows.append(item);
  }
  return region('nav', 'Outline', rows);
}

/** @param {import('./types').Mirror} state @param {Want} want */
function tagging(state, want) {
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
 * @param {string} label @param {import('./types').MirrorRow[]} rows
 * @param {(row: import('./types').MirrorRow) => Node[]} content
 */
function list(label, rows, content) {
  const made = document.createElement('ul');
  made.setAttribute('aria-label', label);
  for (const row of rows.slice(0, MOST_ROWS)) {
    const item = document.createElement('li');
    item.dataset.id = row.id;
    item.append(...content(row));
    made.append(item);
  }
  if (rows.length > MOST_ROWS) {
    const item = document.createElement('li');
    item.textContent = `and ${rows.length - MOST_ROWS} more`;
    made.append(item);
  }
  return region('section', `${label}: ${rows.length}`, made);
}

/** @param {import('./types').MirrorRow} row */
function describe(row) {
  const text = document.createElement('p');
  text.textContent = `${row.tag}${row.place ? `, ${row.place}` : ''}: “${row.quote}”`;
  return text;
}

/** @param {import('./types').MirrorRow} row @param {Want} want */
function suggestion(row, want) {
  const name = `${row.tag}, ${row.place}`;
  return [
    describe(row),
    button(`Show ${name}`, `show-${row.id}`, () => want('activate', row.id)),
    button(`Accept ${name}`, `accept-${row.id}`, () => want('accept', row.id)),
    button(`Reject ${name}`, `reject-${row.id}`, () => want('reject', row.id)),
  ];
}

/** @param {import('./types').MirrorRow} row @param {Want} want */
function annotation(row, want) {
  const name = `${row.tag}, ${row.place}`;
  const note = document.createElement('textarea');
  note.value = row.note;
  note.dataset.key = `note-${row.id}`;
  note.setAttribute('aria-label', `Note on ${name}`);
  note.addEventListener('change', () => want('note', row.id, note.value));
  return [
    describe(row),
    button(`Show ${name}`, `show-${row.id}`, () => want('activate', row.id)),
    note,
    button(`Delete ${name}`, `delete-${row.id}`, () => want('erase', row.id)),
  ];
}
