// The views of the page as pictures, compared with those in views/, which are also the pictures of the README. A view
// that is meant to look otherwise from now on is taken anew with
//   CLAUSEMARK_UPDATE=1 node --test tests/browser/views.test.mjs
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { dragOver, openFile, openPage, press, root, savedFile, serveToTests, settled, smaller, worstTile } from './driver.mjs';

const served = serveToTests();

const folder = join(root, 'tests/browser/views');
const problems = join(root, 'build/views');

/** So much of any tile of a picture may differ, for another version of the browser or of a font. */
const TOLERANCE = 0.008;

/** @param {import('playwright-core').Page} page @param {string} name */
async function compare(page, name) {
  await page.mouse.move(640, 790); // where nothing is pointed at
  await page.waitForTimeout(100);
  await settled(page);
  const picture = await page.screenshot();
  const known = join(folder, `${name}.png`);
  if (process.env.CLAUSEMARK_UPDATE) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(known, smaller(picture));
    return;
  }
  const share = await worstTile(readFileSync(known), picture);
  if (share >= TOLERANCE) {
    mkdirSync(problems, { recursive: true });
    writeFileSync(join(problems, `${name}.png`), picture);
  }
  assert.ok(share < TOLERANCE, `${(share * 100).toFixed(2)} % of a part of ${name} differ from ${known}; what was drawn is in build/views`);
}

/** A page on a day that is always the same. @param {import('playwright-core').BrowserContextOptions} [options] */
async function openOnADay(options) {
  const opened = await openPage(served.browser, served.url, options);
  await opened.page.clock.setFixedTime('2031-04-01T09:00:00Z');
  return opened;
}

/** Suggestions accepted, and words tagged and noted as one person sees them. @param {import('playwright-core').Page} page @param {string} author @param {number} accepted @param {[string, string][]} marks */
async function work(page, author, accepted, marks) {
  await page.evaluate((name) => /** @type {any} */ (window).clausemark.app.want('author', name, ''), author);
  await press(page, 'r');
  for (let k = 0; k < accepted; k += 1) await press(page, 'Enter');
  await press(page, 'Escape');
  for (const [quote, key] of marks) {
    await dragOver(page, quote);
    await press(page, key);
  }
}

describe('the page looks as it should', () => {
  it('in each of its views', async () => {
    const ben = await openOnADay();
    await work(ben.page, 'Ben Okafor', 7, [['every barrier', '4'], ['neighbouring States', '1']]);
    const theirs = { ...await savedFile(ben.page), name: 'ben.clausemark.json' };
    await ben.context.close();

    const { page, context } = await openOnADay();
    await work(page, 'Ada Lindqvist', 9, [['shelling of the lighthouse', 'c'], ['every barrier', '2']]);
    await press(page, 'n');
    await page.keyboard.type('Also in the report of the Secretary-General.');
    await press(page, 'Tab');
    await page.mouse.click(640, 790);
    await compare(page, 'text');
    await dragOver(page, 'ferry lines without delay');
    await compare(page, 'palette');
    await press(page, 'Escape', 'Escape', 's');
    await compare(page, 'summary');
    await press(page, 'Escape', 'Control+,');
    await compare(page, 'tags');
    await press(page, 'Escape');
    await openFile(page, theirs);
    await press(page, 'Enter');
    await compare(page, 'comparison');
    await page.evaluate("window.clausemark.app.want('merge', '', '')");
    await page.evaluate('window.clausemark.frames.request()');
    await compare(page, 'contradictions');
    await context.close();
  });

  it('in the dark', async () => {
    const { page, context } = await openOnADay({ colorScheme: 'dark' });
    await work(page, 'Ada Lindqvist', 9, [['every barrier', '2']]);
    await compare(page, 'dark');
    await context.close();
  });
});
