/** The output of `doveconf -n`, as settings by their path. */

/** `service imap-login/inet_listener imap/port` → `143`. A block or setting that comes again is numbered. */
export type Values = ReadonlyMap<string, string>;

/** Reads doveconf's own notation, which is one setting, section head or `}` a line. */
export function readValues(output: string): Values {
  const values = new Map<string, string>();
  const path: string[] = [];
  const blocks = new Map<string, number>();
  for (const raw of output.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    const inside = path.length === 0 ? '' : `${path[path.length - 1]}/`;
    if (line === '}') {
      path.pop();
    } else if (line.endsWith(' {') && !assignment.test(line)) {
      const block = numbered(`${inside}${line.slice(0, -2)}`, blocks);
      path.push(block);
      values.set(block, '{');
    } else {
      const [, key, value] = assignment.exec(line) ?? [line, line, ''];
      values.set(numbered(`${inside}${key}`, blocks), value!);
    }
  }
  return values;
}

/** Keys that hold a blank or `=` are in quotes. */
const assignment = /^("(?:[^"\\]|\\.)*"|\S*) =\s*([\s\S]*)$/;

function numbered(path: string, seen: Map<string, number>): string {
  const count = (seen.get(path) ?? 0) + 1;
  seen.set(path, count);
  return count === 1 ? path : `${path}#${count}`;
}

/**
 * Settings that 2.3 fills in by asking the installed managesieve-login for its capabilities: no configuration sets
 * them.
 */
const fromTheMachine = new Set(['managesieve_notify_capability', 'managesieve_sieve_capability']);

export interface ValueDifference {
  readonly path: string;
  /** Undefined where doveconf does not print the setting. */
  readonly theirs: string | undefined;
  readonly ours: string | undefined;
}

export interface ValueComparison {
  readonly same: number;
  readonly differences: readonly ValueDifference[];
}

/** What we do not show cannot be compared; what Dovecot hides and we show would be a leak. */
export function compareValues(theirs: Values, ours: Values): ValueComparison {
  const differences: ValueDifference[] = [];
  let same = 0;
  for (const path of new Set([...theirs.keys(), ...ours.keys()])) {
    const [their, our] = [theirs.get(path), ours.get(path)];
    if (fromTheMachine.has(path) || (their !== undefined && our?.startsWith('# hidden'))) continue;
    if (their === our) same++;
    else differences.push({ path, theirs: their, ours: our });
  }
  return { same, differences };
}
