// Starts the application: loads its module, joins it to the page, and says so plainly where it cannot run.
// The built page is bundled from this file.
import createApp from 'app-module';
import { createFrames } from './frames.js';
import { createHost } from './host.js';
import { listenToClipboard } from './clipboard.js';
import { listenToFiles } from './files.js';
import { listenToInput } from './input.js';
import { createMirror } from './mirror.js';
import { keepOffline } from './offline.js';

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Shows a page of plain text instead of the application. @param {string} title @param {string} text */
function showProblem(title, text) {
  const problem = element('problem');
  const heading = document.createElement('h1');
  heading.textContent = title;
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  problem.replaceChildren(heading, paragraph);
  problem.hidden = false;
}

/** The reader's name and theme are kept in this browser; where that is refused they are asked for again. @param {import('./types').App} app */
function rememberReader(app) {
  try {
    for (const name of ['author', 'theme']) {
      const known = localStorage.getItem(`clausemark.${name}`);
      if (known) app.want(name, known, '');
    }
    window.addEventListener('pagehide', () => {
      const { author, theme } = app.state();
      localStorage.setItem('clausemark.author', author);
      localStorage.setItem('clausemark.theme', theme);
    });
  } catch {
    // Storage is off: nothing is remembered.
  }
}

async function start() {
  const canvas = /** @type {HTMLCanvasElement} */ (element('canvas'));
  const host = createHost({
    canvas,
    agent: /** @type {HTMLTextAreaElement} */ (element('text-agent')),
    fileInput: /** @type {HTMLInputElement} */ (element('file')),
    live: element('live'),
  });
  const module = await createApp();
  const app = new module.App('#canvas', host);
  if (!app.ready()) {
    showProblem('This browser has no WebGL 2', 'Clausemark draws with WebGL 2. Turn on hardware acceleration, or open the page in a current Firefox, Chrome, Edge or Safari.');
    return;
  }
  const mirror = createMirror(element('mirror'), app, () => frames.request());
  const frames = createFrames(canvas, app, mirror);
  listenToInput({ canvas, agent: /** @type {HTMLTextAreaElement} */ (element('text-agent')), app, frames });
  listenToClipboard({ app, frames, host });
  listenToFiles({ drop: element('drop'), fileInput: /** @type {HTMLInputElement} */ (element('file')), app, frames });
  // Work that is in no file yet is not lost to a slip of the hand.
  window.addEventListener('beforeunload', (event) => {
    if (app.unsaved()) event.preventDefault();
  });
  rememberReader(app);
  frames.request();
  // A handle for tests and for the curious.
  Object.assign(window, { clausemark: { app, frames } });
  canvas.focus();
  keepOffline({ notice: element('update'), app, frames });
}

start().catch((error) => {
  console.error(error);
  showProblem('Clausemark could not start', 'Its program could not be loaded. Check the connection and reload the page; if that does not help, the browser may be too old.');
});
