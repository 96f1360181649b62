// The short form of kills.mjs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { killAtRandom } from './kills.mjs';

describe('a page that is killed at random moments', () => {
  it('loses nothing that was shown as saved, and nothing is half there', async () => {
    const seed = Date.now() % 1_000_000;
    const tally = await killAtRandom(8, seed);
    assert.equal(tally.losses, 0, `seed ${seed}`);
    assert.ok(tally.stepsShownAsSaved > 0, JSON.stringify(tally)); // how many depends on the machine
  });
});
