// When a frame is drawn: after input, while the application asks for more, and never while nothing changes.

/** After input a few frames are drawn, for hover states that settle one frame late. */
const FRAMES_AFTER_INPUT = 3;

/** A browser that has lost its graphics gets so many milliseconds to find them again. */
const GRACE = 3000;

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import('./types').App} app
 * @param {{ refresh(): void }} mirror
 * @param {ReturnType<typeof import('./trouble.js').createTrouble>} trouble
 */
export function createFrames(canvas, app, mirror, trouble) {
  let wanted = 0;
  let scheduled = 0;
  let drawn = 0;
  let last = 0;

  /** @param {number} now */
  function draw(now) {
    scheduled = 0;
    const working = app.work();
    // Without a renderer the mirror still works.
    const more = (app.ready() && app.frame((now - last) / 1000)) || working;
    last = now;
    drawn += 1;
    wanted = more ? Math.max(wanted - 1, 1) : wanted - 1;
    mirror.refresh();
    if (wanted > 0) schedule();
  }

  function schedule() {
    if (scheduled === 0 && !trouble.over()) scheduled = requestAnimationFrame(draw);
  }

  function request(count = FRAMES_AFTER_INPUT) {
    wanted = Math.max(wanted, count);
    schedule();
  }

  /** @param {number} width @param {number} height device pixels */
  function resize(width, height) {
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.max(1, width);
    canvas.height = Math.max(1, height);
    app.resize(canvas.width / ratio, canvas.height / ratio, ratio);
    request();
  }

  const observer = new ResizeObserver((entries) => {
    const entry = entries[entries.length - 1];
    const box = entry?.devicePixelContentBoxSize?.[0];
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
    // The box is exact to the pixel, but where a device is emulated it is that of the real one.
    if (box && Math.abs(box.inlineSize - width) < 3 && Math.abs(box.blockSize - height) < 3) resize(box.inlineSize, box.blockSize);
    else resize(width, height);
  });
  try {
    observer.observe(canvas, { box: 'device-pixel-content-box' });
  } catch {
    observer.observe(canvas); // Safari knows no device pixel boxes
  }

  let waiting = 0;
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    app.rendererLost();
    waiting = window.setTimeout(() => {
      trouble.show('The graphics of this browser have stopped', 'Nothing is lost. Below, everything can still be read, annotated and saved; to see the page as it was, reload it.', { reload: true, mirror: true });
      request();
    }, GRACE);
  });
  canvas.addEventListener('webglcontextrestored', () => {
    clearTimeout(waiting);
    if (!app.rendererRestored()) return;
    trouble.hide();
    request();
  });

  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const followSystem = () => {
    app.setSystemDark(dark.matches);
    request();
  };
  dark.addEventListener('change', followSystem);
  followSystem();

  return {
    request,
    /** How many frames have been drawn since the page opened. */
    count: () => drawn,
    /** Whether a frame is on its way. */
    busy: () => scheduled !== 0,
  };
}
