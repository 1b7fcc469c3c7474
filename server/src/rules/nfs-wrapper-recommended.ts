/** Compression and encryption of what obox stores on NFS. */

import { finalDriver, hasDriver, isWhole } from '../config/storage/types.ts';
import { insertCompression } from '../lint/chainEdits.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { defineRule, palomar } from '../lint/rule.ts';

const posix = 'posix:prefix=/data/%2LMu/%u/:no-fsync:accurate-mtime:dirs';
const crypt = 'crypt:private_key_path=/etc/dovecot/private.pem:public_key_path=/etc/dovecot/public.pem';

export const nfsWrapperRecommended = defineRule({
  id: 'nfs-wrapper-recommended',
  dialects: palomar,
  severity: 'hint',
  profile: 'strict',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  docs: {
    summary: 'Mails or indexes are stored on NFS without compression or encryption.',
    why: 'The manual recommends both for NFS: compressed files take a fraction of the traffic and space, and what is encrypted cannot be read by who runs the file server.',
    exceptions:
      'It is a recommendation. Keys must be made and kept safe before encryption is switched on, so there is no fix for that; and files from before are not read without a fallback.',
    bad: [
      pro30(
        `plugin {\n  <|obox_fs|> = fscache:1G:/var/cache/mails:${crypt}:${posix}\n}\n`,
        `plugin {\n  obox_fs = fscache:1G:/var/cache/mails:compress:maybe-zstd:3:${crypt}:${posix}\n}\n`,
      ),
      pro31(
        'fs_compress_write_method = zstd\n<|metacache|> {\n  fs compress {\n  }\n  fs posix {\n    prefix = /data/%{user | md5 | hexlify(2)}/\n  }\n}\n',
      ),
    ],
    good: [
      pro30(`plugin {\n  obox_fs = fscache:1G:/var/cache/mails:compress:zstd:3:${crypt}:${posix}\n}\n`),
      pro30(`plugin {\n  obox_fs = fscache:1G:/var/cache/mails:{{ wrappers }}:${posix}\n}\n`),
      pro31('fs_sproxyd_url = http://ring.example.com/\nmetacache {\n  fs sproxyd {\n  }\n}\n'),
    ],
  },
  messages: {
    plain: 'What is stored on NFS is not compressed.',
    readable: 'What is stored on NFS is not encrypted.',
  },
  check({ configuration, storage, report }) {
    for (const chain of storage.chains) {
      if (!isWhole(chain, configuration) || finalDriver(chain)?.name.text !== 'posix') continue;
      if (!hasDriver(chain, ['compress'])) {
        const title = 'Compress with zstd, and still read what is not compressed (on all backends together)';
        const fixes = [{ title, safe: false, edits: [insertCompression(chain)] }];
        report({ at: chain.holder, message: 'plain', fixes });
      }
      if (!hasDriver(chain, ['crypt', 'mail-crypt'])) report({ at: chain.holder, message: 'readable' });
    }
  },
});
