/** `dovelint report`: the storage support report of every root. */

import { reportData } from '../../report/data.ts';
import { reportHtml } from '../../report/html.ts';
import { reportMarkdown } from '../../report/markdown.ts';
import { choice, fileOptions, fileWords, parseWords } from '../arguments.ts';
import { reportsOf } from '../check.ts';
import type { Command } from '../command.ts';
import { nameIn, readInput } from '../input.ts';

export const reportCommand: Command = {
  name: 'report',
  help: `  dovelint report [PATH…]    the storage support report of Dovecot Pro
      --format FORMAT        markdown, html or json (default: markdown)
      --output FILE          write it there
      --target DIALECT, --root FILE as above
`,
  run(words, terminal) {
    const { values, positionals } = parseWords(words, {
      ...fileOptions,
      root: { type: 'string' },
      format: { type: 'string' },
      output: { type: 'string' },
    });
    const format = choice('--format', values.format, ['markdown', 'html', 'json']);
    const input = readInput(
      { paths: positionals, ...fileWords(values), root: values.root as string | undefined },
      terminal,
    );
    const reports = reportsOf(input).map((report) =>
      reportData(
        report,
        nameIn(terminal.folder),
        ({ document, span }) => document.lines.positionAt(span.from).line + 1,
      ),
    );
    const text = {
      markdown: () => reportMarkdown(reports),
      html: () => reportHtml(reports, { hrefOf: () => undefined }),
      json: () => `${JSON.stringify({ version: 1, reports }, null, 2)}\n`,
    }[format]();
    if (values.output === undefined) terminal.print(text);
    else terminal.write(values.output as string, text);
    return 0;
  },
};
