/** A script on quota that runs at every login gets in the way of metacache. */

import type { Configuration, Entry } from '../config/configuration.ts';
import { findEffective } from '../config/effective/find.ts';
import { entriesNamed, isYes, plainValue } from '../config/entries.ts';
import { oboxFormat } from '../config/storage/formats.ts';
import { findProEntry, isUnset } from '../config/storage/proSettings.ts';
import { insertAbove } from '../lint/edits.ts';
import { defineRule, palomarAndUpgrade, type Report, replace } from '../lint/rule.ts';

export const quotaLazyCheckMissing = defineRule({
  id: 'quota-lazy-check-missing',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/quota_plugin/',
  docs: {
    summary: 'The check for users over quota is not lazy, though mails are in obox.',
    why: 'Without the lazy check the quota is asked for at every login, before the mailbox is opened. With obox that runs into the cleaning of metacache: names of folders and flags that were not yet uploaded may be lost.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox quota\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  <|quota_over_script|> = quota-warning mismatch %u\n  quota_over_flag_value = TRUE\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox quota\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  quota_over_flag_lazy_check = yes\n  quota_over_script = quota-warning mismatch %u\n  quota_over_flag_value = TRUE\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox quota\nmail_driver = obox\nquota User {\n  <|quota_over_status|> {\n    execute quota-warning {\n    }\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox quota\nmail_driver = obox\nquota User {\n  quota_over_status_lazy_check = yes\n  quota_over_status {\n    execute quota-warning {\n    }\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox quota\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  quota_over_script = quota-warning mismatch %u\n  quota_over_flag_lazy_check = <|no|>\n}\n',
        fixed:
          'mail_plugins = obox quota\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  quota_over_script = quota-warning mismatch %u\n  quota_over_flag_lazy_check = yes\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  quota_over_script = quota-warning mismatch %u\n  quota_over_flag_lazy_check = yes\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = mdbox:~/mdbox\nplugin {\n  metacache_max_space = 1G\n  quota_over_script = quota-warning mismatch %u\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nquota_over_status_lazy_check = yes\nquota User {\n  quota_over_status {\n    execute quota-warning {\n    }\n  }\n}\n',
      },
    ],
  },
  messages: {
    missing: "With obox the check must be lazy, or flags and folder names may be lost: set '{setting} = yes'.",
  },
  check({ configuration, storage, report }) {
    if (oboxFormat(storage.formats) === undefined) return;
    const scripts =
      configuration.decision.grammar === 'old' ? scriptSettings(configuration) : statusBlocks(configuration);
    for (const { at, setting, set } of scripts) {
      const data = { setting };
      const value = plainValue(set);
      if (value !== undefined && isYes(value) === false) {
        const fix = { title: `Set ${setting} to yes`, safe: true, edits: [replace(value, 'yes')] };
        report({ at: value, message: 'missing', data, fixes: [fix] });
      } else if (set === undefined && isUnset(configuration, setting)) {
        const edits = [insertAbove(at.document, at.span.from, [`${setting} = yes`])];
        const fix = { title: `Set ${setting} to yes`, safe: true, edits };
        report({ at, message: 'missing', data, fixes: [fix] });
      }
    }
  },
});

interface Script extends Pick<Report<string>, 'at'> {
  /** The setting that makes the check lazy, and where it is set. */
  readonly setting: string;
  readonly set: Entry | undefined;
}

function scriptSettings(configuration: Configuration): readonly Script[] {
  const setting = 'quota_over_flag_lazy_check';
  return entriesNamed(configuration, 'quota_over_script')
    .filter(({ scope, statement }) => scope?.path === 'plugin' && statement.value.content.text !== '')
    .map(({ statement, document }) => ({
      at: { document, span: statement.key },
      setting,
      set: findProEntry(configuration, setting),
    }));
}

function statusBlocks(configuration: Configuration): readonly Script[] {
  const setting = 'quota_over_status_lazy_check';
  return configuration.openings
    .filter(({ scope }) => scope.filter === 'quota_over_status')
    .map(({ scope, section, document }) => ({
      at: { document, span: section.key },
      setting,
      set: findEffective(configuration, setting, scope.parent),
    }));
}
