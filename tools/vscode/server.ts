// Starts VS Code's server on the loopback interface, with a profile of its own that is gone when it stops.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { run } from '../process.ts';
import { serverMain } from './install.ts';

export interface ServerOptions {
  /** Packages to install before the start. */
  readonly install?: readonly string[];
  /** User settings on top of those that keep a fresh VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Where given, VS Code's profile instead of a fresh one; a settings file in it is left alone. */
  readonly userData?: string | undefined;
  /**
   * Let the page that is opened name an extension and a test suite to run. Trusts every workspace and asks for no
   * token, so it is only for folders of this repository's own tests.
   */
  readonly forSuite?: boolean;
}

export interface VSCodeServer {
  readonly pid: number;
  /** Address of the workbench; `file` is opened in its editor. Without a folder: an empty window. */
  url(folder?: string, file?: string, payload?: readonly (readonly [string, string])[]): string;
  /** Address by which the workbench knows a file of this machine. */
  at(path: string): string;
  /** Resolves when the server has ended by itself or was stopped. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  // Else a helper process for chats starts, and writes its errors into the output of the tests.
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  // In a browser VS Code saves by itself: whoever tries a quick-fix would change the examples on disk.
  'files.autoSave': 'off',
};

export async function startServer(options: ServerOptions = {}): Promise<VSCodeServer> {
  const scratch = mkdtempSync(join(tmpdir(), 'dovecot-vscode-'));
  const remove = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  try {
    return await startIn(scratch, remove, options);
  } catch (error) {
    remove();
    throw error;
  }
}

async function startIn(scratch: string, remove: () => void, options: ServerOptions): Promise<VSCodeServer> {
  const userData = options.userData ?? join(scratch, 'user');
  writeSettings(userData, options.settings);
  const profile = [
    '--accept-server-license-terms',
    ...['--server-data-dir', scratch],
    ...['--user-data-dir', userData],
    ...['--extensions-dir', join(scratch, 'extensions')],
  ];
  const env = serverEnvironment(scratch);
  for (const vsix of options.install ?? []) await installPackage(vsix, profile, env);

  const token = randomBytes(20).toString('hex');
  writeFileSync(join(scratch, 'token'), token, { mode: 0o600 });
  const access = options.forSuite
    ? ['--without-connection-token', '--disable-workspace-trust', '--enable-smoke-test-driver']
    : ['--connection-token-file', join(scratch, 'token')];
  const child = spawn(
    process.execPath,
    [serverMain, '--host', '127.0.0.1', '--port', '0', '--telemetry-level', 'off', ...access, ...profile],
    { stdio: ['ignore', 'pipe', 'pipe'], env },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = new Promise<number>((done) => child.once('exit', (code) => done(code ?? 1)));
  const port = await portOf(child.stdout, child.stderr, ended, join(scratch, 'server.log'));

  const authority = `127.0.0.1:${port}`;
  const at = (path: string) => `vscode-remote://${authority}${resolve(path)}`;
  return {
    pid: child.pid ?? 0,
    ended,
    at,
    url(folder, file, payload = []) {
      const query = new URLSearchParams(options.forSuite ? {} : { tkn: token });
      if (folder) query.set('folder', resolve(folder));
      else query.set('ew', 'true');
      const opened = file ? [['openFile', at(file)]] : [];
      const values = [...opened, ...payload, ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
      query.set('payload', JSON.stringify(values));
      return `http://${authority}/?${query}`;
    },
    async stop() {
      process.removeListener('exit', kill);
      child.kill('SIGTERM');
      const gone = await Promise.race([ended.then(() => true), delay(5000, false, { ref: false })]);
      if (!gone) child.kill('SIGKILL');
      await ended;
      remove();
    },
  };
}

function writeSettings(userData: string, settings: ServerOptions['settings']): void {
  const file = join(userData, 'User', 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

/** What this process inherits from a VS Code it runs in must not reach another one. */
function serverEnvironment(scratch: string): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_(?!E2E)|ELECTRON_|NODE_OPTIONS$)/;
  const names = Object.keys(process.env).filter((name) => foreign.test(name));
  return {
    ...process.env,
    ...Object.fromEntries(names.map((name) => [name, undefined])),
    // No marketplace, so that nothing asks the network; sockets go where they are removed with the rest.
    EXTENSIONS_GALLERY: '{}',
    XDG_RUNTIME_DIR: scratch,
  };
}

async function installPackage(vsix: string, profile: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const args = [serverMain, ...profile, '--install-extension', resolve(vsix)];
  const { status, output } = await run(process.execPath, args, { quiet: true, env });
  // The exit code is 0 whatever happens.
  if (status !== 0 || !output.includes('successfully installed')) throw new Error(`Installing ${vsix}:\n${output}`);
}

/** The port the system gave, from the server's own words. */
async function portOf(
  stdout: NodeJS.ReadableStream,
  stderr: NodeJS.ReadableStream,
  ended: Promise<number>,
  logFile: string,
): Promise<number> {
  const log = createWriteStream(logFile);
  let said = '';
  const bound = new Promise<number>((found) => {
    for (const stream of [stdout, stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        log.write(text);
        if (said.length > 100_000) return;
        said += text;
        const port = /listening on (\d+)/.exec(said)?.[1];
        if (port) found(Number(port));
      });
    }
  });
  const port = await Promise.race([bound, ended.then(() => 0), delay(60_000, 0, { ref: false })]);
  if (port === 0) throw new Error(`VS Code's server did not start:\n${said.slice(-4000)}`);
  return port;
}
