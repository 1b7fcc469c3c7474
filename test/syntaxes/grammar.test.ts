// The TextMate grammar, run as VS Code runs it.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import type { IGrammar, StateStack } from 'vscode-textmate';
import { cases, comment, continuation, eq, filter, key, variable } from './cases.ts';

const require = createRequire(import.meta.url);
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');

const syntaxes = join(import.meta.dirname, '../../syntaxes');
const read = (name: string): string => readFileSync(join(syntaxes, name), 'utf8');
const root = 'source.dovecot';

let grammar: IGrammar;

before(async () => {
  await oniguruma.loadWASM({ data: readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')) });
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(read('dovecot.tmLanguage.json'), 'dovecot.tmLanguage.json'),
  });
  const loaded = await registry.loadGrammar(root);
  assert.ok(loaded);
  grammar = loaded;
});

interface Piece {
  readonly text: string;
  /** Without `source.dovecot` and without the `.dovecot` endings, outermost first. */
  readonly scopes: readonly string[];
}

function tokenize(text: string): Piece[][] {
  let state: StateStack = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state, 1000);
    assert.equal(result.stoppedEarly, false, line);
    state = result.ruleStack;
    return result.tokens.map((token) => {
      assert.equal(token.scopes[0], root);
      return {
        text: line.slice(token.startIndex, token.endIndex),
        scopes: token.scopes.slice(1).map((scope) => scope.replace(/\.dovecot$/, '')),
      };
    });
  });
}

const covers = (scope: string, selector: string): boolean => scope === selector || scope.startsWith(`${selector}.`);

/**
 * `expected` lists pieces in their order: the text and the selector that its innermost scopes must match.
 * Neighbouring tokens are joined, so an expected text may be made of several tokens that all have the scope.
 * The selector `''` demands that no scope is set at all.
 */
function check(line: readonly Piece[], expected: readonly (readonly [string, string])[]): void {
  const starts: number[] = [];
  let text = '';
  for (const piece of line) {
    starts.push(text.length);
    text += piece.text;
  }
  let from = 0;
  for (const [wanted, selector] of expected) {
    const at = text.indexOf(wanted, from);
    assert.notEqual(at, -1, `${JSON.stringify(wanted)} not in ${JSON.stringify(text.slice(from))}`);
    from = at + wanted.length;
    line.forEach((piece, index) => {
      const start = starts[index]!;
      const inside = start < from && start + piece.text.length > at;
      if (!inside) return;
      const ok = selector === '' ? piece.scopes.length === 0 : piece.scopes.some((scope) => covers(scope, selector));
      const got = piece.scopes.join(' ') || 'no scope';
      assert.ok(
        ok,
        `${JSON.stringify(piece.text)} of ${JSON.stringify(text)}: ${got} instead of ${selector || 'none'}`,
      );
    });
  }
}

/** No token of the line may have a scope that the selector covers. */
function lacks(line: readonly Piece[], selector: string): void {
  for (const piece of line) {
    const found = piece.scopes.find((scope) => covers(scope, selector));
    assert.equal(found, undefined, `${JSON.stringify(piece.text)} has ${found}`);
  }
}

