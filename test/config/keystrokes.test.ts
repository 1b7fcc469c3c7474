// After any row of edits a project finds what a project that sees the last text for the first time finds.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Findings } from '../../server/src/lint/findings.ts';
import { rules } from '../../server/src/rules/index.ts';
import { memoryProject, uriOf } from '../support/memory.ts';

const uri = uriOf('mail.yaml');
const other = uriOf('other.yaml');

const head = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';
const configMap = (name: string, keys: Readonly<Record<string, string>>) =>
  `---\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n${Object.entries(keys)
    .map(([key, text]) => `  ${key}: |\n${text.replace(/^(?=.)/gm, '    ')}`)
    .join('')}`;

const text = [
  '# a stream\n',
  configMap('a', { 'dovecot.conf': `${head}!include mail.conf\n`, 'mail.conf': 'mail_driver = maildir\n' }),
  configMap('b', { 'dovecot.conf': `${head}!include_try *.inc\nmail_driver = mbox\n` }),
  '---\nkind: DovecotDeployment\nusers: 1\ndovecot:\n  edition: pro\n',
  '---\nkind: Service\nmetadata:\n  name: x\n',
  configMap('c', { 'dovecot.conf': `${head}service imap{\n}\n` }),
].join('');

const places = [
  '\n',
  '---',
  'ConfigMap',
  'mail.conf',
  'maildir',
  'mbox',
  'users: 1',
  'imap{',
  '# a',
  '  name: x',
  '.inc',
];
const inserted = [
  '',
  ' ',
  '\n',
  'x',
  '---\n',
  '...\n',
  '# dovelint-disable-line syntax-error -- x\n',
  '    ssl = maybe\n',
  '2',
  '"',
];

interface Edit {
  readonly place: string;
  readonly nth: number;
  readonly removed: number;
  readonly text: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  place: fc.constantFrom(...places),
  nth: fc.nat(40),
  removed: fc.constantFrom(0, 0, 1, 4),
  text: fc.constantFrom(...inserted),
});

function edited(before: string, { place, nth, removed, text: added }: Edit): string {
  const found = [...before.matchAll(RegExp(place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))];
  const at = found.length === 0 ? 0 : found[nth % found.length]!.index;
  return before.slice(0, at) + added + before.slice(at + removed);
}

function judged(project: ReturnType<typeof memoryProject>, findings: Findings, of: string): unknown[] {
  const { findings: found } = findings.of(of);
  const shown = found.map(({ rule, document, span, message, fixes, related }) => ({
    rule: rule.id,
    at: [document.uri, span.from, span.to, document.text.length],
    message,
    fixes: fixes.map(({ edits }) => edits.map((one) => [one.document.uri, one.span.from, one.span.to, one.text])),
    related: related.map((one) => [one.document.uri, one.span.from, one.span.to]),
  }));
  return [...shown, project.partsOf(of), project.configurations().map(({ root }) => root.uri)];
}

function projectOf(texts: Readonly<Record<string, string>>) {
  const project = memoryProject(texts, { roots: [] });
  const findings = new Findings(project, {
    rules,
    today: () => '2026-01-01',
    onError(_rule, error) {
      throw error;
    },
  });
  return { project, findings };
}

describe('a row of edits', () => {
  test('leaves what the last text alone would give', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        const files = ['mail.yaml', 'other.yaml'];
        const { project, findings } = projectOf({ 'mail.yaml': text, 'other.yaml': text });
        judged(project, findings, uri);
        let now = text;
        for (const one of edits) {
          now = edited(now, one);
          project.store.open(uri, now);
          project.changed(uri);
          project.setManifests(files.map(uriOf));
          const fresh = projectOf({ 'mail.yaml': now, 'other.yaml': text });
          for (const file of [uri, other])
            assert.deepEqual(judged(project, findings, file), judged(fresh.project, fresh.findings, file), now);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('leaves configurations as they are whose text did not change', () => {
    const { project } = projectOf({ 'mail.yaml': text });
    const before = project.configurations();
    project.store.open(uri, text.replace('mbox', 'mdbox').replace('# a', '# another'));
    project.changed(uri);
    assert.deepEqual(
      project.configurations().map((configuration, index) => configuration === before[index]),
      [true, false, true],
    );
  });
});
