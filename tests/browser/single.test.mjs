// The page as one file, opened from a disk.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, openFile, openPage, root, settled, until } from './driver.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
let folder = '';

before(async () => {
  // Alone in its folder: there is nothing beside it that it could fetch.
  folder = mkdtempSync(join(tmpdir(), 'clausemark-'));
  execFileSync('node', [join(root, 'web/page/single.mjs'), join(root, 'build/web'), join(root, 'build/web/clausemark.html')]);
  copyFileSync(join(root, 'build/web/clausemark.html'), join(folder, 'clausemark.html'));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('one file', () => {
  it('opens from a disk, annotates, saves, and keeps the work', async () => {
    const { page, context, problems } = await openPage(browser, pathToFileURL(join(folder, 'clausemark.html')).href);
    /** @type {string[]} */
    const asked = [];
    context.on('request', (request) => asked.push(request.url()));
    await openFile(page, { name: 'truce.txt', mimeType: 'text/plain', buffer: Buffer.from('The Security Council,\n\n1. Demands a truce;\n') });
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await settled(page);
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    const project = JSON.parse(readFileSync(/** @type {string} */ (await (await download).path()), 'utf8'));
    assert.equal(project.first.items[0].body[0].value, 'demand');
    await until(page, 'document.getElementById("kept").textContent === "Saved in a file"');
    await page.reload();
    await until(page, 'window.clausemark !== undefined');
    assert.equal(await page.evaluate('window.clausemark.app.lists().annotationCount'), 1);
    assert.deepEqual(asked.filter((url) => !/^(file|blob|data):/.test(url)), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
});
