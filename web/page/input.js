// Pointer, wheel and keys. While a text field is edited, keys and text go through a hidden text area, so that input
// methods, dead keys and touch keyboards work.

/** Keys that a text field needs as keys rather than as text. */
const EDITING_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Delete', 'Backspace', 'Enter', 'Escape']);

/** Wheel distance that counts as one step. */
const WHEEL_STEP = 100;

/**
 * @param {{ canvas: HTMLCanvasElement, agent: HTMLTextAreaElement, app: import('./types').App, frames: import('./types').Frames }} parts
 */
export function listenToInput({ canvas, agent, app, frames }) {
  /** @param {PointerEvent | WheelEvent | KeyboardEvent} event */
  const modifiers = (event) => app.modifiers(event.ctrlKey, event.shiftKey, event.altKey, event.metaKey);

  // Where the keys go: to the text area while a field is edited, else to the canvas.
  const moveFocus = () => {
    const editing = app.editingText();
    if (editing && document.activeElement !== agent) agent.focus();
    if (!editing && document.activeElement === agent) canvas.focus();
  };
  const drawThenMoveFocus = () => {
    frames.request();
    requestAnimationFrame(() => requestAnimationFrame(moveFocus));
  };

  canvas.addEventListener('pointermove', (event) => {
    modifiers(event);
    app.pointerMove(event.offsetX, event.offsetY);
    frames.request();
  });
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    modifiers(event);
    app.pointerMove(event.offsetX, event.offsetY);
    app.pointerButton(event.button === 2 ? 1 : event.button === 1 ? 2 : 0, true);
    if (!app.editingText()) canvas.focus();
    event.preventDefault();
    drawThenMoveFocus();
  });
  canvas.addEventListener('pointerup', (event) => {
    app.pointerMove(event.offsetX, event.offsetY);
    app.pointerButton(event.button === 2 ? 1 : event.button === 1 ? 2 : 0, false);
    drawThenMoveFocus();
  });
  canvas.addEventListener('pointerleave', () => {
    app.pointerLeave();
    frames.request();
  });
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? 400 : 1;
    app.wheel((-event.deltaX * scale) / WHEEL_STEP, (-event.deltaY * scale) / WHEEL_STEP);
    frames.request();
  }, { passive: false });
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());

  window.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const inMirror = target.closest?.('#mirror') !== null;
    const command = event.ctrlKey || event.metaKey;
    const name = `${command ? 'ctrl+' : ''}${command && event.shiftKey ? 'shift+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
    modifiers(event);
    if (app.editingText()) {
      if (EDITING_KEYS.has(event.key) || (command && 'acvxyz'.includes(event.key.toLowerCase()))) {
        app.editKey(event.key.length === 1 ? event.key.toLowerCase() : event.key, true);
        // Copy, cut and paste need the browser's own event as well.
        if (!(command && 'cvx'.includes(event.key.toLowerCase()))) event.preventDefault();
        drawThenMoveFocus();
      }
      if (name === 'ctrl+s' || name === 'ctrl+o') event.preventDefault();
      return;
    }
    // In the mirror, keys belong to its buttons; commands with Ctrl work everywhere.
    if (inMirror && !command) return;
    if (event.altKey) return;
    if (app.key(name)) {
      event.preventDefault();
      frames.request();
    } else if (name === 'ctrl+s' || name === 'ctrl+o') {
      event.preventDefault();
    }
  });
  window.addEventListener('keyup', (event) => {
    modifiers(event);
    app.editKey(event.key.length === 1 ? event.key.toLowerCase() : event.key, false);
    frames.request();
  });

  agent.addEventListener('input', (event) => {
    if (/** @type {InputEvent} */ (event).isComposing) return;
    commit();
  });
  agent.addEventListener('compositionend', commit);
  function commit() {
    if (agent.value) app.editText(agent.value);
    agent.value = '';
    frames.request();
  }

  window.addEventListener('blur', () => {
    app.loseFocus();
    frames.request();
  });
  window.addEventListener('focus', () => {
    app.gainFocus();
    frames.request();
  });
}
