/** `dovelint format`: files in the house style, printed, checked or rewritten. */

import { URI } from 'vscode-uri';
import { format } from '../../features/format.ts';
import { indentUnit } from '../../lint/edits.ts';
import { applyEdits } from '../../text/edit.ts';
import { fileOptions, fileWords, parseWords, UsageError } from '../arguments.ts';
import { documentsOf } from '../check.ts';
import type { Command } from '../command.ts';
import { nameIn, readInput } from '../input.ts';

export const formatCommand: Command = {
  name: 'format',
  help: `  dovelint format FILE…      print the files formatted
      --check                name the files that are not, exit 1 if there are any
      --write                rewrite them
`,
  run(words, terminal) {
    const { values, positionals } = parseWords(words, {
      ...fileOptions,
      check: { type: 'boolean' },
      write: { type: 'boolean' },
    });
    if (positionals.length === 0) throw new UsageError('dovelint format needs files.');
    const input = readInput({ paths: positionals, ...fileWords(values) }, terminal);
    const pathOf = nameIn(terminal.folder);
    let different = 0;
    for (const document of documentsOf(input)) {
      const text = applyEdits(document.text, format(document, { indent: indentUnit(document) }));
      if (text !== document.text) different++;
      if (values.check === true) {
        if (text !== document.text) terminal.print(`${pathOf(document.uri)}\n`);
      } else if (values.write === true) {
        if (text !== document.text) terminal.write(URI.parse(document.uri).fsPath, text);
      } else {
        terminal.print(text);
      }
    }
    return values.check === true && different > 0 ? 1 : 0;
  },
};
