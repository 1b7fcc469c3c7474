/** `dovelint effective`: what the configurations amount to that a file is a root or a part of. */

import { allDocuments, type Configuration } from '../../config/configuration.ts';
import { describeEffective } from '../../config/effective/describe.ts';
import { printEffective } from '../../config/effective/print/index.ts';
import type { Source } from '../../config/effective/setting.ts';
import type { Connection } from '../../config/effective/settle.ts';
import { connectionFilters } from '../../config/scope.ts';
import { dialectName } from '../../knowledge/dialect.ts';
import { fileOptions, fileWords, parseWords, UsageError } from '../arguments.ts';
import { check, configurationsOf } from '../check.ts';
import type { Command } from '../command.ts';
import { type PathOf, placeOf, reportedFinding } from '../formats/report.ts';
import { placeLine } from '../formats/text.ts';
import { nameIn, readInput } from '../input.ts';

export const effectiveCommand: Command = {
  name: 'effective',
  help: `  dovelint effective FILE    what the configuration amounts to, as doveconf -n prints it
      --all, -a              with the defaults
      --filter, -f KEY=VALUE for some connections: protocol=imap, local=10.1.2.3, remote=…, local_name=mail.example.com;
                             may be repeated
      --json                 every value with the places that set it, and which of them won
      --target DIALECT       as above
`,
  run(words, terminal) {
    const { values, positionals } = parseWords(words, {
      all: { type: 'boolean', short: 'a' },
      filter: { type: 'string', short: 'f', multiple: true, default: [] },
      json: { type: 'boolean' },
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
    const all = values.all === true;
    const connection = connectionOf(values.filter as string[]);
    terminal.print(
      values.json === true
        ? asJson(configurations, all, connection, pathOf)
        : configurations.map((each) => heading(each, pathOf) + printEffective(each, all, connection)).join('\n'),
    );
    return errors.length > 0 ? 1 : 0;
  },
};

/** What `doveconf -f` of 2.3 calls them, too. */
const filterAliases: Readonly<Record<string, string>> = { service: 'protocol', lname: 'local_name' };

function connectionOf(filters: readonly string[]): Connection {
  const connection = new Map<string, string>();
  for (const filter of filters) {
    const [, word, value] = /^(\w+)=(.+)$/.exec(filter) ?? [];
    const key = filterAliases[word ?? ''] ?? word ?? '';
    if (!connectionFilters.has(key))
      throw new UsageError(`--filter takes KEY=VALUE with ${[...connectionFilters].join(', ')}, not '${filter}'.`);
    connection.set(key, value!);
  }
  return connection;
}

/** A comment that says how the files were read. */
function heading({ root, decision, complete }: Configuration, pathOf: PathOf): string {
  const reader = decision.dialect === undefined ? 'Dovecot' : dialectName(decision.dialect);
  const lines = [`# ${pathOf(root.uri)} as ${reader} reads it. ${decision.reason}`];
  if (!complete) lines.push('# Not all of it is known: something is not included here, or a template fills it in.');
  return lines.map((line) => `${line}\n`).join('');
}

/** Its shape is `schemas/effective.schema.json`. */
function asJson(
  configurations: readonly Configuration[],
  all: boolean,
  connection: Connection,
  pathOf: PathOf,
): string {
  const data = configurations.map((configuration) => ({
    root: pathOf(configuration.root.uri),
    dialect: configuration.decision.dialect ?? null,
    complete: configuration.complete,
    scopes: describeEffective(configuration, all, connection).map(({ path, settings }) => ({
      path,
      settings: settings.map((setting) => ({
        ...setting,
        sources: setting.sources.map((source) => sourceData(source, pathOf)),
      })),
    })),
  }));
  return `${JSON.stringify({ version: 1, configurations: data }, null, 2)}\n`;
}

function sourceData({ assigned: { entry }, group, won }: Source, pathOf: PathOf) {
  const { file, start, end } = placeOf({ document: entry.document, span: entry.statement }, pathOf);
  return { file, range: { start, end }, group, won };
}
