// The same page in Firefox: it starts, keeps the work, and starts again when its server is gone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root, servePage } from './driver.mjs';

/** @type {typeof import('puppeteer-core')} */
const puppeteer = createRequire(join(root, 'web/package.json'))('puppeteer-core');

/** @type {import('node:child_process').ChildProcess} */
let screen;
/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {{ url: string, close(): Promise<unknown> }} */
let server;

/** A screen in memory: without one, Firefox has no WebGL. @returns {Promise<string>} its name */
const openScreen = () => new Promise((done, fail) => {
  screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  screen.once('error', fail);
  screen.stdio[3]?.once('data', (/** @type {Buffer} */ number) => done(`:${String(number).trim()}`));
});

before(async () => {
  server = await servePage();
  const display = await openScreen();
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.CLAUSEMARK_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: false,
    env: { ...process.env, DISPLAY: display, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
    extraPrefsFirefox: { 'webgl.force-enabled': true },
  });
});
after(async () => {
  await browser?.close();
  screen?.kill('SIGTERM');
  await server?.close();
});

/** @param {import('puppeteer-core').Page} page @param {string} expression */
async function until(page, expression) {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    if (await page.evaluate(expression).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited in vain for ${expression}`);
}

describe('Firefox', () => {
  it('starts the page, finds, tags, notes, merges, and starts again without the server, with the work', async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 1200, height: 800 });
    await page.goto(server.url);
    await until(page, 'window.clausemark !== undefined && window.clausemark.app.ready()');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    // Firefox takes no keys before its window has the focus and has been drawn.
    await until(page, 'document.hasFocus() && !window.clausemark.frames.busy()');
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await until(page, 'window.clausemark.app.lists().annotationCount === 1');
    await until(page, 'document.getElementById("kept").textContent === "Saved in this browser"');
    // Finding, tagging, noting, editing the tags, the summary.
    await page.keyboard.press('Escape');
    await page.keyboard.down('Control');
    await page.keyboard.press('f');
    await page.keyboard.up('Control');
    await page.keyboard.type('lighthouse');
    await until(page, 'window.clausemark.app.state().search.told === "1 of 1"');
    await page.keyboard.press('Escape');
    await until(page, 'window.clausemark.app.state().selection === "lighthouse"');
    await page.keyboard.press('3');
    await until(page, 'window.clausemark.app.lists().annotationCount === 2');
    await page.keyboard.press('n');
    await page.keyboard.type('près du cap');
    await page.keyboard.press('Escape');
    await until(page, 'window.clausemark.app.lists().annotations.some((row) => row.note === "près du cap")');
    await page.keyboard.press('Escape');
    await page.keyboard.down('Control');
    await page.keyboard.press(',');
    await page.keyboard.up('Control');
    await until(page, 'window.clausemark.app.tagEditor() !== null');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await until(page, 'window.clausemark.app.summary() !== null');
    await page.keyboard.press('Escape');
    // A colleague's file, compared, merged and settled: the same words, tagged otherwise.
    await page.evaluate(() => {
      /** @type {any} */ (window).HTMLAnchorElement.prototype.click = () => {}; // nothing is to be downloaded
      URL.createObjectURL = (blob) => {
        /** @type {Blob} */ (blob).text().then((text) => Object.assign(window, { saved: text }));
        return '';
      };
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('s');
    await page.keyboard.up('Control');
    await until(page, 'window.saved !== undefined');
    for (let k = 0; k < 2; k += 1) { // the note, then the tag
      await page.keyboard.down('Control');
      await page.keyboard.press('z');
      await page.keyboard.up('Control');
    }
    await until(page, 'window.clausemark.app.lists().annotationCount === 1');
    await page.keyboard.down('Control');
    await page.keyboard.press('f');
    await page.keyboard.up('Control');
    await page.keyboard.type('lighthouse');
    await page.keyboard.press('Escape');
    await until(page, 'window.clausemark.app.state().selection === "lighthouse"');
    await page.keyboard.press('2');
    await page.evaluate(() => {
      const { clausemark: { app, frames }, saved } = /** @type {any} */ (window);
      app.open('theirs.clausemark.json', saved, 9);
      frames.request();
    });
    await until(page, 'window.clausemark.app.state().question.yes === "Compare and merge"');
    await page.keyboard.press('Enter');
    await until(page, 'window.clausemark.app.comparison()?.told === "1 the same · 1 differs"');
    await page.evaluate('window.clausemark.app.want("merge", "", "")');
    await until(page, 'window.clausemark.app.lists().disputes.length === 1 && !window.clausemark.frames.busy()');
    await page.keyboard.press('1');
    await until(page, 'window.clausemark.app.lists().disputes.length === 0 && window.clausemark.app.lists().annotationCount === 2');
    await page.keyboard.press('Escape');
    await until(page, 'document.getElementById("kept").textContent === "Saved in this browser"');
    if (process.env.CLAUSEMARK_PICTURE) await page.screenshot({ path: process.env.CLAUSEMARK_PICTURE });
    await server.close();
    await page.reload();
    await until(page, 'window.clausemark !== undefined && window.clausemark.app.lists().annotationCount === 2');
    await page.keyboard.press('Enter');
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await until(page, 'window.clausemark.app.lists().annotationCount === 3');
    assert.equal(await page.evaluate('window.clausemark.app.state().title'), 'S/RES/9901 (2031)');
  });
});
