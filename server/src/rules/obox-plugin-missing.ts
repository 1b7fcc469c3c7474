/** The format obox comes from a plugin, which must be loaded. */

import { isPluginLoaded } from '../config/mailPlugins.ts';
import { oboxFormat } from '../config/storage/formats.ts';
import { loadPlugin } from '../lint/oboxFix.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const oboxPluginMissing = defineRule({
  id: 'obox-plugin-missing',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/',
  docs: {
    summary: 'The mailbox format is obox, but no process loads its plugin.',
    why: 'The format obox is in a plugin. Where mail_plugins does not name it, Dovecot knows no such format and users cannot open a mailbox.',
    exceptions:
      'Samples in the manual of 3.1 leave the line out where they show only a part of a configuration; that is why this is a warning.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = $mail_plugins quota # more to come\nmail_location = <|obox|>:%u:INDEX=~/:CONTROL=~/\nplugin {\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = $mail_plugins quota obox # more to come\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = <|obox|>\nnamespace inbox {\n  inbox = yes\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins {\n  obox = yes\n}\nmail_driver = obox\nnamespace inbox {\n  inbox = yes\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins {\n  quota = yes\n}\nmail_driver = <|obox|>\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins {\n  obox = yes\n  quota = yes\n}\nmail_driver = obox\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = <|obox|>:%u:INDEX=~/:CONTROL=~/\nmail_plugins = "quota"\nplugin {\n}\n',
        fixed: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_plugins = "quota obox"\nplugin {\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nprotocol imap {\n  mail_plugins/obox = yes\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = {{ plugins }}\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n@cluster_defaults = backend\nmail_driver = obox\n',
      },
    ],
  },
  messages: {
    missing: 'The format obox comes from the plugin of that name, which is not loaded: add it to mail_plugins.',
  },
  check({ configuration, storage, report }) {
    const format = oboxFormat(storage.formats);
    if (format === undefined || isPluginLoaded(configuration, 'obox') !== false) return;
    const edits = [loadPlugin('obox', configuration, format.entry)];
    report({
      at: format.driver,
      message: 'missing',
      fixes: [{ title: 'Load the plugin obox', safe: true, edits }],
    });
  },
});
