/** A prefix of file names that was meant to be a folder. */

import { isKnown } from '../config/holes.ts';
import type { Located } from '../config/located.ts';
import { allChains } from '../config/storage/types.ts';
import { defineRule } from '../lint/rule.ts';

export const posixPrefixAmbiguous = defineRule({
  id: 'posix-prefix-ambiguous',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/fs.html',
  docs: {
    summary: 'The prefix of a posix driver does not end with a slash.',
    why: 'Since 2.3 no slash is added: with the prefix /data/mails, a file x becomes /data/mailsx, beside the folder and not in it. Rights, quotas and backups of the folder do not reach such files.',
    exceptions: 'A prefix that ends with a hyphen, a dot or an underscore is taken for one that is meant so.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache {\n  fs posix {\n    prefix = <|/data/index|>\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache {\n  fs posix {\n    prefix = /data/index/\n  }\n}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'mail_attachment_fs = sis posix:prefix=<|/var/attachments/%u|>:mode=0600\nplugin {\n}\n',
        fixed: 'mail_attachment_fs = sis posix:prefix=/var/attachments/%u/:mode=0600\nplugin {\n}\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = posix:prefix=/var/attachments/:mode=0600\nplugin {\n}\n' },
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = posix:prefix=/var/attachments/file-\nplugin {\n}\n' },
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = posix:prefix={{ prefix }}\nplugin {\n}\n' },
    ],
  },
  messages: {
    slash: "Without a slash at the end, the files lie beside this folder: 'x' becomes '{example}'.",
  },
  check({ storage, report }) {
    for (const { drivers } of allChains(storage)) {
      for (const { name, get } of drivers) {
        const prefix = name.text === 'posix' ? get('fs_posix_prefix') : undefined;
        if (prefix === undefined || !isKnown(prefix.text) || !/[^/._-]$/.test(prefix.text)) continue;
        const title = 'Add the slash (move files that are stored already)';
        const data = { example: `${prefix.text}x` };
        report({ at: prefix, message: 'slash', data, fixes: [{ title, safe: false, edits: [append(prefix)] }] });
      }
    }
  },
});

function append({ document, span }: Located) {
  return { document, span: { from: span.to, to: span.to }, text: '/' };
}
