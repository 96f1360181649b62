// A Web Annotation client of others opens our files: Recogito's text annotator, in Chromium, must find every quote.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch } from '../browser/driver.mjs';
import { project, realProjects, require, root } from './files.mjs';

/** @type {typeof import('esbuild')} */
const { build } = require('esbuild');

const client = `
  import { createTextAnnotator, reviveAnnotation, W3CTextFormat } from '@recogito/text-annotator';
  window.open_file = (text, source, annotations) => {
    const container = document.getElementById('text');
    container.textContent = text;
    const annotator = createTextAnnotator(container, { adapter: W3CTextFormat(source, container) });
    annotator.setAnnotations(annotations, true);
    const found = annotator.state.store.all().map((annotation) => ({
      id: annotation.id,
      quotes: reviveAnnotation(annotation, container).target.selector.map((selector) => selector.range.toString()),
    }));
    annotator.destroy();
    return found;
  };`;

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('playwright-core').Page} */
let page;

before(async () => {
  const bundle = await build({
    stdin: { contents: client, resolveDir: `${root}/web` },
    bundle: true, format: 'iife', write: false, logLevel: 'error',
  });
  browser = await launch();
  page = await browser.newPage();
  await page.setContent('<div id="text" style="white-space: pre-wrap"></div>');
  await page.addScriptTag({ content: bundle.outputFiles[0].text });
});
after(() => browser.close());

/** Opens a file and holds what was found against it. @param {any} file */
async function check(file) {
  const placed = file.first.items.filter((/** @type {any} */ item) => !item.clausemark.places);
  const { text, id } = file.clausemark.document;
  const found = await page.evaluate(([whole, source, annotations]) => /** @type {any} */ (globalThis).open_file(whole, source, annotations), [text, id, placed]);
  assert.equal(found.length, placed.length);
  const quotes = new Map(found.map((/** @type {any} */ one) => [one.id, one.quotes]));
  for (const item of placed) {
    const wanted = [item.target].flat().map((target) => target.selector.at(-1).exact);
    assert.deepEqual(quotes.get(item.id), wanted, item.id);
  }
  return placed.length;
}

describe("Recogito's text annotator", () => {
  it('finds every span of a project that has everything', async () => {
    assert.ok(await check(project) >= 4);
  });

  it('finds every quote of real texts', async (context) => {
    const projects = realProjects();
    if (projects.length === 0) return context.skip('the texts of ../shared/corpus are not at hand');
    for (const file of projects) assert.ok(await check(file) > 50);
  });
});
