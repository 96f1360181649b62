// Working with others: a colleague's file is compared, merged, settled and saved as one; and one's own steps are gone
// back to by name.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appState as state, dragOver, openFile, openPage, press, savedFile, serveToTests, settled, visit } from './driver.mjs';

const served = serveToTests();

/** A file of Ben's: the first suggestions accepted, and words tagged as he sees them. @param {string[]} words @param {string} key */
async function fileOfBen(words, key) {
  const { page, context } = await openPage(served.browser, served.url);
  await page.mouse.click(1110, 777); // the field for the reader's name
  await page.keyboard.type('Ben');
  await press(page, 'Enter');
  await press(page, 'r', 'Enter', 'Enter', 'Escape');
  for (const quote of words) {
    await dragOver(page, quote);
    await press(page, key);
  }
  const file = await savedFile(page);
  await context.close();
  return { ...file, name: 'ben.clausemark.json' };
}

describe('a colleague’s file', () => {
  it('is compared, merged, settled by single keys, and saved as one file', async () => {
    const theirs = await fileOfBen(['every barrier', 'Port Halen in full'], '4');
    const { page, context, problems } = await openPage(served.browser, served.url);
    await press(page, 'r', 'Enter', 'Enter', 'Enter', 'Escape');
    for (const quote of ['every barrier', 'Port Halen in full']) {
      await dragOver(page, quote);
      await press(page, '2');
    }
    await openFile(page, theirs);
    assert.equal((await state(page)).question.yes, 'Compare and merge');
    await press(page, 'Enter');
    const compared = /** @type {any} */ (await page.evaluate('window.clausemark.app.comparison()'));
    assert.equal(compared.told, '2 the same · 2 differ · 1 only here');
    await page.mouse.click(313, 157); // Merge
    await settled(page);
    assert.equal((await state(page)).disputes.length, 2);
    assert.equal((await state(page)).undo, 'Merge ben.clausemark.json');
    await press(page, '2', '1');
    assert.equal((await state(page)).disputes.length, 0);
    const tags = (await state(page)).annotations.filter((/** @type {any} */ row) => row.rule === '').map((/** @type {any} */ row) => [row.quote, row.tag, row.author]);
    assert.deepEqual(tags, [['Port Halen in full', 'Request', 'Ben'], ['every barrier', 'Demand', '']]);
    const both = JSON.parse((await savedFile(page)).buffer.toString());
    assert.equal(JSON.stringify(both).includes('conflicts-with'), false);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('is settled with the mouse, and what was decided can be undone to before the merge', async () => {
    const theirs = await fileOfBen(['every barrier'], '4');
    const { page, context } = await openPage(served.browser, served.url);
    await dragOver(page, 'every barrier');
    await press(page, '2');
    const before = (await state(page)).annotations;
    await openFile(page, theirs);
    await press(page, 'Enter');
    await page.mouse.click(313, 157); // Merge
    await settled(page);
    await page.mouse.click(1077, 299); // Keep 2
    await settled(page);
    assert.equal((await state(page)).disputes.length, 0);
    await page.keyboard.press('h'); // what has been done: kept, merged, tagged, opened
    await settled(page);
    await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
    assert.deepEqual((await state(page)).annotations, before);
    await press(page, 'h');
    await page.keyboard.type('keep');
    await press(page, 'Enter');
    assert.equal((await state(page)).annotations.find((/** @type {any} */ row) => row.quote === 'every barrier').tag, 'Request');
    await context.close();
  });
});

describe('what was rejected', () => {
  it('is shown by the filter and opened again', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await press(page, 'r', 'Backspace', 'Escape');
    assert.equal((await state(page)).suggestions.length, 28);
    await page.mouse.click(1253, 66); // the funnel
    await settled(page);
    await page.mouse.click(1150, 145); // Rejected
    await settled(page);
    const rows = (await state(page)).annotations;
    assert.deepEqual(rows.map((/** @type {any} */ row) => [row.tag, row.rejected]), [['Recall', true]]);
    await page.evaluate(`window.clausemark.app.want('activate', ${JSON.stringify(rows[0].id)}, '')`);
    await press(page, 'u');
    await page.evaluate("window.clausemark.app.want('filterstatus', 'rejected', '')");
    assert.equal((await state(page)).suggestions.length, 29);
    await context.close();
  });
});

describe('the mirror', () => {
  it('lists the steps to go back to, and says which side of a contradiction was rejected', async () => {
    const theirs = await fileOfBen([], '4');
    const { page, context } = await openPage(served.browser, served.url);
    await press(page, 'r', 'Backspace', 'Escape');
    await openFile(page, theirs);
    await press(page, 'Enter');
    const mirror = page.locator('#mirror');
    await mirror.getByRole('button', { name: 'Merge ben.clausemark.json' }).focus();
    await press(page, 'Enter');
    const pair = mirror.getByRole('list', { name: 'Contradictions' });
    assert.equal(await pair.getByRole('listitem').count(), 1);
    assert.equal(await pair.getByRole('button', { name: 'Keep Recall, rejected, the first' }).count(), 1);
    assert.equal(await pair.getByRole('button', { name: 'Keep Recall by Ben, the second' }).count(), 1);
    await mirror.getByRole('button', { name: 'Show all steps' }).focus();
    await press(page, 'Enter');
    await mirror.getByRole('button', { name: /^Back to Reject Recall, “Recalling/ }).focus();
    await press(page, 'Enter');
    assert.equal((await state(page)).disputes.length, 0);
    await context.close();
  });

  it('shows the control that has the focus', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await press(page, 'Tab');
    const place = await page.evaluate(() => {
      const focused = /** @type {HTMLElement} */ (document.activeElement);
      const { left, top, width, height } = focused.getBoundingClientRect();
      return { seen: document.elementFromPoint(left + width / 2, top + height / 2) === focused, width, height };
    });
    assert.ok(place.seen && place.width > 40 && place.height > 20, JSON.stringify(place));
    await context.close();
  });
});

describe('the reader’s name', () => {
  it('is there in the next tab at once, and no tab takes it away', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    const early = await visit(context, served.url);
    await page.bringToFront();
    await page.mouse.click(1110, 777);
    await page.keyboard.type('Nina');
    await press(page, 'Enter');
    const late = await visit(context, served.url);
    assert.equal((await state(late.page)).author, 'Nina');
    await early.page.reload();
    await late.page.reload();
    const last = await visit(context, served.url);
    assert.equal((await state(last.page)).author, 'Nina');
    await context.close();
  });
});
