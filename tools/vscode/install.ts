// Gets a real VS Code without its download site: the server and browser workbench inside the npm package code-server.
// Everything lands in `.cache/vscode/`; a run that was cut off goes on where it stopped.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectSuccess, repo, run } from '../process.ts';

/** code-server 4.139.1 carries VS Code 1.139.1. Its dependencies are pinned by the lock file inside the package. */
const codeServer = '4.139.1';
/** Raised when the steps below change, so that an older installation is completed again. */
const recipe = 2;

export const cache = join(repo, '.cache', 'vscode');
const home = join(cache, `code-server-${codeServer}`);
const vscode = join(home, 'node_modules', 'code-server', 'lib', 'vscode');
const stamp = join(home, `.complete-${recipe}`);

/** The program to run with node 24: VS Code's own server. */
export const serverMain = join(vscode, 'out', 'server-main.js');

/** Loaded by features nobody uses here (Copilot, remotes, containers, Windows): 200 MB, and some need a compiler. */
const unused = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];

/** Why this machine cannot run it, with what to do instead; undefined where it can. */
export function whyNoServer(): string | undefined {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `VS Code from the npm registry is set up for Linux on x64 only, this is ${process.platform} on ${process.arch}`;
}

export async function installServer(): Promise<void> {
  if (existsSync(stamp)) return;
  console.log(`Installing VS Code in the browser (code-server ${codeServer} from npm, once, about 350 MB) …`);
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, '.downloaded'))) {
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    await npmInstall(home, `code-server@${codeServer}`, '--save-exact');
    writeFileSync(join(home, '.downloaded'), '');
  }
  dropUnusedDependencies();
  await npmInstall(vscode, '--omit=dev');
  for (const name of ['native-watchdog', 'spdlog']) {
    const target = join(vscode, 'node_modules', '@vscode', name, 'index.js');
    cpSync(join(import.meta.dirname, 'stand-ins', `${name}.cjs`), target);
  }
  writeFileSync(stamp, '');
}

function dropUnusedDependencies(): void {
  const file = join(vscode, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  for (const name of unused) delete manifest.dependencies[name];
  writeFileSync(file, JSON.stringify(manifest, null, 2));
}

/** Without install scripts: they compile native modules, and none of those is needed. */
async function npmInstall(cwd: string, ...args: string[]): Promise<void> {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const installing = run('npm', ['install', ...args, ...options], { cwd, quiet: true });
  await expectSuccess(`npm install ${args.join(' ')} in ${cwd}`, installing);
}
