import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openFile, openPage, serveToTests, settled, until } from '../browser/driver.mjs';
import { clausemark, workFolder } from '../cli/command_line.mjs';
import { strings, writeAttack } from './attacks.mjs';

const work = workFolder();
after(work.remove);
let count = 0;
before(() => { count = writeAttack(work); });

describe('on the page', () => {
  const served = serveToTests();

  it('a shared file is shown as words: nothing of it runs, loads or becomes an element', async () => {
    assert.ok(count >= strings.length);
    const { page, context, problems } = await openPage(served.browser, served.url);
    /** @type {string[]} */
    const asked = [];
    context.on('request', (request) => asked.push(request.url()));
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      dialog.dismiss();
    });
    for (const name of ['attack.clausemark.json', 'attack.txt']) {
      await openFile(page, { name: `<img src=x onerror=window.attacked=1>${name}`, mimeType: 'text/plain', buffer: readFileSync(join(work.folder, name)) });
      await until(page, `window.clausemark.app.lists().${name.endsWith('json') ? 'annotationCount' : 'suggestionCount'} > 10`);
      for (let k = 0; k < 6; k += 1) await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.keyboard.press('s'); // the summary shows the text in tables
      await settled(page);
      for (const pointer of [300, 400, 500]) await page.mouse.move(600, pointer);
      await settled(page);
      const elements = await page.evaluate(() => [...document.querySelectorAll('#mirror *, #live *, #problem *')].map((element) => element.localName));
      assert.deepEqual([...new Set(elements)].filter((element) => !['header', 'h1', 'h2', 'p', 'div', 'button', 'input', 'textarea', 'nav', 'ul', 'ol', 'li', 'section', 'main', 'h3', 'small', 'label', 'search', 'select', 'option', 'table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'].includes(element)), []);
      assert.equal(await page.evaluate('window.attacked'), undefined);
      const download = page.waitForEvent('download');
      await page.keyboard.press('Control+s');
      assert.match((await download).suggestedFilename(), /^[A-Za-z0-9._-]+\.clausemark\.json$/);
    }
    assert.equal(dialogs, 0);
    assert.deepEqual(asked.filter((url) => !url.startsWith(served.url) && !/^(data|blob):/.test(url)), []);
    assert.deepEqual(problems, []);
    await context.close();
  });
});

describe('in tables and on the terminal', () => {
  it('no cell of a spreadsheet begins like a formula', () => {
    const made = work.run('convert', '--to', 'csv', 'attack.clausemark.json', '-o', 'attack.csv', '--suggestions');
    assert.equal(made.code, 0, made.err);
    const cells = cellsOf(work.read('attack.csv'));
    assert.ok(cells.length > strings.length);
    assert.deepEqual(cells.filter((cell) => /^[\s\u00a0\ufeff]*[=+@\t\r-]/.test(cell) && !/^-?[0-9.]+$/.test(cell)), []);
  });

  it('no command prints an escape sequence of somebody else', () => {
    writeFileSync(join(work.folder, 'empty.clausemark.json'), work.run('suggest', 'attack.txt', '-o', '-').out);
    for (const command of [['show', '--all', 'attack.clausemark.json'], ['stats', 'attack.clausemark.json'], ['tagset', 'show', 'attack.clausemark.json'],
      ['diff', 'empty.clausemark.json', 'attack.clausemark.json'], ['agreement', 'empty.clausemark.json', 'attack.clausemark.json'], ['parse', 'attack.txt'], ['validate', 'attack.clausemark.json']]) {
      const result = work.run(...command);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(result.out + result.err, /[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f]/, command.join(' '));
    }
  });

  it('every format that it is converted to comes back, and none of them leaves its folder', () => {
    for (const format of ['brat', 'doccano', 'label-studio', 'uima-cas', 'conll', 'jsonl']) {
      const made = work.run('convert', '--to', format, 'attack.clausemark.json', '-o', `out-${format}`, '--force');
      assert.ok([0, 1].includes(made.code ?? -1), `${format}: ${made.err}`);
      assert.doesNotMatch(made.err, /terminate|Aborted|core dumped/);
    }
    assert.equal(clausemark.length > 0, true);
  });
});

/** The cells of a table in CSV. @param {string} table */
function cellsOf(table) {
  const cells = [];
  for (const match of table.replace(/^\ufeff/, '').matchAll(/(?:^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) cells.push((match[1] ?? match[2]).replaceAll('""', '"'));
  return cells;
}
