// What the parts of the accessible mirror are made of.

/** @typedef {(name: string, argument?: string, second?: string) => void} Want */

/**
 * @param {string} label @param {string} key unique in the mirror, so that focus can be given back
 * @param {() => void} press
 */
export function button(label, key, press, enabled = true) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.dataset.key = key;
  made.disabled = !enabled;
  made.addEventListener('click', press);
  return made;
}

/** @param {string} label @param {string} key @param {boolean} on @param {() => void} press */
export function toggle(label, key, on, press) {
  const made = button(label, key, press);
  made.setAttribute('aria-pressed', String(on));
  return made;
}

/** @param {string} tag @param {string} label @param {...Node} children */
export function region(tag, label, ...children) {
  const made = document.createElement(tag);
  made.setAttribute('aria-label', label);
  const heading = document.createElement('h2');
  heading.textContent = label;
  made.append(heading, ...children);
  return made;
}

/** Says at the end of a list how many more there are. @param {HTMLElement} list @param {number} count */
export function rest(list, count) {
  if (count <= 0) return;
  const item = document.createElement('li');
  item.textContent = `and ${count} more`;
  list.append(item);
}

/**
 * A field with its name; what was written counts when it is left.
 * @param {string} label @param {string} key @param {string} value @param {(value: string) => void} change
 */
export function field(label, key, value, change, lines = 1) {
  const made = document.createElement(lines > 1 ? 'textarea' : 'input');
  made.value = value;
  made.dataset.key = key;
  made.addEventListener('change', () => change(made.value));
  const around = document.createElement('label');
  around.append(label, made);
  return around;
}

/** @param {string} caption @param {string[]} head @param {string[][]} rows */
export function table(caption, head, rows) {
  const made = document.createElement('table');
  made.createCaption().textContent = caption;
  const top = made.createTHead().insertRow();
  for (const name of head) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = name;
    top.append(cell);
  }
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const text of row) line.insertCell().textContent = text;
  }
  return made;
}
