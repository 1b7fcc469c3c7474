/** The quota-status service, which opens mailboxes on whatever server asks. */

import { type NfsEvidence, nfsEvidence } from '../config/storage/nfs.ts';
import { removeLines } from '../lint/edits.ts';
import { declaring, pro30, pro31 } from '../lint/examples.ts';
import { defineRule, type Severity } from '../lint/rule.ts';

const posix = 'fscache:1G:/var/cache/mails:compress:zstd:3:posix:prefix=/data/%2LMu/%u/:no-fsync:accurate-mtime:dirs';

const severities: Readonly<Record<NfsEvidence, Severity>> = {
  declared: 'error',
  driver: 'warning',
  flushing: 'information',
};

export const nfsQuotaStatusUnsupported = defineRule({
  id: 'nfs-quota-status-unsupported',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  docs: {
    summary: 'The quota-status service is used with mails on NFS.',
    why: 'It is asked by the mail server, on any machine, and opens the mailbox there – while the user is served on another one. Two servers in one mailbox on NFS corrupt its indexes.',
    exceptions:
      'It is an error where the deployment manifest declares NFS, a warning for the posix driver on Pro 3.x, and information where only mail_nfs_storage or mail_nfs_index suggests NFS: on a single server with local disks nothing is wrong with it.',
    bad: [
      declaring('nfs', {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\nmmap_disable = yes\nmail_fsync = always\nservice <|quota-status|> {\n  executable = quota-status -p postfix\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\nmmap_disable = yes\nmail_fsync = always\n',
      }),
      pro30(
        `plugin {\n  obox_fs = ${posix}\n}\nservice <|quota-status|> {\n  executable = quota-status -p postfix\n}\n`,
        `plugin {\n  obox_fs = ${posix}\n}\n`,
      ),
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nmail_nfs_storage = yes\nservice <|quota-status|> {\n  executable = quota-status -p postfix\n}\n',
        fixed: 'plugin {\n}\nmail_nfs_storage = yes\n',
      },
    ],
    good: [
      declaring('other', {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nmail_nfs_storage = yes\nservice quota-status {\n}\n',
      }),
      { dialect: 'ce-2.3', text: 'plugin {\n}\nservice quota-status {\n  executable = quota-status -p postfix\n}\n' },
      pro31('fs_sproxyd_url = http://ring.example.com/\nobox {\n  fs sproxyd {\n  }\n}\nservice quota-status {\n}\n'),
    ],
  },
  messages: {
    service:
      'The quota-status service must not be used with mails on NFS: it opens mailboxes on other servers than the users do.',
  },
  check({ configuration, storage, report }) {
    const evidence = nfsEvidence(configuration, storage);
    if (evidence === undefined) return;
    for (const { scope, section, document } of configuration.openings) {
      if (scope.path !== 'service:quota-status') continue;
      const title = 'Remove the service (the mail server must no longer ask it)';
      const fixes = [{ title, safe: false, edits: [removeLines(document, section)] }];
      report({
        at: { document, span: section.name ?? section.key },
        message: 'service',
        severity: severities[evidence],
        fixes,
      });
    }
  },
});
