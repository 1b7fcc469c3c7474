/** Known findings: written down once, so that only new ones count. A finding is known by its file, rule and line. */

import { dirname, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Files } from '../workspace/files.ts';
import { UsageError } from './arguments.ts';
import type { ReportedFinding } from './formats/report.ts';

export class Baseline {
  /** Absolute. */
  readonly path: string;
  readonly #folder: string;

  /** `folder` is the working directory, to which the files of findings are relative. */
  constructor(path: string, folder: string) {
    this.path = path;
    this.#folder = folder;
  }

  /** Whether a finding was known when the baseline was written. */
  read(files: Files): (finding: ReportedFinding) => boolean {
    const content = files.read(URI.file(this.path).toString());
    if (content.kind !== 'text')
      throw new UsageError(`The baseline ${this.path} cannot be read. --write-baseline makes one.`);
    const known = keysIn(content.text);
    if (known === undefined) throw new UsageError(`The baseline ${this.path} was not written by --write-baseline.`);
    return ({ file, fingerprint }) => known.has(key(this.#pathOf(file), fingerprint));
  }

  write(findings: readonly ReportedFinding[]): string {
    const known = findings.map(({ file, rule, message, fingerprint }) => {
      return { file: this.#pathOf(file), rule: rule.id, message, fingerprint };
    });
    return `${JSON.stringify({ version: 1, findings: known }, null, 2)}\n`;
  }

  /** As seen from the baseline, which may be used in any working directory. */
  #pathOf(file: string): string {
    return relative(dirname(this.path), resolve(this.#folder, file)).split(sep).join('/');
  }
}

function keysIn(text: string): ReadonlySet<string> | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { version: unknown; findings: Record<string, unknown>[] };
    if (version !== 1) return undefined;
    return new Set(findings.map(({ file, fingerprint }) => key(String(file), String(fingerprint))));
  } catch {
    return undefined;
  }
}

function key(file: string, fingerprint: string): string {
  return `${file}\n${fingerprint}`;
}
