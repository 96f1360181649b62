// The browser's storage: nothing that was done is lost, and where it cannot be kept the reader is told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFile, openPage, serveToTests, settled, until, visit, withoutStorage } from './driver.mjs';

const served = serveToTests();

/** @typedef {import('playwright-core').Page} Page */

const truce = { name: 'truce.txt', mimeType: 'text/plain', buffer: Buffer.from('The Security Council,\n\n1. Demands a truce;\n\n2. Decides to remain seized of the matter.\n') };

/** Waits until the page says where the work is. @param {Page} page @param {string} words */
const says = (page, words) => until(page, `document.getElementById('kept').textContent === ${JSON.stringify(words)}`);

/** @param {Page} page @returns {Promise<any>} */
const state = (page) => page.evaluate('window.clausemark.app.state()');
/** The annotations and the suggestions that are left, as the mirror lists them. @param {Page} page @returns {Promise<any>} */
const lists = (page) => page.evaluate('window.clausemark.app.lists()');
/** @param {Page} page */
const said = (page) => page.getByRole('status').first().textContent();

/** Accepts the next suggestion by key. @param {Page} page */
async function accept(page) {
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await settled(page);
}

/** @param {Page} page */
async function reload(page) {
  await page.reload();
  await until(page, 'window.clausemark !== undefined');
  await settled(page);
}

/**
 * Runs a function of the database in a page of the same origin that is not ours; no application stands in the way.
 * @param {import('playwright-core').BrowserContext} context
 * @param {(given: any) => unknown} work
 * @param {any} [given]
 * @returns {Promise<any>}
 */
async function inStorage(context, work, given) {
  const page = await context.newPage();
  await page.goto(`${served.url}icon.svg`);
  const result = await page.evaluate(work, given);
  await page.close();
  return result;
}

describe('what was done', () => {
  it('is there again after a reload: document, annotations, notes, and what can be undone', async () => {
    const { page, context, problems } = await openPage(served.browser, served.url);
    await openFile(page, truce);
    await accept(page);
    const note = page.getByRole('textbox', { name: /^Note on/ });
    await note.fill('who is meant?');
    await note.blur();
    await accept(page);
    await page.keyboard.press('Control+z');
    await settled(page);
    await says(page, 'Saved in this browser');
    const kept = await lists(page);
    assert.equal(kept.annotationCount, 1);
    await reload(page);
    assert.deepEqual(await lists(page), kept);
    assert.equal((await state(page)).title, 'truce.txt');
    assert.equal((await state(page)).unsaved, true);
    assert.equal(kept.annotations[0].note, 'who is meant?');
    await page.keyboard.press('Control+y');
    await settled(page);
    assert.equal((await lists(page)).annotationCount, 2);
    for (let k = 0; k < 3; k += 1) await page.keyboard.press('Control+z');
    await settled(page);
    assert.equal((await lists(page)).annotationCount, 0);
    assert.deepEqual(problems, []);
    await context.close();
  });

  it('and whether it is in a file', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await accept(page);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    await download;
    await says(page, 'Saved in a file');
    await reload(page);
    await says(page, 'Saved in a file');
    await accept(page);
    await says(page, 'Saved in this browser');
    await context.close();
  });

  it('in the order in which it was done, though the clock goes backwards', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await openFile(page, truce);
    await says(page, '');
    await context.addInitScript(() => { Date.now = () => 0; });
    await reload(page);
    await openFile(page, { ...truce, name: 'later.txt', buffer: Buffer.concat([truce.buffer, Buffer.from('\n2. Decides to wait;\n')]) });
    await accept(page);
    await says(page, 'Saved in this browser');
    await reload(page);
    assert.equal((await state(page)).title, 'later.txt');
    assert.equal((await lists(page)).annotationCount, 1);
    await context.close();
  });

  it('by an earlier version of the program, too', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await accept(page);
    await says(page, 'Saved in this browser');
    await page.close();
    // The snapshot in the first version of the native format.
    await inStorage(context, () => new Promise((done, fail) => {
      const opening = indexedDB.open('clausemark');
      opening.onerror = fail;
      opening.onsuccess = () => {
        const store = opening.result.transaction('snapshots', 'readwrite').objectStore('snapshots');
        store.getAll().onsuccess = (/** @type {any} */ event) => {
          const [row] = event.target.result;
          const project = JSON.parse(row.project);
          project.clausemark.version = 1;
          store.put({ ...row, project: JSON.stringify(project) }).onsuccess = () => { opening.result.close(); done(undefined); };
        };
      };
    }));
    const next = await visit(context, served.url);
    assert.equal((await lists(next.page)).annotationCount, 1);
    await context.close();
  });
});

