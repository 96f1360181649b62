// The browser's storage: every document that has been worked on, as a snapshot and a line for each step since. A step
// is handed to the database while it is taken, before the next frame is drawn, and counts as kept when the database
// says so.
import { openDB } from 'idb';
import { holdDocument } from './locks.js';

/** Of the stores below. Earlier ones are brought up to date when they are opened; later ones are left alone. */
const VERSION = 1;

/** So many documents are kept; beyond, those longest unopened go, if all of them is in a file. */
const MOST_DOCUMENTS = 20;

/** After so many milliseconds without an answer the page starts without what was kept. */
const PATIENCE = 4000;

const TO_A_FILE = 'Save your work to a file (Ctrl+S).';

/**
 * documents: { id, name, unsaved, from, opened, holder }: `from` is the number of the snapshot's last step, `opened` counts
 * upwards with every document (a clock may go backwards), `holder` is the page that may write.
 * snapshots: { id, project }. journal: { document, sequence, line, unsaved }.
 * @param {import('idb').IDBPDatabase<any>} database
 */
function upgrade(database) {
  const documents = database.createObjectStore('documents', { keyPath: 'id' });
  documents.createIndex('opened', 'opened');
  database.createObjectStore('snapshots', { keyPath: 'id' });
  database.createObjectStore('journal', { keyPath: ['document', 'sequence'] });
}

class Taken extends Error {}

/** What went wrong, for the reader. @param {any} error */
function explain(error) {
  if (error instanceof Taken) return 'This document has been opened in another tab, where work goes on. Here it can only be read.';
  switch (error?.name) {
    case 'QuotaExceededError': return `The browser’s storage is full, so your work is not kept there. ${TO_A_FILE}`;
    case 'VersionError': return `A newer Clausemark has used this browser’s storage; reload the page to get it. Until then nothing is kept. ${TO_A_FILE}`;
    case 'TimeoutError': return `The browser’s storage does not answer, perhaps because of another tab with an older Clausemark. ${TO_A_FILE}`;
    case 'SecurityError':
    case 'InvalidStateError':
    case 'TypeError':
    case 'ReferenceError':
      return `This browser keeps nothing for the page, as some do in private windows. ${TO_A_FILE}`;
    default: return `The browser’s storage does not work (${error?.name ?? error}). ${TO_A_FILE}`;
  }
}

/**
 * @param {{ tell: (state: 'writing' | 'kept' | 'refused', problem: string) => void, readOnly: (readOnly: boolean) => void }} parts
 * @returns {import('./types').Storage}
 */
