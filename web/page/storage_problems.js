// What can be wrong with the browser's storage, in words for the reader.

const TO_A_FILE = 'Save your work to a file (Ctrl+S).';

export class Taken extends Error {}
export class Gone extends Error {}
export class Stopped extends Error {}

/** What went wrong, for the reader. @param {any} error */
export function explain(error) {
  if (error instanceof Taken) return 'This document has been opened in another tab, where work goes on. Here it can only be read.';
  if (error instanceof Gone) return `What was kept in this browser has been deleted from it. ${TO_A_FILE}`;
  if (error instanceof Stopped) return 'What was open last has stopped the program. It is kept, and is tried again when the page is reloaded.';
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
