// The language server in Neovim and Emacs, set up as docs/editors.md says; each prints what a person would see.

import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findProgram, installCommand, installPackages } from '../../tools/debian.ts';
import { repo, run } from '../../tools/process.ts';
import type { Counts } from './extensionHost.ts';

interface Seen {
  readonly findings: readonly string[];
  readonly hover: string;
  readonly actions: readonly string[];
}

interface Editor {
  readonly name: string;
  readonly program: string;
  readonly packages: readonly string[];
  readonly args: readonly string[];
}

// Without the user's own files, Emacs looks for Debian's packages nowhere.
const withPackages = `(dolist (folder '("/usr/share/emacs/site-lisp/elpa" "/usr/share/emacs/site-lisp/elpa-src"))
  (when (file-directory-p folder)
    (let ((default-directory folder)) (normal-top-level-add-subdirs-to-load-path))))`;

const editors: readonly Editor[] = [
  {
    name: 'Neovim',
    program: 'nvim',
    packages: ['neovim'],
    args: ['--headless', '--clean', '--cmd', 'luafile docs/editors/neovim.lua', '-S', 'test/e2e/editors/neovim.lua'],
  },
  {
    name: 'Emacs',
    program: 'emacs',
    packages: ['emacs-nox', 'elpa-eglot'],
    args: [
      ...['--batch', '-Q', '--eval', withPackages],
      ...['-l', 'docs/editors/dovecot.el', '-l', 'test/e2e/editors/emacs.el'],
    ],
  },
];

/** Editors that are neither there nor can be had are skipped. */
export async function runEditors(): Promise<Counts & { readonly skipped: number }> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const missing = editors.filter(({ program }) => findProgram([program]) === undefined);
  if (missing.length > 0) await installPackages(missing.flatMap(({ packages }) => packages));
  for (const editor of editors) {
    const { name, program, packages } = editor;
    if (findProgram([program]) === undefined) {
      console.log(`\n!! SKIPPED: there is no ${name}. Install it: ${installCommand(packages)}\n`);
      counts.skipped++;
      continue;
    }
    try {
      await play(editor);
      console.log(`  ✔ ${name}`);
      counts.passed++;
    } catch (error) {
      console.log(`  ✖ ${name}\n${String(error)}`);
      counts.failed++;
    }
  }
  return counts;
}

async function play({ program, args }: Editor): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dovecot-editors-'));
  const file = join(folder, 'dovecot', 'conf.d', '20-storage.conf');
  cpSync(join(repo, 'examples', 'pro-3.1-aws'), join(folder, 'dovecot'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  const launcher = join(folder, 'bin', 'dovecot-language-server');
  writeFileSync(launcher, `#!/bin/sh\nexec '${process.execPath}' '${join(repo, 'dist', 'server.cjs')}' "$@"\n`);
  chmodSync(launcher, 0o755);
  const env = { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}`, XDG_STATE_HOME: folder };
  const { output } = await run(program, [...args, file], { quiet: true, timeout: 60_000, env });
  rmSync(folder, { recursive: true });
  const json = /^SEEN (.*)$/m.exec(output)?.[1];
  assert.ok(json !== undefined, output);
  const { findings, hover, actions } = JSON.parse(json) as Seen;
  for (const rule of ['aws-region-conflict', 'dictmap-missing'])
    assert.ok(
      findings.some((finding) => finding.includes(rule)),
      `${rule} in ${findings.join('; ')}`,
    );
  assert.match(hover, /AWS S3.*Premium support/s);
  assert.ok(actions.includes('Use the aws-s3 driver'), actions.join('; '));
}
