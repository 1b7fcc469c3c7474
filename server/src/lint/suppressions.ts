/**
 * Suppression comments: what they say and what they cover. It knows comments as spans of any text, so that Dovecot's
 * files and YAML are read alike.
 *
 * ```
 * # dovelint-disable-next-line RULE, RULE -- reason until 2027-01-31
 * key = value # dovelint-disable-line RULE -- reason
 * # dovelint-disable RULE -- reason      … up to # dovelint-enable RULE, or to the end
 * # dovelint-disable-file RULE -- reason
 * ```
 */

import type { Span } from '../text/span.ts';

export interface CommentedText {
  readonly text: string;
  /** `#` to the end of the line, in order. */
  readonly comments: readonly Span[];
  /** Where a statement runs across line ends, in order: behind a backslash, in a here-document. */
  readonly joins: readonly Span[];
}

export type SuppressionForm = 'next-line' | 'line' | 'block' | 'file' | 'enable';

/** A word of a comment and its place. */
export interface CommentWord extends Span {
  readonly text: string;
}

export interface SuppressionComment extends Span {
  /** `dovelint-disable-line`. */
  readonly word: CommentWord;
  /** Undefined when there is no such word. */
  readonly form: SuppressionForm | undefined;
  readonly rules: readonly CommentWord[];
  /** Behind `--`, without the date. */
  readonly reason: string | undefined;
  /** The last day on which it counts: `2027-01-31`. */
  readonly until: CommentWord | undefined;
}

/** One rule that one comment silences. */
export interface Suppression {
  readonly comment: SuppressionComment;
  readonly rule: CommentWord;
  readonly covers: Span;
}

export interface ReadSuppressions {
  readonly comments: readonly SuppressionComment[];
  readonly suppressions: readonly Suppression[];
  /** Rules that a `dovelint-enable` names and nothing disabled. */
  readonly surplus: readonly CommentWord[];
}

export const suppressionWords: Readonly<Record<string, SuppressionForm>> = {
  'dovelint-disable-next-line': 'next-line',
  'dovelint-disable-line': 'line',
  'dovelint-disable': 'block',
  'dovelint-disable-file': 'file',
  'dovelint-enable': 'enable',
};

const mark = 'dovelint-';
const none: ReadSuppressions = { comments: [], suppressions: [], surplus: [] };

export function readSuppressions(source: CommentedText): ReadSuppressions {
  if (!source.text.includes(mark)) return none;
  const comments = source.comments.flatMap((span) => readComment(source.text, span) ?? []);
  if (comments.length === 0) return none;
  return { comments, ...cover(comments, source) };
}

/** Whether a text is a day of the calendar, as 2027-01-31. Such texts compare as they are. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || month < 1 || month > 12) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= days;
}

/** Undefined for a comment that is none of ours. */
function readComment(text: string, span: Span): SuppressionComment | undefined {
  const whole = text.slice(span.from, span.to).trimEnd();
  const head = /^#+[ \t]*(dovelint-[\w-]*)/.exec(whole);
  if (head === null) return undefined;
  const wordFrom = head[0].length - head[1]!.length;
  const date = /\suntil[\s=:]\s*(\d[\d-]*)$/.exec(whole);
  const body = whole.slice(0, date?.index);
  const dashes = /\s--(?=\s|$)/.exec(body);
  const list = body.slice(head[0].length, dashes?.index);
  const wordAt = (from: number, word: string): CommentWord => ({
    text: word,
    from: span.from + from,
    to: span.from + from + word.length,
  });
  const reason = dashes === null ? '' : body.slice(dashes.index + dashes[0].length).trim();
  return {
    from: span.from,
    to: span.from + whole.length,
    word: wordAt(wordFrom, head[1]!),
    form: Object.hasOwn(suppressionWords, head[1]!) ? suppressionWords[head[1]!] : undefined,
    rules: [...list.matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => wordAt(head[0].length + index, word)),
    reason: reason === '' ? undefined : reason,
    until: date === null ? undefined : wordAt(whole.length - date[1]!.length, date[1]!),
  };
}

