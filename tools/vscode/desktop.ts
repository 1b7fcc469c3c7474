// The VS Code a person already has: finds its command on the PATH and opens a folder in it with this extension.
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expectSuccess, repo, run } from '../process.ts';

export interface Desktop {
  readonly command: string;
  /** The command talks to a window on another machine (SSH, container, WSL): it can install, not develop. */
  readonly remote: boolean;
}

const commands = ['code', 'code-insiders', 'codium'];

export function findDesktop(): Desktop | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? ['.cmd'] : [''];
  for (const name of commands) {
    for (const folder of folders) {
      const command = endings.map((ending) => join(folder, name + ending)).find((file) => existsSync(file));
      if (command) return { command: name, remote: isRemote(realpathSync(command)) };
    }
  }
  return undefined;
}

function isRemote(command: string): boolean {
  const { VSCODE_IPC_HOOK_CLI, WSL_DISTRO_NAME } = process.env;
  return Boolean(VSCODE_IPC_HOOK_CLI || WSL_DISTRO_NAME) || /[\\/]remote-cli[\\/]|\.vscode-server/.test(command);
}

export async function openInDesktop(
  { command, remote }: Desktop,
  { folder, file, vsix }: { folder: string; file: string; vsix: string | undefined },
): Promise<void> {
  // Windows runs the command through a shell, which splits at blanks.
  const path = (name: string) => (process.platform === 'win32' ? `"${name}"` : name);
  if (remote && vsix) {
    await expectSuccess('Installing the extension', run(command, ['--install-extension', path(vsix), '--force']));
    await expectSuccess(command, run(command, [path(folder), '--goto', path(file)]));
  } else {
    const development = `--extensionDevelopmentPath=${path(repo)}`;
    await expectSuccess(command, run(command, ['--new-window', development, path(folder), '--goto', path(file)]));
  }
  console.log(`Opened ${folder} in ${command}.`);
}