export function createStorage({ tell, readOnly }) {
  const holder = crypto.randomUUID();
  /** @type {import('idb').IDBPDatabase<any> | null} */
  let database = null;
  /** @type {Promise<import('idb').IDBPDatabase<any>> | null} */
  let connecting = null;
  /** The document that is open. @type {{ id: string, sequence: number } | null} */
  let current = null;
  let lock = { release() {} };
  let pending = 0;
  let broken = false;

  function connect() {
    connecting ??= openDatabase().finally(() => { connecting = null; });
    return connecting;
  }

  async function openDatabase() {
    database = await openDB('clausemark', VERSION, {
      upgrade,
      // A newer version waits for this one to let go; the next step connects again, or is refused with the reason.
      blocking: () => disconnect(),
      terminated: () => disconnect(),
    });
    return database;
  }

  function disconnect() {
    database?.close();
    database = null;
  }

  /** @param {any} error */
  function refuse(error) {
    console.warn(error);
    broken = true;
    if (error instanceof Taken) readOnly(true);
    tell('refused', explain(error));
  }

  /** Runs a transaction and tells how it went. @param {(database: import('idb').IDBPDatabase<any>) => Promise<void>} job */
  function write(job) {
    pending += 1;
    tell('writing', '');
    const done = database ? start(database) : connect().then(start);
    /** @param {import('idb').IDBPDatabase<any>} connected */
    async function start(connected) {
      return job(connected);
    }
    done.catch(refuse).finally(() => {
      pending -= 1;
      if (pending === 0 && !broken) tell('kept', '');
    });
  }

  /**
   * Everything in one transaction, which is on the disk when it is done.
   * @param {import('idb').IDBPDatabase<any>} connected
   * @param {string[]} stores
   * @param {(transaction: any) => Promise<void>} body
   */
  async function transact(connected, stores, body) {
    const transaction = connected.transaction(stores, 'readwrite', { durability: 'strict' });
    const done = transaction.done;
    done.catch(() => {});
    try {
      await body(transaction);
    } catch (error) {
      try { transaction.abort(); } catch { /* it has ended by itself */ }
      // Why the whole failed says more than that one request was taken back.
      await done.catch((/** @type {any} */ reason) => { if (reason?.name !== 'AbortError') throw reason; });
      throw error;
    }
    await done;
  }

  /** @type {import('./types').Storage['keep']} */
  function keep(name, project, unsaved, another) {
    if (another || !current) {
      lock.release();
      current = { id: crypto.randomUUID(), sequence: 0 };
      lock = holdDocument(current.id, { taken: () => {}, free: () => {} });
      navigator.storage?.persist?.().catch(() => {});
    }
    const { id, sequence: from } = current;
    write(async (connected) => {
      await transact(connected, ['documents', 'snapshots', 'journal'], async (transaction) => {
        const documents = transaction.objectStore('documents');
        const known = await documents.get(id);
        if (known && known.holder !== holder) throw new Taken();
        const last = await documents.index('opened').openKeyCursor(null, 'prev');
        const opened = known?.opened ?? (last ? last.key + 1 : 1);
        await Promise.all([
          documents.put({ id, name, unsaved, from, opened, holder }),
          transaction.objectStore('snapshots').put({ id, project }),
          transaction.objectStore('journal').delete(IDBKeyRange.bound([id, 0], [id, from])),
        ]);
      });
      broken = false;
      if (another) prune(connected).catch(console.warn);
    });
  }

  /** @type {import('./types').Storage['append']} */
  function append(line, unsaved) {
    if (!current) return;
    current.sequence += 1;
    const { id, sequence } = current;
    write((connected) => transact(connected, ['documents', 'journal'], async (transaction) => {
      const known = await transaction.objectStore('documents').get(id);
      if (known?.holder !== holder) throw new Taken();
      await transaction.objectStore('journal').add({ document: id, sequence, line, unsaved });
    }));
  }

  /** Lets go of what has not been opened for long and is in a file. @param {import('idb').IDBPDatabase<any>} connected */
  async function prune(connected) {
    const inUse = new Set((await navigator.locks?.query())?.held?.map((held) => held.name));
    const documents = await connected.getAllFromIndex('documents', 'opened');
    for (const old of documents.slice(0, Math.max(0, documents.length - MOST_DOCUMENTS))) {
      const range = IDBKeyRange.bound([old.id, 0], [old.id, Infinity]);
      const last = await connected.transaction('journal').store.openCursor(range, 'prev');
      const unsaved = last ? last.value.unsaved : old.unsaved;
      if (unsaved || old.id === current?.id || inUse.has(`clausemark/${old.id}`)) continue;
      await transact(connected, ['documents', 'snapshots', 'journal'], async (transaction) => {
        await Promise.all([transaction.objectStore('documents').delete(old.id), transaction.objectStore('snapshots').delete(old.id),
          transaction.objectStore('journal').delete(range)]);
      });
    }
  }

  /**
   * A document as it is kept, with the lines of its journal in order. A step that is missing ends them with an empty one,
   * which cannot be read.
   * @param {import('idb').IDBPDatabase<any>} connected @param {string} id
   */
  async function read(connected, id) {
    const transaction = connected.transaction(['documents', 'snapshots', 'journal']);
    const [document, snapshot, rows] = await Promise.all([
      transaction.objectStore('documents').get(id),
      transaction.objectStore('snapshots').get(id),
      transaction.objectStore('journal').getAll(IDBKeyRange.bound([id, 0], [id, Infinity])),
    ]);
    if (!document || !snapshot) return null;
    const steps = rows.filter((row) => row.sequence > document.from);
    const missing = steps.findIndex((row, k) => row.sequence !== document.from + 1 + k);
    const journal = steps.map((row) => String(row.line));
    if (missing >= 0) journal.splice(missing, 0, '');
    return { name: document.name, project: snapshot.project, journal, unsaved: document.unsaved, sequence: steps.at(-1)?.sequence ?? document.from };
  }

  /** This page writes to the document from now on. @param {import('idb').IDBPDatabase<any>} connected @param {string} id */
  async function claim(connected, id) {
    await transact(connected, ['documents'], async (transaction) => {
      const store = transaction.objectStore('documents');
      const document = await store.get(id);
      if (document) await store.put({ ...document, holder });
    });
  }

  /** @type {import('./types').Storage['restore']} */
  async function restore(show) {
    try {
      const connected = await withPatience(connect());
      const last = (await connected.getAllFromIndex('documents', 'opened')).at(-1);
      if (!last) return;
      /** @param {boolean} alone */
      const take = async (alone) => {
        if (alone) await claim(connected, last.id);
        const kept = await read(connected, last.id);
        // While this page waited for the other one, the reader may have opened something else.
        if (!kept || (current && current.id !== last.id)) return;
        current = { id: last.id, sequence: kept.sequence };
        readOnly(!alone);
        show(kept);
        if (alone) tell('kept', '');
      };
      await new Promise((done, fail) => {
        lock = holdDocument(last.id, {
          taken: () => take(false).then(done, fail),
          free: () => take(true).then(done, fail),
        });
      });
    } catch (error) {
      refuse(error);
    }
  }

  return { keep, append, restore, kept: () => current !== null && pending === 0 && !broken };
}

/** @template T @param {Promise<T>} promise @returns {Promise<T>} */
function withPatience(promise) {
  const late = new Promise((_, fail) => {
    setTimeout(() => fail(Object.assign(new Error('no answer'), { name: 'TimeoutError' })), PATIENCE);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late]));
}