describe('grammar', () => {
  for (const { title, line, has, not = [] } of cases) {
    it(title, () => {
      const [first, second] = tokenize(`${line}\nafter = yes`);
      check(first!, has);
      for (const selector of not) lacks(first!, selector);
      check(second!, [
        ['after', key],
        ['=', eq],
        ['yes', 'constant.language.boolean'],
      ]);
      assert.equal(grammar.tokenizeLine(line, textmate.INITIAL).ruleStack.depth, 1);
    });
  }

  it('a here-document is raw up to its marker alone on a line', () => {
    const lines = tokenize(
      ['sieve_script = << END # c', '# text "', 'a = %{user | lower} \\', ' END', 'END ', '', 'END', 'b = yes'].join(
        '\n',
      ),
    );
    check(lines[0]!, [
      ['sieve_script', key],
      ['=', eq],
      ['<<', 'keyword.operator.heredoc'],
      ['END', 'keyword.control.heredoc-token'],
      ['# c', comment],
    ]);
    const raw = 'string.unquoted.heredoc';
    check(lines[1]!, [['# text "', raw]]);
    check(lines[2]!, [
      ['a = ', raw],
      ['user', variable],
      ['lower', filter],
      ['\\', raw],
    ]);
    for (const index of [1, 2]) for (const other of [comment, key, continuation]) lacks(lines[index]!, other);
    check(lines[3]!, [[' END', raw]]);
    check(lines[4]!, [['END ', raw]]);
    check(lines[6]!, [['END', 'keyword.control.heredoc-token']]);
    check(lines[7]!, [
      ['b', key],
      ['yes', 'constant.language.boolean'],
    ]);
  });

  it('the marker of a here-document may hold characters of regular expressions', () => {
    const lines = tokenize('a = <<E.F)\nExF)\nE.F)\nb = yes');
    check(lines[1]!, [['ExF)', 'string.unquoted.heredoc']]);
    check(lines[2]!, [['E.F)', 'keyword.control.heredoc-token']]);
    check(lines[3]!, [['b', key]]);
  });

  it('an unclosed pipeline in a here-document ends with its line', () => {
    const lines = tokenize('a = <<E\n%{user\nE\nb = yes');
    check(lines[2]!, [['E', 'keyword.control.heredoc-token']]);
    check(lines[3]!, [['b', key]]);
  });

  it('a commented here-document opens nothing', () => {
    const lines = tokenize('#a = <<E\nb = yes');
    check(lines[1]!, [['b', key]]);
  });

  it('only a here-document is a rule that begins at the top', () => {
    const raw = JSON.parse(read('dovecot.tmLanguage.json')) as {
      patterns: { include: string }[];
      repository: Record<string, { begin?: string }>;
    };
    const spanning = raw.patterns
      .map((p) => p.include.slice(1))
      .filter((rule) => raw.repository[rule]!.begin !== undefined);
    assert.deepEqual(spanning, ['heredoc']);
  });

  it('every include names a rule, and every rule is used', () => {
    const text = read('dovecot.tmLanguage.json');
    const rules = Object.keys((JSON.parse(text) as { repository: object }).repository).sort();
    const used = new Set([...text.matchAll(/"include": "#([^"]+)"/g)].map((match) => match[1]!));
    assert.deepEqual([...used].sort(), rules);
  });

  it('long hostile lines take a bounded time', () => {
    const parts = [
      '"',
      "'",
      '\\',
      '%{',
      '%{a|',
      '{{',
      '${',
      '{%',
      '<%=',
      '(',
      '%{a(',
      ' ',
      'a=',
      '/',
      ':',
      ' ; ',
      'a/',
      '\\"',
      '%',
      '%%',
      'a://',
      '"a" ',
      ' {',
      'a.',
      '$SET:',
      '9',
      '%L',
      '\\ ',
    ];
    for (const part of parts) {
      for (const head of ['', 'a = ', 'a = "', 'a {', '!include ', 'a = <<', 'a = %{', '@a ']) {
        const line = head + part.repeat(Math.ceil(5000 / part.length));
        const { stoppedEarly, ruleStack } = grammar.tokenizeLine(line, textmate.INITIAL, 5000);
        assert.equal(stoppedEarly, false, `${head}${part}…`);
        if (head !== 'a = <<') assert.equal(ruleStack.depth, 1, `${head}${part}… runs on`);
      }
    }
  });

  it('real files', (t) => {
    const corpus = process.env.DOVECOT_CORPUS ?? '../shared/corpus';
    if (!existsSync(corpus)) return t.skip(`no corpus at ${corpus}`);
    // Files that are Perl programs and only print configuration may have here-documents of Perl.
    const manifest = JSON.parse(readFileSync(join(corpus, 'MANIFEST.json'), 'utf8')) as {
      file: string;
      kind: string;
    }[];
    const perl = new Set(manifest.filter(({ kind }) => kind === 'perl-template').map(({ file }) => join(corpus, file)));
    const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .map((file) => join(corpus, file))
      .filter((file) => statSync(file).isFile() && !/\.(?:json|md)$/.test(file));
    assert.ok(files.length > 0);
    let lines = 0;
    let keys = 0;
    for (const file of files) {
      let state: StateStack = textmate.INITIAL;
      readFileSync(file, 'utf8')
        .split(/\r?\n/)
        .forEach((line, index) => {
          const result = grammar.tokenizeLine(line, state, 1000);
          assert.equal(result.stoppedEarly, false, `${file}:${index + 1}`);
          assert.equal(
            result.tokens.at(-1)?.endIndex ?? 0,
            line.length + (line.length === 0 ? 1 : 0),
            `${file}:${index + 1}`,
          );
          state = result.ruleStack;
          lines += 1;
          keys += result.tokens.filter((token) => token.scopes.some((scope) => covers(scope, key))).length;
        });
      if (!perl.has(file)) assert.equal(state.depth, 1, `${file}: something is still open at the end`);
    }
    t.diagnostic(`${files.length} files, ${lines} lines, ${keys} settings`);
  });
});
