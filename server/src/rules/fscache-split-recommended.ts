/** A large cache in one folder. */

import { isKnown } from '../config/holes.ts';
import { amountOf } from '../config/values/amount.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

/** 10 GB. */
const large = 10n << 30n;

export const fscacheSplitRecommended = defineRule({
  id: 'fscache-split-recommended',
  dialects: palomarAndUpgrade,
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/fscache/',
  docs: {
    summary: 'An fscache of more than 10 GB is in one folder.',
    why: 'When a cache is full, one process cleans it while others wait. Split by user into a few folders, each cleaning has less to do, and one user with very large mails does not push out the mails of all.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 20G\n    path = <|/var/cache/mails|>\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 20G\n    path = /var/cache/mails/%{user | sha1 % 4}\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = fscache:11G:<|/var/cache/mails/|>:posix:prefix=/data/\n}\n',
        fixed: 'plugin {\n  obox_fs = fscache:11G:/var/cache/mails/%4Nu:posix:prefix=/data/\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = fscache:20G:/var/cache/mails/%4Nu:posix:prefix=/data/\n  fts_dovecot_fs = fscache:10G:/var/cache/fts:posix:prefix=/fts/\n}\n',
      },
    ],
  },
  messages: {
    large: 'A cache of this size is better split by user into a few folders.',
  },
  check({ configuration, storage, report }) {
    const { grammar } = configuration.decision;
    for (const { drivers } of storage.chains) {
      for (const { name, get } of drivers) {
        const path = get('fs_fscache_path');
        if (name.text !== 'fscache' || path === undefined || path.text === '' || !isKnown(path.text)) continue;
        const size = amountOf(get('fs_fscache_size'), 'size', grammar) ?? 0n;
        if (size <= large || path.text.includes('%')) continue;
        const part = grammar === 'old' ? '%4Nu' : '%{user | sha1 % 4}';
        const edits = [replace(path, `${path.text.replace(/\/+$/, '')}/${part}`)];
        const title = 'Split it into four folders (the size then counts for each: divide it)';
        report({ at: path, message: 'large', fixes: [{ title, safe: false, edits }] });
      }
    }
  },
});