describe('a document that this version cannot read', () => {
  it('stays as it is, whatever is done afterwards', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await accept(page);
    await says(page, 'Saved in this browser');
    await page.close();
    /** The snapshots, after those with a version got a later one. */
    const snapshots = () => inStorage(context, () => new Promise((done) => {
      const opening = indexedDB.open('clausemark');
      opening.onsuccess = () => {
        const store = opening.result.transaction('snapshots', 'readwrite').objectStore('snapshots');
        store.getAll().onsuccess = (/** @type {any} */ event) => {
          const rows = event.target.result;
          if (rows.length === 1) {
            rows[0].project = rows[0].project.replace('"version": 2', '"version": 99');
            store.put(rows[0]);
          }
          store.transaction.oncomplete = () => { opening.result.close(); done(rows); };
        };
      };
    }));
    const [unreadable] = await snapshots();
    assert.match(unreadable.project, /"version": 99/);
    const next = (await visit(context, served.url)).page;
    assert.match((await said(next)) ?? '', /could not be brought back/);
    await accept(next);
    await says(next, 'Saved in this browser');
    const rows = await snapshots();
    assert.equal(rows.length, 2);
    assert.deepEqual(rows.find((/** @type {any} */ row) => row.id === unreadable.id), unreadable);
    await context.close();
  });
});

describe('two tabs on one document', () => {
  it('the second reads, says so, and takes over when the first is closed', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await accept(page);
    await says(page, 'Saved in this browser');
    const second = (await visit(context, served.url)).page;
    await says(second, 'Read only');
    assert.match((await said(second)) ?? '', /open in another tab/);
    await second.keyboard.press('r');
    await second.keyboard.press('Enter');
    await settled(second);
    assert.equal((await lists(second)).annotationCount, 1, 'nothing can be changed here');

    await page.bringToFront();
    await accept(page);
    await says(page, 'Saved in this browser');
    await page.close();
    await says(second, 'Saved in this browser');
    assert.equal((await lists(second)).annotationCount, 2, 'the work of the first is there');
    await accept(second);
    await says(second, 'Saved in this browser');
    await reload(second);
    assert.equal((await lists(second)).annotationCount, 3);
    await context.close();
  });

  it('another document in the second tab is its own', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await accept(page);
    await says(page, 'Saved in this browser');
    const second = (await visit(context, served.url)).page;
    await says(second, 'Read only');
    await openFile(second, truce);
    await accept(second);
    await says(second, 'Saved in this browser');
    await page.bringToFront();
    await accept(page);
    await says(page, 'Saved in this browser');
    await reload(page);
    assert.equal((await state(page)).title, 'S/RES/9901 (2031)', 'each tab comes back to its own');
    assert.equal((await lists(page)).annotationCount, 2);
    await page.close();
    await reload(second);
    assert.equal((await state(second)).title, 'truce.txt');
    await context.close();
  });

  it('without locks, the tab that opened the document last writes, and the other says so', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    await reload(page);
    await accept(page);
    await says(page, 'Saved in this browser');
    const second = (await visit(context, served.url)).page;
    assert.equal((await lists(second)).annotationCount, 1);
    await accept(second);
    await says(second, 'Saved in this browser');
    await page.bringToFront();
    await accept(page);
    await says(page, 'Read only');
    assert.match((await said(page)) ?? '', /opened in another tab/);
    await page.close();
    await reload(second);
    assert.equal((await lists(second)).annotationCount, 2, 'the step that was refused is not half there');
    await context.close();
  });
});

