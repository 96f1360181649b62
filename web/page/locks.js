// One page at a time writes to a document (Web Locks). Where the browser has no locks, the page that opened a document
// last is the one that writes; the storage sees to that.

const PREFIX = 'clausemark/';

/** The documents to which some page writes; none where the browser has no locks. @returns {Promise<Set<string>>} */
export async function documentsInUse() {
  const { held = [] } = await navigator.locks?.query() ?? {};
  return new Set(held.map(({ name = '' }) => name).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length)));
}

/**
 * Asks for a document. `free` is called when it is ours, at once or when the page that has it lets go; `taken` before
 * that, when another page has it.
 * @param {string} id
 * @param {{ taken: () => void, free: () => void }} answer
 */
export function holdDocument(id, { taken, free }) {
  const name = PREFIX + id;
  const waiting = new AbortController();
  let release = () => {};
  const held = () => new Promise((done) => {
    release = () => done(undefined);
    if (waiting.signal.aborted) release();
    else free();
  });
  if (!navigator.locks) {
    free();
    return { release };
  }
  navigator.locks.request(name, { ifAvailable: true }, (lock) => {
    if (lock) return held();
    taken();
    navigator.locks.request(name, { signal: waiting.signal }, held).catch(() => {}); // no longer wanted
    return undefined;
  }).catch(() => free()); // refused, as for files without a host
  return {
    release() {
      waiting.abort();
      release();
    },
  };
}
