// The accessible mirror: what the canvas shows, as real elements with roles and names. Built from the same view model
// as the canvas; its buttons ask for the same intents.

import { commands, documents, list, annotation, suggestion, outline, paragraphs, question, search, steps, summary, tagging } from './parts.js';
import { comparison, disputes, filter } from './review.js';
import { tagEditor } from './tags.js';

/**
 * @param {HTMLElement} root
 * @param {import('../types').App} app
 * @param {{ redraw: () => void, shown: (state: import('../types').State) => void }} told when the canvas is to be drawn anew, and what is shown
 */
export function createMirror(root, app, { redraw, shown }) {
  // Each part is built anew only when what it shows has changed.
  const part = () => document.createElement('div');
  const parts = { question: part(), commands: part(), search: part(), documents: part(), steps: part(), outline: part(), comparison: part(), summary: part(), tags: part(), text: part(), tagging: part(), filter: part(), disputes: part(), lists: part() };
  /** @type {ReturnType<typeof paragraphs> | null} */
  let text = null;
  root.append(...Object.values(parts));
  let viewRevision = -1;
  let annotationRevision = -1;
  let documentRevision = -1;
  let asking = false;

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

  // What is being written in a field stays there until the field is left.
  let stale = false;
  root.addEventListener('focusout', () => {
    setTimeout(() => {
      if (!stale) return;
      stale = false;
      viewRevision = -1;
      annotationRevision = -1;
      refresh();
    }, 0);
  });

  /** @param {HTMLElement} place @param {...(Node | string)} content */
  function put(place, ...content) {
    const focused = document.activeElement;
    const writing = (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) && place.contains(focused);
    if (writing) stale = true;
    else place.replaceChildren(...content);
  }

  function refresh() {
    if (held || app.viewRevision() === viewRevision) return;
    viewRevision = app.viewRevision();
    const focus = rememberFocus(root);
    const state = app.state();
    shown(state);
    document.title = `${state.unsaved ? '• ' : ''}${state.title} – Clausemark`;
    document.documentElement.style.colorScheme = state.dark ? 'dark' : 'light';
    const another = app.documentRevision() !== documentRevision;
    const changed = another || app.annotationRevision() !== annotationRevision;
    annotationRevision = app.annotationRevision();
    documentRevision = app.documentRevision();
    if (changed) {
      const lists = app.lists();
      const { suggestions, suggestionCount, annotations, annotationCount } = lists;
      put(parts.disputes, disputes(lists.disputes, lists.disputeCount, want));
      put(parts.outline, outline(app.outline(), want));
      if (another || !text) {
        text = paragraphs(app.paragraphs(), want);
        put(parts.text, text.region);
      }
      text.tag(app.paragraphTags());
      put(parts.lists,
        list('Suggestions', suggestionCount, suggestions, (row) => suggestion(row, want)),
        list('Annotations', annotationCount, annotations, (row) => annotation(row, want)));
    }
    const asked = state.pending !== null && !asking;
    asking = state.pending !== null;
    put(parts.question, question(state, want));
    put(parts.commands, commands(state, want));
    put(parts.search, search(state, want));
    put(parts.documents, documents(state, want));
    put(parts.steps, steps(state, want));
    put(parts.summary, summary(app.summary(), want));
    put(parts.tagging, tagging(state, want));
    put(parts.filter, filter(state, want));
    put(parts.comparison, comparison(app.comparison(), state.other, want));
    put(parts.tags, tagEditor(app.tagEditor(), want));
    const inside = focus();
    // A question that comes up while the reader is in here is what the next key is about.
    if (asked && inside) parts.question.querySelector('button')?.focus();
  }

  return { refresh };
}

/**
 * Remembers which control has the focus; the function it gives back puts it there again, or on the control that stands
 * in its place when it is gone, and says whether there was one.
 * @param {HTMLElement} root
 */
function rememberFocus(root) {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !root.contains(focused)) return () => false;
  const place = [...root.querySelectorAll('[data-key]')].indexOf(focused);
  return () => {
    if (root.contains(focused)) return true;
    const controls = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-key]'));
    const same = [...controls].find((control) => control.dataset.key === focused.dataset.key);
    (same ?? controls[Math.min(Math.max(place, 0), controls.length - 1)])?.focus();
    return true;
  };
}
