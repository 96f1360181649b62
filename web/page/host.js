// What the application asks of the browser: text measured and rasterised, files, cursor, clipboard, time.
import { download, saveAsPng } from './download.js';
import { createTextEngine } from './text-engine.js';

/**
 * @param {{ canvas: HTMLCanvasElement, agent: HTMLTextAreaElement, live: HTMLElement, storage: import('./types').Storage, saveFile: import('./types').Host['saveFile'], chooseFile: () => void, listDocuments: () => void, openKept: (id: string) => void, report: (problem: string) => void }} parts
 * @returns {import('./types').Host}
 */
export function createHost({ canvas, agent, live, storage, saveFile, chooseFile, listDocuments, openKept, report }) {
  const text = createTextEngine();
  let copied = '';
  return {
    measure: text.measure,
    rasterise: text.rasterise,

    saveFile,
    chooseFile,
    saveExtra(name, type, content, asPicture) {
      if (asPicture) saveAsPng(name, content).catch(() => report('The picture could not be made; save it as SVG instead.'));
      else download(name, new Blob([content], { type }));
    },
    keep: storage.keep,
    append: storage.append,
    listDocuments,
    openKept,
    removeKept(id, removed) {
      storage.remove(id, removed).catch(console.warn);
    },
    announce(message) {
      live.textContent = message;
    },
    copy(content) {
      copied = content;
    },
    clipboard: () => copied,
    /** What the application copied last, and what paste puts in its reach. */
    setClipboard(content) {
      copied = content;
    },
    putOnClipboard(content) {
      copied = content;
      navigator.clipboard?.writeText(content).catch(console.warn);
    },
    editTextAt(active, x, y, height) {
      if (!active) return;
      agent.style.left = `${Math.round(x)}px`;
      agent.style.top = `${Math.round(y)}px`;
      agent.style.height = `${Math.max(12, Math.round(height))}px`;
    },
    setCursor(cursor) {
      canvas.style.cursor = cursor;
    },
    now: () => new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    newId: () => crypto.randomUUID(),
  };
}
