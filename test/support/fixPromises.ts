// What every fix promises, whatever the configuration: the finding goes, no error comes but for placeholders, the form
// is no worse, and mending all comes to an end at which nothing is left to mend.

import type { Target } from '../../server/src/config/dialect.ts';
import { safeFixes } from '../../server/src/lint/fixAll.ts';
import type { DocumentEdit, Finding, Fix } from '../../server/src/lint/rule.ts';
import type { SyntaxIssue } from '../../server/src/parser/errors.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { allFindings } from './findings.ts';
import { memoryProject, uriOf } from './memory.ts';

export type Texts = Readonly<Record<string, string>>;

export interface Situation {
  readonly texts: Texts;
  readonly root: string;
  readonly target: Target;
}

/** Rounds of mending all; more would be no end. */
const maxRounds = 10;

export function applied(texts: Texts, edits: readonly DocumentEdit[]): Texts {
  const result: Record<string, string> = { ...texts };
  for (const name of Object.keys(texts)) {
    const own = edits.filter(({ document }) => document.uri === uriOf(name));
    if (own.length > 0) result[name] = applyEdits(texts[name]!, own);
  }
  return result;
}

export interface Judged {
  readonly findings: readonly Finding[];
  /** Errors of form, in all files. */
  readonly issues: number;
}

export function judged({ texts, root, target }: Situation): Judged {
  const project = memoryProject(texts, { target, roots: [root] });
  const documents = project.configurations().flatMap((configuration) => configuration.documents);
  return {
    findings: allFindings(project),
    issues: documents.reduce((sum, { tree }) => sum + tree.errors.filter(breaksForm).length, 0),
  };
}

/** What is only suspicious takes nothing from the form. */
function breaksForm({ code }: SyntaxIssue): boolean {
  return code !== 'comment-ambiguous' && code !== 'continuation-lost';
}

/** What one fix breaks; empty when it keeps its promises. */
export function brokenPromises(situation: Situation, before: Judged, finding: Finding, fix: Fix): string[] {
  const texts = applied(situation.texts, fix.edits);
  const after = judged({ ...situation, texts });
  const broken: string[] = [];
  if (Object.entries(texts).every(([name, text]) => text === situation.texts[name])) broken.push('changes nothing');
  if (after.issues > before.issues) broken.push('breaks the form');
  const moved = new Moved(fix.edits);
  const was = moved.place(finding);
  const alike = (one: Finding) => one.rule === finding.rule && one.message === finding.message;
  const isFewer = after.findings.filter(alike).length < before.findings.filter(alike).length;
  if (!isFewer && after.findings.some((one) => alike(one) && place(one) === was)) broken.push('leaves its finding');
  for (const error of newErrors(before, after, moved)) {
    // What an error hid, or what a human takes over, may hold another one; what the fix itself wrote may not.
    const mayReveal = finding.severity === 'error' || !fix.safe;
    if (!mayReveal || moved.wrote(error)) broken.push(`brings ${error.rule.id}`);
  }
  return [...new Set(broken)].map((what) => `${finding.rule.id}: '${fix.title}' ${what}`);
}

/** Errors at places that had none like it, unless another of the kind went for it. */
function newErrors(before: Judged, after: Judged, moved: Moved): Finding[] {
  const known = new Set(before.findings.map((one) => `${one.rule.id} ${moved.place(one)}`));
  const [had, has] = [errorCounts(before), errorCounts(after)];
  return after.findings.filter(
    (one) =>
      one.severity === 'error' &&
      !known.has(`${one.rule.id} ${place(one)}`) &&
      has.get(kindOf(one))! > (had.get(kindOf(one)) ?? 0),
  );
}

function errorCounts({ findings }: Judged): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings)
    if (finding.severity === 'error') counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1);
  return counts;
}

/** The same may be said elsewhere when the file that it is about becomes a better place for it. */
function kindOf({ rule, message }: Finding): string {
  return `${rule.id}: ${message}`;
}

function place({ document, span }: Finding): string {
  return `${document.uri} ${span.from}`;
}

