// The header files that are handed out with the page, tried on a real nginx, below a folder.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch, openPage, root, servePage, settled, until } from './driver.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {import('node:child_process').ChildProcess} */
let nginx;
let folder = '';
let url = '';

/** @returns {Promise<number>} */
const freePort = () => new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
    probe.close(() => done(port));
  });
});

/** Waits until the server answers. @param {string} address */
async function answers(address) {
  for (let k = 0; k < 100; k += 1) {
    if (await fetch(address).then((response) => response.ok, () => false)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`nothing answers at ${address}`);
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clausemark-'));
  cpSync(join(root, 'build/web/site'), join(folder, 'page'), { recursive: true });
  const snippet = readFileSync(join(root, 'web/hosting/nginx.conf'), 'utf8').replace('/var/www/clausemark/', `${folder}/page/`);
  writeFileSync(join(folder, 'snippet.conf'), snippet);
  mkdirSync(join(folder, 'logs'));
  const port = await freePort();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  writeFileSync(join(folder, 'main.conf'), `pid ${folder}/pid; error_log stderr; daemon off; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http { access_log off; ${temporary} server { listen 127.0.0.1:${port}; root ${folder}/nothing; include ${folder}/snippet.conf; } }
`);
  nginx = spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'main.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  url = `http://127.0.0.1:${port}/clausemark/`;
  await answers(url);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  const ended = new Promise((done) => nginx?.once('exit', done));
  nginx?.kill('SIGTERM');
  if (nginx) await ended;
  rmSync(folder, { recursive: true, force: true });
});

/** The policy that the page carries itself. */
const policy = /Content-Security-Policy" content="([^"]*)/.exec(readFileSync(join(root, 'web/page/index.html'), 'utf8'))?.[1] ?? '';

describe('the header files', () => {
  it('say what the page says of itself, and that nobody may frame it', () => {
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
    for (const name of ['_headers', 'nginx.conf'])
      assert.ok(readFileSync(join(root, 'web/hosting', name), 'utf8').includes(`${policy}; frame-ancestors 'none'`), name);
  });

  it('are sent by nginx with every file, each with its type', async () => {
    for (const [name, type] of [['', 'text/html; charset=utf-8'], ['page.js', 'text/javascript; charset=utf-8'], ['app.wasm', 'application/wasm'], ['worker.js', 'text/javascript; charset=utf-8'],
      ['manifest.webmanifest', 'application/manifest+json'], ['formats/project.schema.json', 'application/json'], ['icon.svg', 'image/svg+xml']]) {
      const response = await fetch(`${url}${name}`);
      assert.equal(response.status, 200, name);
      assert.equal(response.headers.get('content-type'), type, name);
      assert.equal(response.headers.get('content-security-policy'), `${policy}; frame-ancestors 'none'`, name);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff', name);
      assert.equal(response.headers.get('set-cookie'), null, name);
    }
    const missing = await fetch(`${url}nothing.js`);
    assert.equal(missing.status, 404);
    assert.equal(missing.headers.get('x-content-type-options'), 'nosniff');
    assert.equal((await fetch(url.slice(0, -1))).url, url, 'without the last stroke, too');
  });

  it('leave the page all it needs, also without the server', async () => {
    const { page, context, problems } = await openPage(browser, url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await page.evaluate('window.clausemark.app.lists().annotationCount'), 1);
    assert.deepEqual(problems, []);
    await context.setOffline(true);
    await page.reload();
    await until(page, 'window.clausemark !== undefined');
    await context.close();
  });

  it('keep other pages from framing it', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const open = await servePage(); // without the headers it can be framed
    /** Where a frame in a page of somebody else ends up. @param {string} address */
    const framed = async (address) => {
      const somebody = `${open.url}somebody.html`;
      await page.route(somebody, (route) => route.fulfill({ contentType: 'text/html', body: `<iframe src="${address}"></iframe>` }));
      await page.goto(somebody);
      await page.unroute(somebody);
      return page.frames()[1]?.url();
    };
    assert.equal(await framed(open.url), open.url);
    assert.equal(await framed(url), 'chrome-error://chromewebdata/');
    await context.close();
    await open.close();
  });
});
