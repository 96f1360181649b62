// Formats of other tools, tag sets, completion and the manual page on the command line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { workFolder } from './command_line.mjs';

const text = 'Resolution 9001 (2031)\r\n\r\nThe Security Council,\r\n\r\n1. Demands that the 🛳 ferries\r\nsail, and urges calm;\r\n';

const { folder, run, read, remove } = workFolder();

before(() => {
  writeFileSync(join(folder, 'r.txt'), text);
  run('suggest', 'r.txt');
  const project = JSON.parse(read('r.clausemark.json'));
  for (const item of project.first.items) item.clausemark.status = 'accepted';
  writeFileSync(join(folder, 'r.clausemark.json'), JSON.stringify(project));
});
after(remove);

describe('clausemark convert', () => {
  for (const [format, file] of [['brat', 'r.ann'], ['label-studio', 'r.label-studio.json'], ['uima-cas', 'r.cas.json'], ['csv', 'r.csv'], ['jsonl', 'r.jsonl']]) {
    it(`goes to ${format} and comes back the same`, () => {
      const out = run('convert', 'r.clausemark.json', '--to', format);
      assert.equal(out.code, 0, out.err);
      assert.ok(existsSync(join(folder, file)));
      const back = run('convert', '--from', format, '--to', 'clausemark', file, '-o', 'back.clausemark.json', '--force');
      assert.equal(back.code, 0, back.err);
      assert.equal(run('diff', '--exit-code', 'r.clausemark.json', 'back.clausemark.json').out, '');
    });
  }

  it('says what was lost, for people and for machines', () => {
    const result = run('convert', 'r.clausemark.json', '--to', 'doccano', '-o', 'lost.jsonl');
    assert.match(result.err, /written to lost\.jsonl\nlost: 2 × rules that proposed an annotation\n/);
    const told = JSON.parse(run('convert', 'r.clausemark.json', '--to', 'conll', '-o', 'lost.conll', '--json').out);
    assert.deepEqual(told, { written: ['lost.conll'], lost: { 'rules that proposed an annotation': 2 } });
  });

  it('puts several documents into one file where the format can', () => {
    assert.equal(run('convert', 'r.clausemark.json', 'r.clausemark.json', '--to', 'csv', '-o', 'two.csv').code, 0);
    assert.equal(read('two.csv').trim().split('\r\n').filter((line) => line.startsWith('S/RES/')).length, 4);
    const refused = run('convert', 'r.clausemark.json', 'r.clausemark.json', '--to', 'brat', '-o', 'two.ann');
    assert.equal(refused.code, 2);
    assert.match(refused.err, /holds one document, and there are 2/);
  });

  it('takes a file of several documents apart', () => {
    const lines = ['Demands calm', 'Urges calm'].map((line) => JSON.stringify({ text: line, label: [[0, line.indexOf(' '), 'demand']] }));
    writeFileSync(join(folder, 'all.jsonl'), lines.join('\n'));
    assert.equal(run('convert', '--from', 'doccano', '--to', 'clausemark', 'all.jsonl').code, 0);
    assert.match(run('show', 'all-1.clausemark.json').out, /“Demands”/);
    assert.match(run('show', 'all-2.clausemark.json').out, /“Urges”/);
    assert.equal(run('convert', 'all-1.clausemark.json', 'all-2.clausemark.json', '--to', 'label-studio', '-o', 'both.json').code, 0);
    assert.equal(run('convert', '--from', 'label-studio', '--to', 'clausemark', 'both.json').code, 0);
    assert.match(run('show', 'both-2.clausemark.json').out, /“Urges”/);
  });

  it('never replaces a text by another one, and no file by its neighbour', () => {
    writeFileSync(join(folder, 'mine.txt'), 'my own text');
    const refused = run('convert', 'r.clausemark.json', '--to', 'brat', '-o', 'mine.ann', '--force');
    assert.match(refused.err, /mine\.txt exists already and is another text/);
    assert.equal(read('mine.txt'), 'my own text');
    assert.match(run('convert', 'r.clausemark.json', '--to', 'brat', '-o', 'same.txt').err, /two files would have the name same\.txt/);
    assert.equal(existsSync(join(folder, 'same.txt')), false);
    // The same text in another encoding is the same text.
    writeFileSync(join(folder, 'bom.txt'), `\ufeff${text}`);
    assert.equal(run('convert', 'r.clausemark.json', '--to', 'brat', '-o', 'bom.ann', '--force').code, 0);
    assert.equal(read('bom.txt'), `\ufeff${text}`);
  });

  it('writes no file where one of them is there already, and says what is wrong with its place', () => {
    writeFileSync(join(folder, 'annotation.conf'), 'mine');
    const refused = run('convert', 'r.clausemark.json', '--to', 'brat', '-o', 'fresh.ann');
    assert.equal(refused.code, 1);
    assert.equal(existsSync(join(folder, 'fresh.ann')), false);
    assert.equal(read('annotation.conf'), 'mine');
    writeFileSync(join(folder, 'bad.ann'), 'T1\tdemand 0 3\tnot\n');
    assert.match(run('convert', '--from', 'brat', '--to', 'csv', 'bad.ann', '--text', 'r.txt', '-o', 'x.csv').err, /bad\.ann: .*\(at line 1\)/);
    assert.match(run('convert', '--from', 'csv', '--to', 'brat', 'two.csv', '-o', 'y.ann').err, /name it with --text/);
    assert.match(run('convert', '--to', 'word', 'r.clausemark.json').err, /there are clausemark, brat, doccano/);
  });
});

