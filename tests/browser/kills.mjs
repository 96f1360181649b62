// Kills the page's process at random moments while it annotates by real mouse and keys, opens the page again, and
// compares: what was shown as saved must be there, and nothing may be half there.
//   node tests/browser/kills.mjs [--moments N] [--seed N]
import assert from 'node:assert/strict';
import { argv, kill } from 'node:process';
import { fileURLToPath } from 'node:url';
import { launch, servePage, settled, until } from './driver.mjs';

/** After so many moments a new reader begins, with an empty storage. */
const MOMENTS_PER_READER = 10;

/** Numbers from 0 to 1 by chance, the same for the same seed (Mulberry32). @param {number} seed */
function chances(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs in the page: tells of each step as it is handed to the database, and of each frame that shows it as saved. */
function watch() {
  const page = /** @type {any} */ (window);
  const lists = () => JSON.stringify(page.clausemark.app.lists());
  let steps = 0;
  let shown = -1;
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (/** @type {any} */ stores, /** @type {any} */ mode, /** @type {any} */ options) {
    if (mode === 'readwrite' && page.clausemark) {
      steps += 1;
      page.tell('step', lists());
    }
    return begin.call(this, stores, mode, options);
  };
  const look = () => {
    if (page.clausemark) {
      if (shown === -1) page.tell('start', lists());
      const saved = page.clausemark.app.state().kept.startsWith('Saved');
      if ((saved && shown !== steps) || shown === -1) {
        shown = steps;
        if (saved) page.tell('saved', '');
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Annotates until the page is gone. @param {import('playwright-core').Page} page @param {() => number} chance */
async function annotate(page, chance) {
  for (;;) {
    const choice = chance();
    if (choice < 0.45) {
      await page.keyboard.press('r');
      await page.keyboard.press('Enter');
    } else if (choice < 0.55) {
      await page.keyboard.press('j');
      await page.keyboard.press('Backspace');
    } else if (choice < 0.8) {
      await page.mouse.dblclick(420 + chance() * 380, 150 + chance() * 500);
      await page.keyboard.press(String(1 + Math.floor(chance() * 9)));
    } else if (choice < 0.9) {
      await page.keyboard.press('Control+z');
    } else if (choice < 0.95) {
      await page.keyboard.press('Control+y');
    } else {
      await page.keyboard.press('Delete');
    }
    if (chance() < 0.3) await page.waitForTimeout(chance() * 500); // readers pause
  }
}

/**
 * @param {number} moments
 * @param {number} seed
 * @param {(line: string) => void} [say]
 */
export async function killAtRandom(moments, seed, say = () => {}) {
  const chance = chances(seed);
  const server = await servePage();
  const browser = await launch(['--disable-features=SpareRendererForSitePerProcess']); // a spare one that was killed would be waited for
  const tally = { moments: 0, steps: 0, stepsShownAsSaved: 0, stepsBack: 0, losses: 0 };
  try {
    const system = await browser.newBrowserCDPSession();
    /** @type {import('playwright-core').BrowserContext | null} */
    let context = null;
    /** What the reader went through: the state after each step, and the last that was shown as saved. */
    let states = [''];
    let saved = 0;
    let gone = false;
    for (let moment = 0; moment < moments; moment += 1) {
      if (moment % MOMENTS_PER_READER === 0) {
        await context?.close();
        context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
        states = [];
        saved = 0;
        await context.exposeBinding('tell', (_, kind, state) => {
          if (kind === 'start' && states.length === 0) states.push(state);
          if (kind === 'step') {
            states.push(state);
            tally.steps += 1;
          }
          if (kind === 'saved' && !gone) {
            tally.stepsShownAsSaved += states.length - 1 - saved;
            saved = states.length - 1;
          }
        });
        await context.addInitScript(watch);
      }
      const page = await /** @type {import('playwright-core').BrowserContext} */ (context).newPage();
      await page.goto(server.url);
      await until(page, 'window.clausemark !== undefined');
      await settled(page);
      const restored = await page.evaluate('JSON.stringify(window.clausemark.app.lists())');
      if (moment % MOMENTS_PER_READER > 0) {
        const at = states.lastIndexOf(restored);
        tally.stepsBack += Math.max(0, at);
        if (at < saved) {
          tally.losses += 1;
          const kept = await page.evaluate('window.clausemark.app.state().kept');
          const told = await page.evaluate('document.getElementById("live").textContent');
          say(`moment ${moment}: of ${states.length - 1} steps ${saved} were shown as saved, and ${at} are there (“${kept}”, “${told}”)`);
        }
        // From here on what is there is where the reader stands.
        states = [restored];
        saved = 0;
      }
      gone = false;
      const crashed = new Promise((done) => page.once('crash', done));
      const working = annotate(page, chance).catch(() => {});
      await new Promise((done) => setTimeout(done, chance() * 3000));
      const { processInfo } = await system.send('SystemInfo.getProcessInfo');
      for (const { type, id } of processInfo) if (type === 'renderer') kill(id, 'SIGKILL');
      await Promise.all([crashed, working]);
      await page.close();
      gone = true;
      tally.moments += 1;
      if (tally.moments % 25 === 0) say(JSON.stringify(tally));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return tally;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  /** @param {string} name @param {number} otherwise */
  const option = (name, otherwise) => {
    const at = argv.indexOf(name);
    const given = at < 0 ? otherwise : Number(argv[at + 1]);
    assert.ok(Number.isInteger(given) && given > 0, `${name} needs a whole number`);
    return given;
  };
  const seed = option('--seed', Date.now() % 1_000_000);
  const tally = await killAtRandom(option('--moments', 300), seed, console.log);
  console.log(`seed ${seed}: ${tally.moments} moments, ${tally.steps} steps, ${tally.stepsShownAsSaved} of them shown as saved, ${tally.stepsBack} there again, ${tally.losses} losses`);
  process.exitCode = tally.losses === 0 ? 0 : 1;
}
