// Files from the file chooser, by drag and drop, and from the system; and back to where they came from, where the
// browser lets a page write to a file (File System Access API), else as a download.
import { download } from './download.js';

/** @typedef {{ handle: any, modified: number }} Place a file that may be written, and when it was changed last */

const KIND = { description: 'Clausemark annotations', accept: { 'application/json': ['.json'] } };

/** @param {any} error */
const changedHerMind = (error) => error?.name === 'AbortError';

/** @returns {import('./types').Files} */
export function createFiles() {
  /** Where each document came from or was saved to, by its number. @type {Map<number, Place>} */
  const places = new Map();
  let numbers = 1; // that of the document with which the application begins

  /** @param {Place} place @param {string} content */
  async function write(place, content) {
    const writable = await place.handle.createWritable(); // takes the place of the file when it is closed
    await writable.write(content);
    await writable.close();
    place.modified = (await place.handle.getFile()).lastModified;
    return place.handle.name;
  }

  /** Whether a file is still as it was when it was opened. @param {Place} place */
  async function untouched(place) {
    try {
      return (await place.handle.getFile()).lastModified === place.modified;
    } catch {
      return false; // moved or deleted
    }
  }

  /** The next save asks for another place. @param {number} number @param {string} problem */
  function elsewhere(number, problem) {
    places.delete(number);
    return { problem: `${problem} Save again to choose another place.` };
  }

  return {
    number(handle, modified = 0) {
      numbers += 1;
      if (handle) places.set(numbers, { handle, modified });
      return numbers;
    },
    async save(name, content, number) {
      const picker = /** @type {any} */ (window).showSaveFilePicker;
      if (!picker) {
        download(name, new Blob([content], { type: 'application/ld+json' }));
        return { name };
      }
      try {
        let place = places.get(number);
        if (place && !(await untouched(place))) place = undefined; // somebody else's work is not written over
        if (place && (await place.handle.requestPermission?.({ mode: 'readwrite' }) ?? 'granted') !== 'granted')
          return elsewhere(number, `The browser was not allowed to write to ${place.handle.name}.`);
        if (!place) {
          place = { handle: await picker({ suggestedName: name, types: [KIND] }), modified: 0 };
          if (number !== 0) places.set(number, place); // a document without a number asks each time
        }
        return { name: await write(place, content) };
      } catch (error) {
        if (changedHerMind(error)) return { problem: '' };
        console.warn(error);
        return elsewhere(number, `The file could not be written: ${error instanceof Error ? error.message : error}.`);
      }
    },
  };
}

/**
 * @param {{ drop: HTMLElement, fileInput: HTMLInputElement, files: import('./types').Files, app: import('./types').App, frames: import('./types').Frames }} parts
 * @returns {{ choose(): void }}
 */
export function listenToFiles({ drop, fileInput, files, app, frames }) {
  /** @param {() => Promise<{ file: File, handle?: any } | null>} get */
  async function open(get) {
    let name = 'This';
    try {
      const got = await get();
      if (!got) return;
      name = got.file.name;
      const bytes = new Uint8Array(await got.file.arrayBuffer());
      if (app.editingText()) app.finishEditing(false); // what has been typed counts
      // A text is never written over, whatever its name; its annotations get a file of their own.
      const ours = /\.json$/i.test(name) && /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 256)));
      app.open(name, bytes, files.number(ours ? got.handle : undefined, got.file.lastModified));
    } catch (error) {
      if (changedHerMind(error)) return;
      if (error instanceof WebAssembly.RuntimeError) throw error; // the program has stopped, see trouble.js
      app.want('problem', `${name} could not be read. A folder cannot be opened.`, '');
    }
    frames.request();
  }

  fileInput.addEventListener('change', () => {
    const file = fileInput.files?.[0];
    if (file) open(async () => ({ file }));
  });

  /** @param {any} handle */
  const fromHandle = async (handle) => ({ file: await handle.getFile(), handle });

  // Where the page is installed, the system opens files with it (File Handling API).
  const launches = /** @type {any} */ (window).launchQueue;
  launches?.setConsumer((/** @type {{ files: any[] }} */ launch) => {
    const [handle] = launch.files;
    if (handle) open(() => fromHandle(handle));
  });

  let depth = 0;
  /** @param {boolean} over */
  const show = (over) => { drop.hidden = !over; };
  window.addEventListener('dragenter', (event) => {
    event.preventDefault();
    depth += 1;
    show(true);
  });
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    show(depth > 0);
  });
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    depth = 0;
    show(false);
    const item = /** @type {any} */ (event.dataTransfer?.items[0]);
    const file = event.dataTransfer?.files[0];
    if (file) {
      // The handle must be asked for while the event runs.
      const handle = item?.getAsFileSystemHandle?.().catch(() => undefined);
      open(async () => ({ file, handle: await handle }));
      return;
    }
    const text = event.dataTransfer?.getData('text/plain');
    if (text) {
      if (app.editingText()) app.finishEditing(false);
      app.open('Dropped text', text, files.number());
      frames.request();
    }
  });

  return {
    choose() {
      const picker = /** @type {any} */ (window).showOpenFilePicker;
      if (picker) {
        open(async () => fromHandle((await picker({ types: [{ description: 'Texts and annotations', accept: { 'text/plain': ['.txt', '.text', '.md'], 'application/json': ['.json'] } }] }))[0]));
      } else {
        fileInput.value = '';
        fileInput.click();
      }
    },
  };
}
