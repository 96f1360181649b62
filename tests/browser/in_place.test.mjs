// Saving where the file came from. The system's dialogs are stood in for by files of the browser's private file system,
// which are real files to the page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serveToTests, settled, until, visit, withoutStorage } from './driver.mjs';

const served = serveToTests();

/** A page whose dialogs answer with files of the private file system; `asked` says how often one was shown. */
async function openWithDialogs(keeps = true) {
  const context = await served.browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => {
    const dialogs = { asked: 0, answer: 'mine.clausemark.json', cancel: false };
    const pick = async () => {
      dialogs.asked += 1;
      if (dialogs.cancel) throw new DOMException('The user aborted a request.', 'AbortError');
      return (await navigator.storage.getDirectory()).getFileHandle(dialogs.answer, { create: true });
    };
    Object.assign(window, { dialogs, showSaveFilePicker: pick, showOpenFilePicker: async () => [await pick()] });
  });
  if (!keeps) await withoutStorage(context);
  const { page } = await visit(context, served.url);
  return { page, context };
}

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {string} name @returns {Promise<any>} */
const contentOf = async (page, name) => JSON.parse(await page.evaluate(async (file) => {
  const handle = await (await navigator.storage.getDirectory()).getFileHandle(file);
  return (await handle.getFile()).text();
}, name));

/** @param {any} project */
const accepted = (project) => project.first.items.filter((/** @type {any} */ item) => item.clausemark.status !== 'suggested').length;

/** @param {Page} page */
async function accept(page) {
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await settled(page);
}

/** Saves by key and waits until the page says what became of it. @param {Page} page @param {RegExp} expected */
async function save(page, expected) {
  await page.keyboard.press('Control+s');
  for (let k = 0; k < 250; k += 1) {
    if (expected.test((await page.locator('#live').textContent()) ?? '')) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.match((await page.locator('#live').textContent()) ?? '', expected);
}

/** @param {Page} page @returns {Promise<number>} */
const asked = (page) => page.evaluate('window.dialogs.asked');

describe('saving in place', () => {
  it('asks once where to, then writes there', async () => {
    const { page, context } = await openWithDialogs();
    await accept(page);
    await save(page, /^Saved as mine\.clausemark\.json$/);
    assert.equal(accepted(await contentOf(page, 'mine.clausemark.json')), 1);
    await accept(page);
    await save(page, /^Saved as/);
    assert.equal(accepted(await contentOf(page, 'mine.clausemark.json')), 2);
    assert.equal(await asked(page), 1);
    await context.close();
  });

  it('a file that was opened is written back; a text never is', async () => {
    const { page, context } = await openWithDialogs();
    await accept(page);
    await save(page, /^Saved as/);
    await page.evaluate('window.dialogs.asked = 0');
    await page.keyboard.press('Control+o');
    await until(page, 'document.getElementById("live").textContent === "mine.clausemark.json is what is open here"');
    await accept(page);
    await save(page, /^Saved as/);
    assert.equal(accepted(await contentOf(page, 'mine.clausemark.json')), 2);
    assert.equal(await asked(page), 1, 'to open, not to save');

    await page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('truce.txt', { create: true });
      const writable = await handle.createWritable();
      await writable.write('The Security Council,\n\n1. Demands a truce;\n');
      await writable.close();
    });
    await page.evaluate('Object.assign(window.dialogs, { asked: 0, answer: "truce.txt" })');
    await page.keyboard.press('Control+o');
    await until(page, 'window.clausemark.app.state().title === "truce.txt"');
    await accept(page);
    await page.evaluate('window.dialogs.answer = "truce.clausemark.json"');
    await save(page, /^Saved as truce\.clausemark\.json$/);
    assert.equal(await asked(page), 2);
    const text = await page.evaluate(async () => (await (await (await navigator.storage.getDirectory()).getFileHandle('truce.txt')).getFile()).text());
    assert.equal(text, 'The Security Council,\n\n1. Demands a truce;\n');
    await context.close();
  });

  it('a file that somebody else has changed since is not written over', async () => {
    const { page, context } = await openWithDialogs();
    await accept(page);
    await save(page, /^Saved as/);
    await page.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 20));
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('mine.clausemark.json');
      const writable = await handle.createWritable();
      await writable.write('{"theirs": true}');
      await writable.close();
    });
    await accept(page);
    await page.evaluate('window.dialogs.answer = "other.clausemark.json"');
    await save(page, /^Saved as other\.clausemark\.json$/);
    assert.deepEqual(await contentOf(page, 'mine.clausemark.json'), { theirs: true });
    assert.equal(accepted(await contentOf(page, 'other.clausemark.json')), 2);
    await context.close();
  });

  it('another document never goes into the file of the one before', async () => {
    const { page, context } = await openWithDialogs();
    await accept(page);
    await save(page, /^Saved as mine/);
    await page.evaluate('window.clausemark.app.open("next.txt", "The Security Council,\\n\\n1. Demands a truce;\\n", 77)');
    await accept(page);
    await until(page, 'document.getElementById("kept").textContent === "Saved in this browser"');
    // By the list of documents back to the first, and from there to the second again.
    for (const title of ['S/RES/9901 (2031)', 'next.txt']) {
      await until(page, `window.clausemark.app.state().documents.some((one) => one.title === ${JSON.stringify(title)} && !one.open)`);
      await page.evaluate(`window.clausemark.app.want('openkept', window.clausemark.app.state().documents.find((one) => one.title === ${JSON.stringify(title)}).id, '')`);
      await until(page, `window.clausemark.app.state().title === ${JSON.stringify(title)}`);
    }
    await page.evaluate('window.dialogs.answer = "second.clausemark.json"');
    await save(page, /^Saved as second/);
    assert.equal(await asked(page), 2);
    assert.match(JSON.stringify(await contentOf(page, 'mine.clausemark.json')), /S\/RES\/9901/);
    await context.close();
  });

  it('a dialog that is closed leaves everything as it was, also the question about unsaved work', async () => {
    const { page, context } = await openWithDialogs(false);
    await accept(page);
    await page.evaluate('window.dialogs.cancel = true');
    await page.keyboard.press('Control+s');
    await until(page, 'window.dialogs.asked === 1');
    await settled(page);
    assert.equal(await page.evaluate('window.clausemark.app.unsaved()'), true);
    await page.evaluate('window.clausemark.app.open("next.txt", "The Security Council,\\n\\n1. Demands a truce;\\n", 77)');
    await page.keyboard.press('Enter');
    await until(page, 'window.dialogs.asked === 2');
    await settled(page);
    assert.equal(await page.evaluate('window.clausemark.app.state().pending'), 'next.txt');
    await page.evaluate('window.dialogs.cancel = false');
    await page.keyboard.press('Enter');
    await until(page, 'window.clausemark.app.state().title === "next.txt"');
    assert.equal(accepted(await contentOf(page, 'mine.clausemark.json')), 1);
    await context.close();
  });
});
