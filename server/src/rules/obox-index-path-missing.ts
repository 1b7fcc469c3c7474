/** With obox, index and control files belong into the user's home, where metacache looks after them. */

import { isKnown } from '../config/holes.ts';
import type { Located } from '../config/located.ts';
import { locationPart } from '../config/storage/formats.ts';
import { type DocumentEdit, defineRule } from '../lint/rule.ts';

export const oboxIndexPathMissing = defineRule({
  id: 'obox-index-path-missing',
  dialects: ['pro-2.3', 'pro-3.0'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/',
  docs: {
    summary: 'A location in obox does not say that index and control files are in the home.',
    why: 'Metacache uploads and cleans what is below the home of a user. Index and control files that lie elsewhere are not part of it: they are lost when the user moves to another backend.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox\nmail_location = <|obox|>:%u # path in the storage\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/ # path in the storage\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = "<|obox|>:%8Mu/%u:INDEX=~/"\n',
        fixed: 'mail_plugins = obox\nmail_location = "obox:%8Mu/%u:INDEX=~/:CONTROL=~/"\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nuserdb {\n  driver = static\n  args = uid=vmail mail=<|obox|>:%u home=/var/vmail/%2Mu/%u\n}\n',
        fixed:
          'mail_plugins = obox\nuserdb {\n  driver = static\n  args = uid=vmail mail=obox:%u:INDEX=~/:CONTROL=~/ home=/var/vmail/%2Mu/%u\n}\n',
      },
    ],
    good: [
      { dialect: 'pro-2.3', text: 'mail_plugins = obox\nmail_location = obox:%u:CONTROL=~/:INDEX=%h\n' },
      { dialect: 'pro-2.3', text: 'mail_plugins = obox\nmail_location = obox:{{ location }}\n' },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nmail_path = %{user}\n',
      },
    ],
  },
  messages: {
    missing: 'This location lacks {parts}: only files in the home of the user are part of metacache.',
  },
  check({ storage, report }) {
    for (const format of storage.formats) {
      const { driver, location } = format;
      if (driver.text !== 'obox' || location === undefined || !isKnown(location.text)) continue;
      const missing = ['INDEX', 'CONTROL'].filter((key) => locationPart(format, key) === undefined);
      if (missing.length === 0) continue;
      const parts = missing.map((key) => `${key}=~/`);
      const title = `Add ${parts.join(' and ')} (flush metacache first)`;
      report({
        at: driver,
        message: 'missing',
        data: { parts: parts.join(' and ') },
        fixes: [{ title, safe: false, edits: [append(location, `:${parts.join(':')}`)] }],
      });
    }
  },
});

function append({ document, span, text }: Located, addition: string): DocumentEdit {
  // A colon that nothing follows is taken over.
  const written = text.trimEnd();
  const kept = written.replace(/:$/, '');
  const to = span.to - (text.length - written.length);
  return { document, span: { from: to - (written.length - kept.length), to }, text: addition };
}
