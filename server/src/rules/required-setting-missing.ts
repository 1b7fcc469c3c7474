/** Sections and settings that lack a setting without which Dovecot refuses them. */

import type { Problem } from '../config/check/problem.ts';
import { isOpening } from '../config/check/problem.ts';
import { connectionFilters } from '../config/scope.ts';
import { filterKind } from '../knowledge/facts.ts';
import { insertIntoSection } from '../lint/edits.ts';
import { defineProblemRule } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const requiredSettingMissing = defineProblemRule({
  id: 'required-setting-missing',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A section lacks a setting that it must have, or a setting lacks one that must stand beside it.',
    why: 'Dovecot refuses the section when it closes. In 2.4 it does not help to set it later, in another section of the same name.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|metric|> logins {\n  fields = user\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmetric logins {\n  filter = event=CHANGEME\n  fields = user\n}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\n<|passdb|> {\n  args = /etc/dovecot/users\n}\n',
        fixed: 'plugin {\n}\npassdb {\n  driver = CHANGEME\n  args = /etc/dovecot/users\n}\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\n<|auth_policy_server_url|> = https://policy.example.com/\n' },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmetric logins {\n  metric_filter = event=auth_request_finished\n}\nmetric logins {\n}\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\npassdb {\n  !include /etc/dovecot/driver.conf\n}\n' },
    ],
  },
  messages: {
    'companion-missing': "'{name}' needs '{needs}'.",
    'default-missing': 'One language must have default = yes.',
    'required-missing': "'{section}' needs '{setting}'.",
  },
  fixes: { 'required-missing': addSetting },
});

/** Settings whose value must have a form, by the name that the problem gives them. */
const forms: Readonly<Record<string, string>> = { filter: 'event=CHANGEME', metric_filter: 'event=CHANGEME' };

function addSetting({ subject, document, data }: Problem): Fix[] {
  if (subject === undefined || !isOpening(subject)) return [];
  const { section, scope } = subject;
  // The setting belongs to the section around it.
  if (connectionFilters.has(scope.filter)) return [];
  const setting = data.setting!;
  const prefix = `${scope.filter}_`;
  const short = setting.startsWith(prefix) ? setting.slice(prefix.length) : setting;
  const isSection = filterKind(setting) === 'named_list_filter';
  const value = Object.hasOwn(forms, setting) ? forms[setting] : 'CHANGEME';
  const lines = isSection ? [`${short} CHANGEME {`, '}'] : [`${short} = ${value}`];
  const title = `Add '${short}' (fill in CHANGEME)`;
  return [{ title, safe: false, edits: [insertIntoSection({ document, section }, lines)] }];
}
