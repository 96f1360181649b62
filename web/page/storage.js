// The browser's storage: every document that has been worked on, as a snapshot and a line for each step since. A step
// is handed to the database and committed while it is taken, before the next frame is drawn: from then on it no longer
// depends on this page. It counts as kept when the database says so.
import { openDB } from 'idb';
import { documentsInUse, holdDocument } from './locks.js';
import { forget, forgetPlace, placeOf, remember, remembered, rememberPlaceOf } from './notes.js';
import { explain, Gone, Stopped, Taken } from './storage_problems.js';

/** Of the stores below. Earlier ones are brought up to date when they are opened; later ones are left alone. */
const VERSION = 1;

/** So many documents are kept; beyond, those longest unopened go, if all of them is in a file. */
const MOST_DOCUMENTS = 20;

/** After so many milliseconds without an answer the page starts without what was kept. */
const PATIENCE = 4000;

/**
 * documents: { id, name, title, text, when, unsaved, from, holder, removed }: `from` is the number of the snapshot's last step,
 * `holder` the page that may write, `when` the time of opening in milliseconds, for show; what is `removed` goes when a
 * page opens next. snapshots: { id, project }. journal: { document, holder, sequence, line, unsaved }; lines of another holder
 * than the document's came too late and do not count. openings: { document } in the order in which documents were opened
 * (a clock may go backwards).
 * @param {import('idb').IDBPDatabase<any>} database
 */
function upgrade(database) {
  database.createObjectStore('documents', { keyPath: 'id' });
  database.createObjectStore('snapshots', { keyPath: 'id' });
  database.createObjectStore('journal', { keyPath: ['document', 'holder', 'sequence'] });
  database.createObjectStore('openings', { autoIncrement: true });
}

