// The part of the accessible mirror that edits the tag set.
import { button, field, region } from './elements.js';

/** @typedef {import('./elements.js').Want} Want */

/** @param {import('../types').TagEditor | null} shown @param {Want} want */
export function tagEditor(shown, want) {
  if (!shown) return region('section', 'Tag set', button('Edit the tags', 'tags', () => want('action', 'tags')));
  const list = document.createElement('ul');
  list.setAttribute('aria-label', 'Tags to edit');
  for (const tag of shown.tags) {
    const item = document.createElement('li');
    const made = button(`${tag.name}${tag.group ? `, ${tag.group}` : ''}${tag.key ? `, key ${tag.key}` : ''}, ${tag.count} annotated`, `edit-${tag.id}`, () => want('edittag', tag.id));
    if (tag.id === shown.chosen?.id) made.setAttribute('aria-current', 'true');
    item.append(made);
    list.append(item);
  }
  /** @type {HTMLElement[]} */
  const parts = [
    field('Name of the tag set', 'tagset-name', shown.name, (value) => want('nametagset', value)),
    list,
    field('Add a tag with this name', 'tag-add', '', (value) => want('addtag', value)),
  ];
  const tag = shown.chosen;
  if (tag) {
    /** @param {string} label @param {string} name @param {string} value */
    const of = (label, name, value, lines = 1) => field(`${label} of ${tag.name}`, `tagfield-${name}`, value, (text) => want(name, tag.id, text), lines);
    parts.push(of('Name', 'tagname', tag.name), of('Key', 'tagkey', tag.key), of('Family', 'taggroup', tag.group), of('Colour, as #RRGGBB,', 'tagcolour', tag.colour),
      of('Guideline', 'tagguideline', tag.guideline, 3), of('Attributes, one a line, after a colon the values allowed,', 'tagattributes', tag.attributes, 3));
    const told = document.createElement('p');
    told.textContent = tag.alike.length > 0 ? `Some readers can hardly tell its colour from that of ${tag.alike.join(', ')}` : '';
    parts.push(told, button(`Remove ${tag.name}`, 'tag-remove', () => want('removetag', tag.id)));
  }
  parts.push(button('Save the tags as a file', 'tags-save', () => want('action', 'save-tags')), button('Close the tags', 'tags-close', () => want('dismiss')));
  return region('section', 'Tag set', ...parts);
}
