/** Deliveries by dovecot-lda, which run on the machine of the mail server. */

import type { Configuration } from '../config/configuration.ts';
import { entriesNamed, isYes, plainValue } from '../config/entries.ts';
import { nfsEvidence } from '../config/storage/nfs.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { defineRule, type Fix, replace } from '../lint/rule.ts';

const posix = 'fscache:1G:/var/cache/mails:compress:zstd:3:posix:prefix=/data/%2LMu/%u/:no-fsync:accurate-mtime:dirs';

export const nfsLmtpRequired = defineRule({
  id: 'nfs-lmtp-required',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  docs: {
    summary: 'Mails lie on NFS, dovecot-lda has settings, and LMTP is not among the protocols.',
    why: 'dovecot-lda delivers on the machine of the mail server, while the user is served on another one. Two servers in one mailbox on NFS corrupt its indexes. LMTP brings a mail to the server that serves the user.',
    exceptions:
      'Settings left over from a delivery that is no longer used. Where lmtp is among the protocols nothing is said, and where only mail_nfs_storage or mail_nfs_index suggests NFS, the finding is information.',
    bad: [
      pro30(
        `protocols = imap\nplugin {\n  obox_fs = ${posix}\n}\nprotocol <|lda|> {\n  mail_plugins = $mail_plugins sieve\n}\n`,
        `protocols = imap lmtp\nplugin {\n  obox_fs = ${posix}\n}\nprotocol lda {\n  mail_plugins = $mail_plugins sieve\n}\n`,
      ),
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nprotocols {\n  imap = yes\n  lmtp = no\n}\nmail_nfs_storage = yes\nprotocol <|lda|> {\n  auth_socket_path = auth-lda\n}\n',
      },
    ],
    good: [
      pro30(
        `protocols = imap lmtp\nplugin {\n  obox_fs = ${posix}\n}\nprotocol lda {\n  mail_plugins = $mail_plugins sieve\n}\n`,
      ),
      pro30(`protocols = imap\nplugin {\n  obox_fs = ${posix}\n}\nprotocol lda {\n  # nothing here\n}\n`),
      pro31('protocols = imap\nprotocol lda {\n  mail_plugins = sieve\n}\n'),
    ],
  },
  messages: {
    lda: 'With mails on NFS deliveries must come by LMTP, which is not among the protocols, and not by dovecot-lda.',
  },
  check({ configuration, storage, report }) {
    const evidence = nfsEvidence(configuration, storage);
    if (evidence === undefined || hasProtocol(configuration, 'lmtp') !== false) return;
    const isUsed = configuration.entries.some(({ scope }) => scope?.path === 'protocol:lda');
    const opening = configuration.openings.find(({ scope }) => scope.path === 'protocol:lda');
    if (!isUsed || opening === undefined) return;
    const at = { document: opening.document, span: opening.section.name ?? opening.section.key };
    report({
      at,
      message: 'lda',
      severity: evidence === 'flushing' ? 'information' : 'warning',
      fixes: addProtocol(configuration),
    });
  },
});

/** Where the protocols are one list. */
function addProtocol(configuration: Configuration): Fix[] {
  const [list, other] = entriesNamed(configuration, 'protocols');
  const value = plainValue(list);
  if (value === undefined || value.text === '' || other !== undefined || list?.scope !== undefined) return [];
  const title = 'Add lmtp to the protocols (the mail server must deliver to it)';
  return [{ title, safe: false, edits: [replace(value, `${value.text} lmtp`)] }];
}

/** Undefined when nothing is said of protocols, or not all of it is known. */
function hasProtocol(configuration: Configuration, protocol: string): boolean | undefined {
  const lists = entriesNamed(configuration, 'protocols').map(plainValue);
  const elements = configuration.entries.filter(({ scope }) => scope?.path === 'protocols');
  if (!configuration.complete || lists.length + elements.length === 0) return undefined;
  if (lists.some((list) => list === undefined)) return undefined;
  const own = elements.findLast(({ setting }) => setting === protocol);
  if (own !== undefined) return isYes(plainValue(own));
  return lists.some((list) => list!.text.split(/[\s,]+/).includes(protocol));
}
