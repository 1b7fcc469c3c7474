/** Two `fs` blocks of one name are one block. */

import type { Configuration, Opening } from '../config/configuration.ts';
import { defineRule } from '../lint/rule.ts';

export const fsNameConflict = defineRule({
  id: 'fs-name-conflict',
  dialects: ['ce-2.4', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecot.org/main/core/config/fs.html',
  docs: {
    summary: 'A chain has two fs blocks of the same name.',
    why: "Blocks of one name are one block to Dovecot: the second adds settings to the first, and the chain is shorter than it looks. A driver that is wanted twice needs a name of its own: 'fs compress2 { fs_driver = compress }'. Settings inside it are then written with their full names.",
    exceptions: 'Another file may open the block again to change a setting.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_compress_write_method = zstd\nmetacache {\n  fs compress {\n  }\n  fs crypt {\n  }\n  fs <|compress|> {\n  }\n  fs posix {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_ext_attachment {\n  fs posix {\n    prefix = /var/attachments/\n  }\n}\nmail_ext_attachment {\n  fs posix {\n    prefix = /srv/attachments/\n  }\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nfs_compress_write_method = zstd\nmail_ext_attachment {\n  fs compress {\n  }\n  fs compress2 {\n    fs_driver = compress\n  }\n  fs posix {\n  }\n}\n',
      },
    ],
  },
  messages: {
    same: "There is an 'fs {name}' already, and this is the same block to Dovecot: give it another name and an fs_driver.",
  },
  check({ configuration, report }) {
    for (const { name, document, other } of repeated(configuration)) {
      const related = [{ document, span: other, message: 'The first one is here.' }];
      report({ at: { document, span: name }, message: 'same', data: { name: name.text }, related });
    }
  },
});

function repeated(configuration: Configuration) {
  return configuration.openings.flatMap(({ section, document }: Opening) => {
    const first = new Map<string, NonNullable<typeof section.name>>();
    return section.body.flatMap((statement) => {
      if (statement.kind !== 'section' || statement.key.text !== 'fs' || statement.name === undefined) return [];
      const other = first.get(statement.name.text);
      if (other === undefined) {
        first.set(statement.name.text, statement.name);
        return [];
      }
      return [{ name: statement.name, document, other }];
    });
  });
}
