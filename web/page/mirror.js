// The accessible mirror: what the canvas shows, as real elements with roles and names. Built from the same view model
// as the canvas; its buttons ask for the same intents.

/**
 * @param {HTMLElement} root
 * @param {import('./types').App} app
 * @param {() => void} redraw
 */
export function createMirror(root, app, redraw) {
  // Each part is built anew only when what it shows has changed.
  const parts = { commands: document.createElement('div'), outline: document.createElement('div'), tagging: document.createElement('div'), lists: document.createElement('div') };
  root.append(...Object.values(parts));
  let viewRevision = -1;
  let annotationRevision = -1;
  let documentRevision = -1;

  /** @param {string} name @param {string} [argument] @param {string} [second] */
  const want = (name, argument = '', second = '') => {
    app.want(name, argument, second);
    redraw();
  };

  // While a button of the mirror is held down it must stay where it is, or its click would be lost.
  let held = false;
  root.addEventListener('pointerdown', () => { held = true; });
  for (const name of ['pointerup', 'pointercancel']) {
    window.addEventListener(name, () => {
      if (!held) return;
      setTimeout(() => {
        held = false;
        refresh();
      }, 0);
    });
  }

  function refresh() {
    if (held || app.viewRevision() === viewRevision) return;
    viewRevision = app.viewRevision();
    const focus = rememberFocus(root);
    const state = app.state();
    document.title = `${state.unsaved ? '• ' : ''}${state.title} – Clausemark`;
    document.documentElement.style.colorScheme = state.dark ? 'dark' : 'light';
    const changed = app.annotationRevision() !== annotationRevision || app.documentRevision() !== documentRevision;
    annotationRevision = app.annotationRevision();
    documentRevision = app.documentRevision();
    if (changed) {
      const { suggestions, suggestionCount, annotations, annotationCount } = app.lists();
      parts.outline.replaceChildren(outline(app.outline(), want));
      parts.lists.replaceChildren(
        list('Suggestions', suggestionCount, suggestions, (row) => suggestion(row, want)),
        list('Annotations', annotationCount, annotations, (row) => annotation(row, want)),
      );
    }
    parts.commands.replaceChildren(commands(state, want));
    parts.tagging.replaceChildren(tagging(state, want));
    focus();
  }

  return { refresh };
}

/**
 * Remembers which control has the focus; the function it gives back puts it there again, or on the control that stands
 * in its place when it is gone.
 * @param {HTMLElement} root
 */
function rememberFocus(root) {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !root.contains(focused)) return () => {};
  const place = [...root.querySelectorAll('[data-key]')].indexOf(focused);
  return () => {
    if (root.contains(focused)) return;
    const controls = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-key]'));
    const same = [...controls].find((control) => control.dataset.key === focused.dataset.key);
    (same ?? controls[Math.min(Math.max(place, 0), controls.length - 1)])?.focus();
  };
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

/** @param {import('./types').State} state @param {Want} want */
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
    button('Next suggestion', 'next', () => want('next')),
    button('Previous suggestion', 'previous', () => want('previous')),
    button(state.dark ? 'Light theme' : 'Dark theme', 'theme', () => want('theme', state.dark ? 'light' : 'dark')),
  );
  if (state.pending !== null) {
    bar.append(
      button('Save and open', 'answer-save', () => want('answer', 'save')),
      button('Open without saving', 'answer-open', () => want('answer', 'open')),
      button('Stay here', 'answer-keep', () => want('answer', 'keep')),
    );
  }
  const author = document.createElement('input');
  author.value = state.author;
  author.dataset.key = 'author';
  author.setAttribute('aria-label', 'Your name, to sign annotations');
  author.addEventListener('change', () => want('author', author.value));
  const kept = document.createElement('p');
  kept.id = 'kept';
  kept.textContent = state.kept;
  header.append(title, kept, bar, author);
  return header;
}

/** @param {import('./types').OutlineEntry[]} entries @param {Want} want */
function outline(entries, want) {
  const rows = document.createElement('ul');
  for (const [k, row] of entries.entries()) {
    const item = document.createElement('li');
    const count = row.count > 0 ? `, ${row.count} annotated` : '';
    item.append(button(`${row.text}${count}`, `outline-${k}`, () => want('go', String(row.at))));
    rows.append(item);
  }
  return region('nav', 'Outline', rows);
}

/** @param {import('./types').State} state @param {Want} want */
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
 * @param {string} label @param {number} count of all rows @param {import('./types').MirrorRow[]} rows the first of them
 * @param {(row: import('./types').MirrorRow) => Node[]} content
 */
function list(label, count, rows, content) {
  const made = document.createElement('ul');
  made.setAttribute('aria-label', label);
  for (const row of rows) {
    const item = document.createElement('li');
    item.dataset.id = row.id;
    item.append(...content(row));
    made.append(item);
  }
  if (count > rows.length) {
    const item = document.createElement('li');
    item.textContent = `and ${count - rows.length} more`;
    made.append(item);
  }
  return region('section', `${label}: ${count}`, made);
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
