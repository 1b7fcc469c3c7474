/** `dovelint effective`: what the configurations amount to that a file is a root or a part of. */

import { allDocuments, type Configuration } from '../../config/configuration.ts';
import { printEffective } from '../../config/effective/print/index.ts';
import { dialectName } from '../../knowledge/dialect.ts';
import { fileOptions, fileWords, parseWords, UsageError } from '../arguments.ts';
import { check, configurationsOf } from '../check.ts';
import type { Command } from '../command.ts';
import { reportedFinding } from '../formats/report.ts';
import { placeLine } from '../formats/text.ts';
import { nameIn, readInput } from '../input.ts';

export const effectiveCommand: Command = {
  name: 'effective',
  help: `  dovelint effective FILE    what the configuration amounts to, as doveconf -n prints it
      --all, -a              with the defaults
      --target DIALECT       as above
`,
  run(words, terminal) {
    const { values, positionals } = parseWords(words, {
      all: { type: 'boolean', short: 'a' },
      ...fileOptions,
    });
    if (positionals.length !== 1) throw new UsageError('dovelint effective needs one file.');
    const input = readInput({ paths: positionals, ...fileWords(values) }, terminal);
    const configurations = configurationsOf(input);
    if (configurations.length === 0) throw new UsageError(`${positionals[0]} cannot be read.`);
    const pathOf = nameIn(terminal.folder);
    // Dovecot gives up at the first error; here what can be read is printed all the same.
    const wanted = configurations.flatMap((configuration) =>
      allDocuments(configuration).map((document) => document.uri),
    );
    const errors = check({ ...input, wanted }).findings.filter(({ severity }) => severity === 'error');
    for (const error of errors) terminal.printError(`${placeLine(reportedFinding(error, pathOf))}\n`);
    terminal.print(
      configurations.map((each) => heading(each, pathOf) + printEffective(each, values.all === true)).join('\n'),
    );
    return errors.length > 0 ? 1 : 0;
  },
};

/** A comment that says how the files were read. */
function heading({ root, decision, complete }: Configuration, pathOf: (uri: string) => string): string {
  const reader = decision.dialect === undefined ? 'Dovecot' : dialectName(decision.dialect);
  const lines = [`# ${pathOf(root.uri)} as ${reader} reads it. ${decision.reason}`];
  if (!complete) lines.push('# Not all of it is known: something is not included here, or a template fills it in.');
  return lines.map((line) => `${line}\n`).join('');
}
