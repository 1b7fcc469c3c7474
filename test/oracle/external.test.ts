// External files of 2.3 as real Dovecot reads them (test/fixtures/external-verdicts.json): what it refuses, at which line,
// and what a value comes to.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assemble } from '../../server/src/config/configuration.ts';
import { lint } from '../../server/src/lint/run.ts';
import { rules } from '../../server/src/rules/index.ts';
import { DocumentStore } from '../../server/src/workspace/document.ts';
import { folder, memoryFiles, uriOf } from '../support/memory.ts';
import { type ExternalVerdict, externalFixture, root } from './external.ts';

const verdicts: ExternalVerdict[] = JSON.parse(readFileSync(externalFixture, 'utf8'));

function ours({ files }: ExternalVerdict): { errors: string[]; driver: string | undefined } {
  const options = {
    target: { dialect: 'ce-2.3', release: '2.3.19' },
    mappings: {},
    isRoot: true,
    isExternal: true,
  } as const;
  const configuration = assemble(uriOf(root), new DocumentStore(memoryFiles(files)), options)!;
  const onError = (rule: { id: string }, error: unknown) => assert.fail(`${rule.id}: ${error}`);
  const errors = lint(configuration, { rules, onError })
    .filter(({ severity }) => severity === 'error')
    .map(({ document, span }) => {
      const line = document.text.slice(0, span.to).split('\n').length;
      return `${document.uri.slice(folder.length + 1)}:${line}`;
    });
  const driver = configuration.entries.findLast(({ setting }) => setting === 'driver');
  return { errors, driver: driver?.statement.value.content.text };
}
/** Names and values of settings are looked at in Dovecot only: we do not check them in external files. */
const isAboutSettings =
  /^(?:Unknown setting: (?!\ufeff|$)|Unknown section|Invalid boolean|Invalid number|Missing setting)/;

/** What is read from outside has a hole in it. */
const readsEnvironment = /^driver = (?:x )?\$ENV/m;

/** Where Dovecot points to another line than we do: at the words before a brace, and not at the brace. */
const elsewhere = new Set(['dict: a brace on a line of its own']);

test('what is refused, and where', () => {
  const form = verdicts.filter(({ error }) => error === undefined || !isAboutSettings.test(error.message));
  assert.ok(form.length > 50);
  for (const verdict of form) {
    const { id, error } = verdict;
    const [first] = ours(verdict).errors;
    if (elsewhere.has(id)) assert.ok(first !== undefined && error !== undefined, id);
    else assert.equal(first, error && `${error.file}:${error.line}`, id);
  }
});

test('what is accepted where only names and values are wrong', () => {
  const others = verdicts.filter(({ error }) => error !== undefined && isAboutSettings.test(error.message));
  for (const verdict of others) assert.deepEqual(ours(verdict).errors, [], verdict.id);
});

test('what a value comes to', () => {
  const known = verdicts.filter(({ driver, files }) => driver !== undefined && !readsEnvironment.test(files[root]!));
  assert.ok(known.length > 15);
  for (const verdict of known) assert.equal(ours(verdict).driver, verdict.driver, verdict.id);
});
