// Fingers: a tap is a click, a finger that moves scrolls, one that rests selects the word below it and goes on selecting.

/** A finger that rests so many milliseconds takes hold. */
const REST = 450;

/** A finger moves when it has gone so many CSS pixels. */
const SLACK = 8;

/** CSS pixels that the application scrolls for one step of a wheel. */
const PIXELS_PER_STEP = 80;

/**
 * @param {{ app: import('./types').App, drawThenMoveFocus: () => void }} parts
 */
export function listenToTouch({ app, drawThenMoveFocus }) {
  /** The finger that counts; others are left alone. @type {{ id: number, x: number, y: number, lastY: number, what: 'waits' | 'scrolls' | 'holds' } | null} */
  let finger = null;
  let timer = 0;

  /** @param {number} x @param {number} y */
  function press(x, y) {
    app.pointerMove(x, y);
    app.pointerButton(0, true);
  }

  function rest() {
    if (!finger) return;
    finger.what = 'holds';
    // As a double click, the second press of which is held.
    press(finger.x, finger.y);
    app.pointerButton(0, false);
    press(finger.x, finger.y);
    drawThenMoveFocus();
  }

  return {
    /** All of these say whether the event has been taken care of. @param {PointerEvent} event */
    down(event) {
      if (event.pointerType !== 'touch') return false;
      if (finger) return true;
      const { offsetX: x, offsetY: y } = event;
      finger = { id: event.pointerId, x, y, lastY: y, what: 'waits' };
      app.pointerMove(x, y);
      if (app.grabs(x, y)) {
        finger.what = 'holds';
        press(x, y);
        drawThenMoveFocus();
      } else {
        timer = window.setTimeout(rest, REST);
      }
      return true;
    },
    /** @param {PointerEvent} event */
    move(event) {
      if (event.pointerType !== 'touch') return false;
      if (!finger || finger.id !== event.pointerId) return true;
      const { offsetX: x, offsetY: y } = event;
      if (finger.what === 'waits' && Math.hypot(x - finger.x, y - finger.y) > SLACK) {
        clearTimeout(timer);
        finger.what = 'scrolls';
      }
      if (finger.what === 'scrolls') {
        app.pointerMove(finger.x, finger.y); // what the finger began on is what scrolls
        app.wheel(0, (y - finger.lastY) / PIXELS_PER_STEP);
      } else if (finger.what === 'holds') {
        app.pointerMove(x, y);
      }
      finger.lastY = y;
      drawThenMoveFocus();
      return true;
    },
    /** @param {PointerEvent} event */
    up(event) {
      if (event.pointerType !== 'touch') return false;
      if (!finger || finger.id !== event.pointerId) return true;
      clearTimeout(timer);
      if (finger.what === 'waits') press(finger.x, finger.y);
      if (finger.what !== 'scrolls') app.pointerButton(0, false);
      finger = null;
      app.pointerLeave(); // no finger hovers
      drawThenMoveFocus();
      return true;
    },
    /** @param {PointerEvent} event */
    cancel(event) {
      if (finger?.id !== event.pointerId) return;
      clearTimeout(timer);
      finger = null;
    },
  };
}
