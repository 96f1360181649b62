// The service worker: after the first visit the page opens without a network. Every file is kept under the hash of its
// content; a new version waits until the reader agrees.
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

const worker = /** @type {any} */ (self);

// Put in by build.mjs: every file of the page with its hash.
precacheAndRoute(FILES_OF_THE_PAGE);
cleanupOutdatedCaches();

worker.addEventListener('message', (/** @type {MessageEvent} */ event) => {
  if (event.data === 'take over') worker.skipWaiting();
});
