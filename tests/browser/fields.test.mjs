// Text fields for people who write with an input method or paste, and the page for those who enlarge it or want calm.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appState as state, dragOver, openPage, press, serveToTests, settled } from './driver.mjs';

const served = serveToTests();

/** Composes with an input method, letter by letter, and commits. @param {import('playwright-core').Page} page @param {string[]} stages */
async function compose(page, ...stages) {
  const session = await page.context().newCDPSession(page);
  for (const text of stages) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await session.send('Input.insertText', { text: /** @type {string} */ (stages.at(-1)) });
  await settled(page);
}

describe('every text field', () => {
  it('shows what is being composed where it will stand', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await press(page, 'Control+f');
    await page.keyboard.type('the ');
    await settled(page);
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'ferry', selectionStart: 5, selectionEnd: 5 });
    const shown = await page.evaluate(() => {
      const agent = /** @type {HTMLTextAreaElement} */ (document.activeElement);
      const { left, top, width } = agent.getBoundingClientRect();
      return { text: agent.value, seen: window.getComputedStyle(agent).opacity, left, top, width };
    });
    assert.deepEqual([shown.text, shown.seen], ['ferry', '1']);
    assert.ok(shown.width > 20 && shown.top < 120 && shown.left > 300, JSON.stringify(shown));
    await session.send('Input.insertText', { text: 'ferry' });
    await settled(page);
    assert.equal((await state(page)).search.text, 'the ferry');
    await context.close();
  });

  it('takes what an input method composes, once and whole', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await dragOver(page, 'public register');
    await press(page, '1', 'n');
    await compose(page, 'に', 'にほ', '日本');
    await compose(page, 'ご', '語');
    await press(page, 'Tab');
    assert.equal((await state(page)).annotations[0].note, '日本語');

    await press(page, 'Control+f');
    await compose(page, 'れ', '列');
    assert.equal((await state(page)).search.text, '列');
    await press(page, 'Escape', 'Control+k');
    await compose(page, 's', 'summary');
    await press(page, 'Enter');
    assert.notEqual(await page.evaluate('window.clausemark.app.summary()'), null);
    await press(page, 'Escape', 'Control+,');
    await page.mouse.click(335, 717); // the field for another tag
    await compose(page, '停', '停火');
    await press(page, 'Enter');
    assert.equal((await state(page)).tags.at(-1).name, '停火');
    await context.close();
  });

  it('takes what is pasted, and gives what is cut', async () => {
    const { page, context } = await openPage(served.browser, served.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate("navigator.clipboard.writeText('river')");
    await press(page, 'Control+f', 'Control+v');
    await settled(page);
    assert.equal((await state(page)).search.told, '1 of 7');
    await press(page, 'Control+a', 'Control+x');
    assert.equal((await state(page)).search.text, '');
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), 'river');
    await press(page, 'Escape');
    await page.mouse.click(1110, 777); // the field for the reader's name
    await press(page, 'Control+v', 'Tab');
    assert.equal((await state(page)).author, 'river');
    await context.close();
  });
});

describe('a page at 200 %', () => {
  it('can be read, reviewed, searched and saved', async () => {
    const { page, context, problems } = await openPage(served.browser, served.url, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    await press(page, 'r', 'Enter');
    assert.equal((await state(page)).annotations.length, 1);
    await press(page, 'Escape', 'Control+f');
    await page.keyboard.type('lighthouse');
    await settled(page);
    assert.notEqual(await page.evaluate('window.clausemark.app.locate("lighthouse")'), null);
    await press(page, 'Escape', '3');
    assert.equal((await state(page)).annotations.at(-1).quote, 'lighthouse');
    await press(page, 'Control+,');
    assert.notEqual(await page.evaluate('window.clausemark.app.tagEditor()'), null);
    assert.deepEqual(problems, []);
    await context.close();
  });
});

describe('motion', () => {
  it('is gentle where the text scrolls to something, and none where the reader prefers calm', async () => {
    /** Where a line stands in each of the frames after a key, 16 ms apart. @param {'reduce' | 'no-preference'} reducedMotion */
    const places = async (reducedMotion) => {
      const { page, context } = await openPage(served.browser, served.url, { reducedMotion });
      const seen = await page.evaluate(() => {
        const { app } = /** @type {any} */ (window).clausemark;
        app.key('ArrowDown');
        return Array.from({ length: 30 }, () => {
          app.frame(0.016);
          return app.locate('Gravely concerned').y;
        });
      });
      await context.close();
      return seen;
    };
    const calm = await places('reduce');
    const gentle = await places('no-preference');
    assert.equal(new Set(calm).size, 1);
    assert.ok(new Set(gentle).size > 5, `${gentle}`);
    assert.equal(gentle.at(-1), calm.at(-1));
  });
});
