// Working with the text by hand, key and finger: finding, selecting, adjusting, commands, several documents.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appState as state, dragOver, openFile, openPage, placeOf, press, serveToTests, settled, until, visit } from './driver.mjs';

const served = serveToTests();

describe('finding', () => {
  it('has the keys at once, counts, steps, and leaves what it found selected', async () => {
    const { page, context, problems } = await openPage(served.browser, served.url);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('river');
    await settled(page);
    assert.equal((await state(page)).active, '', 'no letter of the word was taken for a command');
    assert.equal((await state(page)).search.told, '1 of 7');
    await press(page, 'Enter');
    assert.equal((await state(page)).search.told, '2 of 7');
    await press(page, 'Shift+Enter', 'Shift+Enter');
    assert.equal((await state(page)).search.told, '7 of 7');
    await press(page, 'Escape');
    assert.equal((await state(page)).selection, 'River');
    await press(page, '1');
    assert.deepEqual((await state(page)).annotations.map((/** @type {any} */ row) => [row.tag, row.quote]), [['Task', 'River']]);
    assert.deepEqual(problems, []);
    await context.close();
  });
});

describe('commands by name', () => {
  it('tags, goes to a paragraph and opens the sheet of keys', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await dragOver(page, 'strong commitment');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tag concern');
    await press(page, 'Enter');
    assert.equal((await state(page)).annotations[0].tag, 'Concern');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('paragraph 9');
    await press(page, 'Enter');
    assert.notEqual(await page.evaluate('window.clausemark.app.locate("Expresses its intention")'), null);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('all keys');
    await press(page, 'Enter');
    assert.equal((await state(page)).sheet, 'keys');
    await page.mouse.click(5, 400); // beside the sheet
    await settled(page);
    assert.equal((await state(page)).sheet, 'none');
    await context.close();
  });

  it('chooses with the arrows and the mouse', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('theme');
    await press(page, 'ArrowDown', 'Enter'); // light, then dark
    assert.equal((await state(page)).theme, 'dark');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('larger');
    await settled(page);
    await page.mouse.click(640, 152); // the first row
    await settled(page);
    assert.equal((await state(page)).textSize, 110);
    await context.close();
  });
});

describe('selecting and adjusting', () => {
  it('selects, extends and tags clauses by keyboard alone', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await press(page, ']', ']', ']', ']', ']');
    assert.match((await state(page)).selection, /^Reaffirming its strong commitment/);
    await press(page, 'Shift+ArrowLeft', 'Shift+ArrowLeft');
    assert.equal((await state(page)).selection, 'Reaffirming its strong commitment to the sovereignty and unity of the Republic');
    await press(page, 'a');
    assert.equal((await state(page)).annotations[0].tag, 'Affirmation');
    await press(page, 'Shift+ArrowRight');
    assert.match((await state(page)).annotations[0].quote, /of the Republic of$/);
    await context.close();
  });

  it('joins parts that are dragged with Ctrl, and moves edges by dragging', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await dragOver(page, 'strong commitment');
    await page.keyboard.down('Control');
    await dragOver(page, 'Republic of Velmara');
    await page.keyboard.up('Control');
    await press(page, '2');
    assert.equal((await state(page)).annotations[0].quote, 'strong commitment … Republic of Velmara');

    await press(page, 'Escape', 'Escape');
    await dragOver(page, 'every barrier');
    await press(page, '4');
    const words = await placeOf(page, 'every barrier');
    const last = await placeOf(page, 'every barrier from');
    await page.mouse.move(words.x + words.width + 1, words.y + words.height / 2);
    await page.mouse.down();
    await page.mouse.move(last.x + last.width - 4, words.y + words.height / 2, { steps: 5 });
    await page.mouse.up();
    await settled(page);
    assert.equal((await state(page)).annotations.at(-1).quote, 'every barrier from');
    await press(page, 'Control+z');
    assert.equal((await state(page)).annotations.at(-1).quote, 'every barrier');
    await context.close();
  });

  it('goes where a reference leads when it is clicked with Ctrl, and back', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    const link = await placeOf(page, 'paragraph 3 above');
    await page.keyboard.down('Control');
    await page.mouse.click(link.x + link.width / 2, link.y + link.height / 2);
    await page.keyboard.up('Control');
    await settled(page);
    assert.notEqual(await page.evaluate('window.clausemark.app.locate("Urges the parties to agree")'), null);
    await press(page, 'Alt+ArrowLeft');
    assert.notEqual(await page.evaluate('window.clausemark.app.locate("Requests the Secretary-General")'), null);
    await context.close();
  });

  it('puts words with their citation on the clipboard', async () => {
    const { page, context } = await openPage(served.browser, served.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await dragOver(page, 'public register');
    await press(page, 'q');
    await until(page, 'navigator.clipboard.readText().then((text) => text !== "")');
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), '“public register” (S/RES/9901 (2031), para. 6 (a) (i))');
    await context.close();
  });
});

