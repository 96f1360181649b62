// The browser as font engine: words are measured and rasterised by a canvas, so every script of the reader's system is
// shaped right and no font is shipped.

/** One stack for each Face of the application, in its order: serif, serif strong, interface, interface strong. */
const FACES = [
  { family: 'Charter, "Bitstream Charter", Georgia, "Noto Serif", serif', weight: 400 },
  { family: 'Charter, "Bitstream Charter", Georgia, "Noto Serif", serif', weight: 600 },
  { family: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif', weight: 400 },
  { family: 'system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif', weight: 600 },
];

const EMPTY = { width: 0, height: 0, left: 0, top: 0, coverage: new Uint8Array(0) };

export function createTextEngine() {
  const surface = new OffscreenCanvas(512, 128);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (surface.getContext('2d', { willReadFrequently: true }));

  // Unhinted advances: what is measured is what is drawn, at every pixel ratio.
  context.textRendering = 'geometricPrecision';
  context.fontKerning = 'normal';

  /** @param {number} face @param {number} size */
  function setFont(face, size) {
    const { family, weight } = FACES[face] ?? FACES[0];
    const font = `${weight} ${size}px ${family}`;
    if (context.font !== font) context.font = font;
  }

  return {
    /** The advance of `text` in CSS pixels. @param {string} text @param {number} face @param {number} size */
    measure(text, face, size) {
      setFont(face, size);
      return context.measureText(text).width;
    },

    /**
     * The coverage of `text` at `ratio` device pixels for a CSS pixel, and its offset from the pen on the baseline.
     * @param {string} text @param {number} face @param {number} size @param {number} ratio
     */
    rasterise(text, face, size, ratio) {
      setFont(face, size * ratio);
      const metrics = context.measureText(text);
      const left = Math.floor(-metrics.actualBoundingBoxLeft) - 1;
      const right = Math.ceil(metrics.actualBoundingBoxRight) + 1;
      const top = Math.floor(-metrics.actualBoundingBoxAscent) - 1;
      const bottom = Math.ceil(metrics.actualBoundingBoxDescent) + 1;
      const width = right - left;
      const height = bottom - top;
      if (!text.trim() || width <= 2 || height <= 2) return EMPTY;
      if (width > surface.width || height > surface.height) {
        surface.width = Math.max(surface.width, width);
        surface.height = Math.max(surface.height, height);
        context.textRendering = 'geometricPrecision';
        context.fontKerning = 'normal';
        setFont(face, size * ratio);
      }
      context.clearRect(0, 0, width, height);
      context.fillStyle = '#fff';
      context.textBaseline = 'alphabetic';
      context.fillText(text, -left, -top);
      const pixels = context.getImageData(0, 0, width, height).data;
      const coverage = new Uint8Array(width * height);
      for (let k = 0; k < coverage.length; k += 1) coverage[k] = pixels[4 * k + 3];
      return { width, height, left, top, coverage };
    },
  };
}
