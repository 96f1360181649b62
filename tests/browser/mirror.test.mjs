// The accessible mirror: what the canvas shows exists as real elements, found here by role and name alone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dragOver, openPage, serveToTests, settled } from './driver.mjs';

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
});
