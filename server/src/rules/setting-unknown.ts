/** Settings that Dovecot does not know where they stand. */

import type { Problem } from '../config/check/problem.ts';
import { findFact } from '../knowledge/facts.ts';
import { defineProblemRule, replacing, takeSuggestion } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const settingUnknown = defineProblemRule({
  id: 'setting-unknown',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'Dovecot does not know a setting of this name at this place.',
    why: 'Dovecot does not start with an unknown setting; when it is reloaded it keeps running with the old configuration.',
    exceptions:
      "Any name may stand in 'plugin { }' of 2.3, so there a likely slip is a hint only. What a plugin of a third party or Dovecot Pro brings is not known in full: such names are information.",
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|mail_plugin|> = quota\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_plugins = quota\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice imap {\n  <|service_count|> = 1\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice imap {\n  restart_request_count = 1\n}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'mail_location = maildir:~/Maildir\nservice imap {\n  <|mail_max_userip_connections|> = 20\n}\n',
      },
      { dialect: 'ce-2.3', text: 'mail_location = maildir:~/Maildir\n<|quota_rule|> = *:storage=1G\n' },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice imap {\n  mail_max_userip_connections = 20\n}\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n  my_own_setting = x\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nnamespace inbox {\n  separator = /\n}\n{{ key }} = x\n',
      },
    ],
  },
  messages: {
    'setting-unknown': "Dovecot has no setting '{name}' here.",
    'setting-suggested': "Dovecot has no setting '{name}' here; '{suggestion}' may be meant.",
    'setting-replaced':
      "'{name}' is a setting of 2.3: since 2.4 it is '{replacement}', and its value may have another form.",
    'setting-gone': "'{name}' is a setting of 2.3 that 2.4 no longer has: remove it.",
    'setting-newer': "'{name}' is a setting of 2.4, which 2.3 does not have.",
    'setting-renamed': "'{name}' is a setting of 2.4: in 2.3 it is '{replacement}'.",
    'setting-elsewhere': "'{name}' is no setting of this section: it belongs to {place}.",
    'setting-pro-only': "Only Dovecot Pro has the setting '{name}'.",
    'setting-plugin-suggested': "No plugin of Dovecot asks for '{name}'; '{suggestion}' may be meant.",
  },
  fixes: {
    'setting-suggested': takeSuggestion,
    'setting-replaced': takeReplacement,
    'setting-renamed': takeReplacement,
    'setting-plugin-suggested': takeSuggestion,
  },
});

/** Only where the value keeps its form: a new name with an old value would be worse than an unknown setting. */
function takeReplacement(problem: Problem): Fix[] {
  const { name, replacement } = problem.data;
  if (name === undefined || replacement === undefined || !keepsForm(problem, replacement)) return [];
  const scope = problem.subject?.scope;
  const prefix = scope === undefined ? '' : `${scope.filter}_`;
  const short = prefix !== '' && replacement.startsWith(prefix) ? replacement.slice(prefix.length) : replacement;
  return [replacing(problem, short, `Write '${short}'`, false)];
}

const plainTypes = new Set(['bool', 'uint', 'size', 'time', 'time_msecs', 'in_port']);

function keepsForm({ data, subject }: Problem, replacement: string): boolean {
  const filter = subject?.scope?.filter;
  const paths = [filter === undefined ? '' : `${filter}/${data.name}`, data.name!];
  const [own, other] = [...paths, replacement].flatMap((path) => findFact(path, 'old') ?? findFact(path, 'new') ?? []);
  return own !== undefined && other !== undefined && own.type === other.type && plainTypes.has(own.type);
}
