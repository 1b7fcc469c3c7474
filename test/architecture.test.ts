// The dependency law of docs/architecture.md: which folder may import which, and what the core may not mention.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const lsp = /^vscode-(languageserver|uri)/;
const core = ['text', 'parser', 'knowledge', 'manifest', 'workspace', 'config', 'lint', 'rules', 'features', 'report'];

interface Law {
  readonly folders: readonly string[];
  readonly packages?: RegExp;
}

const law: Readonly<Record<string, Law>> = {
  text: { folders: [] },
  parser: { folders: ['text'] },
  knowledge: { folders: [] },
  manifest: { folders: ['text'], packages: /^yaml$/ },
  workspace: { folders: ['text', 'parser', 'manifest'], packages: /^(vscode-uri|picomatch\/posix\.js)$/ },
  config: { folders: ['text', 'parser', 'knowledge', 'manifest', 'workspace'] },
  lint: { folders: ['text', 'parser', 'knowledge', 'manifest', 'workspace', 'config'] },
  rules: { folders: ['text', 'parser', 'knowledge', 'manifest', 'workspace', 'config', 'lint'] },
  features: { folders: ['text', 'parser', 'knowledge', 'manifest', 'workspace', 'config', 'lint'] },
  report: { folders: ['text', 'parser', 'knowledge', 'workspace', 'config', 'lint'] },
  node: { folders: ['text', 'workspace'], packages: /^(node:|vscode-uri$)/ },
  lsp: { folders: ['text', 'knowledge', 'workspace', 'config', 'lint', 'features', 'report'], packages: lsp },
  cli: {
    folders: ['text', 'knowledge', 'workspace', 'config', 'lint', 'features', 'report', 'node'],
    packages: /^(node:|vscode-uri$|diff$)/,
  },
  // The entries wire everything together.
  '': { folders: [...core, 'node', 'lsp', 'cli'], packages: /^(node:|vscode-)/ },
};

interface Source {
  /** `rules/syntax-error.ts`, relative to server/src. */
  readonly path: string;
  readonly text: string;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

interface Import {
  readonly name: string;
  readonly isType: boolean;
}

function importsOf(text: string): Import[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)|require\(\s*'([^']+)'\s*\)/g;
  return [...withoutComments(text).matchAll(pattern)].map((match) => ({
    name: (match[2] ?? match[3] ?? match[4])!,
    isType: match[1] !== undefined,
  }));
}

function violations(sources: readonly Source[]): string[] {
  const found: string[] = [];
  for (const { path, text } of sources) {
    const folder = folderOf(path);
    const allowed = law[folder];
    if (allowed === undefined) {
      found.push(`${path}: folder ${folder} has no law`);
      continue;
    }
    for (const { name } of importsOf(text)) {
      if (!name.startsWith('.')) {
        if (allowed.packages?.test(name) !== true) found.push(`${path} → ${name} is not allowed`);
        continue;
      }
      const target = normalize(join(dirname(path), name));
      const to = folderOf(target);
      if (to !== folder && !allowed.folders.includes(to)) {
        found.push(
          `${path} → ${target} is not allowed (${folder} may import ${allowed.folders.join(', ') || 'nothing'})`,
        );
      }
      if (folder === 'rules' && to === 'rules' && path !== 'rules/index.ts')
        found.push(`${path} → ${target}: a rule imports no rule`);
    }
    const code = withoutComments(text);
    if (core.includes(folder)) {
      for (const word of [/\bprocess\.(?:env|argv|cwd|exit|std|on)\b/, /\bconsole\./, /\bnew Date\b|\bDate\.now\b/]) {
        if (word.test(code)) found.push(`${path} touches the world: ${word.source}`);
      }
      if (folder !== 'text' && /\.(positionAt|offsetAt)\(/.test(code)) found.push(`${path} knows lines and columns`);
    }
    if (text.split('\n').length > 500) found.push(`${path} is longer than 500 lines`);
  }
  return [...found, ...cycles(sources)];
}

/** Import cycles between files, types aside. */
function cycles(sources: readonly Source[]): string[] {
  const edges = new Map(
    sources.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter(({ name, isType }) => name.startsWith('.') && !isType)
        .map(({ name }) => normalize(join(dirname(path), name))),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) {
      found.push(`cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return found;
}

function read(folder: string): Source[] {
  return globSync('**/*.ts', { cwd: folder }).map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(join(folder, path), 'utf8'),
  }));
}

test('the server keeps the law', () => {
  const sources = read('server/src');
  assert.ok(sources.length > 50);
  assert.deepEqual(violations(sources), []);
});

test('the client imports nothing of the server', () => {
  const sources = read('client/src');
  assert.ok(sources.length > 3);
  const foreign = sources.flatMap(({ path, text }) =>
    importsOf(text)
      .filter(({ name }) => name.includes('server/'))
      .map(({ name }) => `${path} → ${name}`),
  );
  assert.deepEqual(foreign, []);
});

test('the law can be broken', () => {
  const planted: readonly (readonly [path: string, text: string, expected: RegExp])[] = [
    ['parser/a.ts', "import { readFileSync } from 'node:fs';", /parser\/a\.ts → node:fs is not allowed/],
    ['parser/a.ts', "import fs from 'fs';", /parser\/a\.ts → fs is not allowed/],
    ['config/a.ts', "const x = await import('vscode');", /config\/a\.ts → vscode is not allowed/],
    ['text/a.ts', "import { parse } from '../parser/parser.ts';", /text may import nothing/],
    ['features/a.ts', "export { x } from '../lsp/convert.ts';", /features\/a\.ts → lsp\/convert\.ts is not allowed/],
    ['rules/a.ts', "import { b } from './b.ts';", /a rule imports no rule/],
    ['rules/a.ts', 'const at = lines.positionAt(3);', /knows lines and columns/],
    ['lint/a.ts', 'console.log(1);', /touches the world/],
    ['lint/a.ts', 'const now = Date.now();', /touches the world/],
    ['parser/a.ts', '\n'.repeat(600), /longer than 500 lines/],
  ];
  for (const [path, text, expected] of planted) assert.match(violations([{ path, text }]).join('\n'), expected);
  const circle = [
    { path: 'text/a.ts', text: "import { b } from './b.ts';" },
    { path: 'text/b.ts', text: "import { a } from './a.ts';" },
  ];
  assert.match(violations(circle).join('\n'), /cycle: text\/a\.ts → text\/b\.ts → text\/a\.ts/);
});