describe('the whole at a glance', () => {
  it('counts, sorts, leads to the text, and gives tables, pictures and dates away', async () => {
    const { page, context, problems } = await openPage(served.browser, served.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await press(page, 's');
    const picture = page.waitForEvent('download');
    await page.mouse.click(543, 131); // Save picture
    const png = await (await picture).createReadStream();
    const head = await new Promise((done) => png.once('data', done));
    assert.deepEqual([...head.subarray(1, 4)], [...Buffer.from('PNG')]);
    const calendar = page.waitForEvent('download');
    await page.mouse.click(666, 131); // Save calendar
    assert.equal((await calendar).suggestedFilename(), 'S_RES_9901_2031.ics');
    await page.mouse.click(320, 239); // the row of demands
    await settled(page);
    assert.deepEqual((await state(page)).suggestions.map((/** @type {any} */ row) => row.tag), ['Demand', 'Demand']);
    await press(page, 'Escape');
    assert.notEqual(await page.evaluate('window.clausemark.app.locate("Resolution 9901")'), null);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('selects a clause by triple click wherever it stands', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await page.mouse.move(600, 400);
    for (let k = 0; k < 4; k += 1) await page.mouse.wheel(0, 100);
    await settled(page);
    const place = /** @type {any} */ (await page.evaluate('window.clausemark.app.locate("Mandate of the Mission") ?? window.clausemark.app.locate("neighbouring States")'));
    const [x, y] = [place.x + 20, Math.max(place.y + 14, 640)];
    for (let k = 0; k < 3; k += 1) {
      await page.mouse.click(x, y, { clickCount: k + 1 });
      await page.waitForTimeout(120);
    }
    await settled(page);
    const { selection, annotations } = await state(page);
    assert.equal(annotations.length, 0, 'no press went to the palette');
    assert.ok(selection.split(' ').length > 3, selection);
    await context.close();
  });

  it('has the outline above the page where there is no room beside it', async () => {
    const { page, context } = await openPage(served.browser, served.url, { viewport: { width: 700, height: 900 } });
    await page.mouse.click(25, 22);
    await settled(page);
    assert.equal((await state(page)).sheet, 'outline');
    await page.mouse.click(120, 60 + 28 * 5 + 14); // "Mandate of the Mission"
    await settled(page);
    assert.equal((await state(page)).sheet, 'none');
    assert.notEqual(await page.evaluate('window.clausemark.app.locate("Mandate of the Mission")'), null);
    await context.close();
  });

  it('opens a menu where the right button is pressed', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    const place = await placeOf(page, 'strongly condemning');
    await page.mouse.click(place.x + 20, place.y + 14, { button: 'right' });
    await settled(page);
    await page.mouse.click(place.x + 60, place.y + 14 + 20); // the first row
    await settled(page);
    assert.deepEqual((await state(page)).annotations.map((/** @type {any} */ row) => row.tag), ['Condemnation']);
    await context.close();
  });
});

describe('a finger', () => {
  /** @param {import('playwright-core').BrowserContext} context @param {import('playwright-core').Page} page */
  async function fingerOf(context, page) {
    const session = await context.newCDPSession(page);
    /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {number} x @param {number} y */
    return async (type, x, y) => {
      await session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    };
  }

  it('scrolls, taps, and selects where it rests', async () => {
    const { page, context } = await openPage(served.browser, served.url, { hasTouch: true });
    const touch = await fingerOf(context, page);
    await touch('touchStart', 600, 600);
    for (let y = 580; y >= 200; y -= 20) await touch('touchMove', 600, y);
    await touch('touchEnd', 600, 200);
    await settled(page);
    assert.equal((await state(page)).selection, '', 'a finger that moves selects nothing');
    const place = await placeOf(page, 'lighthouse');

    await touch('touchStart', place.x + 20, place.y + 14);
    await page.waitForTimeout(600);
    await settled(page);
    assert.equal((await state(page)).selection, 'lighthouse');
    await touch('touchEnd', place.x + 20, place.y + 14);
    await settled(page);
    assert.equal((await state(page)).selection, 'lighthouse');

    // The end of the selection can be taken hold of.
    const whole = await placeOf(page, 'lighthouse at');
    await touch('touchStart', place.x + place.width + 1, place.y + 14);
    for (let x = place.x + place.width; x < whole.x + whole.width - 2; x += 6) await touch('touchMove', x, place.y + 14);
    await touch('touchEnd', whole.x + whole.width - 2, place.y + 14);
    await settled(page);
    assert.equal((await state(page)).selection, 'lighthouse at');

    await touch('touchStart', 280, 120);
    await touch('touchEnd', 280, 120);
    await settled(page);
    assert.equal((await state(page)).selection, '', 'a tap elsewhere lets go');
    await context.close();
  });
});

describe('several documents', () => {
  const other = { name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('Resolution 9902 (2031)\n\nThe Security Council,\n\n1. Decides to act;\n') };

  it('are all kept, found by name, opened with what was done in them, and taken out', async () => {
    const { page, context, problems } = await openPage(served.browser, served.url);
    await press(page, 'r', 'Enter');
    await until(page, 'window.clausemark.app.state().kept === "Saved in this browser"');
    await openFile(page, other);
    assert.equal((await state(page)).title, 'S/RES/9902 (2031)');
    assert.equal((await state(page)).pending, null, 'nothing was asked');
    await press(page, 'r', 'Enter');
    await until(page, 'window.clausemark.app.state().kept === "Saved in this browser"');

    await page.keyboard.press('Control+e');
    await until(page, 'window.clausemark.app.state().documents.length === 2');
    await page.keyboard.type('9901');
    await press(page, 'Enter');
    await until(page, 'window.clausemark.app.state().title === "S/RES/9901 (2031)"');
    assert.equal((await state(page)).annotations.length, 1);
    await press(page, 'Control+z');
    assert.equal((await state(page)).annotations.length, 0, 'what was done can be undone');
    await press(page, 'Control+Shift+z');
    assert.equal((await state(page)).annotations.length, 1);

    // The title opens the list, too.
    await page.mouse.click(80, 22);
    await until(page, 'window.clausemark.app.state().documents.some((one) => one.open && one.title === "S/RES/9901 (2031)")');
    await settled(page);
    assert.equal((await state(page)).sheet, 'documents');
    await page.mouse.click(868, 214); // Remove, in the second row
    await settled(page);
    assert.equal((await state(page)).documents.filter((/** @type {any} */ one) => one.removed).length, 1);
    await press(page, 'Escape');
    await until(page, 'window.clausemark.app.state().kept === "Saved in this browser"');
    await page.close();

    // It goes when the page opens next.
    const { page: again } = await visit(context, served.url);
    assert.equal((await state(again)).title, 'S/RES/9901 (2031)');
    assert.equal((await state(again)).annotations.length, 1);
    await again.keyboard.press('Control+e');
    await until(again, 'window.clausemark.app.state().documents.length === 1');
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('take the reader back to the place where they were left, with the note that was being written', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await dragOver(page, 'shallow-draught');
    await press(page, '4', 'n');
    await page.keyboard.type('Ask Anna first');
    await page.goto('about:blank');
    await page.goto(served.url);
    await until(page, 'window.clausemark !== undefined');
    await settled(page);
    assert.equal((await state(page)).annotations[0].note, 'Ask Anna first');
    assert.notEqual(await page.evaluate('window.clausemark.app.locate("shallow-draught")'), null);
    await context.close();
  });

  it('a text that has been worked on before is not begun anew without asking', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await openFile(page, other);
    await press(page, 'r', 'Enter');
    await until(page, 'window.clausemark.app.state().kept === "Saved in this browser"');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sample');
    await press(page, 'Enter');
    await until(page, 'window.clausemark.app.state().title === "S/RES/9901 (2031)"');
    await openFile(page, { ...other, name: 'again.txt' });
    await until(page, 'window.clausemark.app.state().question.yes === "Go on with it"');
    await press(page, 'Enter');
    await until(page, 'window.clausemark.app.state().title === "S/RES/9902 (2031)"');
    assert.equal((await state(page)).annotations.length, 1);
    await context.close();
  });

  it('one that another tab has can be read, and be changed when that tab has gone', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await press(page, 'r', 'Enter');
    await until(page, 'window.clausemark.app.state().kept === "Saved in this browser"');
    const { page: second } = await visit(context, served.url);
    await until(second, 'window.clausemark.app.state().readOnly');
    await openFile(second, other);
    await press(second, 'r', 'Enter');
    await until(second, 'window.clausemark.app.state().kept === "Saved in this browser"');
    await second.keyboard.press('Control+e');
    await until(second, 'window.clausemark.app.state().documents.length === 2');
    await second.keyboard.type('9901');
    await press(second, 'Enter');
    await until(second, 'window.clausemark.app.state().readOnly');
    await page.close();
    await until(second, '!window.clausemark.app.state().readOnly');
    await press(second, 'r', 'Enter');
    await until(second, 'window.clausemark.app.lists().annotationCount === 2');
    await context.close();
  });
});
