/** crypt in a chain, and no keys to encrypt with. */

import type { Configuration } from '../config/configuration.ts';
import type { Located } from '../config/located.ts';
import { proEntries } from '../config/storage/proSettings.ts';
import { allChains, type FsDriver } from '../config/storage/types.ts';
import { usersMayDiffer } from '../config/users.ts';
import { appendToFile } from '../lint/edits.ts';
import { defineRule, type Fix } from '../lint/rule.ts';

export const cryptKeysMissing = defineRule({
  id: 'crypt-keys-missing',
  dialects: ['pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/plugins/mail_crypt.html',
  docs: {
    summary: 'A chain encrypts, but the public or the private key is not set.',
    why: 'Since 2.4 and 3.0 crypt writes nothing without a public key: saving a mail fails. Without the private key nothing that was encrypted can be read. Releases before went on without encryption and said nothing.',
    exceptions:
      "An empty 'crypt_write_algorithm' writes in plain text and needs no key. Where a user database may give keys to users, nothing is said.",
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_ext_attachment {\n  fs <|crypt|> {\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_ext_attachment {\n  fs crypt {\n  }\n  fs posix {\n  }\n}\n\ncrypt_global_public_key_file = CHANGEME_PUBLIC_KEY_FILE\ncrypt_global_private_key main {\n  crypt_private_key_file = CHANGEME_PRIVATE_KEY_FILE\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  mail_crypt_global_public_key = </etc/dovecot/crypt.pub\n  obox_index_fs = compress:zstd:3:<|crypt|>:set_prefix=mail_crypt_global:posix:prefix=/data/\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\ncrypt_global_public_key_file = /etc/dovecot/crypt.pub\ncrypt_global_private_key main {\n  crypt_private_key_file = /etc/dovecot/crypt.key\n}\nmail_ext_attachment {\n  fs crypt {\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nuserdb sql {\n}\nmail_ext_attachment {\n  fs crypt {\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\ncrypt_write_algorithm =\nmail_ext_attachment {\n  fs crypt {\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = crypt:public_key_path=/etc/crypt.pub:private_key_path=/etc/crypt.key:posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = crypt:set_prefix=mail_crypt_global:posix:prefix=/data/\n}\n',
      },
    ],
  },
  messages: {
    both: "'{driver}' has no keys: mails cannot be saved. Set a public key to write with and a private key to read with.",
    public: "'{driver}' has no public key: mails cannot be saved.",
    private: "'{driver}' has no private key: what it has encrypted cannot be read.",
  },
  check({ configuration, storage, report }) {
    if (usersMayDiffer(configuration)) return;
    for (const { drivers } of allChains(storage)) {
      for (const driver of drivers) {
        if ((driver.name.text !== 'crypt' && driver.name.text !== 'mail-crypt') || !driver.complete) continue;
        const keys = driver.section === undefined ? oldKeys(driver, configuration) : newKeys(driver, configuration);
        if (keys.public && keys.private) continue;
        const message = keys.private ? 'public' : keys.public ? 'private' : 'both';
        report({
          at: driver.name,
          message,
          data: { driver: driver.name.text },
          fixes: addKeys(driver, keys, configuration),
        });
      }
    }
  },
});

const publicKey = 'crypt_global_public_key_file = CHANGEME_PUBLIC_KEY_FILE';
const privateKey = ['crypt_global_private_key main {', '\tcrypt_private_key_file = CHANGEME_PRIVATE_KEY_FILE', '}'];

/** In the old grammar the keys themselves are the values, which no placeholder can stand for. */
function addKeys({ section }: FsDriver, keys: Keys, { root }: Configuration): Fix[] {
  if (section === undefined) return [];
  const lines = [...(keys.public ? [] : [publicKey]), ...(keys.private ? [] : privateKey)];
  const title = 'Add the keys (make them, and replace the CHANGEME values)';
  return [{ title, safe: false, edits: [appendToFile(root, lines)] }];
}

interface Keys {
  readonly public: boolean;
  readonly private: boolean;
}

function newKeys({ get }: FsDriver, { openings }: Configuration): Keys {
  // In plain text nothing needs a key.
  if (get('crypt_write_algorithm')?.text === '') return { public: true, private: true };
  return {
    public: isSet(get('crypt_global_public_key_file')),
    private: openings.some(({ scope }) => scope.filter === 'crypt_global_private_key'),
  };
}

/** Keys are files that the string names, or plugin settings with a prefix that it names. */
function oldKeys({ get }: FsDriver, configuration: Configuration): Keys {
  const prefix = get('set_prefix')?.text ?? 'mail_crypt_global';
  const has = (setting: string, key: string) =>
    isSet(get(setting)) || proEntries(configuration, `${prefix}_${key}_key`).length > 0;
  return { public: has('crypt_global_public_key_file', 'public'), private: has('crypt_private_key_file', 'private') };
}

function isSet(value: Located | undefined): boolean {
  return value !== undefined && value.text !== '';
}
