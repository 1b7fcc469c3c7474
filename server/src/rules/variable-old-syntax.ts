/** Variables as 2.3 wrote them, in a file for 2.4: plain text there. */

import { newEquivalent } from '../config/variables/equivalent.ts';
import { oldInText } from '../config/variables/literals.ts';
import type { OldVariable } from '../config/variables/oldTemplate.ts';
import { isTemplate, spanInDocument, type VariableValue, variableValues } from '../config/variables/values.ts';
import { longName, type VariableContext, variableNames } from '../knowledge/variables/contexts.ts';
import { defineRule } from '../lint/rule.ts';
import type { Span } from '../text/span.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const variableOldSyntax = defineRule({
  id: 'variable-old-syntax',
  dialects: ['ce-2.4', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.4.5/installation/upgrade/2.3-to-2.4.html',
  docs: {
    summary: 'A variable is written as in 2.3, which is plain text in 2.4.',
    why: 'Dovecot takes it literally and says nothing: all users share one directory called %u, a query looks for the user %n, logs show percent signs.',
    exceptions:
      'Only settings that are known to be made of variables are looked at, and there only what 2.3 would have expanded. Queries with dates or LIKE are left alone: a percent sign has a meaning of its own there.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = /srv/<|%u|>/mail\n`,
        fixed: `${v24}mail_path = /srv/%{user}/mail\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}auth_username_format = <|%Lu|>\n`,
        fixed: `${v24}auth_username_format = %{user | lower}\n`,
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_home = /srv/<|%2.256Nu|>/%{user}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_home = /srv/%{user | md5 | substr(0, 8) % 256 | hex(2)}/%{user}\n',
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}userdb static {\n  fields {\n    home = /srv/<|%Hu|>\n  }\n}\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}namespace shared {\n  prefix = shared/$user/\n  mail_path = <|%%h|>/mail\n}\n`,
        fixed: `${v24}namespace shared {\n  prefix = shared/$user/\n  mail_path = %{owner_home}/mail\n}\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}login_log_format = "<|%$|>"\n`,
        fixed: `${v24}login_log_format = "%{message}"\n`,
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: `${v24}log_timestamp = "%d %h "\nmail_path = /srv/%{user}/100%\nmail_inbox_path = /srv/95%%/a%2fb%20c\npassdb sql {\n  sql_driver = mysql\n  query = SELECT password FROM users WHERE name = '%{user}' AND DATE_FORMAT(seen, '%d') < 7\n}\n`,
      },
      { dialect: 'ce-2.3', text: 'mail_location = maildir:/srv/%u\nplugin {\n}\n' },
    ],
  },
  messages: {
    equivalent: "'{old}' is plain text in 2.4: write '{new}'.",
    plain: "'{old}' is plain text in 2.4, where variables stand in '%{…}'.",
  },
  check({ configuration, report }) {
    for (const value of variableValues(configuration)) {
      const slips = slipsIn(value);
      if (slips.length === 0 || isTemplate(value) || isForeign(value)) continue;
      const { document } = value;
      for (const { from, to, equivalent } of slips) {
        const span = spanInDocument(value, { from, to });
        const old = document.text.slice(span.from, span.to);
        if (equivalent === undefined) {
          report({ at: { document, span }, message: 'plain', data: { old } });
          continue;
        }
        const fix = { title: `Write '${equivalent}'`, safe: false, edits: [{ document, span, text: equivalent }] };
        report({ at: { document, span }, message: 'equivalent', data: { old, new: equivalent }, fixes: [fix] });
      }
    }
  },
});

/** Offsets in the value, and what 2.4 writes instead. */
interface Slip extends Span {
  readonly equivalent: string | undefined;
}

function slipsIn(value: VariableValue): Slip[] {
  const { context, certain } = value.expanding;
  if (context === undefined || certain !== 'all') return [];
  const { variables, percents } = oldInText(value);
  const slips: Slip[] = variables
    .filter((variable) => isMeant(variable, value, context))
    .map((variable) => ({ from: variable.from, to: variable.to, equivalent: newEquivalent(variable, context) }));
  return context === 'mail' ? [...slips, ...percents.flatMap((percent) => ownerSlip(percent, value) ?? [])] : slips;
}

/** `%%u`: the owner of a shared mailbox. */
const ownerVariables: Readonly<Record<string, string>> = {
  d: '%{owner_user | domain}',
  h: '%{owner_home}',
  n: '%{owner_user | username}',
  u: '%{owner_user}',
};
/** The same in a namespace's prefix, where it is matched and not expanded. */
const prefixVariables: Readonly<Record<string, string>> = { d: '$domain', n: '$username', u: '$user' };

function ownerSlip({ from, to }: Span, { setting, statement }: VariableValue): Slip | undefined {
  const table = setting === 'namespace_prefix' ? prefixVariables : ownerVariables;
  const letter = statement.value.content.text.charAt(to);
  return Object.hasOwn(table, letter) ? { from, to: to + 1, equivalent: table[letter] } : undefined;
}

/** Where a percent sign belongs to something else: URLs, dates and patterns in queries. */
function isForeign({ statement }: VariableValue): boolean {
  return /:\/\/|\blike\b|date|time|strf/i.test(statement.value.content.text);
}

const formats: ReadonlySet<VariableContext> = new Set([
  'delivery',
  'imapLogout',
  'login',
  'loginLine',
  'pop3Logout',
  'pop3Uidl',
  'rejection',
  'submissionLogout',
]);

/** Formats used to be made of all letters; elsewhere people wrote few others than these. */
function isMeant({ name, long, closed }: OldVariable, { setting }: VariableValue, context: VariableContext): boolean {
  if (long) return closed && variableNames(context, 'old').has(name.text);
  if (longName(name.text, context) === undefined) return false;
  return formats.has(context) || setting === 'mail_log_prefix' || /^[undh]$/.test(name.text);
}
