// The language configuration: comments, brackets, indentation, folding, words.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '../../syntaxes', name), 'utf8');

describe('language configuration', () => {
  const configuration = JSON.parse(read('language-configuration.json')) as {
    comments: { lineComment: string };
    brackets: [string, string][];
    wordPattern: { pattern: string; flags: string };
    indentationRules: { increaseIndentPattern: string; decreaseIndentPattern: string };
    folding: { markers: { start: string; end: string } };
    onEnterRules: { beforeText: { pattern: string }; afterText: { pattern: string } }[];
  };
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;

  it('indents after a section head and nothing else', () => {
    const pattern = new RegExp(increaseIndentPattern);
    for (const line of [
      'service imap {',
      '  ssl_server { # a',
      'mailbox "Sent # x" {',
      'group @a b {',
      'mailbox a=b {',
      'protocol !imap {\t',
    ])
      assert.match(line, pattern);
    for (const line of [
      '# service imap {',
      'a = b {',
      'a={',
      'service # imap {',
      'service imap{',
      'a = {',
      'service imap { }',
      '}',
    ])
      assert.doesNotMatch(line, pattern);
  });

  it('unindents a closing brace', () => {
    const pattern = new RegExp(decreaseIndentPattern);
    for (const line of ['}', '  } # x']) assert.match(line, pattern);
    for (const line of ['a = }', '} x', '# }', '{']) assert.doesNotMatch(line, pattern);
  });

  it('selects names of settings, and one step of a path key', () => {
    const words = (text: string): string[] =>
      text.match(new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`)) ?? [];
    assert.deepEqual(words('service/imap-login/vsz_limit = 1G'), ['service', 'imap-login', 'vsz_limit', '1G']);
    assert.deepEqual(words('!include_try @mailbox_defaults $SET:x %{user|lower} Entwürfe'), [
      'include_try',
      'mailbox_defaults',
      'SET',
      'x',
      'user',
      'lower',
      'Entwürfe',
    ]);
    assert.doesNotMatch('', new RegExp(configuration.wordPattern.pattern, configuration.wordPattern.flags));
  });

  it('folds regions', () => {
    const start = new RegExp(configuration.folding.markers.start);
    const end = new RegExp(configuration.folding.markers.end);
    for (const line of ['#region', '# region TLS', '  ## region', '# #region']) assert.match(line, start);
    for (const line of ['#endregion', '# endregion TLS', '# #endregion']) {
      assert.match(line, end);
      assert.doesNotMatch(line, start);
    }
    assert.doesNotMatch('# regional = x', start);
  });

  it('continues a comment only when it is split', () => {
    const rule = configuration.onEnterRules[0]!;
    assert.match('  # a b', new RegExp(rule.beforeText.pattern));
    assert.match(' c', new RegExp(rule.afterText.pattern));
    assert.doesNotMatch('  ', new RegExp(rule.afterText.pattern));
    assert.doesNotMatch('a = b # c', new RegExp(rule.beforeText.pattern));
  });

  it('knows comment and brackets', () => {
    assert.equal(configuration.comments.lineComment, '#');
    assert.deepEqual(configuration.brackets, [['{', '}']]);
  });
});