/** Where places of a text are after edits, and what the edits wrote. */
class Moved {
  readonly #edits: readonly DocumentEdit[];

  constructor(edits: readonly DocumentEdit[]) {
    this.#edits = edits.toSorted((a, b) => a.span.from - b.span.from);
  }

  /** The new place of the old start of a finding. */
  place({ document, span }: Finding): string {
    return `${document.uri} ${this.#offset(document.uri, span.from)}`;
  }

  /** Whether a finding in the new text touches what was written. */
  wrote({ document, span }: Finding): boolean {
    let shift = 0;
    for (const edit of this.#edits.filter((one) => one.document.uri === document.uri)) {
      const from = edit.span.from + shift;
      if (isStatement(edit) && span.from < from + edit.text.length && from < Math.max(span.to, span.from + 1))
        return true;
      shift += edit.text.length - (edit.span.to - edit.span.from);
    }
    return false;
  }

  #offset(uri: string, offset: number): number {
    let shift = 0;
    for (const { document, span, text } of this.#edits) {
      if (document.uri !== uri || span.from > offset) continue;
      if (offset >= span.to) shift += text.length - (span.to - span.from);
      // Text that is written again around something new.
      else if (offset > span.from) shift += Math.max(0, text.indexOf(document.text.slice(span.from, span.to)));
    }
    return offset + shift;
  }
}

/** Writes something of its own: neither a word in the place of another nor lines that stood elsewhere. */
function isStatement({ document, text }: DocumentEdit): boolean {
  const lines = text.split('\n').map((line) => line.replace(/[{}]/g, '').trim());
  return /[\n={]/.test(text) && !lines.every((line) => document.text.includes(line));
}

export interface Mended {
  readonly texts: Texts;
  readonly rounds: number;
  readonly broken: readonly string[];
}

/** Applies the safe fixes until there are none. */
export function mendAll(situation: Situation): Mended {
  let { texts } = situation;
  const before = judged(situation);
  let now = before;
  for (let round = 0; ; round++) {
    const edits = safeFixes(now.findings);
    if (edits.length === 0) {
      const broken = [];
      if (now.issues > before.issues) broken.push('mending all breaks the form');
      const errors = now.findings.filter(({ severity }) => severity === 'error');
      if (!before.findings.some(({ severity }) => severity === 'error'))
        broken.push(...errors.map(({ rule }) => `mending all brings ${rule.id}`));
      return { texts, rounds: round, broken };
    }
    if (round === maxRounds) {
      const left = now.findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).map(({ rule }) => rule.id);
      return { texts, rounds: round, broken: [`mending all does not end: ${[...new Set(left)].join(', ')}`] };
    }
    texts = applied(texts, edits);
    now = judged({ ...situation, texts });
  }
}

export interface Tried {
  readonly fixes: number;
  readonly rounds: number;
  readonly rules: ReadonlySet<string>;
  readonly broken: readonly string[];
}

/** Tries the wanted fixes of all findings, and mending all. */
export function tryFixes(
  situations: readonly (Situation & { readonly id: string })[],
  isWanted: (fix: Fix, finding: Finding) => boolean = () => true,
): Tried {
  let [fixes, rounds] = [0, 0];
  const broken: string[] = [];
  const tried = new Set<string>();
  for (const situation of situations) {
    const before = judged(situation);
    for (const finding of before.findings) {
      for (const fix of finding.fixes.filter((each) => isWanted(each, finding))) {
        fixes++;
        tried.add(finding.rule.id);
        broken.push(...brokenPromises(situation, before, finding, fix).map((what) => `${situation.id}: ${what}`));
      }
    }
    const mended = mendAll(situation);
    rounds = Math.max(rounds, mended.rounds);
    broken.push(...mended.broken.map((what) => `${situation.id}: ${what}`));
  }
  return { fixes, rounds, rules: tried, broken };
}

export function tell(what: string, situations: number, { fixes, rounds, rules: tried, broken }: Tried): void {
  console.log(
    `${what}: ${fixes} fixes of ${tried.size} rules tried in ${situations} configurations, ${broken.length} break a promise; mending all took ${rounds} rounds at most`,
  );
}
