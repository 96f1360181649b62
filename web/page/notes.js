// Small notes that a page leaves for itself: of this tab, and of where readers were. Where storage is off there are none.

/** A note of this tab, which outlives a reload. @param {string} id @param {string} [name] */
export function remember(id, name = 'document') {
  try { sessionStorage.setItem(`clausemark.${name}`, id); } catch { /* storage is off */ }
}

/** @param {string} name */
export function forget(name) {
  try { sessionStorage.removeItem(`clausemark.${name}`); } catch { /* storage is off */ }
}

/** @param {string} name */
export function remembered(name) {
  try { return sessionStorage.getItem(`clausemark.${name}`); } catch { return null; }
}

/** Where readers were in each document; of no weight, and so kept where it is quick. */
const PLACES = 'clausemark.place.';

/** @param {string} id */
export function placeOf(id) {
  try { return Number(localStorage.getItem(PLACES + id) ?? 0) || 0; } catch { return 0; }
}

/** @param {string} id @param {number} place */
export function rememberPlaceOf(id, place) {
  try { localStorage.setItem(PLACES + id, String(place)); } catch { /* storage is off or full */ }
}

/** @param {string} id */
export function forgetPlace(id) {
  try { localStorage.removeItem(PLACES + id); } catch { /* storage is off */ }
}
