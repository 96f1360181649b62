// The main job by real mouse and keys on the canvas: open a text, mark a clause, tag it, review, undo, save, and read
// the saved file with the command line.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { differingPixels, dragOver, frameCount, launch, openFile, openPage, placeOf, press, root, servePage, settled, visit, withoutStorage } from './driver.mjs';

const run = promisify(execFile);
const clausemark = join(root, 'build/native/clausemark');
const corpus = process.env.CLAUSEMARK_CORPUS ?? join(root, '../shared/corpus');
const seed = join(corpus, 'seeds/2584_pdf_text.txt');

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {{ url: string, close(): Promise<unknown> }} */
let server;
/** @type {string} */
let folder;

before(async () => {
  server = await servePage();
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'clausemark-'));
});
after(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** @param {import('playwright-core').Page} page */
const state = (page) => page.evaluate(() => {
  const { app } = /** @type {any} */ (window).clausemark;
  return { ...app.state(), ...app.lists() };
});

/** @param {import('playwright-core').Page} page @param {string} name */
async function saveTo(page, name) {
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const download = await waiting;
  const path = join(folder, name);
  await download.saveAs(path);
  return { path, suggested: download.suggestedFilename() };
}

describe('the main job on a real text', { skip: existsSync(seed) ? false : `no corpus at ${corpus}` }, () => {
  it('opens, marks, tags, reviews, undoes, saves, and the command line reads the same clause, tag and quote', async () => {
    const { page, problems, context } = await openPage(browser, server.url);
    await openFile(page, seed);
    const opened = await state(page);
    assert.equal(opened.title, 'S/RES/2584 (2021)');
    assert.ok(opened.suggestionCount > 200);

    const quote = 'reject violence';
    await dragOver(page, quote);
    assert.equal((await state(page)).selection, quote);
    await page.keyboard.press('2');
    await settled(page);
    let now = await state(page);
    assert.deepEqual(now.annotations.map((/** @type {any} */ row) => [row.tag, row.place, row.quote]), [['Demand', 'para. 7', quote]]);

    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await settled(page);
    const first = (await state(page)).active;
    await page.keyboard.press('Enter');
    await settled(page);
    now = await state(page);
    assert.equal(now.annotations.length, 2);
    assert.ok(now.annotations.some((/** @type {any} */ row) => row.id === first));
    assert.notEqual(now.active, first, 'review goes on to the next suggestion');

    await page.keyboard.press('Control+z');
    await settled(page);
    assert.equal((await state(page)).annotations.length, 1);
    await page.keyboard.press('Control+Shift+z');
    await settled(page);
    assert.equal((await state(page)).annotations.length, 2);

    const { path, suggested } = await saveTo(page, 'saved.clausemark.json');
    assert.equal(suggested, 'S_RES_2584_2021.clausemark.json');
    const validated = await run(clausemark, ['validate', path]);
    assert.match(validated.stdout, /valid; 2 annotations, \d+ open suggestions, 0 rejected; every quote found/);
    const shown = await run(clausemark, ['show', path]);
    assert.match(shown.stdout, /op7\n\s+▎Demand\n\s+“reject violence”/);
    assert.equal(shown.stdout.match(/▎/g)?.length, 2);

    // The same file opens again in the page, and is saved with the same bytes.
    await openFile(page, path);
    assert.equal((await state(page)).annotations.length, 2);
    const again = await saveTo(page, 'again.clausemark.json');
    assert.deepEqual(await readFile(again.path), await readFile(path));
    assert.deepEqual(problems, []);
    await context.close();
  });
});

describe('the hand on the canvas', () => {
  it('selects a word by double click, a clause by triple click, exact letters with Alt', async () => {
    const { page, context } = await openPage(browser, server.url);
    const word = await placeOf(page, 'lighthouse');
    await page.mouse.dblclick(word.x + word.width / 2, word.y + word.height / 2);
    await settled(page);
    assert.equal((await state(page)).selection, 'lighthouse');

    await page.keyboard.press('Escape');
    const again = await placeOf(page, 'lighthouse');
    await page.mouse.click(again.x + again.width / 2, again.y + again.height / 2, { clickCount: 3 });
    await settled(page);
    assert.equal((await state(page)).selection, 'Condemns in the strongest terms the shelling of the lighthouse at Cape Orrin');

    await page.keyboard.press('Escape');
    const part = await placeOf(page, 'ighthous');
    await page.keyboard.down('Alt');
    await page.mouse.move(part.x, part.y + part.height / 2);
    await page.mouse.down();
    await page.mouse.move(part.x + part.width, part.y + part.height / 2, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await settled(page);
    assert.equal((await state(page)).selection, 'ighthous');
    await context.close();
  });

  it('tags with a click in the palette and never swallows edge spaces or stops', async () => {
    const { page, context } = await openPage(browser, server.url);
    await dragOver(page, ' Cape Orrin, ');
    assert.equal((await state(page)).selection, 'Cape Orrin');
    // The palette floats at the lower edge of the text; "Demand" is its first tag.
    await page.mouse.click(340, await paletteTop(page) + 47);
    await settled(page);
    const now = await state(page);
    assert.deepEqual(now.annotations.map((/** @type {any} */ row) => [row.tag, row.quote]), [['Demand', 'Cape Orrin']]);
    await context.close();
  });

  it('writes a note by keyboard, and text with accents arrives whole', async () => {
    const { page, context } = await openPage(browser, server.url);
    await dragOver(page, 'Cape Orrin');
    await page.keyboard.press('1');
    await settled(page);
    const card = { x: 1100, y: 210 };
    await page.mouse.click(card.x, card.y);
    await page.waitForTimeout(200);
    await page.keyboard.type('Phare détruit');
    await page.keyboard.insertText(' – 灯塔');
    await page.mouse.click(270, 120);
    await page.waitForTimeout(100);
    await settled(page);
    assert.equal((await state(page)).annotations[0].note, 'Phare détruit – 灯塔');

    // Escape leaves the field and keeps what was typed. The first click takes the card in hand, the second its field.
    for (const y of [150, card.y]) {
      await page.mouse.click(card.x, y);
      await page.waitForTimeout(200);
    }
    await page.keyboard.press('Control+a');
    await page.keyboard.type('shorter');
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal((await state(page)).annotations[0].note, 'shorter');
    await context.close();
  });

  it('asks before work that is kept nowhere is replaced, and nothing behind the question answers', async () => {
    const { context } = await openPage(browser, server.url);
    await withoutStorage(context);
    const { page } = await visit(context, server.url);
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await settled(page);
    await openFile(page, { name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('The Security Council,\n\n1. Decides to act;\n') });
    assert.equal((await state(page)).pending, 'other.txt');
    for (const key of ['r', 'j', 'Control+z', '2']) await page.keyboard.press(key);
    await settled(page);
    assert.equal((await state(page)).annotations.length, 1);
    const waiting = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    assert.equal((await waiting).suggestedFilename(), 'S_RES_9901_2031.clausemark.json');
    await settled(page);
    assert.equal((await state(page)).title, 'other.txt');
    await context.close();
  });

  it('scrolls by keyboard', async () => {
    const { page, context } = await openPage(browser, server.url);
    /** Its height in whole pixels, null where it is not in sight. @param {string} quote @returns {Promise<number | null>} */
    const place = (quote) => page.evaluate((words) => {
      const found = /** @type {any} */ (window).clausemark.app.locate(words);
      return found && Math.round(found.y);
    }, quote);
    const atFirst = await place('Resolution 9901');
    assert.notEqual(atFirst, null);
    await press(page, 'End');
    assert.equal(await place('Resolution 9901'), null);
    assert.notEqual(await place('Decides to remain'), null);
    await press(page, 'Home');
    assert.equal(await place('Resolution 9901'), atFirst);
    await context.close();
  });

  it('opens a pasted and a dropped text', async () => {
    const { page, context } = await openPage(browser, server.url);
    const text = 'Resolution 9002 (2031)\n\nThe Security Council,\n\n1. Demands that the ferries sail again;\n';
    await page.evaluate((content) => {
      const data = new DataTransfer();
      data.setData('text/plain', content);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, text);
    await page.waitForTimeout(100);
    assert.equal((await state(page)).title, 'S/RES/9002 (2031)');
    await page.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content.replace('9002', '9003')], 'dropped.txt', { type: 'text/plain' }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text);
    await page.waitForTimeout(200);
    assert.equal((await state(page)).title, 'S/RES/9003 (2031)');
    await context.close();
  });
});

describe('frames', () => {
  it('draws none while nothing changes', async () => {
    const { page, context } = await openPage(browser, server.url);
    await page.mouse.move(600, 400);
    await page.waitForTimeout(300);
    await settled(page);
    const drawn = await frameCount(page);
    await page.waitForTimeout(5000);
    assert.equal(await frameCount(page), drawn);
    await page.mouse.move(610, 400);
    await page.waitForTimeout(200);
    assert.ok(await frameCount(page) > drawn, 'and draws again when the mouse moves');
    await context.close();
  });

  it('comes back after the graphics context was lost', async () => {
    const { page, context } = await openPage(browser, server.url);
    const picture = await page.screenshot();
    await page.evaluate(async () => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      const extension = /** @type {WEBGL_lose_context} */ (canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context'));
      extension.loseContext();
      await new Promise((done) => setTimeout(done, 100));
      extension.restoreContext();
      await new Promise((done) => setTimeout(done, 300));
    });
    await settled(page);
    assert.ok(await differingPixels(picture, await page.screenshot()) < 50, 'the picture is the same as before');
    await context.close();
  });
});

/** Where the palette begins: the first row of the window that differs when it is hidden. @param {import('playwright-core').Page} page */
async function paletteTop(page) {
  const size = /** @type {{ height: number }} */ (page.viewportSize());
  // The seven tags of the largest family, 26 pixels each, below their heading; the guideline; margins; the status line.
  return size.height - 34 - 12 - (7 * 26 + 24 + 28 + 30);
}
