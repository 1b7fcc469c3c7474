/** obox and the storage drivers of Dovecot Pro in a configuration for the Community Edition. */

import { locatedWord } from '../config/located.ts';
import { placesOfPlugin } from '../config/mailPlugins.ts';
import { defineRule } from '../lint/rule.ts';

const plugins = ['obox', 'fts_dovecot'];

/** The fs drivers that no build of CE has. */
const drivers: ReadonlySet<string> = new Set([
  'aws-s3',
  'azure',
  'dictmap',
  'fscache',
  'fts-cache',
  's3',
  'scality',
  'sproxyd',
]);

export const proFeatureUnsupported = defineRule({
  id: 'pro-feature-unsupported',
  dialects: ['ce-2.3', 'ce-2.4'],
  severity: 'error',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/',
  docs: {
    summary: 'Something is used that only Dovecot Pro has: obox, its plugins, or a driver for object storage.',
    why: 'The Community Edition knows neither obox nor object storage. Mail processes stop at the unknown mailbox format, plugin or driver. A storage chain that nothing uses is ignored, which is a warning.',
    exceptions:
      'If this is a configuration for Dovecot Pro, its dovecot_config_version must be one of Pro (3.x), or dovecot.target must say so.',
    noFix: 'It takes Dovecot Pro, or another storage.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = <|obox|>\nmail_path = %{user}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_ext_attachment_path = /var/attachments\nmail_ext_attachment {\n  fs <|s3|> {\n  }\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nprotocol imap {\n  mail_plugins = imap_quota <|obox|>\n}\n',
      },
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = <|sproxyd|>:http://ring.example.com/\nplugin {\n}\n' },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = sdbox\nmail_ext_attachment {\n  fs posix {\n    prefix = /var/attachments/\n  }\n}\n',
      },
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = sis posix\nmail_plugins = quota\nplugin {\n}\n' },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\n',
      },
    ],
  },
  messages: {
    format: 'The mailbox format obox is part of Dovecot Pro: choose another one, or set the version to one of Pro.',
    plugin: "The plugin '{name}' is part of Dovecot Pro: mail processes of the Community Edition cannot load it.",
    driver: "The driver '{name}' is part of Dovecot Pro: the Community Edition does not know it.",
    chain: "'{name}' is a setting of Dovecot Pro: the Community Edition does nothing with it.",
  },
  check({ configuration, storage, report }) {
    for (const { driver } of storage.formats) {
      if (driver.text === 'obox') report({ at: driver, message: 'format' });
    }
    for (const name of plugins) {
      for (const at of placesOfPlugin(configuration, name)) report({ at, message: 'plugin', data: { name } });
    }
    for (const chain of storage.attachments) {
      for (const { name } of chain.drivers) {
        if (drivers.has(name.text)) report({ at: name, message: 'driver', data: { name: name.text } });
      }
    }
    // The blocks of the new grammar are unknown names there.
    for (const { entry } of storage.chains) {
      if (entry === undefined) continue;
      const at = locatedWord(entry.statement.key, entry.document);
      report({ at, message: 'chain', data: { name: at.text }, severity: 'warning' });
    }
  },
});
