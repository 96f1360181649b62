// Keeps the page in the browser, so that it opens without a network, and tells when there is a new version. The new one
// is taken when the reader says so, never under their hands.

/**
 * @param {{ notice: HTMLElement, app: import('./types').App, frames: import('./types').Frames, safe: () => boolean }} parts
 */
export async function keepOffline({ notice, app, frames, safe }) {
  if (!('serviceWorker' in navigator)) return;
  /** @type {ServiceWorkerRegistration} */
  let registration;
  try {
    registration = await navigator.serviceWorker.register('worker.js', { updateViaCache: 'none' });
  } catch {
    return; // refused in private windows and without HTTPS: the page works, with a network
  }

  function offer() {
    const waiting = registration.waiting;
    // The very first version waits for nobody.
    if (!waiting || !navigator.serviceWorker.controller) return;
    const text = document.createElement('span');
    text.textContent = 'A new version of Clausemark is ready.';
    const take = document.createElement('button');
    take.type = 'button';
    take.textContent = 'Reload with it';
    take.addEventListener('click', () => {
      if (!safe()) {
        text.textContent = 'Save your work first (Ctrl+S); then the new version can be taken.';
        app.want('save', '', '');
        frames.request();
        return;
      }
      navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
      waiting.postMessage('take over');
    });
    const later = document.createElement('button');
    later.type = 'button';
    later.textContent = 'Later';
    later.addEventListener('click', () => { notice.hidden = true; });
    notice.replaceChildren(text, take, later);
    notice.hidden = false;
  }

  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer();
    });
  });
  offer();
  // Who keeps the page open for days is told, too.
  window.addEventListener('online', () => registration.update().catch(() => {}));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
}
