/** What the user's own `doveconf` says of the roots, beside our findings; asked on save, forgotten where text changes. */

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Configuration } from '../config/configuration.ts';
import { type DoveconfMessage, parseDoveconfMessages } from '../config/doveconfMessages.ts';

/** Runs a program on a root and gives what it wrote to standard error. */
export type RunDoveconf = (program: string, root: string) => Promise<string>;

export class Referee {
  readonly #run: RunDoveconf | undefined;
  readonly #warn: (message: string) => void;
  /** By the root that was judged, then by document. */
  readonly #said = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();
  program = '';

  constructor(run: RunDoveconf | undefined, warn: (message: string) => void) {
    this.#run = run;
    this.#warn = warn;
  }

  get isOn(): boolean {
    return this.program !== '' && this.#run !== undefined;
  }

  /** Judges the roots anew. */
  async judge(configurations: readonly Configuration[]): Promise<void> {
    if (!this.isOn) return;
    for (const { kind, root } of configurations) {
      const uri = URI.parse(root.uri);
      if (kind !== 'root' || uri.scheme !== 'file') continue;
      try {
        const messages = parseDoveconfMessages(await this.#run!(this.program, uri.fsPath));
        this.#said.set(root.uri, byDocument(messages, root.uri));
      } catch (error) {
        this.#said.delete(root.uri);
        this.#warn(
          `dovecot.doveconf.path: ${this.program} could not be run: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
  }

  /** The lines may be others now. */
  changed(uri: string): void {
    for (const [root, said] of this.#said) {
      if (!said.has(uri)) continue;
      this.#said.set(root, new Map([...said].filter(([document]) => document !== uri)));
    }
  }

  forget(): void {
    this.#said.clear();
  }

  of(uri: string): Diagnostic[] {
    return [...this.#said.values()].flatMap((said) => said.get(uri) ?? []);
  }
}

function byDocument(messages: readonly DoveconfMessage[], root: string): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const { path, line, severity, text } of messages) {
    const uri =
      path === undefined
        ? root
        : URI.parse(root)
            .with({ path: URI.file(path).path })
            .toString();
    const at = Math.max(0, (line ?? 1) - 1);
    const diagnostic: Diagnostic = {
      // A client cuts the end of the range to the line's.
      range: { start: { line: at, character: 0 }, end: { line: at, character: 10_000 } },
      severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: 'doveconf',
      message: text,
    };
    found.set(uri, [...(found.get(uri) ?? []), diagnostic]);
  }
  return found;
}
