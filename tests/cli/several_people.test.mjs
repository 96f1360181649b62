// Work of several people on the command line: merge, diff, agreement and statistics, and git with both drivers.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { clausemark, workFolder } from './command_line.mjs';

const text = 'Resolution 9001 (2031)\n\nThe Security Council,\n\n1. Demands that the ferries sail, and urges calm;\n\n' +
  '2. Requests the Secretary-General to report by May;\n';

const { folder, execute, run, read: readText, remove } = workFolder();
/** @param {string[]} args */
const git = (...args) => execute('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args]);
/** @param {string} name */
const read = (name) => JSON.parse(readText(name));

/**
 * A reader's work: the statuses of some suggestions, by tag.
 * @param {string} from @param {string} to @param {string} author @param {Record<string, string>} statuses
 * @param {Record<string, string>} [notes]
 */
function work(from, to, author, statuses, notes = {}) {
  const project = read(from);
  for (const item of project.first.items) {
    const tag = item.body[0].value;
    if (statuses[tag]) {
      item.clausemark.status = statuses[tag];
      item.creator = { type: 'Person', name: author };
      item.created = '2031-03-14T10:00:00Z';
    }
    if (notes[tag]) item.body.push({ type: 'TextualBody', purpose: 'commenting', value: notes[tag] });
  }
  writeFileSync(join(folder, to), JSON.stringify(project, null, 2));
}

before(() => {
  writeFileSync(join(folder, 'r.txt'), text);
  assert.equal(run('suggest', 'r.txt', '-o', 'base.clausemark.json').code, 0);
  work('base.clausemark.json', 'ada.clausemark.json', 'Ada', { demand: 'accepted', urge: 'accepted' });
  work('base.clausemark.json', 'ben.clausemark.json', 'Ben', { demand: 'accepted', reporting: 'accepted' });
  work('base.clausemark.json', 'cleo.clausemark.json', 'Cleo', { urge: 'rejected' });
});
after(remove);

describe('clausemark merge', () => {
  it('brings two together without a word where they do not contradict each other', () => {
    const merged = run('merge', '--base', 'base.clausemark.json', 'ada.clausemark.json', 'ben.clausemark.json', '-o', 'both.clausemark.json');
    assert.equal(merged.code, 0, merged.err);
    assert.equal(merged.out, '');
    const { items } = read('both.clausemark.json').first;
    assert.deepEqual(items.map((/** @type {any} */ item) => [item.body[0].value, item.clausemark.status]),
      [['demand', 'accepted'], ['urge', 'accepted'], ['reporting', 'accepted'], ['request', 'suggested']]);
    assert.match(run('validate', 'both.clausemark.json').out, /valid; 3 annotations, 1 open suggestion/);
  });

  it('keeps both where they do, lists them and exits with 1; a file that is there stays without --force', () => {
    const merged = run('merge', 'ada.clausemark.json', 'cleo.clausemark.json', 'ben.clausemark.json', '-o', 'all.clausemark.json', '--json');
    assert.equal(merged.code, 1);
    const [conflict] = merged.out.trim().split('\n').map((line) => JSON.parse(line));
    assert.equal(conflict.kind, 'changed_differently');
    assert.equal(conflict.file, 'cleo.clausemark.json');
    const beside = read('all.clausemark.json').first.items.find((/** @type {any} */ item) => item.id === conflict.beside);
    assert.deepEqual(beside.clausemark.links, [{ role: 'conflicts-with', to: conflict.id }]);
    assert.match(run('merge', 'ada.clausemark.json', 'cleo.clausemark.json', '-o', '-').err, /2 annotations, 2 open suggestions, 1 rejected; 1 contradiction/);
    const bytes = readFileSync(join(folder, 'all.clausemark.json'));
    assert.match(run('merge', 'ada.clausemark.json', 'ben.clausemark.json', '-o', 'all.clausemark.json').err, /exists already/);
    assert.deepEqual(readFileSync(join(folder, 'all.clausemark.json')), bytes);
  });

  it('refuses files about different texts, and says what to do', () => {
    writeFileSync(join(folder, 'other.txt'), text.replace('May', 'June'));
    run('suggest', 'other.txt');
    const refused = run('merge', 'ada.clausemark.json', 'other.clausemark.json', '-o', 'never.clausemark.json');
    assert.equal(refused.code, 1);
    assert.match(refused.err, /other\.clausemark\.json: the annotations are not about the same text.*clausemark reanchor/);
    assert.equal(run('merge', 'ada.clausemark.json', '-o', 'x').code, 2);
  });
});

describe('people who exchange files', () => {
  it('meet a contradiction once, in whatever order they merge', () => {
    const ids = (/** @type {string} */ name) => read(name).first.items.map((/** @type {any} */ item) => item.id).sort();
    run('merge', 'ada.clausemark.json', 'cleo.clausemark.json', '-o', 'ac.clausemark.json');
    run('merge', 'cleo.clausemark.json', 'ac.clausemark.json', '-o', 'cac.clausemark.json');
    run('merge', 'ac.clausemark.json', 'ada.clausemark.json', '-o', 'aca.clausemark.json');
    assert.equal(ids('ac.clausemark.json').length, 5);
    assert.deepEqual(ids('cac.clausemark.json'), ids('ac.clausemark.json'));
    assert.deepEqual(ids('aca.clausemark.json'), ids('ac.clausemark.json'));
    assert.match(run('show', '--all', 'ac.clausemark.json').out, /→ conflicts-with ▎Urge “urges calm”/);
  });
});

describe('clausemark diff', () => {
  it('says by clause what is different', () => {
    const { code, out } = run('diff', 'base.clausemark.json', 'ada.clausemark.json');
    assert.equal(code, 0);
    assert.match(out, /^op1\n ~ ▎Demand {2}status suggested → accepted; signature – → Ada\n/);
    const rows = run('diff', '--json', 'base.clausemark.json', 'ada.clausemark.json').out.trim().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual(rows.map((row) => [row.change, row.after.tag, row.aspects]),
      [['changed', 'demand', ['status', 'signature']], ['changed', 'urge', ['status', 'signature']]]);
  });

  it('has an exit code for scripts', () => {
    assert.equal(run('diff', '--exit-code', 'base.clausemark.json', 'ada.clausemark.json').code, 1);
    const same = run('diff', '--exit-code', 'base.clausemark.json', 'base.clausemark.json');
    assert.deepEqual([same.code, same.out], [0, '']);
  });
});

describe('clausemark agreement and stats', () => {
  it('prints tables for people and the same figures as JSON', () => {
    const { code, out } = run('agreement', 'ada.clausemark.json', 'ben.clausemark.json');
    assert.equal(code, 0);
    assert.match(out, /^2 coders, 2 clauses/);
    assert.match(out, /Demand +1 +1 +1\.00 +1\.00 +1\.00/);
    const figures = JSON.parse(run('agreement', '--json', 'ada.clausemark.json', 'ben.clausemark.json').out);
    assert.equal(figures.pairs[0].f1[0].exactF1, 0.5);
    assert.deepEqual(figures.pairs[0].confusion.map((/** @type {any} */ cell) => [cell.first, cell.second, cell.count]),
      [[null, 'reporting', 1], ['demand', 'demand', 1], ['urge', null, 1]]);
  });

  it('compares authors of one file, and refuses where there is nobody to compare with', () => {
    run('merge', 'ada.clausemark.json', 'ben.clausemark.json', '-o', 'two.clausemark.json');
    assert.deepEqual(JSON.parse(run('agreement', '--by-author', '--json', 'two.clausemark.json').out).coders, ['Ada', 'Ben']);
    assert.equal(run('agreement', 'ada.clausemark.json').code, 2);
    // What both accepted is the word of both, and what two files share counts once.
    const demand = (/** @type {string[]} */ ...files) => JSON.parse(run('agreement', '--by-author', '--json', ...files).out).tags[0];
    assert.deepEqual(demand('two.clausemark.json').counts, [1, 1]);
    assert.deepEqual(demand('two.clausemark.json', 'ada.clausemark.json', 'ben.clausemark.json').counts, [1, 1]);
    assert.match(run('agreement', 'ada.clausemark.json', 'other.clausemark.json').err, /not about the same text/);
  });

  it('counts over files and folders, and goes on after one that is wrong', () => {
    const counts = JSON.parse(run('stats', '--json', 'ada.clausemark.json', 'ben.clausemark.json').out);
    assert.equal(counts.files, 2);
    assert.deepEqual(counts.tags.find((/** @type {any} */ row) => row.tag === 'demand'), { tag: 'demand', accepted: 2, suggested: 0, rejected: 0 });
    assert.deepEqual(counts.authors.map((/** @type {any} */ row) => [row.author, row.accepted]), [['Ada', 2], ['Ben', 2]]);
    run('merge', 'ada.clausemark.json', 'ben.clausemark.json', '-o', 'counted.clausemark.json');
    const both = JSON.parse(run('stats', '--json', 'counted.clausemark.json').out);
    assert.deepEqual(both.authors.map((/** @type {any} */ row) => [row.author, row.accepted]), [['Ada', 2], ['Ben', 2]]);
    assert.match(run('stats', '.').out, /Tag +accepted +open +rejected/);
    writeFileSync(join(folder, 'broken.json'), '{');
    const broken = run('stats', 'ada.clausemark.json', 'broken.json');
    assert.equal(broken.code, 1);
    assert.match(broken.err, /broken\.json/);
    assert.match(broken.out, /^1 file, 1 document/);
  });
});

describe('git with both drivers', () => {
  it('merges two branches by annotation, shows differences by clause, and marks contradictions', () => {
    assert.equal(git('init', '-q', '-b', 'main').code, 0);
    writeFileSync(join(folder, '.gitattributes'), '*.clausemark.json merge=clausemark diff=clausemark\n');
    git('config', 'merge.clausemark.driver', `${clausemark} merge --base %O %A %B -o %A --force --git`);
    git('config', 'diff.clausemark.command', `${clausemark} diff --git`);
    const commit = (/** @type {string} */ message) => git('commit', '-q', '-a', '-m', message);
    const take = (/** @type {string} */ name) => writeFileSync(join(folder, 'work.clausemark.json'), readFileSync(join(folder, name)));
    take('base.clausemark.json');
    git('add', '.gitattributes', 'work.clausemark.json');
    commit('base');
    for (const name of ['ben', 'cleo']) {
      git('checkout', '-q', '-b', name, 'main');
      take(`${name}.clausemark.json`);
      commit(name);
    }
    git('checkout', '-q', 'main');
    take('ada.clausemark.json');
    const shown = git('diff');
    assert.match(shown.out, /work\.clausemark\.json\nop1\n ~ ▎Demand {2}status suggested → accepted/);
    commit('ada');

    const merged = git('merge', '-q', '-m', 'both', 'ben');
    assert.equal(merged.code, 0, merged.out + merged.err);
    assert.match(run('validate', 'work.clausemark.json').out, /3 annotations, 1 open suggestion/);
    const contradicted = git('merge', '-q', '-m', 'all', 'cleo');
    assert.equal(contradicted.code, 1);
    assert.match(git('status', '--short').out, /^UU work\.clausemark\.json/);
    // The file is whole all the same, with both words in it.
    assert.match(run('validate', 'work.clausemark.json').out, /3 annotations, 1 open suggestion, 1 rejected/);
  });

  it('shows a file that is new or gone', () => {
    const argumentsOfGit = ['work.clausemark.json', '/dev/null', '.', '.', 'ada.clausemark.json', 'abc', '100644'];
    assert.match(run('diff', '--git', ...argumentsOfGit).out, / \+ ▎Demand {2}Ada/);
    const [path, , , , file] = argumentsOfGit;
    assert.match(run('diff', '--git', path, file, 'abc', '100644', '/dev/null', '.', '.').out, / − ▎Demand {2}Ada/);
    assert.equal(run('diff', '--git', 'a', 'b').code, 2);
    // A file that is empty or broken does not end the whole diff of git.
    writeFileSync(join(folder, 'empty.json'), '');
    assert.match(run('diff', '--git', path, 'empty.json', 'abc', '100644', file, '.', '.').out, / \+ ▎Demand {2}Ada/);
    const broken = run('diff', '--git', path, 'broken.json', 'abc', '100644', file, '.', '.');
    assert.deepEqual([broken.code, /broken\.json/.test(broken.err)], [0, true]);
  });

  it('tells git when nothing could be merged at all', () => {
    const refused = run('merge', '--git', 'ada.clausemark.json', 'other.clausemark.json', '-o', 'never.clausemark.json');
    assert.equal(refused.code, 129);
  });
});
