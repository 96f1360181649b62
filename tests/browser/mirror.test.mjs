// The accessible mirror: what the canvas shows exists as real elements, found here by role and name alone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { dragOver, openFile, openPage, root, savedFile, serveToTests, settled, until } from './driver.mjs';

const served = serveToTests();

/** What axe-core finds in the page as it is now. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
async function violations(page) {
  await page.evaluate(await readFile(join(root, 'web/node_modules/axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { violations: found } = await /** @type {any} */ (window).axe.run();
    return found.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.html).slice(0, 3).join(' ')}`);
  });
}

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
    const { page, context } = await openPage(served.browser, served.url);
    for (const keys of [['r', 'Enter'], ['s'], ['s', 'Control+f'], ['Escape', 'Control+e'], ['Escape', 'Control+,']]) {
      for (const key of keys) await page.keyboard.press(key);
      await settled(page);
      const found = await violations(page);
      assert.deepEqual(found, [], `after ${keys.join(', ')}`);
    }
    await context.close();
  });

  it('filters, opens what was rejected again, edits a tag, and follows a reference, by roles and names', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    const press = async (/** @type {string | RegExp} */ name) => {
      const button = page.getByRole('button', { name, exact: true }).first();
      await button.focus();
      await page.keyboard.press('Enter');
      await settled(page);
    };
    const annotations = page.getByRole('list', { name: 'Annotations' }).getByRole('listitem');
    await press(/^Reject Recall, preamble, 1/);
    await press('Rejected');
    assert.match((await annotations.first().textContent()) ?? '', /^Recall, rejected, preamble, 1/);
    await press(/^Open again Recall/);
    await press('Rejected');
    assert.equal(await annotations.count(), 0);

    await press('Edit the tags');
    await press(/^Demand, Directives, key 2/);
    for (const [label, text] of [['Name of Demand', 'Order'], ['Attributes, one a line, after a colon the values allowed, of Order', 'force: weak, strong']]) {
      const field = page.getByRole('textbox', { name: label });
      await field.fill(text);
      await field.blur();
      await settled(page);
    }
    await press('Close the tags');
    await press(/^Accept Order, para. 1/);
    await page.getByRole('combobox', { name: 'force of Order, para. 1' }).selectOption('strong');
    await settled(page);
    assert.equal(await page.getByRole('combobox', { name: 'force of Order, para. 1' }).inputValue(), 'strong');

    await press('Go to para. 3');
    assert.notEqual(await page.evaluate('window.clausemark.app.locate("Urges the parties to agree")'), null);
    await context.close();
  });

  it('asks what becomes of another version, compares, and settles, by roles and names', async () => {
    const ben = await openPage(served.browser, served.url);
    await dragOver(ben.page, 'every barrier');
    await ben.page.keyboard.press('4');
    await settled(ben.page);
    const theirs = { ...await savedFile(ben.page), name: 'ben.clausemark.json' };
    await ben.context.close();

    const { page, context } = await openPage(served.browser, served.url);
    await dragOver(page, 'every barrier');
    const tag = page.getByRole('button', { name: 'Tag as Demand' });
    await tag.focus();
    await page.keyboard.press('Enter');
    await settled(page);
    await openFile(page, theirs);
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Compare and merge');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.deepEqual(await violations(page), []);
    await page.getByRole('table', { name: 'What differs' }).getByRole('row').nth(1).getByText('Request: “every barrier”').waitFor({ state: 'attached' });
    for (const name of [/^Merge ben/, /^Keep Request, the second/]) {
      assert.deepEqual(await violations(page), []);
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
      await settled(page);
    }
    await page.getByRole('list', { name: 'Annotations' }).getByText('Request, para. 1: “every barrier”').waitFor({ state: 'attached' });
    assert.equal(await page.getByRole('list', { name: 'Contradictions' }).count(), 0);
    await context.close();
  });
});

describe('a wish', () => {
  it('is not put while another is carried out', async () => {
    const { page, context, problems } = await openPage(served.browser, served.url);
    await page.evaluate(() => {
      const { app } = /** @type {any} */ (window).clausemark;
      const want = app.want.bind(app);
      let depth = 0;
      app.deepest = 0;
      app.want = (/** @type {any[]} */ ...wish) => {
        depth += 1;
        app.deepest = Math.max(app.deepest, depth);
        try { return want(...wish); } finally { depth -= 1; }
      };
    });
    for (const name of [/^Accept Recall/, /^Reject Affirmation/]) {
      await page.getByRole('button', { name }).first().focus();
      await page.keyboard.press('Enter');
      await settled(page);
    }
    await savedFile(page);
    await until(page, 'document.getElementById("kept").textContent.startsWith("Saved")');
    assert.equal(await page.evaluate('window.clausemark.app.deepest'), 1);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