describe('clausemark tagset', () => {
  it('takes tags out, shows them and gives them to another file', () => {
    assert.equal(run('tagset', 'export', 'r.clausemark.json', '-o', 'team.tagset.json').code, 0);
    const tags = JSON.parse(read('team.tagset.json'));
    tags.name = 'Ferries';
    tags.tags.push({ id: 'ferry', name: 'Ferry', group: 'Ours', colour: '#112233', description: 'Boats', attributes: [{ name: 'port', values: ['east', 'west'] }] });
    writeFileSync(join(folder, 'team.tagset.json'), JSON.stringify(tags));
    const shown = run('tagset', 'show', 'team.tagset.json').out;
    assert.match(shown, /^Ferries {2}21 tags\n/);
    assert.match(shown, /▎Ferry {2}ferry, Ours\n {4}Boats\n {4}– port: east, west\n/);
    assert.equal(run('tagset', 'apply', 'team.tagset.json', 'r.clausemark.json', '-o', 'ours.clausemark.json').code, 0);
    assert.match(run('tagset', 'show', '--json', 'ours.clausemark.json').out, /"id": "ferry"/);
    writeFileSync(join(folder, 'few.tagset.json'), JSON.stringify({ ...tags, tags: tags.tags.slice(-1) }));
    const refused = run('tagset', 'apply', 'few.tagset.json', 'r.clausemark.json', '-o', 'never.clausemark.json');
    assert.equal(refused.code, 1);
    assert.match(refused.err, /has no tag "demand"/);
    assert.match(run('tagset', 'show').out, /Acts of the Security Council/);
  });
});

describe('completion and the manual page', () => {
  it('know every command and option', () => {
    const commands = [...run('--help').out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map((match) => match[1]);
    assert.ok(commands.length >= 13, commands.join());
    const page = run('man').out;
    for (const command of commands) {
      assert.ok(page.includes(`.SS ${command}\n`), `${command} is in the manual page`);
      for (const shell of ['bash', 'zsh', 'fish']) assert.match(run('completion', shell).out, new RegExp(`\\b${command}\\b`));
    }
  });

  it('complete in a real bash', () => {
    const script = `${run('completion', 'bash').out}
      COMP_WORDS=(clausemark merge --ba); COMP_CWORD=2; _clausemark; echo "\${COMPREPLY[@]}"
      COMP_WORDS=(clausemark agr); COMP_CWORD=1; _clausemark; echo "\${COMPREPLY[@]}"`;
    const result = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    assert.deepEqual([result.stdout, result.stderr], ['--base\nagreement\n', '']);
  });

  it('is printed by man without a warning', (context) => {
    const result = spawnSync('man', ['--warnings', '-l', '-'], { input: run('man').out, encoding: 'utf8', env: { ...process.env, MANPAGER: 'cat' } });
    if (result.error) return context.skip('man is not installed');
    assert.equal(result.stderr, '');
    assert.match(result.stdout, /CLAUSEMARK\(1\)/);
  });
});

describe('machines get JSON', () => {
  it('from show and validate', () => {
    const rows = run('show', '--json', 'r.clausemark.json').out.trim().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual(rows.map((row) => [row.tag, row.quote]), [['demand', 'Demands that the 🛳 ferries\r\nsail'], ['urge', 'urges calm']]);
    assert.deepEqual(JSON.parse(run('validate', '--json', 'r.clausemark.json').out),
      { file: 'r.clausemark.json', valid: true, accepted: 2, suggested: 0, rejected: 0 });
    writeFileSync(join(folder, 'bad.json'), '{"type": "AnnotationCollection", "clausemark": {"version": 99}}');
    const wrong = run('validate', '--json', 'bad.json');
    assert.equal(wrong.code, 1);
    const { code, where } = JSON.parse(wrong.out);
    assert.deepEqual([code, where], ['future_version', '/clausemark/version']);
  });
});
