// Real files with real verdicts of Dovecot, and what we find in them. They are third-party material that stays outside
// the repository.

import { existsSync, readFileSync } from 'node:fs';
import { autoTarget, type Target } from '../../server/src/config/dialect.ts';
import { Project } from '../../server/src/config/project.ts';
import type { Finding, Severity } from '../../server/src/lint/rule.ts';
import { lint } from '../../server/src/lint/run.ts';
import { rules } from '../../server/src/rules/index.ts';
import { DocumentStore } from '../../server/src/workspace/document.ts';
import { memoryFiles, uriOf } from './memory.ts';

interface Verdict {
  readonly rc: number;
  readonly err: readonly string[];
  /** Read behind the two version lines of 2.4, as `zz-main.conf`. */
  readonly wrapped?: boolean;
  /** The verdict with `!include` read as `!include_try`. */
  readonly missing_includes_ignored?: unknown;
}

export interface CorpusFile {
  readonly file: string;
  readonly path: string;
  readonly group: string;
  readonly kind: 'main' | 'fragment' | 'ext' | 'perl-template';
  readonly results: Readonly<Record<string, Verdict>>;
}

const corpus = '../shared/corpus';
const manifest = `${corpus}/MANIFEST.json`;
/** Why the corpus cannot be read; undefined when it is there. */
export const noCorpus = existsSync(manifest) ? undefined : `${manifest} is not there`;
export const corpusFiles: readonly CorpusFile[] =
  noCorpus === undefined ? JSON.parse(readFileSync(manifest, 'utf8')) : [];

/** The files of one repository's folder, or of one Debian release. */
function installationOf({ file, group }: CorpusFile): string {
  return `${group} ${file.split('__')[0]}`;
}

const installations = new Map<string, Record<string, string>>();
for (const corpusFile of corpusFiles) {
  const texts = installations.get(installationOf(corpusFile)) ?? {};
  texts[corpusFile.path] = readFileSync(`${corpus}/${corpusFile.file}`, 'utf8');
  installations.set(installationOf(corpusFile), texts);
}

/** Judges a file among those of its installation: a fragment in the roots that include it. */
export function corpusFindings(corpusFile: CorpusFile, target: Target): Finding[] {
  const { path } = corpusFile;
  const texts = installations.get(installationOf(corpusFile))!;
  const project = new Project(new DocumentStore(memoryFiles(texts)));
  project.configure(() => ({ target, mappings: {} }));
  project.setRoots(
    Object.keys(texts)
      .filter((name) => /(^|\/)dovecot\.conf$/.test(name))
      .map(uriOf),
  );
  return project
    .configurationsFor(uriOf(path))
    .flatMap((configuration) =>
      lint(configuration, {
        rules,
        onError(rule, error) {
          throw new Error(`${rule.id} on ${path}`, { cause: error });
        },
      }),
    )
    .filter(({ document }) => document.uri === uriOf(path));
}

export interface CorpusVerdict {
  /** Files, those that Dovecot accepts, and findings in all of them. */
  readonly counts: Readonly<Record<'files' | 'accepted' | Severity, number>>;
  /** Errors in accepted files. */
  readonly wrong: readonly string[];
  /** The corpus keeps a text once, so a file of an installation may be stored under another's name only. */
  readonly notStored: readonly string[];
}

export function judgeCorpus(): CorpusVerdict {
  const counts = { files: 0, accepted: 0, error: 0, warning: 0, information: 0, hint: 0 };
  const wrong: string[] = [];
  const notStored: string[] = [];
  for (const corpusFile of corpusFiles) {
    const { file, kind, results } = corpusFile;
    const found = corpusFindings(corpusFile, autoTarget);
    counts.files++;
    for (const { severity } of found) counts[severity]++;
    const accepted = kind !== 'ext' && Object.values(results).some(({ rc }) => rc === 0);
    if (!accepted) continue;
    counts.accepted++;
    for (const { severity, message, rule } of found) {
      if (rule.id === 'include-missing') notStored.push(`${file}: ${message}`);
      else if (severity === 'error') wrong.push(`${file}: ${message} [${rule.id}]`);
    }
  }
  return { counts, wrong, notStored };
}

export function corpusSummary({ counts, wrong }: CorpusVerdict): string {
  const { files, accepted, error, warning, information, hint } = counts;
  return `corpus: ${files} files, ${accepted} accepted by Dovecot; findings in all: ${error} errors, ${warning} warnings, ${information} informations, ${hint} hints; errors in accepted files: ${wrong.length}`;
}
