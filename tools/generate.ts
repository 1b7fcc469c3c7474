// Writes what is made from data or from folder listings: the rules' pages, their index, the list of their ids in
// package.json, and the indexes in the source. `--check` writes nothing and fails when something on disk differs, naming
// the command to run.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { deploymentShape } from '../server/src/config/deploymentFile.ts';
import { statements, storageSupportPage } from '../server/src/knowledge/statements.ts';
import { hoversNaming } from '../server/src/knowledge/support.ts';
import { renderRulePage } from '../server/src/lint/page.ts';
import { profileOf } from '../server/src/lint/policy.ts';
import { projectFileName, projectFileShape } from '../server/src/lint/projectFile.ts';
import type { Rule } from '../server/src/lint/rule.ts';
import { jsonSchema } from '../server/src/manifest/jsonSchema.ts';
import { judges } from '../server/src/report/judges.ts';

/** The indexes in the source, made of folder listings; the rest needs them. */
function indexes(): Map<string, string> {
  return new Map([
    ['server/src/rules/index.ts', rulesIndex()],
    ['server/src/knowledge/teaching/index.ts', teachingIndex()],
  ]);
}

/** Every generated file with its text. */
async function generated(): Promise<Map<string, string>> {
  const files = indexes();
  const { rules } = await import('../server/src/rules/index.ts');
  for (const rule of rules) files.set(`docs/rules/${rule.id}.md`, `${notice}${renderRulePage(rule)}`);
  files.set('docs/rules.md', `${notice}# Rules\n\n${table(rules)}`);
  files.set('docs/storage-support.md', `${notice}${supportMap(rules)}`);
  const schema = jsonSchema(projectFileName, projectFileShape(rules));
  files.set('schemas/dovelint-config.schema.json', `${JSON.stringify(schema, null, 2)}\n`);
  const deployment = jsonSchema('DovecotDeployment', deploymentShape);
  files.set('schemas/dovecot-deployment.schema.json', `${JSON.stringify(deployment, null, 2)}\n`);
  files.set('package.json', packageJson(rules));
  return files;
}

/** The setting that takes ids of rules offers them. */
function packageJson(rules: readonly Rule[]): string {
  const ids = rules.map(({ id }) => `              "${id}"`).join(',\n');
  const list = /("dovecot\.rules": \{[\s\S]*?"propertyNames": \{\s*"enum": \[)[^\]]*\]/;
  return readFileSync('package.json', 'utf8').replace(list, `$1\n${ids}\n            ]`);
}

const notice = '<!-- Made by `npm run generate`. Do not edit by hand. -->\n\n';

function modules(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.replace(/\.ts$/, ''))
    .sort();
}

/** `dictmap-missing` → `dictmapMissing`. */
function identifier(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const sourceNotice = 'Made by `npm run generate` from the files of this folder.';

function rulesIndex(): string {
  const ids = modules('server/src/rules');
  const imports = ids.map((id) => `import { ${identifier(id)} } from './${id}.ts';`);
  return `/** Every rule there is, by id. ${sourceNotice} Ids of removed rules are never used again. */

import type { Rule } from '../lint/rule.ts';
${imports.join('\n')}

export const rules: readonly Rule[] = [
${ids.map((id) => `  ${identifier(id)},`).join('\n')}
];
`;
}

function teachingIndex(): string {
  const lines = [
    `/** All teaching, by grammar. ${sourceNotice} */`,
    '',
    "import type { Teachings } from '../types.ts';",
  ];
  for (const grammar of ['new', 'old']) {
    for (const name of modules(`server/src/knowledge/teaching/${grammar}`)) {
      lines.push(
        `import { ${identifier(name)} as ${grammar}${identifier(`-${name}`)} } from './${grammar}/${name}.ts';`,
      );
    }
  }
  for (const grammar of ['new', 'old']) {
    const names = modules(`server/src/knowledge/teaching/${grammar}`).map(
      (name) => `${grammar}${identifier(`-${name}`)}`,
    );
    lines.push(
      '',
      `export const ${grammar}Teaching: readonly Teachings[] = [`,
      ...names.map((name) => `  ${name},`),
      '];',
    );
  }
  return `${lines.join('\n')}\n`;
}

function table(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => {
    const { id, severity, fixable, statements, docs } = rule;
    const cells = [severity, profileOf(rule), fixable ? 'yes' : '', statements.join(', '), docs.summary];
    return `| [${id}](rules/${id}.md) | ${cells.join(' | ')} |`;
  });
  return `| rule | severity | profile | quick-fix | statements | what is found |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** Where each storage support statement is shown. */
function supportMap(rules: readonly Rule[]): string {
  const rows = statements.map(({ id, title, text }) => {
    const own = rules
      .filter((rule) => rule.statements.includes(id))
      .map((rule) => `[${rule.id}](rules/${rule.id}.md)${rule.fixable ? ' (fix)' : ''}`);
    const line = Object.hasOwn(judges, id) ? title : '';
    return `| ${[id, text, own.join(', '), hoversNaming(id).join(', '), line].join(' | ')} |`;
  });
  return `# Storage support

The statements of the [storage support page](${storageSupportPage}) of Dovecot Pro 3.x in our own words, and where each is
shown: by rules, on hover over storage drivers, mailbox formats and contact hosts of the database, and as a line of
\`dovelint report\`.

| id | statement | rules | hover | report |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** Files on disk that are no longer generated. */
function stale(files: ReadonlyMap<string, string>): string[] {
  if (!existsSync('docs/rules')) return [];
  return readdirSync('docs/rules')
    .map((name) => `docs/rules/${name}`)
    .filter((path) => !files.has(path));
}

/** What differs between the disk and the generator. */
export async function differences(): Promise<string[]> {
  const files = await generated();
  const changed = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  return [...changed.map(([path]) => path), ...stale(files)];
}

if (import.meta.main) {
  if (process.argv.includes('--check')) {
    const differing = await differences();
    if (differing.length > 0) {
      console.error(`Out of date, run \`npm run generate\`:\n${differing.join('\n')}`);
      process.exitCode = 1;
    }
  } else {
    for (const [path, text] of indexes()) writeFileSync(path, text);
    const files = await generated();
    mkdirSync('docs/rules', { recursive: true });
    for (const path of stale(files)) rmSync(path);
    for (const [path, text] of files) writeFileSync(path, text);
    console.log(`${files.size} files`);
  }
}
