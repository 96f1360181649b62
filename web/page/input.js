// Pointer, wheel and keys. While a text field is edited, keys and text go through a hidden text area, so that input
// methods, dead keys and touch keyboards work.
import { listenToTouch } from './touch.js';

/** Keys that a text field needs as keys rather than as text. */
const EDITING_KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Delete', 'Backspace', 'Enter']);

/** Commands that are there while a field is edited, too: they open another one. */
const SHEET_KEYS = new Set(['ctrl+k', 'ctrl+e', 'ctrl+f']);

/** @param {string} name */
const mayOpenField = (name) => SHEET_KEYS.has(name) || name === '/' || name === 'n' || name === 'h';

/** A key with what is held beside it, as the application names it. @param {KeyboardEvent} event */
function nameOf(event) {
  const command = event.ctrlKey || event.metaKey;
  const letter = event.key.length === 1;
  // What Shift and Alt make of a letter key is in the letter already.
  const shift = event.shiftKey && (command || !letter);
  return `${command ? 'ctrl+' : ''}${event.altKey && !letter ? 'alt+' : ''}${shift ? 'shift+' : ''}${letter ? event.key.toLowerCase() : event.key}`;
}

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

  /** The application's number for a mouse button: left, right, middle; none for the others. @param {number} button */
  const buttonOf = (button) => (button === 0 ? 0 : button === 2 ? 1 : button === 1 ? 2 : -1);
  const touch = listenToTouch({ app, drawThenMoveFocus });

  canvas.addEventListener('pointermove', (event) => {
    if (touch.move(event)) return;
    modifiers(event);
    app.pointerMove(event.offsetX, event.offsetY);
    frames.request();
  });
  canvas.addEventListener('pointerdown', (event) => {
    if (buttonOf(event.button) < 0) return;
    canvas.setPointerCapture(event.pointerId);
    modifiers(event);
    event.preventDefault();
    if (!app.editingText()) canvas.focus();
    if (touch.down(event)) return;
    app.pointerMove(event.offsetX, event.offsetY);
    app.pointerButton(buttonOf(event.button), true);
    drawThenMoveFocus();
  });
  canvas.addEventListener('pointerup', (event) => {
    if (buttonOf(event.button) < 0 || touch.up(event)) return;
    app.pointerMove(event.offsetX, event.offsetY);
    app.pointerButton(buttonOf(event.button), false);
    app.takeInput();
    moveFocus(); // what is typed next belongs to a field that was pressed
    drawThenMoveFocus();
  });
  canvas.addEventListener('pointercancel', (event) => {
    touch.cancel(event);
    for (const button of [0, 1, 2]) app.pointerButton(button, false);
    frames.request();
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
    const mirrored = target.closest?.('#mirror') ?? null;
    const command = event.ctrlKey || event.metaKey;
    const name = nameOf(event);
    const fileCommand = name === 'ctrl+s' || name === 'ctrl+o';
    modifiers(event);

    if (mirrored && event.key === 'Escape') {
      canvas.focus();
      return;
    }
    if (mirrored) {
      // In the mirror, keys belong to its controls; commands with Ctrl work from its buttons as well.
      const writing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (!command || (writing && !fileCommand)) return;
      if (writing) target.blur(); // what has been typed counts
    } else if (app.editingText()) {
      const toNext = event.key === 'Tab' && app.state().sheet === 'tags';
      const leaves = event.key === 'Escape' || (event.key === 'Tab' && !toNext) || fileCommand || SHEET_KEYS.has(name);
      if (leaves) {
        app.finishEditing(event.key === 'Escape');
        drawThenMoveFocus();
        // The keys go back to the text; from there another Tab leads into the mirror.
        if (event.key === 'Escape' || event.key === 'Tab') event.preventDefault();
        if (!fileCommand && !SHEET_KEYS.has(name)) return;
      } else {
        if (toNext || EDITING_KEYS.has(event.key) || (command && 'acvxyz'.includes(event.key.toLowerCase()))) {
          app.editKey(event.key.length === 1 ? event.key.toLowerCase() : event.key, true);
          // Copy, cut and paste need the browser's own event as well.
          if (!(command && 'cvx'.includes(event.key.toLowerCase()))) event.preventDefault();
          drawThenMoveFocus();
        }
        return;
      }
    }
    // With Alt alone, letters are what the keyboard makes of them; copy, cut and paste are the browser's own events.
    if ((event.altKey && event.key.length === 1) || (command && !event.shiftKey && 'cvx'.includes(event.key))) return;
    // A key that is held down decides once.
    const decides = event.key === 'Enter' || event.key === 'Backspace' || event.key === 'Delete';
    if ((event.repeat && decides) || app.key(name) || fileCommand) {
      event.preventDefault();
      if (mayOpenField(name)) {
        // What is typed next belongs to the field.
        app.takeInput();
        moveFocus();
      }
      drawThenMoveFocus();
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
  // What is being composed is seen where it will stand.
  agent.addEventListener('compositionstart', () => agent.classList.add('composing'));
  agent.addEventListener('compositionend', () => {
    agent.classList.remove('composing');
    commit();
  });
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
