// The tags themselves: edited, brought from a file and given away; and how they show beside the text.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { appState as state, dragOver, openFile, openPage, placeOf, press, savedFile, serveToTests, settled } from './driver.mjs';

const served = serveToTests();

/** @param {import('playwright-core').Page} page @param {number} x @param {number} y @param {string} text */
async function typeInto(page, x, y, text) {
  await page.mouse.click(x, y);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  await settled(page);
}

describe('the editor of tags', () => {
  it('makes a tag with a name, a key, a colour and a guideline, which then tags', async () => {
    const { page, context, problems } = await openPage(served.browser, served.url);
    await press(page, 'Control+,');
    await page.mouse.click(335, 717);
    await page.keyboard.type('Ceasefire');
    await press(page, 'Enter');
    await typeInto(page, 1038, 168, 'Z');
    await typeInto(page, 700, 460, 'Where fighting shall stop.');
    await typeInto(page, 700, 580, 'who: all, some');
    await page.mouse.click(674, 355); // a colour
    await settled(page);
    const { chosen } = /** @type {any} */ (await page.evaluate('window.clausemark.app.tagEditor()'));
    assert.deepEqual(chosen, { id: 'ceasefire', name: 'Ceasefire', group: 'Tasks', key: 'z', colour: '#EDBA47', guideline: 'Where fighting shall stop.', attributes: 'who: all, some', alike: [] });
    await page.mouse.click(1040, 86); // Done
    await settled(page);
    await dragOver(page, 'truce of Port Halen');
    await press(page, 'z');
    const [row] = (await state(page)).annotations;
    assert.deepEqual([row.tag, row.attributes], ['Ceasefire', [{ name: 'who', value: '', values: ['all', 'some'] }]]);
    const saved = JSON.parse((await savedFile(page)).buffer.toString());
    assert.ok(JSON.stringify(saved).includes('Where fighting shall stop.'));
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('says why a key is refused, and takes back by Ctrl+Z', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await press(page, 'Control+,');
    await typeInto(page, 1038, 168, '2'); // that of Demand
    assert.equal(await page.getByRole('status').first().textContent(), '2 is the key of Demand already');
    await typeInto(page, 700, 168, 'Duty');
    assert.equal((await state(page)).tags[0].name, 'Duty');
    await page.mouse.click(700, 690); // beside the fields
    await press(page, 'Control+z');
    assert.equal((await state(page)).tags[0].name, 'Task');
    await context.close();
  });

  it('leads by Tab from field to field, and keeps what was refused to be mended', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await press(page, 'Control+,');
    await page.mouse.click(700, 168);
    await settled(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Duty');
    await press(page, 'Tab');
    await page.keyboard.type('2'); // that of Demand
    await press(page, 'Tab');
    await page.keyboard.type('Duties');
    await press(page, 'Shift+Tab');
    assert.equal((await state(page)).tags[0].name, 'Duty');
    assert.equal((await state(page)).tags[0].key, '1');
    const { chosen } = /** @type {any} */ (await page.evaluate('window.clausemark.app.tagEditor()'));
    assert.equal(chosen.group, 'Duties');
    await page.keyboard.type('z');
    await press(page, 'Enter');
    assert.equal((await state(page)).tags[0].key, 'z');
    // Names that are there already are refused; the rest of what was typed stays, to be changed.
    await typeInto(page, 700, 168, 'Demand');
    await page.mouse.click(700, 168);
    await settled(page);
    await press(page, 'End');
    await page.keyboard.type('s of all');
    await press(page, 'Enter');
    assert.equal((await state(page)).tags[0].name, 'Demands of all');
    await context.close();
  });

  it('gives the tags away as a file and takes those of another', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await press(page, 'r', 'Enter', 'Escape', 'Control+,');
    const download = page.waitForEvent('download');
    await page.mouse.click(969, 86); // Save tags
    assert.equal((await download).suggestedFilename(), 'Acts_of_the_Security_Council.tagset.json');
    await press(page, 'Escape');
    const other = { clausemark: { tagSetVersion: 1 }, name: 'Courtroom', tags: [{ id: 'plea', name: 'Plea', group: '', colour: '#0067A0', key: '1' }] };
    await openFile(page, { name: 'court.tagset.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(other)) });
    const names = (await state(page)).tags.map((/** @type {any} */ tag) => tag.name);
    assert.equal(names[0], 'Plea');
    assert.ok(names.includes('Recall'), 'what annotations have stays');
    assert.ok(!names.includes('Direction'));
    await context.close();
  });
});

describe('the margin', () => {
  it('names the tags beside their lines, and a press takes the annotation in hand', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    const words = await placeOf(page, 'Demands that all parties');
    await page.mouse.click(911, words.y + words.height / 2);
    await settled(page);
    const { active, suggestions } = await state(page);
    assert.match(suggestions.find((/** @type {any} */ row) => row.id === active).quote, /^Demands that all parties/);
    await context.close();
  });
});
