// Our files are JSON-LD: a processor of others makes of them the graph that the W3C model means.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { project, published, realProjects, require } from './files.mjs';

/** @type {any} */
const jsonld = require('jsonld');

const oa = 'http://www.w3.org/ns/oa#';
const as = 'http://www.w3.org/ns/activitystreams#';
const own = 'urn:clausemark:terms#';
const number = 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger';

/**
 * The part of http://www.w3.org/ns/anno.jsonld that our files use, after the vocabulary of the Recommendation
 * (https://www.w3.org/TR/annotation-vocab/): the test needs no network.
 */
const annotationContext = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(['Annotation', 'TextualBody', 'TextPositionSelector', 'TextQuoteSelector', 'tagging', 'commenting', 'exact', 'prefix', 'suffix']
    .map((term) => [term, oa + term])),
  AnnotationCollection: `${as}OrderedCollection`,
  AnnotationPage: `${as}OrderedCollectionPage`,
  Person: 'http://xmlns.com/foaf/0.1/Person',
  name: 'http://xmlns.com/foaf/0.1/name',
  label: 'http://www.w3.org/2000/01/rdf-schema#label',
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  body: { '@type': '@id', '@id': `${oa}hasBody` },
  target: { '@type': '@id', '@id': `${oa}hasTarget` },
  source: { '@type': '@id', '@id': `${oa}hasSource` },
  selector: { '@type': '@id', '@id': `${oa}hasSelector` },
  start: { '@type': number, '@id': `${oa}start` },
  end: { '@type': number, '@id': `${oa}end` },
  motivation: { '@type': '@vocab', '@id': `${oa}motivatedBy` },
  purpose: { '@type': '@vocab', '@id': `${oa}hasPurpose` },
  creator: { '@type': '@id', '@id': 'http://purl.org/dc/terms/creator' },
  created: { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@id': 'http://purl.org/dc/terms/created' },
  modified: { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@id': 'http://purl.org/dc/terms/modified' },
  first: { '@type': '@id', '@id': `${as}first` },
  items: { '@type': '@id', '@id': `${as}items`, '@container': '@list' },
  total: { '@type': number, '@id': `${as}totalItems` },
  startIndex: { '@type': number, '@id': `${as}startIndex` },
};

/** @param {any} file */
async function expanded(file) {
  /** @type {string[]} */
  const fetched = [];
  const [root] = await jsonld.expand(file, {
    documentLoader: async (/** @type {string} */ url) => {
      fetched.push(url);
      assert.equal(url, 'http://www.w3.org/ns/anno.jsonld');
      return { contextUrl: null, documentUrl: url, document: { '@context': annotationContext } };
    },
    safe: true,  // what would be dropped is an error
  });
  return { root, fetched, items: root[`${as}first`][0][`${as}items`][0]['@list'] };
}

/** @param {any} node @param {string} term */
const text = (node, term) => node[term][0]['@value'];

describe('a JSON-LD processor', () => {
  it('finds the annotations, their quotes and positions, and what only we know', async () => {
    const { root, items, fetched } = await expanded(project);
    assert.equal(fetched.length, 1);
    assert.deepEqual(root['@type'], [`${as}OrderedCollection`]);
    assert.equal(items.length, project.first.items.length);
    for (const [k, item] of items.entries()) {
      const file = project.first.items[k];
      assert.deepEqual(item['@type'], [`${oa}Annotation`]);
      assert.equal(item['@id'], file.id);
      assert.equal(item[`${oa}motivatedBy`][0]['@id'], `${oa}tagging`);
      const targets = [file.target].flat();
      assert.equal(item[`${oa}hasTarget`].length, targets.length);
      for (const target of item[`${oa}hasTarget`]) {
        const selectors = target[`${oa}hasSelector`];
        const quote = selectors.find((/** @type {any} */ one) => one['@type'][0] === `${oa}TextQuoteSelector`);
        assert.ok(targets.some((one) => one.selector.at(-1).exact === text(quote, `${oa}exact`)));
      }
      assert.equal(text(item[`${own}project`][0], `${own}status`), file.clausemark.status);
    }
    const full = items.find((/** @type {any} */ item) => item['http://purl.org/dc/terms/creator']);
    assert.equal(text(full['http://purl.org/dc/terms/creator'][0], 'http://xmlns.com/foaf/0.1/name'), 'Ada');
    assert.deepEqual(full[`${own}project`][0][`${own}attributes`][0], { '@type': '@json', '@value': { force: '5' } });
  });

  it('keeps every statement of files of real texts', async (context) => {
    const projects = realProjects();
    if (projects.length === 0) return context.skip('the texts of ../shared/corpus are not at hand');
    for (const file of projects) assert.equal((await expanded(file)).items.length, file.first.items.length);
  });

  it('reads the context that we publish as the one that stands in our files', () => {
    assert.deepEqual(project['@context'], ['http://www.w3.org/ns/anno.jsonld', published('context.jsonld')['@context']]);
  });
});
