// When the program cannot go on, or cannot draw: a plain page that says what happened and what can be done, never a
// blank one.

/** The events with which a reader works; a program that has stopped must not get them. */
const INPUT = ['pointerdown', 'pointermove', 'pointerup', 'wheel', 'keydown', 'keyup', 'paste', 'copy', 'cut', 'dragenter', 'dragover', 'drop', 'focus', 'blur'];

/**
 * @param {HTMLElement} page
 */
export function createTrouble(page) {
  let over = false;

  /**
   * @param {string} title
   * @param {string} text
   * @param {{ reload?: boolean, mirror?: boolean }} [options] a button to reload; the accessible mirror shown below, to go
   *     on with
   */
  function show(title, text, { reload = false, mirror = false } = {}) {
    const heading = document.createElement('h1');
    heading.textContent = title;
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    page.replaceChildren(heading, paragraph);
    if (reload) {
      const again = document.createElement('button');
      again.type = 'button';
      again.textContent = 'Reload the page';
      again.addEventListener('click', () => window.location.reload());
      page.append(again);
    }
    document.body.classList.toggle('plain', mirror);
    page.hidden = false;
  }

  return {
    show,
    hide() {
      if (over) return;
      document.body.classList.remove('plain');
      page.hidden = true;
    },
    /** The program has stopped for good. @param {string} title @param {string} text */
    end(title, text) {
      if (over) return;
      over = true;
      for (const name of INPUT) {
        window.addEventListener(name, (event) => {
          if (event.target instanceof Node && page.contains(event.target)) return;
          event.stopImmediatePropagation();
          if (event.cancelable && name !== 'keydown') event.preventDefault();
        }, { capture: true, passive: false });
      }
      show(title, text, { reload: true });
      page.querySelector('button')?.focus();
    },
    /** Whether it has. */
    over: () => over,
  };
}

/**
 * Watches for the program to stop: memory that was refused, or a fault of ours.
 * @param {ReturnType<typeof createTrouble>} trouble
 * @param {() => boolean} kept whether all work is in the browser's storage
 */
export function watchProgram(trouble, kept) {
  /** @param {unknown} error */
  function look(error) {
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    const memory = /grow memory|OOM|out of memory|ABORTING_MALLOC/i.test(error.message);
    trouble.end(memory ? 'There is not enough memory' : 'Clausemark has stopped',
      (memory ? 'The browser gives this page no more memory; the document may be too large for this device. ' : 'A fault in the program ended it. ') +
      (kept() ? 'All you have done is kept in this browser and will be there again.' : 'What was said to be saved is kept in this browser and will be there again; the last step may be missing.'));
  }
  window.addEventListener('error', (event) => look(event.error));
  window.addEventListener('unhandledrejection', (event) => look(event.reason));
}
