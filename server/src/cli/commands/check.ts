/** `dovelint check`: findings in files, printed or mended. */

import { URI } from 'vscode-uri';
import type { Severity } from '../../lint/rule.ts';
import { DiskFiles } from '../../node/diskFiles.ts';
import { choice, fileOptions, fileOptionsHelp, fileWords, parseWords } from '../arguments.ts';
import { type CheckInput, check, fixAll } from '../check.ts';
import type { Command, Terminal } from '../command.ts';
import { unifiedDiff } from '../diff.ts';
import { type InputWords, nameIn, readInput } from '../input.ts';
import { jsonReport } from '../json.ts';
import { textReport } from '../text.ts';

interface CheckArguments extends InputWords {
  readonly format: 'text' | 'json';
  readonly output: string | undefined;
  readonly fix: boolean;
  readonly diff: boolean;
  readonly failOn: Severity | 'never';
}

export const checkCommand: Command = {
  name: 'check',
  help: `  dovelint check [PATH…]     findings in files, or in the Dovecot files below folders (default: this folder)
${fileOptionsHelp}      --root FILE            the root that the files belong to
      --stdin                read the text from standard input
      --stdin-path PATH      the path that the text stands for
      --format text|json     how to print (default: text)
      --output FILE          write the report there
      --fix                  apply the safe fixes
      --diff                 print what --fix would change, change nothing
      --fail-on SEVERITY     error, warning, information, hint or never (default: error)
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
  });
  return {
    paths: positionals,
    ...fileWords(values),
    root: values.root as string | undefined,
    stdin: values.stdin === true || values['stdin-path'] !== undefined,
    stdinPath: values['stdin-path'] as string | undefined,
    format: choice('--format', values.format, ['text', 'json']),
    output: values.output as string | undefined,
    fix: values.fix === true,
    diff: values.diff === true,
    failOn: choice('--fail-on', values['fail-on'], ['error', 'warning', 'information', 'hint', 'never']),
  };
}

function runCheck(args: CheckArguments, terminal: Terminal): number {
  const input = readInput(args, terminal);
  const pathOf = nameIn(terminal.folder);
  if (args.diff || args.fix) {
    const changed = fixAll(input);
    for (const [uri, text] of changed) {
      if (args.diff) {
        const before = input.buffers.get(uri) ?? contentOf(input, uri);
        terminal.print(unifiedDiff(pathOf(uri), before, text));
      } else if (input.buffers.has(uri)) {
        terminal.print(text);
      } else {
        terminal.write(URI.parse(uri).fsPath, text);
      }
    }
    if (args.diff) return 0;
  }
  const { findings, summary, unreadable } = check(args.fix ? { ...input, files: new DiskFiles() } : input);
  for (const { uri, reason } of unreadable) terminal.printError(`dovelint: ${pathOf(uri)} is left out: ${reason}.\n`);
  const report = args.format === 'json' ? jsonReport(findings, summary, pathOf) : textReport(findings, summary, pathOf);
  if (args.output !== undefined) terminal.write(args.output, report);
  else terminal.print(report);
  return findings.some(({ severity }) => atLeast(severity, args.failOn)) ? 1 : 0;
}

function contentOf(input: CheckInput, uri: string): string {
  const content = input.files.read(uri);
  return content.kind === 'text' ? content.text : '';
}

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function atLeast(severity: Severity, threshold: Severity | 'never'): boolean {
  return threshold !== 'never' && order.indexOf(severity) <= order.indexOf(threshold);
}
