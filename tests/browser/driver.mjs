// What every browser test needs: the built page on a port of its own, and real Chromium driven by playwright-core.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// Modules from npm live in web/node_modules.
const require = createRequire(join(root, 'web/package.json'));
/** @type {typeof import('playwright-core')} */
const { chromium } = require('playwright-core');
/** @type {typeof import('sirv')} */
const sirv = require('sirv');
/** @type {typeof import('pngjs')} */
const { PNG } = require('pngjs');

/** Serves the built page on 127.0.0.1 at a free port. */
export async function servePage() {
  const serve = sirv(join(root, 'build/web/site'), { dev: true });
  const server = createServer((request, response) => serve(request, response));
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${address.port}/`, close: () => new Promise((done) => server.close(done)) };
}

/** @param {string[]} [more] arguments of Chromium */
export function launch(more = []) {
  return chromium.launch({
    executablePath: process.env.CLAUSEMARK_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', ...more],
  });
}

/** The built page, served, and a browser, for all tests of a file. */
export function serveToTests() {
  const served = { url: '', browser: /** @type {import('playwright-core').Browser} */ (/** @type {unknown} */ (undefined)) };
  /** @type {Awaited<ReturnType<typeof servePage>>} */
  let server;
  before(async () => {
    server = await servePage();
    served.url = server.url;
    served.browser = await launch();
  });
  after(async () => {
    await served.browser?.close();
    await server?.close();
  });
  return served;
}

/**
 * A page with the application started and at rest.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, ...options });
  // No test can use the system's own dialogs; without them files come through the input element and go as downloads.
  await context.addInitScript(() => {
    Object.defineProperty(window, 'showOpenFilePicker', { value: undefined, configurable: true, writable: true });
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined, configurable: true, writable: true });
  });
  return visit(context, url);
}

/** From its next page on, a context keeps nothing: its browser has no storage. @param {import('playwright-core').BrowserContext} context */
export async function withoutStorage(context) {
  await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
}

/**
 * Opens the page in a tab, with the application started and at rest.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} url
 */
export async function visit(context, url) {
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  // As long as somebody listens, choosers are intercepted; switching that on only when one is due comes too late.
  page.on('filechooser', () => {});
  await page.goto(url);
  await until(page, 'window.clausemark !== undefined');
  await settled(page);
  return { page, problems, context };
}

/** Waits until no frame is on its way. @param {import('playwright-core').Page} page */
export async function settled(page) {
  await until(page, '!window.clausemark.frames.busy()');
}

/**
 * Waits for an expression to hold. Asked from outside: the page's own security policy allows no evaluation of strings.
 * @param {import('playwright-core').Page} page
 * @param {string} expression
 */
export async function until(page, expression, seconds = 10) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    if (await page.evaluate(expression)) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`waited ${seconds} s in vain for ${expression}`);
}

/** What the application shows, as the mirror is told. @param {import('playwright-core').Page} page @returns {Promise<any>} */
export function appState(page) {
  return page.evaluate(() => {
    const { app } = /** @type {any} */ (window).clausemark;
    return { ...app.state(), ...app.lists() };
  });
}

/** @param {import('playwright-core').Page} page @param {string[]} keys one after the other */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

/** How many frames have been drawn. @param {import('playwright-core').Page} page @returns {Promise<number>} */
export function frameCount(page) {
  return page.evaluate('window.clausemark.frames.count()');
}

/**
 * Opens a file through the page's real file chooser.
 * @param {import('playwright-core').Page} page
 * @param {string | { name: string, mimeType: string, buffer: Buffer }} file
 */
export async function openFile(page, file) {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(file);
  await page.waitForTimeout(300);
  await settled(page);
}

/**
 * What the page saves as a file.
 * @param {import('playwright-core').Page} page
 */
export async function savedFile(page, keys = 'Control+s') {
  const download = page.waitForEvent('download');
  await page.keyboard.press(keys);
  const chunks = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
  return { name: (await download).suggestedFilename(), mimeType: 'application/json', buffer: Buffer.concat(chunks) };
}

/**
 * Where the first line of a quote stands in the window; turns the wheel over the text until it is well in view.
 * @param {import('playwright-core').Page} page
 * @param {string} quote
 * @returns {Promise<{ x: number, y: number, width: number, height: number }>}
 */
export async function placeOf(page, quote) {
  const size = /** @type {{ width: number, height: number }} */ (page.viewportSize());
  await page.mouse.move(size.width / 2, size.height / 2);
  for (let turn = 0; turn < 400; turn += 1) {
    const place = /** @type {any} */ (await page.evaluate(`window.clausemark.app.locate(${JSON.stringify(quote)})`));
    if (place !== null && place.y > 50 && place.y + place.height < size.height * 0.7) return place;
    await page.mouse.wheel(0, 150);
    await settled(page);
  }
  throw new Error(`“${quote}” does not come into view`);
}

/**
 * Drags the mouse over a quote that stands on one line.
 * @param {import('playwright-core').Page} page
 * @param {string} quote
 */
export async function dragOver(page, quote) {
  const place = await placeOf(page, quote);
  const y = place.y + place.height / 2;
  await page.mouse.move(place.x + 3, y);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width / 2, y, { steps: 4 });
  await page.mouse.move(place.x + place.width - 3, y, { steps: 4 });
  await page.mouse.up();
  await settled(page);
}

/** The same picture in fewer bytes. @param {Buffer} picture */
export function smaller(picture) {
  return PNG.sync.write(PNG.sync.read(picture), { colorType: 2, inputHasAlpha: true, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

/**
 * How many pixels of two pictures of the same size differ visibly.
 * @param {Buffer} a
 * @param {Buffer} b
 */
export async function differingPixels(a, b) {
  const { default: pixelmatch } = await import(require.resolve('pixelmatch'));
  const [one, other] = [PNG.sync.read(a), PNG.sync.read(b)];
  return pixelmatch(one.data, other.data, null, one.width, one.height, { threshold: 0.1 });
}

/**
 * The share of the pixels that differ visibly in the part of two pictures, of 64 by 64 pixels, that differs most.
 * @param {Buffer} a
 * @param {Buffer} b
 */
export async function worstTile(a, b) {
  const { default: pixelmatch } = await import(require.resolve('pixelmatch'));
  const [one, other] = [PNG.sync.read(a), PNG.sync.read(b)];
  const marked = new Uint8Array(one.data.length);
  pixelmatch(one.data, other.data, marked, one.width, one.height, { threshold: 0.1, diffMask: true });
  const tile = 64;
  const columns = Math.ceil(one.width / tile);
  const counts = new Map();
  for (let k = 0; k < one.width * one.height; k += 1) {
    if (marked[4 * k + 3] === 0) continue;
    const place = Math.floor(Math.floor(k / one.width) / tile) * columns + Math.floor((k % one.width) / tile);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values()) / tile ** 2;
}
