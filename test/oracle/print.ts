/** Comparisons as text for a person. */

import type { Comparison } from './compare.ts';
import { percent, type Tally } from './tally.ts';

/** One difference in full: what was read, and what each side says. */
export function show({ case: { id, version, files }, theirs, ours, acceptance, line, values }: Comparison): string {
  const { firstError } = theirs;
  const where = firstError?.line === undefined ? '' : ` at ${firstError.file}:${firstError.line}`;
  const [ourFirst] = ours.errors;
  const lines = [`-- ${id} (${version})`];
  for (const [name, text] of Object.entries(files)) {
    if (text.length < 1500)
      lines.push(`${name}:`, ...text.split('\n').map((one) => `  | ${JSON.stringify(one).slice(1, -1)}`));
  }
  if (acceptance === 'differ' || line === 'differ') {
    lines.push(`  Dovecot: ${theirs.rc === 0 ? 'accepts' : `refuses${where}: ${firstError?.message}`}`);
    lines.push(
      `  we: ${ourFirst === undefined ? 'accept' : `refuse at ${ourFirst.file}:${ourFirst.line}: ${ourFirst.message} [${ourFirst.rule}]`}`,
    );
  }
  for (const difference of values?.differences.slice(0, 8) ?? [])
    lines.push(`  ${difference.path}: Dovecot ${difference.theirs ?? '–'} | we ${difference.ours ?? '–'}`);
  return lines.join('\n');
}

/** What kind of difference it is, for seeing many at once: the messages without names and numbers. */
export function kindOf({ acceptance, line, values, theirs, ours }: Comparison): string {
  const plain = (text: string | undefined) =>
    (text ?? 'accept').replace(/'[^']*'|[^ ]*[_\d/"=<>$%][^ ]*/g, '_').slice(0, 70);
  const [first] = ours.errors;
  const our = first === undefined ? 'accept' : `[${first.rule}] ${plain(first.message)}`;
  if (acceptance === 'differ' || line === 'differ') return `Dovecot: ${plain(theirs.firstError?.message)} | we: ${our}`;
  return `values: ${values?.differences.map(({ path }) => path.replace(/.*\//, ''))[0]}`;
}

/** The counts as a Markdown table. */
export function table(tallies: readonly Tally[]): string {
  const head =
    '| source | release | cases | accepted | acceptance agrees | false alarms | about the machine | line agrees | values agree | all values of a case agree | unexplained |';
  const rows = tallies.map(({ source, version, cases, accepted, falseAlarms, acceptance, line, values, unexplained }) =>
    [
      source,
      version,
      cases,
      accepted,
      ratio(acceptance.agree, acceptance.agree + acceptance.differ),
      falseAlarms,
      acceptance.environment,
      ratio(line.agree, line.agree + line.differ),
      ratio(values.agree, values.agree + values.differ),
      ratio(values.casesAgree, values.cases),
      unexplained.length,
    ].join(' | '),
  );
  return [head, head.replace(/[^|]+/g, '---'), ...rows.map((row) => `| ${row} |`)].join('\n');
}

function ratio(part: number, whole: number): string {
  return `${part}/${whole} (${percent(part, whole)})`;
}
