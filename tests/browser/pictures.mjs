// pictures.mjs FOLDER [TEXT …]: pictures of the page, light and dark, wide and narrow, with the sample and each text.
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { dragOver, launch, openFile, openPage, savedFile, servePage, settled } from './driver.mjs';

const [folder, ...texts] = process.argv.slice(2);
if (!folder) {
  console.error('use: pictures.mjs FOLDER [TEXT …]');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
/** A colleague's file about the sample: some suggestions accepted, words tagged otherwise. @param {import('playwright-core').Browser} browser @param {string} url */
async function colleague(browser, url) {
  const { page, context } = await openPage(browser, url);
  await page.evaluate('window.clausemark.app.want("author", "Ben Okafor", "")');
  await page.keyboard.press('r');
  for (let k = 0; k < 4; k += 1) await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await dragOver(page, 'every barrier from');
  await page.keyboard.press('4');
  await settled(page);
  const file = await savedFile(page);
  await context.close();
  return { ...file, name: 'ben.clausemark.json' };
}

const server = await servePage();
const browser = await launch();
try {
  const theirs = await colleague(browser, server.url);
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const { page, problems } = await openPage(browser, server.url, { colorScheme: scheme });
    await page.screenshot({ path: join(folder, `sample-${scheme}.png`) });
    await page.keyboard.press('r');
    await settled(page);
    await page.screenshot({ path: join(folder, `review-${scheme}.png`) });
    for (let k = 0; k < 6; k += 1) await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await settled(page);
    await dragOver(page, 'barrier from');
    await page.screenshot({ path: join(folder, `palette-${scheme}.png`) });
    await page.keyboard.press('2');
    await settled(page);
    await page.screenshot({ path: join(folder, `annotated-${scheme}.png`) });
    // Each view that lies above the text or in its place, by its keys.
    for (const [name, ...keys] of [['summary', 's'], ['commands', 'Escape', 'Control+k'], ['keys', 'Escape', '?'], ['documents', 'Escape', 'Control+e'], ['tags', 'Escape', 'Control+,'], ['steps', 'Escape', 'h'], ['find', 'Escape', 'Control+f']]) {
      for (const key of keys) {
        await page.keyboard.press(key);
        await settled(page);
      }
      if (name === 'find') await page.keyboard.type('river');
      await page.waitForTimeout(200);
      await settled(page);
      await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) });
    }
    await page.keyboard.press('Escape');
    await openFile(page, theirs);
    await page.screenshot({ path: join(folder, `question-${scheme}.png`) });
    await page.keyboard.press('Enter');
    await settled(page);
    await page.screenshot({ path: join(folder, `comparison-${scheme}.png`) });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('merge');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    await settled(page);
    await page.screenshot({ path: join(folder, `disputes-${scheme}.png`) });
    await page.evaluate('window.clausemark.app.want("contrast", "high", "")');
    await page.evaluate('window.clausemark.app.want("size", "150", "")');
    await page.evaluate('window.clausemark.frames.request()');
    await settled(page);
    await page.screenshot({ path: join(folder, `contrast-${scheme}.png`) });
    await page.evaluate('window.clausemark.app.want("contrast", "", "")');
    await page.evaluate('window.clausemark.app.want("size", "100", "")');
    for (const text of texts) {
      await openFile(page, text);
      await page.screenshot({ path: join(folder, `${basename(text, '.txt')}-${scheme}.png`) });
      await page.mouse.move(640, 400);
      for (let k = 0; k < 60; k += 1) await page.mouse.wheel(0, 100);
      await page.waitForTimeout(200);
      await settled(page);
      await page.screenshot({ path: join(folder, `${basename(text, '.txt')}-further-${scheme}.png`) });
    }
    for (const problem of problems) console.error(problem);
    await page.context().close();
  }
  for (const [name, width, height, ratio] of /** @type {const} */ ([['narrow', 600, 900, 1], ['tablet', 900, 1100, 1], ['wide', 1600, 900, 1], ['sharp', 1280, 800, 2]])) {
    const { page } = await openPage(browser, server.url, { viewport: { width, height }, deviceScaleFactor: ratio });
    await page.screenshot({ path: join(folder, `sample-${name}.png`) });
    await page.context().close();
  }
} finally {
  await browser.close();
  await server.close();
}
