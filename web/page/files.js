// Files from the file chooser, by drag and drop, and from the system.

/**
 * @param {{ drop: HTMLElement, fileInput: HTMLInputElement, app: import('./types').App, frames: import('./types').Frames }} parts
 */
export function listenToFiles({ drop, fileInput, app, frames }) {
  /** @param {File | null | undefined} file */
  async function open(file) {
    if (!file) return;
    try {
      app.open(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch {
      app.want('problem', `${file.name} could not be read. A folder cannot be opened.`, '');
    }
    frames.request();
  }

  fileInput.addEventListener('change', () => open(fileInput.files?.[0]));

  // Where the page is installed, the system opens files with it (File Handling API).
  const launches = /** @type {any} */ (window).launchQueue;
  launches?.setConsumer(async (/** @type {{ files: FileSystemFileHandle[] }} */ launch) => {
    const [handle] = launch.files;
    if (handle) open(await handle.getFile());
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
    const file = event.dataTransfer?.files[0];
    if (file) {
      open(file);
      return;
    }
    const text = event.dataTransfer?.getData('text/plain');
    if (text) {
      app.open('Dropped text', text);
      frames.request();
    }
  });
}
