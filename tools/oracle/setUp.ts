/**
 * Finds or makes the real Dovecots. An installed doveconf of the right release is used as it is; otherwise a minimal
 * Debian of the right suite is made in a folder below `.cache/oracle` and entered with chroot. Only doveconf is ever
 * run, no daemon starts. `node tools/oracle/setUp.ts` does it and says what it found.
 */

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { repo, run } from '../process.ts';
import { Doveconf } from './doveconf.ts';
import { type OracleRelease, type OracleVersion, oracleVersions, releases } from './releases.ts';

export type Oracle = Readonly<Record<OracleVersion, Doveconf>>;

const cache = join(repo, '.cache', 'oracle');
const quiet = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' } } as const;

/** Both Dovecots, or the reason why they cannot be had here. */
export async function setUpOracle(): Promise<Oracle | string> {
  const found: Partial<Record<OracleVersion, Doveconf>> = {};
  for (const version of oracleVersions) {
    const doveconf = (await find(releases[version])) ?? (await make(releases[version]));
    if (typeof doveconf === 'string') return doveconf;
    found[version] = doveconf;
  }
  return found as Oracle;
}

async function find(release: OracleRelease): Promise<Doveconf | undefined> {
  for (const root of ['/', chrootOf(release)]) {
    if (root !== '/' && !existsSync(root)) continue;
    const doveconf = new Doveconf(release.version, root);
    if ((await doveconf.release())?.startsWith(release.release)) return doveconf;
  }
  return undefined;
}

function chrootOf({ suite }: OracleRelease): string {
  return join(cache, suite);
}

/** Built beside its place and moved there when complete: an interrupted run leaves nothing that looks finished. */
async function make(release: OracleRelease): Promise<Doveconf | string> {
  const reason = whyNot();
  if (reason !== undefined) return `Dovecot ${release.release} is not installed, and ${reason}`;
  console.log(`Making a chroot with Dovecot ${release.release} (Debian ${release.suite}) below .cache/oracle …`);
  const root = chrootOf(release);
  const building = `${root}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const steps: readonly (readonly [command: string, ...args: string[]])[] = [
    ...(await debootstrapMissing()),
    ['debootstrap', '--variant=minbase', release.suite, building, mirror()],
    ['chroot', building, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...release.packages],
  ];
  for (const [command, ...args] of steps) {
    if (command === 'chroot') keepDaemonsOff(building);
    const { status, output } = await run(command, args, { ...quiet, timeout: 400_000 });
    if (status !== 0) return `${command} ${args.slice(0, 4).join(' ')} … failed:\n${output.trim().slice(-1500)}`;
  }
  renameSync(building, root);
  return (await find(release)) ?? `Debian ${release.suite} has no Dovecot ${release.release}`;
}

function whyNot(): string | undefined {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!/^ID=debian$/m.test(release)) return 'it can be set up on Debian only.';
  if (process.getuid?.() !== 0) return 'setting it up (debootstrap, chroot) needs root.';
  return undefined;
}

async function debootstrapMissing(): Promise<[string, ...string[]][]> {
  if ((await run('debootstrap', ['--version'], quiet)).status === 0) return [];
  return [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'debootstrap'],
  ];
}

/** Debian's scripts ask this before they start a service. */
function keepDaemonsOff(root: string): void {
  const policy = join(root, 'usr/sbin/policy-rc.d');
  writeFileSync(policy, '#!/bin/sh\nexit 101\n');
  chmodSync(policy, 0o755);
}

/** The mirror that this machine takes its own packages from. */
function mirror(): string {
  const folder = '/etc/apt/sources.list.d';
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  for (const file of [...files, '/etc/apt/sources.list'].filter((path) => existsSync(path))) {
    const found = /^(?:URIs:\s*|deb\s+(?:\[[^\]]*\]\s+)?)(\S+\/debian\/?)(?:\s|$)/m.exec(readFileSync(file, 'utf8'));
    if (found !== null) return found[1]!;
  }
  return 'http://deb.debian.org/debian';
}

if (import.meta.main) {
  const oracle = await setUpOracle();
  if (typeof oracle === 'string') console.log(`SKIPPED: ${oracle}`);
  else for (const doveconf of Object.values(oracle)) console.log(`${await doveconf.release()} in ${doveconf.root}`);
}
