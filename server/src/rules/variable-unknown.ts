/** Variables that do not exist where the setting is used. */

import { comparisons, type UnknownName, unknownNames } from '../config/variables/unknown.ts';
import { isTemplate, spanInDocument, type VariableValue, variableValues } from '../config/variables/values.ts';
import { isPro } from '../knowledge/dialect.ts';
import { contextTitle } from '../knowledge/variables/contexts.ts';
import { variablesManual } from '../knowledge/variables/render.ts';
import { defineRule, type Fix } from '../lint/rule.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const variableUnknown = defineRule({
  id: 'variable-unknown',
  // Pro 3.0 has the form of 2.3 with names of both: nothing is certain there.
  dialects: ['ce-2.3', 'pro-2.3', 'ce-2.4', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: variablesManual.new,
  docs: {
    summary: 'A %variable does not exist where its setting is used.',
    why: 'Dovecot accepts the configuration and fails when it expands the value: at a login, at a delivery, when a log line is written.',
    exceptions:
      'Where it is not certain which variables there are – in settings that many parts of Dovecot share, in providers of plugins – nothing is reported. A variable with `default` behind it may be missing. On Dovecot Pro, whose plugins may know more, only names of 2.3 and slips of the finger are reported.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = /srv/%{<|usre|>}\n`,
        fixed: `${v24}mail_path = /srv/%{user}\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = /srv/%{<|domain|>}/%{user | username}\n`,
        fixed: `${v24}mail_path = /srv/%{user | domain}/%{user | username}\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}login_log_format_elements = user=<%{user}> rip=%{<|rip|>}\n`,
        fixed: `${v24}login_log_format_elements = user=<%{user}> rip=%{remote_ip}\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = /srv/%{user | domain | if(<|eq|>, 'example.com', 'a', 'b')}\n`,
        fixed: `${v24}mail_path = /srv/%{user | domain | if('eq', 'example.com', 'a', 'b')}\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}login_greeting = %{<|system:hostnam|>} ready\n`,
        fixed: `${v24}login_greeting = %{system:hostname} ready\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = /srv/%{<|sha256:user|>}\n`,
      },
      {
        dialect: 'ce-2.3',
        text: 'mail_location = maildir:/srv/%{<|usernme|>}\n',
        fixed: 'mail_location = maildir:/srv/%{username}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'mail_location = maildir:/srv/%d/%<|z|>\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'mail_location = maildir:/srv/%{<|user | domain|>}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'mail_location = maildir:/srv/%<|{|>user\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_path = /srv/%{tenant}/%{user | concat(tenant)}\n',
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = /srv/%{userdb:site | default('main')}/%{nosuch | default(home)}\npassdb sql {\n  sql_driver = sqlite\n  query = SELECT password FROM users WHERE name = '%{user | username}' AND pw = '%{password}'\n}\nlogin_greeting = %{anything}\n`,
      },
      {
        dialect: 'ce-2.3',
        text: 'login_log_format_elements = ja3=%{ssl_ja3_hash}\nmail_location = maildir:/srv/%d/%{if;%d;eq;%{domain};%Ln;%{sha1;rounds=2:user}}/%{userdb:a:b}\nplugin {\n  quota_warning = storage=95%% quota-warning 95 %u\n}\n',
      },
    ],
  },
  messages: {
    variable: "There is no variable '{name}' in {context}: the expansion will fail.",
    near: "There is no variable '{name}': the expansion will fail. Perhaps it is '{replacement}'.",
    renamed: "There is no variable '{name}' in 2.4: write '{replacement}'.",
    argument: "'{name}' without quotes is a variable, and there is none of that name. Put it in quotes if it is text.",
    provider: "There is no '{name}': the expansion will fail.",
    oldForm: "'%{{name}' is the form of 2.3, where filters stand in front. In 2.4 they follow behind bars.",
    newForm: 'Filters behind bars are the form of 2.4: 2.3 takes all of it for a name and fails.',
    letter: "There is no variable '%{name}' in {context}: the expansion will fail. A percent sign itself is '%%'.",
    unclosed: "'%{' is not closed: put '}' behind the variable, or '%%' if it is a percent sign.",
  },
  check({ configuration, dialect, report }) {
    for (const value of variableValues(configuration)) {
      const names = unknownNames(value);
      if (names.length === 0 || isTemplate(value)) continue;
      const { document, expanding } = value;
      for (const unknown of names) {
        const { word, replacement } = unknown;
        // Pro's own plugins may know more: there only what is surely a slip is reported.
        if (dialect !== undefined && isPro(dialect) && isGuess(unknown)) continue;
        const fix = fixFor(unknown, value);
        report({
          at: { document, span: spanInDocument(value, word) },
          message: messageOf(unknown, value),
          data: {
            name: word.text,
            replacement: replacement ?? '',
            context: expanding.context === undefined ? 'any setting' : contextTitle(expanding.context),
          },
          fixes: fix === undefined ? [] : [fix],
        });
      }
    }
  },
});

/** Nothing but that we do not know the name. */
function isGuess({ code, replacement, word }: UnknownName): boolean {
  return (code === 'variable' && replacement === undefined) || (code === 'argument' && !comparisons.has(word.text));
}

function messageOf({ code, replacement }: UnknownName, { grammar }: VariableValue) {
  if (code === 'other-form') return grammar === 'new' ? 'oldForm' : 'newForm';
  if (code === 'variable' || code === 'provider') return replacement === undefined ? code : 'near';
  return code;
}

function fixFor({ code, word, replacement }: UnknownName, value: VariableValue): Fix | undefined {
  const { document, statement } = value;
  const quote = document.text.charAt(statement.value.from) === "'" ? '"' : "'";
  const text = code === 'argument' ? quote + word.text + quote : replacement;
  if (text === undefined) return undefined;
  const title = code === 'argument' ? 'Put it in quotes' : `Write '${text}'`;
  // It decides where mails are looked for: a person must say yes.
  return { title, safe: false, edits: [{ document, span: spanInDocument(value, word), text }] };
}
