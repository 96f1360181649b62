// Without a network: the first visit is online, every later one needs nothing, also below a folder of a static host; a
// new version is announced and taken when the reader agrees.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, openPage, root, settled, until } from './driver.mjs';

/** @type {typeof import('sirv')} */
const sirv = createRequire(join(root, 'web/package.json'))('sirv');

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {string} */
let folder;
/** @type {import('node:http').Server} */
let server;
let url = '';
/** Requests that reached the server. @type {string[]} */
let reached = [];

/** The page below a folder of a host, on a port of its own. */
async function host() {
  folder = mkdtempSync(join(tmpdir(), 'clausemark-'));
  cpSync(join(root, 'build/web/site'), join(folder, 'tools/clausemark'), { recursive: true });
  const serve = sirv(folder, { dev: true });
  server = createServer((request, response) => {
    reached.push(request.url ?? '');
    serve(request, response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  url = `http://127.0.0.1:${address.port}/tools/clausemark/`;
}

/** Waits until the page is kept. @param {import('playwright-core').Page} page */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

before(async () => {
  await host();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the page without a network', () => {
  it('opens after one visit, with all it needs, below a folder of its host', async () => {
    const { page, problems, context } = await openPage(browser, url);
    await kept(page);
    await context.setOffline(true);
    reached = [];
    await page.reload();
    await until(page, 'window.clausemark !== undefined');
    await settled(page);
    assert.deepEqual(reached, []);
    await page.keyboard.press('r');
    await settled(page);
    assert.notEqual(await page.evaluate('window.clausemark.app.state().active'), '', 'review works');
    // By the address of the folder and by that of the file.
    await page.goto(`${url}index.html`);
    await until(page, 'window.clausemark !== undefined');
    assert.deepEqual(problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(problem)), []);
    await context.close();
  });

  it('asks no other origin for anything, and sets no cookie', async () => {
    const fresh = await browser.newContext();
    const visitor = await fresh.newPage();
    /** @type {string[]} */
    const asked = [];
    fresh.on('request', (request) => asked.push(request.url()));
    await visitor.goto(url);
    await until(visitor, 'window.clausemark !== undefined');
    await kept(visitor);
    assert.ok(asked.length > 5);
    assert.deepEqual(asked.filter((one) => !one.startsWith(url) && !one.startsWith('data:') && !one.startsWith('blob:')), []);
    assert.deepEqual(await fresh.cookies(), []);
    await fresh.close();
  });

  it('announces a new version and takes it when the reader agrees', async () => {
    const { page, context } = await openPage(browser, url);
    await kept(page);
    await page.reload();
    await until(page, 'navigator.serviceWorker.controller !== null && window.clausemark !== undefined');
    assert.equal(await page.isVisible('#update'), false);

    // The host gets a new version: another title, and a worker that knows it.
    const index = join(folder, 'tools/clausemark/index.html');
    const worker = join(folder, 'tools/clausemark/worker.js');
    writeFileSync(index, readFileSync(index, 'utf8').replace('</head>', '<meta name="version" content="next">\n</head>'));
    writeFileSync(worker, readFileSync(worker, 'utf8').replace(/(url:"index\.html",revision:")[0-9a-f]+/, '$1fedcba9876543210'));
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration?.update()).then(() => undefined));
    await page.waitForSelector('#update:not([hidden])');
    assert.equal(await page.locator('meta[name=version]').count(), 0, 'nothing changes under the hands of the reader');
    await page.getByRole('button', { name: 'Reload with it' }).click();
    await page.waitForSelector('meta[name=version]', { state: 'attached' }); // outlives the navigation
    await until(page, 'window.clausemark !== undefined');
    assert.equal(await page.isVisible('#update'), false);
    await context.close();
  });

  it('can be installed, and opens the files that the system hands over', async () => {
    const manifest = JSON.parse(readFileSync(join(root, 'build/web/site/manifest.webmanifest'), 'utf8'));
    assert.deepEqual([manifest.start_url, manifest.scope, manifest.display], ['.', '.', 'standalone']);
    assert.deepEqual(Object.values(manifest.file_handlers[0].accept).flat(), ['.json', '.txt']);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'launchQueue', { value: { setConsumer: (/** @type {any} */ take) => Object.assign(window, { launch: take }) } });
    });
    await page.goto(url);
    await until(page, 'window.clausemark !== undefined');
    await page.evaluate(() => {
      const text = 'Resolution 9002 (2031)\n\nThe Security Council,\n\n1. Demands calm;\n';
      const handle = { getFile: async () => new File([text], 'handed.txt') };
      return /** @type {any} */ (window).launch({ files: [handle] });
    });
    await until(page, 'window.clausemark.app.state().title === "S/RES/9002 (2031)"');
    await context.close();
  });
});
