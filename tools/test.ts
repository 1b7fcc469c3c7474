// `npm test`: typecheck, lint, unit and protocol tests, then the extension in a real VS Code, and other editors. The last line counts.
// `--only typecheck|lint|unit|e2e` runs one part.

import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { repo, runNode } from './process.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const parts: Readonly<Record<string, () => Promise<Counts>>> = {
  typecheck: () => command(['node_modules/typescript/bin/tsc', '--build']),
  lint: () => command(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
  unit,
  e2e,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
if (values.only !== undefined && !Object.hasOwn(parts, values.only))
  throw new Error(`No part ${values.only}: ${Object.keys(parts).join(', ')}`);

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, part] of Object.entries(parts)) {
  if (values.only !== undefined && values.only !== name) continue;
  console.log(`\n== ${name}`);
  const started = performance.now();
  const counts = await part().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
  console.log(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);

async function command([script, ...args]: string[]): Promise<Counts> {
  const { status } = await runNode(script!, args);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

/** Node's own runner; its counts are read from what it prints. */
async function unit(): Promise<Counts> {
  const files = globSync('test/**/*.test.ts', { cwd: repo }).filter(
    (file) => !/^test[\\/](e2e|exhaustive)[\\/]/.test(file),
  );
  const built = await runNode('tools/build.mjs');
  if (built.status !== 0) return { passed: 0, failed: 1, skipped: 0 };
  // Node leaves one processor idle, which is half of two.
  const concurrency = `--test-concurrency=${availableParallelism()}`;
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', concurrency, ...files.sort()], {
    cwd: repo,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const status = await new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  const count = (word: string) => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  // Passing tests are many and say nothing; what the tests print, what was skipped and what failed is shown.
  const quiet = output.split('\n').filter((line) => !/^\s*(✔|▶)/.test(line));
  console.log(quiet.join('\n').trim());
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: status !== 0 && failed === 0 ? 1 : failed, skipped: count('skipped') };
}

/** The extension in VS Code; once more as a whole when something failed, because a browser may stumble. */
async function e2e(): Promise<Counts> {
  const reason = await whyNoE2e();
  const chromium = typeof reason === 'string' ? undefined : reason.chromium;
  let skipped = 0;
  if (typeof reason === 'string') {
    console.log(`\n!! SKIPPED: ${reason}\n`);
    if (process.env.CI) return { passed: 0, failed: 1, skipped: 0 };
    skipped = 1;
    // A desktop VS Code needs neither the server nor a browser.
    if (process.env.VSCODE_E2E !== 'desktop') return { passed: 0, failed: 0, skipped };
  }
  let counts = await e2eOnce(chromium);
  if (counts.failed > 0) {
    console.log('\nThe end-to-end part failed and runs once more as a whole.');
    counts = await e2eOnce(chromium);
  }
  return { ...counts, skipped: counts.skipped + skipped };
}

async function whyNoE2e(): Promise<string | { chromium: string }> {
  const { chromiumCommand, findChromium, installChromium } = await import('./vscode/chromium.ts');
  const { installServer, whyNoServer } = await import('./vscode/install.ts');
  const noServer = whyNoServer();
  if (noServer !== undefined) return `${noServer}. Run it there, or in a container: npm run test:e2e`;
  const chromium = findChromium() ?? (await installChromium());
  if (chromium === undefined) return `there is no Chromium. Install it: ${chromiumCommand}`;
  try {
    await installServer();
  } catch (error) {
    return `VS Code could not be installed. With the npm registry in reach: npm run test:e2e\n${String(error)}`;
  }
  return { chromium };
}

/** Without a Chromium only the suite in the extension host. */
async function e2eOnce(chromium: string | undefined): Promise<Counts> {
  const { packageExtension } = await import('./package.ts');
  const { runInExtensionHost } = await import('../test/e2e/extensionHost.ts');
  const { runUi } = await import('../test/e2e/ui.ts');
  const { runEditors } = await import('../test/e2e/editors.ts');
  const vsix = await packageExtension();
  const host = await runInExtensionHost();
  const ui = chromium === undefined ? { passed: 0, failed: 0 } : await runUi(vsix, chromium);
  const editors = await runEditors();
  return {
    passed: host.passed + ui.passed + editors.passed,
    failed: host.failed + ui.failed + editors.failed,
    skipped: editors.skipped,
  };
}
