// Copy, cut and paste, answered while the event runs: the only time at which every browser allows it.

/** Text shorter than this is no document; pasting it outside a text field does nothing. */
const SHORTEST_DOCUMENT = 40;

/**
 * @param {{ app: import('./types').App, frames: import('./types').Frames, host: import('./types').Host, files: import('./types').Files }} parts
 */
export function listenToClipboard({ app, frames, host, files }) {
  document.addEventListener('copy', (event) => {
    if (inMirror(event)) return;
    // The key has reached the text field; taking it lets it put its selection on the clipboard.
    if (app.editingText()) app.takeInput();
    const text = app.editingText() ? host.clipboard() : app.selectedText();
    if (!text) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  });
  document.addEventListener('cut', (event) => {
    if (!app.editingText()) return;
    app.takeInput();
    event.clipboardData?.setData('text/plain', host.clipboard());
    event.preventDefault();
  });
  document.addEventListener('paste', (event) => {
    if (inMirror(event)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    if (app.editingText()) {
      host.setClipboard(text);
      app.editText(text.replaceAll('\t', ' ')); // in a field, Tab is a key
    } else if (text.trim().length >= SHORTEST_DOCUMENT) {
      app.open('Pasted text', text, files.number());
    } else if (text.trim() !== '') {
      app.want('problem', 'What was pasted is too short to be a document; select text and press a number to tag it', '');
    }
    frames.request();
  });
}

/** @param {Event} event */
function inMirror(event) {
  const target = event.target;
  return target instanceof HTMLElement && target.closest('#mirror input, #mirror textarea') !== null;
}