function cover(
  comments: readonly SuppressionComment[],
  source: CommentedText,
): Pick<ReadSuppressions, 'suppressions' | 'surplus'> {
  const lines = new LogicalLines(source);
  const end = source.text.length;
  const suppressions: Suppression[] = [];
  const surplus: CommentWord[] = [];
  /** Places in `suppressions` of the blocks that are still open, by rule. */
  const open = new Map<string, number>();
  const close = (rule: string, at: number) => {
    const index = open.get(rule);
    if (index === undefined) return false;
    const { covers, ...rest } = suppressions[index]!;
    suppressions[index] = { ...rest, covers: { from: covers.from, to: at } };
    return open.delete(rule);
  };
  for (const comment of comments) {
    if (comment.form === 'enable') {
      for (const rule of comment.rules) if (!close(rule.text, comment.from)) surplus.push(rule);
      if (comment.rules.length === 0) for (const rule of [...open.keys()]) close(rule, comment.from);
      continue;
    }
    for (const rule of comment.rules) {
      if (comment.form === 'block') {
        // A second opening covers nothing that the first one does not.
        const covers = { from: comment.from, to: open.has(rule.text) ? comment.from : end };
        if (!open.has(rule.text)) open.set(rule.text, suppressions.length);
        suppressions.push({ comment, rule, covers });
      } else if (comment.form !== undefined) {
        suppressions.push({ comment, rule, covers: coveredBy(comment, comment.form, lines, end) });
      }
    }
  }
  return { suppressions, surplus };
}

function coveredBy(comment: Span, form: 'next-line' | 'line' | 'file', lines: LogicalLines, end: number): Span {
  switch (form) {
    case 'file':
      return { from: 0, to: end };
    case 'line':
      return lines.at(comment.from);
    case 'next-line':
      return lines.nextFilled(comment.from) ?? { from: comment.to, to: comment.to };
  }
}

/** Lines as the file's grammar has them: joined ones are one. Without their line ends. */
export class LogicalLines {
  readonly #text: string;
  readonly #lines: Span[] = [];
  #nextFilled: readonly (Span | undefined)[] | undefined;

  constructor({ text, joins }: Pick<CommentedText, 'text' | 'joins'>) {
    this.#text = text;
    let next = 0;
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      while (next < joins.length && joins[next]!.to <= at) next++;
      if (next < joins.length && joins[next]!.from <= at) continue;
      this.#lines.push({ from, to: at });
      from = at + 1;
    }
    this.#lines.push({ from, to: text.length });
  }

  at(offset: number): Span {
    return this.#lines[this.#indexAt(offset)]!;
  }

  /** The first line behind the one of `offset` that holds more than a comment. */
  nextFilled(offset: number): Span | undefined {
    this.#nextFilled ??= this.#findFilled();
    return this.#nextFilled[this.#indexAt(offset)];
  }

  /** By line, the next one that is filled. */
  #findFilled(): (Span | undefined)[] {
    const found: (Span | undefined)[] = [];
    let next: Span | undefined;
    for (const line of this.#lines.toReversed()) {
      found.push(next);
      if (!/^[ \t]*(?:#.*)?\r?$/.test(this.#text.slice(line.from, line.to))) next = line;
    }
    return found.reverse();
  }

  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lines[middle]!.from <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Finds what silences a rule at a place: that of its line, else of its block, else of its file. */
export class SuppressionIndex {
  /** By rule; disjoint spans in order. */
  readonly #lines = new Map<string, Suppression[]>();
  readonly #blocks = new Map<string, Suppression[]>();
  readonly #files = new Map<string, Suppression>();

  constructor(suppressions: readonly Suppression[]) {
    for (const suppression of suppressions.toSorted((a, b) => a.covers.from - b.covers.from)) {
      const { rule, comment, covers } = suppression;
      if (covers.from === covers.to) continue;
      if (comment.form === 'file') {
        if (!this.#files.has(rule.text)) this.#files.set(rule.text, suppression);
        continue;
      }
      const spans = comment.form === 'block' ? this.#blocks : this.#lines;
      const same = spans.get(rule.text);
      if (same === undefined) spans.set(rule.text, [suppression]);
      else same.push(suppression);
    }
  }

  find(rule: string, offset: number): Suppression | undefined {
    return (
      findAt(this.#lines.get(rule) ?? [], offset) ??
      findAt(this.#blocks.get(rule) ?? [], offset) ??
      this.#files.get(rule)
    );
  }
}

/** The first of those in order whose span holds the offset. */
function findAt(suppressions: readonly Suppression[], offset: number): Suppression | undefined {
  let low = 0;
  let high = suppressions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (suppressions[middle]!.covers.to < offset) low = middle + 1;
    else high = middle;
  }
  const found = suppressions[low];
  return found !== undefined && found.covers.from <= offset ? found : undefined;
}
