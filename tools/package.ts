// Packages the extension as `dovecot-language-tools-<version>.vsix` in the root of the repository.
// The same commit gives the same bytes: time stamps are those of the commit.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expectSuccess, repo, run, runNode } from './process.ts';

/** Builds minified bundles and packages them; returns the path of the package. */
export async function packageExtension(): Promise<string> {
  const { name, version } = JSON.parse(readFileSync(join(repo, 'package.json'), 'utf8'));
  const vsix = join(repo, `${name}-${version}.vsix`);
  await expectSuccess('Building the bundles', runNode('tools/build.mjs', ['--minify'], { quiet: true }));
  await expectSuccess(
    'vsce package',
    runNode(
      'node_modules/@vscode/vsce/vsce',
      ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', ...['--out', vsix]],
      { quiet: true, env: { SOURCE_DATE_EPOCH: await commitTime() } },
    ),
  );
  return vsix;
}

async function commitTime(): Promise<string> {
  if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
  const { status, output } = await run('git', ['log', '-1', '--format=%ct'], { quiet: true });
  // Sources without their history (an archive): any fixed time that a ZIP file can hold.
  return status === 0 ? output.trim() : '946684800';
}

if (import.meta.main) {
  const vsix = await packageExtension();
  console.log(`${vsix} (${Math.round(statSync(vsix).size / 1024)} KiB)`);
}