/** All lines of a document that its holder wrote. @param {string} document @param {string} holder */
const linesOf = (document, holder, last = Infinity) => IDBKeyRange.bound([document, holder, 0], [document, holder, last]);

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
  /** Raised with every document that is wanted on the page; what was wanted before no longer counts. */
  let wish = 0;
  let onlyReading = false;
  /** Begins anew with every refusal. */
  let round = 0;
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
      terminated: () => {
        disconnect();
        if (current) refuse(new Gone());
      },
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
    // Steps that follow one that was refused have nothing to stand on; what the first said is what counts.
    if (broken && error instanceof Gone) return;
    broken = true;
    disconnect(); // what still waits behind it is not waited for
    pending = 0;
    round += 1;
    if (error instanceof Taken) readOnly(onlyReading = true);
    tell('refused', explain(error));
  }

  /** Runs a transaction and tells how it went. @param {(database: import('idb').IDBPDatabase<any>) => Promise<void>} job */
  function write(job) {
    pending += 1;
    const mine = round;
    tell('writing', '');
    // Connected, the job begins at once.
    const done = (async () => job(database ?? await connect()))();
    done.catch((error) => { if (mine === round) refuse(error); }).finally(() => {
      if (mine !== round) return; // the refusal that ended its round has spoken for it
      pending -= 1;
      if (pending === 0 && !broken) tell('kept', '');
    });
  }

  /**
   * Everything in one transaction, which is on the disk when it is done. What `body` asks for before it first waits is
   * committed at once where it says so.
   * @param {import('idb').IDBPDatabase<any>} connected
   * @param {(transaction: any) => Promise<unknown>} body
   */
  async function transact(connected, body) {
    const transaction = connected.transaction(['documents', 'snapshots', 'journal', 'openings'], 'readwrite', { durability: 'strict' });
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
  function keep(name, title, text, project, unsaved, another) {
    const fresh = another || !current;
    if (another || !current) {
      lock.release();
      wish += 1;
      onlyReading = false;
      current = { id: crypto.randomUUID(), sequence: 0 };
      remember(current.id);
      lock = holdDocument(current.id, { taken: () => {}, free: () => {} });
      navigator.storage?.persist?.().catch(() => {});
    }
    const { id, sequence: from } = current;
    const mine = round;
    write(async (connected) => {
      await transact(connected, async (transaction) => {
        const documents = transaction.objectStore('documents');
        const known = fresh ? undefined : await documents.get(id);
        if (known && known.holder !== holder) throw new Taken();
        const requests = [documents.put({ id, name, title, text, when: known?.when ?? Date.now(), unsaved, from, holder }), transaction.objectStore('snapshots').put({ id, project })];
        if (!known) requests.push(transaction.objectStore('openings').add({ document: id }));
        if (!fresh) requests.push(transaction.objectStore('journal').delete(linesOf(id, holder, from)));
        transaction.commit();
        await Promise.all(requests);
      });
      if (mine === round) broken = false;
      if (another) prune(connected).catch(console.warn);
    });
  }

  /** @type {import('./types').Storage['append']} */
  function append(line, unsaved) {
    if (!current) {
      refuse(new Gone()); // the next step brings a snapshot
      return;
    }
    current.sequence += 1;
    const row = { document: current.id, holder, sequence: current.sequence, line, unsaved };
    write(async (connected) => {
      /** @type {any} */
      let document;
      await transact(connected, async (transaction) => {
        const requests = [transaction.objectStore('documents').get(row.document), transaction.objectStore('journal').add(row)];
        transaction.commit();
        [document] = await Promise.all(requests);
      });
      if (!document) throw new Gone();
      // The line lies where nobody reads it; the page that has the document now goes its own way.
      if (document.holder !== holder) throw new Taken();
    });
  }

  /** The documents by when they were opened last, the latest first. @param {import('idb').IDBPDatabase<any>} connected */
  async function opened(connected) {
    const [openings, ids] = await Promise.all([connected.getAll('openings'), connected.getAllKeys('documents')]);
    const there = new Set(ids);
    return [...new Set(openings.reverse().map(({ document }) => document))].filter((id) => there.has(id));
  }

  /** @param {any} transaction @param {string} id */
  function erase(transaction, id) {
    forgetPlace(id);
    return Promise.all([transaction.objectStore('documents').delete(id), transaction.objectStore('snapshots').delete(id),
      transaction.objectStore('journal').delete(IDBKeyRange.bound([id], [id, []]))]);
  }

  /** Whether the work on a document is in no file. @param {any} transaction @param {any} document */
  async function isUnsaved(transaction, document) {
    const last = await transaction.objectStore('journal').openCursor(linesOf(document.id, document.holder), 'prev');
    return Boolean(last ? last.value.unsaved : document.unsaved);
  }

  /** The documents that readers have taken out. @param {import('idb').IDBPDatabase<any>} connected */
  async function sweep(connected) {
    const inUse = await documentsInUse();
    await transact(connected, async (transaction) => {
      const documents = await transaction.objectStore('documents').getAll();
      await Promise.all(documents.filter((/** @type {any} */ document) => document.removed && !inUse.has(document.id)).map((/** @type {any} */ document) => erase(transaction, document.id)));
    });
  }

  /** Lets go of what has not been opened for long and is in a file. @param {import('idb').IDBPDatabase<any>} connected */
  async function prune(connected) {
    const inUse = await documentsInUse();
    for (const id of (await opened(connected)).slice(MOST_DOCUMENTS)) {
      if (id === current?.id || inUse.has(id)) continue;
      await transact(connected, async (transaction) => {
        const document = await transaction.objectStore('documents').get(id);
        if (!document || await isUnsaved(transaction, document)) return;
        await erase(transaction, id);
      });
    }
  }

  /**
   * A document as it is kept, with the lines of its journal in order. A step that is missing ends them with an empty one,
   * which cannot be read.
   * @param {any} transaction @param {string} id
   */
  async function read(transaction, id) {
    const [document, snapshot] = await Promise.all([transaction.objectStore('documents').get(id), transaction.objectStore('snapshots').get(id)]);
    if (!document || !snapshot) return null;
    const rows = await transaction.objectStore('journal').getAll(linesOf(id, document.holder));
    const steps = rows.filter((/** @type {any} */ row) => row.sequence > document.from);
    const missing = steps.findIndex((/** @type {any} */ row, /** @type {number} */ k) => row.sequence !== document.from + 1 + k);
    const journal = steps.map((/** @type {any} */ row) => String(row.line));
    if (missing >= 0) journal.splice(missing, 0, '');
    return { place: placeOf(id), name: document.name, project: snapshot.project, journal, unsaved: document.unsaved, sequence: steps.at(-1)?.sequence ?? document.from };
  }

  /** From now on this page writes to the document; what others still write to it no longer counts. @param {any} transaction @param {string} id */
  async function claim(transaction, id) {
    const document = await transaction.objectStore('documents').get(id);
    if (!document) return;
    if (document.holder !== holder) {
      const journal = transaction.objectStore('journal');
      for (const row of await journal.getAll(linesOf(id, document.holder))) await journal.put({ ...row, holder });
      await journal.delete(linesOf(id, document.holder));
    }
    await transaction.objectStore('documents').put({ ...document, holder, removed: false, when: Date.now() });
    await transaction.objectStore('openings').add({ document: id });
  }

  /** @type {import('./types').Storage['restore']} */
  async function restore(show) {
    const connection = connect();
    const fresh = () => !current && wish === 0;
    try {
      await resume(await withPatience(connection), show, () => true);
    } catch (error) {
      refuse(error);
      // An answer that comes late still counts, as long as nothing has been begun without it.
      if (/** @type {any} */ (error)?.name === 'TimeoutError') connection.then((late) => resume(late, show, fresh)).catch(refuse);
    }
  }

  /** @param {import('idb').IDBPDatabase<any>} connected @param {(kept: import('./types').Kept) => boolean} show @param {() => boolean} wanted whether nothing else has been begun */
  async function resume(connected, show, wanted) {
    await sweep(connected).catch(console.warn);
    const documents = await opened(connected);
    // The one that this tab had; a new tab takes the one that was opened last.
    const id = documents.find((known) => known === remembered('document')) ?? documents[0];
    if (!id || !wanted()) return;
    if (remembered('opening') === id) {
      forget('opening');
      throw new Stopped();
    }
    await bring(connected, id, show);
  }

  /**
   * Asks for a document and shows it in place of the present one; once more when the page that has it lets go. Says
   * whether it was shown: if not, everything is as before.
   * @param {import('idb').IDBPDatabase<any>} connected @param {string} id @param {(kept: import('./types').Kept) => boolean} show
   * @returns {Promise<boolean>}
   */
  async function bring(connected, id, show) {
    wish += 1;
    const mine = wish;
    const before = lock;
    return new Promise((done) => {
      /** @param {boolean} alone */
      const take = async (alone) => {
        const shown = await takeOver(connected, id, alone, show, () => mine === wish).catch((error) => {
          refuse(error);
          return false;
        });
        if (shown && lock !== asked) {
          before.release();
          lock = asked;
        } else if (!shown && lock !== asked) {
          asked.release();
        }
        done(shown);
      };
      const asked = holdDocument(id, { taken: () => take(false), free: () => take(true) });
    });
  }

  /** @type {import('./types').Storage['open']} */
  async function open(id, show) {
    try {
      return await bring(database ?? await connect(), id, show);
    } catch (error) {
      console.warn(error);
      return false;
    }
  }

  /** @type {import('./types').Storage['refresh']} */
  async function refresh(show) {
    if (!current || !database) return;
    const { id, sequence } = current;
    const kept = await read(database.transaction(['documents', 'snapshots', 'journal']), id);
    if (!kept || current?.id !== id || kept.sequence === sequence) return;
    if (show(kept)) current.sequence = kept.sequence;
  }

  /** @type {import('./types').Storage['remember']} */
  function rememberPlace(place) {
    if (current) rememberPlaceOf(current.id, place);
  }

  /** @type {import('./types').Storage['list']} */
  async function list() {
    const connected = database ?? await connect();
    const ids = await opened(connected);
    const inUse = await documentsInUse();
    const transaction = connected.transaction(['documents', 'journal']);
    const documents = await Promise.all(ids.map(async (id) => {
      const document = await transaction.objectStore('documents').get(id);
      if (!document) return null;
      const { name, title = name, text = '', when = 0 } = document;
      return { id, name, title, text, when, unsaved: await isUnsaved(transaction, document), open: id === current?.id, elsewhere: id !== current?.id && inUse.has(id), removed: Boolean(document.removed) };
    }));
    return /** @type {import('./types').KeptDocument[]} */ (documents.filter((document) => document !== null));
  }

  /** @type {import('./types').Storage['remove']} */
  async function remove(id, removed) {
    if (id === current?.id || (await documentsInUse()).has(id)) return;
    const connected = database ?? await connect();
    await transact(connected, async (transaction) => {
      const document = await transaction.objectStore('documents').get(id);
      if (document) await transaction.objectStore('documents').put({ ...document, removed });
    });
  }

  /**
   * Shows a document; if no other page has it, to be changed. Says whether it was shown.
   * @param {import('idb').IDBPDatabase<any>} connected @param {string} id @param {boolean} alone
   * @param {(kept: import('./types').Kept) => boolean} show @param {() => boolean} wanted whether the reader has not gone on to another one
   */
  async function takeOver(connected, id, alone, show, wanted) {
    /** @type {any} */
    let problem = null;
    if (alone) await transact(connected, (transaction) => claim(transaction, id)).catch((error) => { problem = error; });
    const kept = await read(connected.transaction(['documents', 'snapshots', 'journal']), id);
    if (!kept || !wanted()) return false;
    const before = { current, onlyReading };
    remember(id, 'opening'); // should it stop the program, it is not tried again at once
    readOnly(onlyReading = !alone);
    // Before it is shown: a damaged document is kept anew while it is.
    current = { id, sequence: kept.sequence };
    try {
      const shown = show(kept);
      forget('opening');
      if (!shown) {
        // It stays as it is, and so does the page.
        ({ current, onlyReading } = before);
        readOnly(onlyReading);
        return false;
      }
    } catch (error) {
      current = null;
      window.reportError(error); // the program has stopped, see trouble.js
      return false;
    }
    if (current.id === id) remember(id);
    if (problem) {
      current = null; // it can be read, and saved to a file; what is done from now on needs a place of its own
      refuse(problem);
    } else if (alone) {
      broken = false;
      if (pending === 0) tell('kept', '');
    }
    return true;
  }

  return { keep, append, restore, open, refresh, list, remove, remember: rememberPlace, kept: () => current !== null && pending === 0 && !broken };
}

/** @template T @param {Promise<T>} promise @returns {Promise<T>} */
function withPatience(promise) {
  const late = new Promise((_, fail) => {
    setTimeout(() => fail(Object.assign(new Error('no answer'), { name: 'TimeoutError' })), PATIENCE);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late]));
}
