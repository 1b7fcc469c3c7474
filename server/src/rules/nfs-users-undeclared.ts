/** S20: NFS is supported up to a number of users that no configuration file shows. */

import { storageSystem } from '../config/storage/system.ts';
import { finalDriver } from '../config/storage/types.ts';
import { defineRule, palomar } from '../lint/rule.ts';

export const nfsUsersUndeclared = defineRule({
  id: 'nfs-users-undeclared',
  dialects: palomar,
  severity: 'information',
  statements: ['S20'],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  docs: {
    summary: 'Mails are stored on a file system, and the number of users is not declared.',
    why: 'NFS is supported for fewer than 250,000 users, or for more with the NFS SLA add-on in the licence. Nothing in the configuration says how many users there are, so whether this deployment is covered is unknown.',
    exceptions: 'Declare the users in the deployment manifest, as `users: 180000`, to have the question answered.',
    noFix: 'Only you know the number; the storage support report has a link that writes the key.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n  }\n  fs <|posix|> {\n    prefix = /data/\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:1G:/var/cache/mails:<|posix|>:prefix=/data/%2LMu/%u/:no-fsync\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
      },
    ],
  },
  messages: {
    undeclared:
      'NFS is supported below 250,000 users, or with the NFS SLA add-on. How many users there are is not declared, so support is unknown.',
  },
  check({ storage, deployment, report }) {
    if (deployment?.users !== undefined) return;
    const chain = storage.chains.find((candidate) => candidate.role === 'mail');
    const driver = chain === undefined ? undefined : finalDriver(chain);
    if (driver !== undefined && storageSystem(driver) === 'nfs') report({ at: driver.name, message: 'undeclared' });
  },
});
