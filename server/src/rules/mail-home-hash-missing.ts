/** Homes of all users in one folder. */

import { findIn } from '../config/effective/find.ts';
import { isKnown } from '../config/holes.ts';
import { locatedValue } from '../config/located.ts';
import { oboxFormat } from '../config/storage/formats.ts';
import { hashesIn, hashFolder, insertHash } from '../lint/hashFolders.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const mailHomeHashMissing = defineRule({
  id: 'mail-home-hash-missing',
  dialects: palomarAndUpgrade,
  severity: 'hint',
  profile: 'strict',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/',
  docs: {
    summary: 'The homes of all users are in one folder, without a level of hash folders.',
    why: 'On a backend the home of a user is the local cache. With many users one folder has very many entries, which makes listing it slow; a hash of the name spreads them over 256.',
    exceptions: 'A file system that copes with large folders, or few users.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox\nmail_driver = obox\nmail_home = <|/var/vmail/%{user}|>\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox\nmail_driver = obox\nmail_home = /var/vmail/%{user | md5 | hexlify(2)}/%{user}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_home = <|/var/vmail/%d/%Ln|>\n',
        fixed: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_home = /var/vmail/%2Mu/%d/%Ln\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_home = /var/vmail/%2.256Nu/%u\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nmail_home = /var/vmail/%{user | sha1 % 256 | hex(2)}/%{user}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_home = /var/vmail/{{ hash }}%u\n',
      },
    ],
  },
  messages: {
    flat: 'All homes are in one folder: put a level of hash folders above them.',
  },
  check({ configuration, storage, report }) {
    const { grammar } = configuration.decision;
    const entry = findIn(configuration, 'mail_home', '');
    if (grammar === undefined || entry === undefined || oboxFormat(storage.formats) === undefined) return;
    const home = locatedValue(entry.statement, entry.document);
    if (!isKnown(home.text) || !home.text.startsWith('/') || hashesIn(home.text, grammar) !== 0) return;
    const title = 'Add a level of hash folders (flush metacache first: the homes move)';
    report({
      at: home,
      message: 'flat',
      fixes: [{ title, safe: false, edits: [insertHash(home, hashFolder[grammar])] }],
    });
  },
});