describe('when the storage does not work', () => {
  it('full: the reader is told, and all of it is kept as soon as there is room', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    const origin = new URL(served.url).origin;
    // Before the first step: how much room there is, the browser asks only now and then.
    const session = await context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
    // Several steps in one go, before the browser has answered the first.
    await page.evaluate(() => { for (let k = 0; k < 6; k += 1) /** @type {any} */ (window).clausemark.app.key(k % 2 === 0 ? 'r' : 'Enter'); });
    await says(page, 'Not saved');
    await page.waitForTimeout(200);
    assert.match((await said(page)) ?? '', /storage is full.*Ctrl\+S/);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await accept(page);
    await says(page, 'Saved in this browser');
    const kept = await lists(page);
    await reload(page);
    assert.deepEqual(await lists(page), kept);
    await context.close();
  });

  it('refused, as in some private windows: the page works, says so, and asks before it is left', async () => {
    const context = await served.browser.newContext();
    await context.addInitScript(() => {
      Object.defineProperty(IDBFactory.prototype, 'open', { value() { throw new DOMException('no', 'SecurityError'); } });
    });
    const { page } = await visit(context, served.url);
    assert.match((await said(page)) ?? '', /keeps nothing for the page/);
    await accept(page);
    await says(page, 'Not saved');
    let asked = false;
    page.on('dialog', (dialog) => {
      asked = dialog.type() === 'beforeunload';
      dialog.accept();
    });
    await page.close({ runBeforeUnload: true });
    for (let k = 0; k < 100 && !asked; k += 1) await new Promise((done) => setTimeout(done, 20));
    assert.equal(asked, true);
    await context.close();
  });

  it('there is none: the page works and says so', async () => {
    const context = await served.browser.newContext();
    await withoutStorage(context);
    const { page } = await visit(context, served.url);
    await accept(page);
    await says(page, 'Not saved');
    await context.close();
  });

  it('a newer version has used it: nothing there is touched', async () => {
    const { page, context } = await openPage(served.browser, served.url);
    await accept(page);
    await says(page, 'Saved in this browser');
    // A newer page opens the storage while this one is there: this one lets go.
    await inStorage(context, () => new Promise((done, fail) => {
      const opening = indexedDB.open('clausemark', 2);
      opening.onerror = fail;
      opening.onblocked = fail;
      opening.onsuccess = () => { opening.result.close(); done(undefined); };
    }));
    await page.bringToFront();
    await accept(page);
    await says(page, 'Not saved');
    assert.match((await said(page)) ?? '', /newer Clausemark/);
    const { rows, version } = await inStorage(context, () => new Promise((done) => {
      const opening = indexedDB.open('clausemark');
      opening.onsuccess = () => {
        opening.result.transaction('snapshots').objectStore('snapshots').getAll().onsuccess = (/** @type {any} */ event) =>
          done({ rows: event.target.result.length, version: opening.result.version });
      };
    }));
    assert.deepEqual([rows, version], [1, 2]);
    await context.close();
  });
});

describe('a damaged journal', () => {
  /**
   * Three steps are taken, then their rows are damaged.
   * @param {(rows: any[], store: IDBObjectStore) => void} damage
   */
  async function damaged(damage) {
    const { page, context } = await openPage(served.browser, served.url);
    await openFile(page, truce);
    await page.keyboard.press('r');
    for (const key of ['Enter', 'Control+z', 'Control+y']) await page.keyboard.press(key);
    await says(page, 'Saved in this browser');
    await page.close();
    const source = damage.toString();
    const rows = await inStorage(context, (text) => new Promise((done) => {
      const opening = indexedDB.open('clausemark');
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('journal', 'readwrite');
        const store = transaction.objectStore('journal');
        store.getAll().onsuccess = (/** @type {any} */ event) => {
          if (text.includes('delete')) store.delete([event.target.result[1].document, event.target.result[1].holder, 2]);
          else store.put({ ...event.target.result[1], line: event.target.result[1].line.slice(0, 30) });
          transaction.oncomplete = () => { opening.result.close(); done(event.target.result.length); };
        };
      };
    }), source);
    assert.equal(rows, 3);
    const next = (await visit(context, served.url)).page;
    return { page: next, context };
  }

  for (const [name, damage] of /** @type {[string, () => string][]} */ ([['a step is missing', () => 'delete'], ['a step is cut short', () => 'cut']])) {
    it(`${name}: what came before is there, and the reader is told`, async () => {
      const { page, context } = await damaged(damage);
      assert.equal((await lists(page)).annotationCount, 1);
      assert.match((await said(page)) ?? '', /^The last 2 of 3 steps could not be brought back/);
      // Work goes on beside the damaged document, which stays as it was.
      await accept(page);
      await says(page, 'Saved in this browser');
      const kept = await lists(page);
      await reload(page);
      assert.deepEqual(await lists(page), kept);
      const documents = await inStorage(context, () => new Promise((done) => {
        const opening = indexedDB.open('clausemark');
        opening.onsuccess = () => {
          opening.result.transaction('documents').objectStore('documents').count().onsuccess = (/** @type {any} */ event) => done(event.target.result);
        };
      }));
      assert.equal(documents, 2);
      await context.close();
    });
  }
});
