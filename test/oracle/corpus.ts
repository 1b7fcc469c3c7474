/**
 * Real files of other people, judged as parts of their installations by both releases. They stay outside the
 * repository; without them this source is empty.
 */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path/posix';
import { isFragmentPath } from '../../server/src/workspace/names.ts';
import { type OracleVersion, oracleVersions } from '../../tools/oracle/releases.ts';
import { type OracleCase, versionLines, withVersion } from './case.ts';
import { render } from './templates.ts';

interface CorpusFile {
  readonly file: string;
  readonly repo: string;
  readonly path: string;
  readonly group: string;
  readonly kind: 'main' | 'fragment' | 'ext' | 'perl-template';
  readonly template: boolean;
}

const corpus = '../shared/corpus';
export const corpusManifest = `${corpus}/MANIFEST.json`;

export interface CorpusCase extends OracleCase {
  /** Whether the file was written for the release that judges it. */
  readonly own: boolean;
}

/** External files of 2.3 and Perl programs are not read by doveconf. */
export function corpusCases(): CorpusCase[] {
  if (!existsSync(corpusManifest)) return [];
  const manifest: CorpusFile[] = JSON.parse(readFileSync(corpusManifest, 'utf8'));
  // Packages of several releases are one group.
  const installationOf = ({ repo, group }: CorpusFile) => `${repo} ${group}`;
  const installations = new Map<string, CorpusFile[]>();
  for (const file of manifest) {
    const installation = installations.get(installationOf(file));
    if (installation === undefined) installations.set(installationOf(file), [file]);
    else installation.push(file);
  }
  const judged = manifest.filter(({ kind }) => kind === 'main' || kind === 'fragment');
  return oracleVersions.flatMap((version) =>
    judged.flatMap((file) => casesOf(file, installations.get(installationOf(file))!, version)),
  );
}

/** As it stands and, where an include might lead nowhere, with includes that may be missing. */
function casesOf(file: CorpusFile, installation: readonly CorpusFile[], version: OracleVersion): CorpusCase[] {
  const own = file.file.startsWith(`${version}/`);
  const texts: Record<string, string> = {};
  for (const member of installation) texts[member.path] = prepare(member, file);
  if (!own) texts[file.path] = withoutVersion(texts[file.path]!);
  const isRoot = file.kind === 'main' && !isFragmentPath(file.path);
  if (isRoot && version === '2.4') texts[file.path] = withVersion(texts[file.path]!);
  if (!isRoot) texts[fragmentRoot] = `${version === '2.4' ? versionLines : ''}!include_try ${file.path}\n`;
  const base = { version, root: isRoot ? file.path : fragmentRoot, own };
  const strict = { ...base, id: file.file, files: texts };
  if (!Object.values(texts).some((text) => mandatory.test(text))) return [strict];
  const tolerant = Object.entries(texts).map(([name, text]) => [
    name,
    text.replaceAll(new RegExp(mandatory, 'gm'), '$1!include_try$2'),
  ]);
  return [strict, { ...base, id: `${file.file} (!include_try)`, files: Object.fromEntries(tolerant) }];
}

/** A fragment means something in the root that includes it. */
const fragmentRoot = 'root.conf';

const mandatory = /^([ \t]*)!include([ \t])/m;

/** A file of the other release should not fail by its version line alone. */
function withoutVersion(text: string): string {
  return text.replace(/^\s*dovecot_(?:config|storage)_version\s*=.*$/gm, '');
}

/** Not every template is marked as one: `= ${name}`, `= MIN_PROCESS`. */
const holdsPlaceholders = /^[^#\n]*=\s*(?:\$\{\w+\}|[A-Z]+(?:_[A-Z]+)+)\s*$/m;

/** The folder of the root stands for `/etc/dovecot`; nothing else of the machine is read. */
function prepare({ file, path, template }: CorpusFile, root: CorpusFile): string {
  const raw = readFileSync(`${corpus}/${file}`, 'utf8');
  const text = template || holdsPlaceholders.test(raw) ? render(file, raw) : raw;
  const home = dirname(root.path).replace(/(^|\/)conf\.d$/, '') || '.';
  const up = relative(dirname(path), home) || '.';
  return text.replace(/^([ \t]*!include(?:_try)?[ \t]+)\/(etc\/dovecot\/)?/gm, (_, head: string, etc?: string) =>
    etc === undefined ? `${head}elsewhere/` : `${head}${up}/`,
  );
}
