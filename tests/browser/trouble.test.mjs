// Where the program cannot run, draw or go on: a page that says so, never a blank one, and no work lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { openPage, serveToTests, settled, until, visit } from './driver.mjs';

const served = serveToTests();

/** @typedef {import('playwright-core').Page} Page */

/** Saves through the mirror and reads the file. @param {Page} page @returns {Promise<any>} */
async function saveByMirror(page) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save file' }).click({ delay: 150 }); // as slow as a hand
  return JSON.parse(readFileSync(/** @type {string} */ (await (await download).path()), 'utf8'));
}

/** @param {any} project */
const accepted = (project) => project.first.items.filter((/** @type {any} */ item) => item.clausemark.status !== 'suggested').length;

describe('without graphics', () => {
  it('without WebGL 2 everything can be read, annotated and saved on a plain page', async () => {
    const context = await served.browser.newContext({ viewport: { width: 1000, height: 700 } });
    await context.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext;
      /** @type {any} */ (HTMLCanvasElement.prototype).getContext = function (/** @type {string} */ kind, /** @type {any} */ options) {
        return kind === 'webgl2' ? null : /** @type {any} */ (get).call(this, kind, options);
      };
      Object.defineProperty(window, 'showSaveFilePicker', { value: undefined });
    });
    const { page, problems } = await visit(context, served.url);
    await page.getByRole('heading', { name: 'This browser has no WebGL 2' }).waitFor();
    await page.getByRole('button', { name: /^Accept Demand, para. 1/ }).first().click();
    await page.getByRole('textbox', { name: /^Note on Demand/ }).fill('by hand');
    assert.equal(accepted(await saveByMirror(page)), 1);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('when they are lost for good the mirror takes their place, and work goes on', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await settled(page);
    await page.evaluate(() => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      Object.assign(window, { loss: canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context') });
      /** @type {any} */ (window).loss.loseContext();
    });
    await page.getByRole('heading', { name: 'The graphics of this browser have stopped' }).waitFor();
    await page.getByRole('button', { name: /^Accept Demand, para. 1/ }).first().click();
    await until(page, 'document.getElementById("kept").textContent === "Saved in this browser"');
    assert.equal(accepted(await saveByMirror(page)), 2);
    // They come back after all.
    await page.evaluate(() => /** @type {any} */ (window).loss.restoreContext());
    await until(page, 'document.getElementById("problem").hidden && window.clausemark.app.ready()');
    await settled(page);
    assert.equal(await page.evaluate('window.clausemark.app.lists().annotationCount'), 2);
    await context.close();
  });
});

describe('without the program', () => {
  for (const [name, answer] of /** @type {[string, any][]} */ ([
    ['is missing', { status: 404, body: 'not here' }],
    ['is broken', { status: 200, contentType: 'application/wasm', body: Buffer.from([0, 97, 115, 109, 9, 9]) }],
    ['is another file', { status: 200, contentType: 'text/html', body: '<p>Sign in to the hotel’s network</p>' }],
  ])) {
    it(`a page whose program ${name} says so and offers to try again`, async () => {
      const context = await served.browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      await page.route('**/app.wasm', (route) => route.fulfill(answer));
      await page.goto(served.url);
      await page.getByRole('heading', { name: 'Clausemark could not start' }).waitFor();
      await page.unroute('**/app.wasm');
      await page.getByRole('button', { name: 'Reload the page' }).click();
      await until(page, 'window.clausemark !== undefined').catch(() => until(page, 'window.clausemark !== undefined'));
      assert.equal(await page.locator('#problem').isVisible(), false);
      await context.close();
    });
  }
});

describe('when the program cannot go on', () => {
  it('what stops the program when it opens is not opened again at once, is kept, and is there when it can be opened', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    const long = `The Security Council,\n\n${'1. Demands that the parties to the conflict respect the truce;\n\n'.repeat(40_000)}`;
    await page.evaluate((text) => {
      const { app, frames } = /** @type {any} */ (window).clausemark;
      app.open('long.txt', text, 9);
      frames.request();
    }, long);
    await until(page, 'window.clausemark.app.state().title === "long.txt"');
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await until(page, 'document.getElementById("kept").textContent === "Saved in this browser"');
    await context.addInitScript(() => {
      if (localStorage.getItem('refuse')) WebAssembly.Memory.prototype.grow = () => { throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory'); };
    });
    await page.evaluate(() => localStorage.setItem('refuse', 'yes'));
    await page.reload();
    await page.getByRole('heading', { name: 'There is not enough memory' }).waitFor();
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await page.waitForSelector('#problem[hidden]', { state: 'attached' });
    await until(page, 'window.clausemark !== undefined').catch(() => until(page, 'window.clausemark !== undefined'));
    assert.match((await page.locator('#live').textContent()) ?? '', /has stopped the program. It is kept/);
    assert.equal(await page.evaluate('window.clausemark.app.state().title'), 'S/RES/9901 (2031)');
    await page.evaluate(() => localStorage.removeItem('refuse'));
    await page.reload();
    await until(page, 'window.clausemark?.app.state().title === "long.txt"', 20);
    assert.equal(await page.evaluate('window.clausemark.app.lists().annotationCount'), 1);
    await context.close();
  });

  it('refused memory ends it with a page that says so; what was saved is there again', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await settled(page);
    await until(page, 'document.getElementById("kept").textContent === "Saved in this browser"');
    await page.evaluate(() => {
      WebAssembly.Memory.prototype.grow = () => { throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory'); };
      const text = `The Security Council,\n\n${'1. Demands that the parties to the conflict respect the truce;\n\n'.repeat(600_000)}`;
      // By the way that a reader has: a file is dropped.
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'long.txt'));
      setTimeout(() => window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true })), 0);
    });
    await page.getByRole('heading', { name: 'There is not enough memory' }).waitFor();
    const frames = await page.evaluate('window.clausemark.frames.count()');
    await page.keyboard.press('r');
    await page.mouse.move(300, 300);
    await page.mouse.down();
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate('window.clausemark.frames.count()'), frames, 'nothing reaches the program any more');
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await page.waitForSelector('#problem[hidden]', { state: 'attached' });
    await until(page, 'window.clausemark !== undefined').catch(() => until(page, 'window.clausemark !== undefined'));
    assert.equal(await page.evaluate('window.clausemark.app.lists().annotationCount'), 1);
    await context.close();
  });
});
