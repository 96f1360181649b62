// What the application asks of the browser: text measured and rasterised, files, cursor, clipboard, time.
import { createTextEngine } from './text-engine.js';

/**
 * @param {{ canvas: HTMLCanvasElement, agent: HTMLTextAreaElement, fileInput: HTMLInputElement, live: HTMLElement }} parts
 * @returns {import('./types').Host}
 */
export function createHost({ canvas, agent, fileInput, live }) {
  const text = createTextEngine();
  let copied = '';
  return {
    measure: text.measure,
    rasterise: text.rasterise,

    download(name, content) {
      const url = URL.createObjectURL(new Blob([content], { type: 'application/ld+json' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    },
    chooseFile() {
      fileInput.value = '';
      fileInput.click();
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
