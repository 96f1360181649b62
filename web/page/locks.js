// One page at a time writes to a document (Web Locks). Where the browser has no locks, the page that opened a document
// last is the one that writes; the storage sees to that.

/**
 * Asks for a document. `free` is called when it is ours, at once or when the page that has it lets go; `taken` before
 * that, when another page has it.
 * @param {string} id
 * @param {{ taken: () => void, free: () => void }} answer
 */
export function holdDocument(id, { taken, free }) {
  const name = `clausemark/${id}`;
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
