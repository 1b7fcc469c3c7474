/** `dovelint explain` and `dovelint rules`: the knowledge base and the catalogue on the terminal. */

import { choice, parseWords, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { catalogue, explain } from '../explain.ts';

export const explainCommand: Command = {
  name: 'explain',
  help: '  dovelint explain WHAT      a rule, a setting, a storage driver, or a statement (S01 to S34)\n',
  run(words, { rules, print }) {
    const [what] = parseWords(words, {}).positionals;
    if (what === undefined) {
      throw new UsageError('dovelint explain needs the name of a rule, a setting, a storage driver or a statement.');
    }
    const text = explain(what, rules);
    if (text === undefined) throw new UsageError(`Nothing is known of '${what}'. The rules: dovelint rules`);
    print(`${text.trimEnd()}\n`);
    return 0;
  },
};

export const rulesCommand: Command = {
  name: 'rules',
  help: '  dovelint rules             the catalogue  [--format text|json]\n',
  run(words, { rules, print }) {
    const { format } = parseWords(words, { format: { type: 'string' } }).values;
    print(catalogue(rules, choice('--format', format, ['text', 'json'])));
    return 0;
  },
};
