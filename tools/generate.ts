// Writes what is made from data: the rules' pages, their index, and the table in the README. `--check` writes nothing
// and fails when something on disk differs, naming the command to run.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { renderRulePage } from '../server/src/lint/page.ts';
import { rules } from '../server/src/rules/index.ts';

/** Every generated file with its text. */
export function generated(): Map<string, string> {
  const files = new Map<string, string>();
  for (const rule of rules) files.set(`docs/rules/${rule.id}.md`, `${notice}${renderRulePage(rule)}`);
  files.set('docs/rules.md', `${notice}# Rules\n\n${table()}`);
  return files;
}

const notice = '<!-- Made by `npm run generate`. Do not edit by hand. -->\n\n';

function table(): string {
  const rows = rules.map(({ id, severity, fixable, statements, docs }) => {
    return `| [${id}](rules/${id}.md) | ${severity} | ${fixable ? 'yes' : ''} | ${statements.join(', ')} | ${docs.summary} |`;
  });
  return `| rule | severity | quick-fix | statements | what is found |\n|---|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** Files on disk that are no longer generated. */
function stale(files: ReadonlyMap<string, string>): string[] {
  if (!existsSync('docs/rules')) return [];
  return readdirSync('docs/rules')
    .map((name) => `docs/rules/${name}`)
    .filter((path) => !files.has(path));
}

/** What differs between the disk and the generator. */
export function differences(): string[] {
  const files = generated();
  const changed = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  return [...changed.map(([path]) => path), ...stale(files)];
}

if (import.meta.main) {
  const files = generated();
  if (process.argv.includes('--check')) {
    const differing = differences();
    if (differing.length > 0) {
      console.error(`Out of date, run \`npm run generate\`:\n${differing.join('\n')}`);
      process.exitCode = 1;
    }
  } else {
    mkdirSync('docs/rules', { recursive: true });
    for (const path of stale(files)) rmSync(path);
    for (const [path, text] of files) writeFileSync(path, text);
    console.log(`${files.size} files`);
  }
}
