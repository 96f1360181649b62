// Starts the application: loads its module, joins it to the page, and says so plainly where it cannot run.
// The built page is bundled from this file.
import createApp from 'app-module';
import program from 'app-program';
import { createFrames } from './frames.js';
import { createHost } from './host.js';
import { listenToClipboard } from './clipboard.js';
import { createFiles, listenToFiles } from './files.js';
import { listenToInput } from './input.js';
import { createMirror } from './mirror/mirror.js';
import { keepOffline } from './offline.js';
import { createStorage } from './storage.js';
import { createTrouble, watchProgram } from './trouble.js';

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** What the page knows of its reader from one visit to the next. */
const REMEMBERED = /** @type {const} */ (['author', 'theme', 'size', 'column', 'contrast']);

/** The time at which something happened, as readers write it. @param {number} milliseconds */
function timeOf(milliseconds) {
  if (!milliseconds) return 'opened before';
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(milliseconds);
}

/**
 * The reader's name and the look of the page are kept in this browser; where that is refused they are asked for again.
 * What it gives back keeps what has changed in this tab, and nothing else: another tab may have changed the rest.
 * @param {import('./types').App} app
 */
function rememberReader(app) {
  /** @param {import('./types').State} state */
  const told = ({ author, theme, textSize, column, contrast }) => ({ author, theme, size: String(textSize), column, contrast: contrast ? 'high' : '' });
  try {
    for (const name of REMEMBERED) {
      const known = localStorage.getItem(`clausemark.${name}`);
      if (known) app.want(name, known, '');
    }
  } catch {
    return () => {}; // storage is off
  }
  let before = told(app.state());
  return (/** @type {import('./types').State} */ state) => {
    const now = told(state);
    for (const name of REMEMBERED) {
      if (now[name] === before[name]) continue;
      try { localStorage.setItem(`clausemark.${name}`, now[name]); } catch { /* storage is full */ }
    }
    before = now;
  };
}

const trouble = createTrouble(element('problem'));

async function start() {
  const canvas = /** @type {HTMLCanvasElement} */ (element('canvas'));
  const agent = /** @type {HTMLTextAreaElement} */ (element('text-agent'));
  const files = createFiles();
  let saving = Promise.resolve();
  const storage = createStorage({
    tell(state, problem) {
      // The storage answers while a wish is carried out that has it keep a step. The next wish waits until that one is
      // done: Emscripten's embind, where it makes no code at run time, holds the arguments of a method in one place, and
      // a second call within the first has them freed twice.
      window.queueMicrotask(() => {
        app.want('stored', state, problem);
        frames.request();
      });
    },
    readOnly(only) {
      app.want('readonly', only ? 'yes' : 'no', '');
      frames.request();
    },
  });
  const host = createHost({
    canvas,
    agent,
    live: element('live'),
    storage,
    saveFile(name, content, origin, save) {
      // One after the other, so that the latest is what the file holds in the end.
      saving = saving.then(async () => {
        const result = await files.save(name, content, origin);
        if ('name' in result) app.want('written', result.name, save);
        else app.want('notwritten', result.problem, '');
        frames.request();
      });
    },
    chooseFile: () => opener.choose(),
    report(problem) {
      app.want('problem', problem, '');
      frames.request();
    },
    async listDocuments() {
      const documents = await storage.list().catch(() => []);
      app.documents(documents.map((document) => ({ ...document, when: timeOf(document.when) })));
      frames.request();
    },
    openKept(id) {
      storage.remember(app.inView());
      storage.open(id, show).then((shown) => {
        if (!shown) app.want('problem', 'This document could not be opened; it may have been taken out of this browser in another tab.', '');
        frames.request();
      });
    },
  });
  /** @param {import('./types').Kept} kept */
  function show({ name, project, journal, unsaved, place }) {
    const shown = app.restore(name, project, journal, unsaved, place, files.number());
    frames.request();
    return shown;
  }
  const module = await createApp(program ? { wasmBinary: program } : {});
  watchProgram(trouble, () => storage.kept());
  const app = new module.App('#canvas', host);
  const remember = rememberReader(app);
  const mirror = createMirror(element('mirror'), app, { redraw: () => frames.request(), shown: remember });
  const frames = createFrames(canvas, app, mirror, trouble);
  if (!app.ready()) {
    trouble.show('This browser has no WebGL 2', 'Clausemark draws with WebGL 2, which is off or missing here. Turn on hardware acceleration, or open the page in a current Firefox, Chrome, Edge or Safari. Below, everything can be read, annotated and saved without it.', { mirror: true });
  }
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const rest = () => app.want('calm', calm.matches ? 'yes' : 'no', '');
  calm.addEventListener('change', rest);
  rest();
  await storage.restore(show);
  host.listDocuments();
  listenToInput({ canvas, agent, app, frames });
  listenToClipboard({ app, frames, host, files });
  const opener = listenToFiles({ drop: element('drop'), fileInput: /** @type {HTMLInputElement} */ (element('file')), files, app, frames });
  // Whatever is in the hand when the page goes away is kept.
  for (const [target, name] of /** @type {const} */ ([[window, 'pagehide'], [document, 'visibilitychange']])) {
    target.addEventListener(name, () => {
      if (trouble.over() || (name === 'visibilitychange' && document.visibilityState !== 'hidden')) return;
      if (app.editingText()) app.finishEditing(false);
      if (frames.count() > 0) storage.remember(app.inView());
    });
  }
  // Work that is kept nowhere yet is not lost to a slip of the hand.
  const safe = () => !app.unsaved() || storage.kept();
  window.addEventListener('beforeunload', (event) => {
    if (!safe() && !trouble.over()) event.preventDefault();
  });
  frames.request();
  // What another tab has done meanwhile is shown when the reader comes back to this one.
  window.addEventListener('focus', () => {
    if (trouble.over()) return;
    host.listDocuments();
    if (app.state().readOnly) storage.refresh((kept) => show({ ...kept, place: app.inView() })).catch(console.warn);
  });
  // A handle for tests and for the curious.
  Object.assign(window, { clausemark: { app, frames } });
  if (app.ready()) canvas.focus();
  keepOffline({ notice: element('update'), app, frames, safe });
}

start().catch((error) => {
  console.error(error);
  trouble.show('Clausemark could not start', 'Its program could not be loaded. Check the connection and reload the page; if that does not help, the browser may be too old. What you did here before is still kept in this browser.', { reload: true });
});
