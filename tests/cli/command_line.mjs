// The command line in a folder of its own, for the tests of it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const clausemark = join(dirname(fileURLToPath(import.meta.url)), '../../build/native/clausemark');

/** A new folder, and what is done in it. */
export function workFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'clausemark-'));
  /** @param {string} command @param {string[]} args @param {string} [input] */
  const execute = (command, args, input = '') => {
    const result = spawnSync(command, args, { input, encoding: 'utf8', cwd: folder });
    return { code: result.status, out: result.stdout, err: result.stderr };
  };
  return {
    folder,
    execute,
    /** @param {string[]} args */
    run: (...args) => execute(clausemark, args),
    /** @param {string} name */
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
