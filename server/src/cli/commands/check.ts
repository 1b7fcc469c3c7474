/** `dovelint check`: findings in files, printed or mended. */

import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { isAtLeast, type Threshold, thresholds } from '../../lint/policy.ts';
import type { Severity } from '../../lint/rule.ts';
import { DiskFiles } from '../../node/diskFiles.ts';
import { choice, fileOptions, fileOptionsHelp, fileWords, parseWords, UsageError } from '../arguments.ts';
import { Baseline } from '../baseline.ts';
import { type CheckInput, type CheckResult, check, fixAll } from '../check.ts';
import type { Command, Terminal } from '../command.ts';
import { unifiedDiff } from '../diff.ts';
import { formats } from '../formats/index.ts';
import { type PathOf, type Report, reportedFindings } from '../formats/report.ts';
import { type InputWords, nameIn, readInput } from '../input.ts';

interface CheckArguments extends InputWords {
  readonly format: string;
  readonly output: string | undefined;
  readonly fix: boolean;
  readonly diff: boolean;
  readonly failOn: Threshold | undefined;
  readonly showSuppressed: boolean;
  readonly baseline: string | undefined;
  readonly writesBaseline: boolean;
}

export const checkCommand: Command = {
  name: 'check',
  help: `  dovelint check [PATH…]     findings in files, or in the Dovecot files below folders (default: this folder)
${fileOptionsHelp}      --root FILE            the root that the files belong to
      --stdin                read the text from standard input
      --stdin-path PATH      the path that the text stands for
      --format FORMAT        ${Object.keys(formats).join(', ')} (default: text)
      --output FILE          write the report there
      --fix                  apply the safe fixes
      --diff                 print what --fix would change, change nothing
      --fail-on SEVERITY     ${thresholds.join(', ')} (default: error)
      --show-suppressed      also what comments suppress; it never fails
      --baseline FILE        known findings, which are not reported again
      --write-baseline       write the findings there
`,
  run: (words, terminal) => runCheck(checkArguments(words), terminal),
};

function checkArguments(words: readonly string[]): CheckArguments {
  const { values, positionals } = parseWords(words, {
    ...fileOptions,
    root: { type: 'string' },
    stdin: { type: 'boolean' },
    'stdin-path': { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string' },
    fix: { type: 'boolean' },
    diff: { type: 'boolean' },
    'fail-on': { type: 'string' },
    'show-suppressed': { type: 'boolean' },
    baseline: { type: 'string' },
    'write-baseline': { type: 'boolean' },
  });
  const failOn = values['fail-on'];
  return {
    paths: positionals,
    ...fileWords(values),
    root: values.root as string | undefined,
    stdin: values.stdin === true || values['stdin-path'] !== undefined,
    stdinPath: values['stdin-path'] as string | undefined,
    format: choice('--format', values.format, Object.keys(formats)),
    output: values.output as string | undefined,
    fix: values.fix === true,
    diff: values.diff === true,
    failOn: failOn === undefined ? undefined : choice('--fail-on', failOn, thresholds),
    showSuppressed: values['show-suppressed'] === true,
    baseline: values.baseline as string | undefined,
    writesBaseline: values['write-baseline'] === true,
  };
}

function runCheck(args: CheckArguments, terminal: Terminal): number {
  const input = readInput(args, terminal);
  const pathOf = nameIn(terminal.folder);
  if (args.diff || args.fix) mend(args, input, terminal, pathOf);
  if (args.diff) return 0;
  const result = check(args.fix ? { ...input, files: new DiskFiles() } : input);
  for (const { uri, reason } of result.unreadable)
    terminal.printError(`dovelint: ${pathOf(uri)} is left out: ${reason}.\n`);
  const baseline = baselineOf(args, input, terminal);
  if (args.writesBaseline) return writeBaseline(result, baseline!, terminal, pathOf);
  const report = reportOf(args, input, result, baseline, pathOf);
  const text = formats[args.format]!(report);
  if (args.output !== undefined) terminal.write(args.output, text);
  else terminal.print(text);
  return report.findings.some((finding) => report.fails(finding)) ? 1 : 0;
}

/** Applies the safe fixes, or shows what they would change. */
function mend(args: CheckArguments, input: CheckInput, terminal: Terminal, pathOf: PathOf): void {
  for (const [uri, text] of fixAll(input)) {
    if (args.diff) {
      const before = input.buffers.get(uri) ?? contentOf(input, uri);
      terminal.print(unifiedDiff(pathOf(uri), before, text));
    } else if (input.buffers.has(uri)) {
      terminal.print(text);
    } else {
      terminal.write(URI.parse(uri).fsPath, text);
    }
  }
}

function contentOf(input: CheckInput, uri: string): string {
  const content = input.files.read(uri);
  return content.kind === 'text' ? content.text : '';
}

function reportOf(
  args: CheckArguments,
  input: CheckInput,
  result: CheckResult,
  baseline: Baseline | undefined,
  pathOf: PathOf,
): Report {
  const isKnown = baseline?.read(input.files) ?? (() => false);
  const all = reportedFindings(result, pathOf);
  const suppressed = all.filter((finding) => finding.suppressed !== undefined);
  const known = all.filter((finding) => finding.suppressed === undefined && isKnown(finding));
  const left = new Set(all);
  for (const finding of known) left.delete(finding);
  if (!args.showSuppressed) for (const finding of suppressed) left.delete(finding);
  const findings = [...left];
  const failOn = args.failOn ?? input.projectFile?.settings.failOn ?? 'error';
  const count = (severity: Severity) =>
    findings.filter((finding) => finding.suppressed === undefined && finding.severity === severity).length;
  return {
    files: result.files.map(pathOf),
    findings,
    summary: {
      files: result.files.length,
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
      hint: count('hint'),
      suppressed: suppressed.length,
      baseline: known.length,
    },
    fails: ({ severity, suppressed: by }) => by === undefined && isAtLeast(severity, failOn),
  };
}

/** Named by an option, or by the project file. */
function baselineOf(args: CheckArguments, { projectFile }: CheckInput, { folder }: Terminal): Baseline | undefined {
  if (args.baseline !== undefined) return new Baseline(resolve(folder, args.baseline), folder);
  const own = projectFile?.settings.baseline;
  if (own !== undefined)
    return new Baseline(resolve(dirname(URI.parse(projectFile!.document.uri).fsPath), own), folder);
  if (args.writesBaseline) throw new UsageError('--write-baseline needs --baseline FILE.');
  return undefined;
}

function writeBaseline({ findings }: CheckResult, baseline: Baseline, terminal: Terminal, pathOf: PathOf): number {
  const known = reportedFindings({ findings, suppressed: [] }, pathOf);
  terminal.write(baseline.path, baseline.write(known));
  terminal.printError(`${known.length} ${known.length === 1 ? 'finding is' : 'findings are'} known now.\n`);
  return 0;
}
