/** The log of a cache that is split by user must be split in the same way. */

import { isKnown } from '../config/holes.ts';
import { defineRule, replace } from '../lint/rule.ts';

export const fscacheLogPathMismatch = defineRule({
  id: 'fscache-log-path-mismatch',
  dialects: ['pro-3.1'],
  severity: 'hint',
  profile: 'strict',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  docs: {
    summary: 'The log of an fscache does not go with the folder of the cache.',
    why: 'The log lists what a cache folder holds. Where the folder is split by user, one log for all of them would list the files of several folders; inside the folder it would be taken for a cached file.',
    exceptions: 'This is concluded from a sample for releases to come; no page says it in words.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n    path = /var/cache/mails/%{user | sha1 % 4}\n    log_path = <|/var/cache/mails.log|>\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n    path = /var/cache/mails/%{user | sha1 % 4}\n    log_path = /var/cache/mails/%{user | sha1 % 4}.log\n  }\n  fs posix {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n    path = /var/cache/mails/%{user | sha1 % 4}\n    log_path = /var/cache/mails-%{user | sha1 % 4}.log\n  }\n  fs posix {\n  }\n}\n',
      },
    ],
  },
  messages: {
    mismatch: 'The log must be beside the folder of the cache, one for each folder.',
  },
  check({ storage, report }) {
    for (const { drivers } of storage.chains) {
      for (const { name, get } of drivers) {
        const [path, log] = [get('fs_fscache_path'), get('fs_fscache_log_path')];
        if (name.text !== 'fscache' || path === undefined || log === undefined) continue;
        if (!isKnown(path.text) || !isKnown(log.text) || log.text === '') continue;
        const folder = path.text.replace(/\/+$/, '');
        const isInside = log.text.startsWith(`${folder}/`);
        if (!isInside && (!folder.includes('%') || log.text.includes('%'))) continue;
        const fix = { title: 'Put the log beside the folder', safe: true, edits: [replace(log, `${folder}.log`)] };
        report({ at: log, message: 'mismatch', fixes: [fix] });
      }
    }
  },
});
