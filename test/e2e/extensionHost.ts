// Runs the Mocha suite in VS Code's extension host through @vscode/test-electron: in the stand-in for `code` by
// default, in a downloaded desktop VS Code with VSCODE_E2E=desktop.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { repo } from '../../tools/process.ts';
import { writeCodeLauncher } from '../../tools/vscode/code.ts';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export async function runInExtensionHost(): Promise<Counts> {
  const output = join(repo, '.cache', 'e2e');
  await build({
    entryPoints: { host: 'test/e2e/host.ts', suite: 'test/e2e/suite.ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outdir: output,
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha', './suite.cjs'],
    logLevel: 'warning',
  });
  const result = join(repo, 'test-results', 'extension-host.json');
  mkdirSync(join(repo, 'test-results'), { recursive: true });
  rmSync(result, { force: true });
  process.env.VSCODE_E2E_RESULT = result;
  // A copy, because tests save.
  const workspace = join(output, 'examples');
  rmSync(workspace, { recursive: true, force: true });
  cpSync(join(repo, 'examples'), workspace, { recursive: true });
  try {
    await runTests({
      ...(process.env.VSCODE_E2E === 'desktop' ? {} : { vscodeExecutablePath: writeCodeLauncher() }),
      extensionDevelopmentPath: repo,
      extensionTestsPath: join(output, 'host.cjs'),
      launchArgs: [workspace],
    });
  } catch (error) {
    console.error(String(error));
  }
  // No file: the suite did not get to its end, which is a failure.
  return existsSync(result) ? (JSON.parse(readFileSync(result, 'utf8')) as Counts) : { passed: 0, failed: 1 };
}
