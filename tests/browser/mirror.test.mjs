// The accessible mirror: what the canvas shows exists as real elements, found here by role and name alone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { dragOver, openPage, root, serveToTests, settled } from './driver.mjs';

const served = serveToTests();

describe('the accessible mirror', () => {
  it('has the outline, the suggestions and the commands', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: /^4 Decides to extend the mandate/ }).waitFor({ state: 'attached' });
    const suggestions = page.getByRole('list', { name: 'Suggestions' }).getByRole('listitem');
    assert.ok(await suggestions.count() > 20);
    assert.equal(await page.getByRole('button', { name: 'Undo' }).isDisabled(), true);
    await context.close();
  });

  it('accepts, rejects, notes and undoes by keyboard, and says what happened', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    const press = async (/** @type {import('playwright-core').Locator} */ button) => {
      await button.focus();
      await page.keyboard.press('Enter');
      await settled(page);
    };
    await press(page.getByRole('button', { name: /^Accept Demand, para. 1/ }).first());
    await press(page.getByRole('button', { name: /^Reject Recall, preamble, 1/ }));
    const live = page.getByRole('status');
    assert.equal(await live.textContent(), 'Rejected Recall');
    const annotations = page.getByRole('list', { name: 'Annotations' }).getByRole('listitem');
    assert.equal(await annotations.count(), 1);
    const note = page.getByRole('textbox', { name: 'Note on Demand, para. 1' });
    await note.fill('first of two');
    await note.blur();
    await settled(page);
    await press(page.getByRole('button', { name: 'Undo Edit note' }));
    assert.equal(await page.getByRole('textbox', { name: 'Note on Demand, para. 1' }).inputValue(), '');
    await press(page.getByRole('button', { name: 'Redo Edit note' }));
    assert.equal(await page.getByRole('textbox', { name: 'Note on Demand, para. 1' }).inputValue(), 'first of two');
    await context.close();
  });

  it('tags what the mouse has selected', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await dragOver(page, 'river islands');
    const button = page.getByRole('button', { name: 'Tag as Concern' });
    await button.focus();
    await page.keyboard.press('Enter');
    await settled(page);
    await page.getByRole('list', { name: 'Annotations' }).getByText('Concern, preamble, 3: “river islands”').waitFor({ state: 'attached' });
    await context.close();
  });

  it('carries the text, paragraph by paragraph, with the tags in each', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    const text = page.getByRole('main', { name: 'Text' });
    await text.getByRole('heading', { name: 'Ceasefire and access' }).waitFor({ state: 'attached' });
    const demand = text.getByText(/^1 Demands that all parties respect the truce/);
    assert.match((await demand.textContent()) ?? '', /\[Demand \(suggested\), Demand \(suggested\)\]$/);
    const accept = page.getByRole('button', { name: /^Accept Demand, para. 1/ }).first();
    await accept.focus();
    await page.keyboard.press('Enter');
    await settled(page);
    assert.match((await demand.textContent()) ?? '', /\[Demand, Demand \(suggested\)\]$/);
    await context.close();
  });

  it('does a whole annotation with roles and names only: find, select, tag, note, summary, save', async () => {
    const { page, context, problems } = await openPage(served.browser, served.url);
    const press = async (/** @type {string | RegExp} */ name) => {
      const button = page.getByRole('button', { name }).first();
      await button.focus();
      await page.keyboard.press('Enter');
      await settled(page);
    };
    const field = page.getByRole('searchbox', { name: 'Find in the text' });
    await field.fill('shallow-draught vessels');
    await field.blur();
    await settled(page);
    await page.getByText('1 of 1').waitFor({ state: 'attached' });
    await press('Let go'); // closes the search and leaves what it found selected
    await page.getByText('Selected: “shallow-draught vessels”').waitFor({ state: 'attached' });
    await press('Tag as Task');
    const note = page.getByRole('textbox', { name: 'Note on Task, para. 7' });
    await note.fill('how many?');
    await note.blur();
    await settled(page);
    await press('Show the summary');
    await page.getByRole('table', { name: 'Tasks' }).getByText('shallow-draught vessels').waitFor({ state: 'attached' });
    await press('Close the summary');
    const saved = page.waitForEvent('download');
    await press('Save file');
    const stream = await (await saved).createReadStream();
    let content = '';
    for await (const chunk of stream) content += chunk;
    assert.match(content, /how many\?/);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('has no violation that axe-core finds, with every part shown', async () => {
    const axe = await readFile(join(root, 'web/node_modules/axe-core/axe.min.js'), 'utf8');
    const { page, context } = await openPage(served.browser, served.url);
    await page.evaluate(axe);
    for (const keys of [['r', 'Enter'], ['s'], ['s', 'Control+f'], ['Escape', 'Control+e']]) {
      for (const key of keys) await page.keyboard.press(key);
      await settled(page);
      const found = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (window).axe.run();
        return violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.html).slice(0, 3).join(' ')}`);
      });
      assert.deepEqual(found, [], `after ${keys.join(', ')}`);
    }
    await context.close();
  });
});
