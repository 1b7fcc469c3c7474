/** Two `fs` blocks of one name are one block. */

import type { Configuration, Opening } from '../config/configuration.ts';
import { insertIntoSection } from '../lint/edits.ts';
import { defineRule, type Fix, replace } from '../lint/rule.ts';

export const fsNameConflict = defineRule({
  id: 'fs-name-conflict',
  dialects: ['ce-2.4', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/fs.html',
  docs: {
    summary: 'A chain has two fs blocks of the same name.',
    why: "Blocks of one name are one block to Dovecot: the second adds settings to the first, and the chain is shorter than it looks. A driver that is wanted twice needs a name of its own: 'fs compress2 { fs_driver = compress }'. Settings inside it are then written with their full names.",
    exceptions: 'Another file may open the block again to change a setting.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_compress_write_method = zstd\nmetacache {\n  fs compress {\n  }\n  fs <|compress|> {\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_compress_write_method = zstd\nmetacache {\n  fs compress {\n  }\n  fs compress2 {\n    fs_driver = compress\n  }\n  fs posix {\n  }\n}\n',
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
    const first = new Map<string, Opening>();
    for (const opening of configuration.openings) {
      const { scope, section, document } = opening;
      if (scope.filter !== 'fs' || scope.parent === undefined || section.name === undefined) continue;
      const other = first.get(scope.path);
      // Each opening of the section around them has a scope of its own.
      if (other === undefined || other.scope.parent !== scope.parent) {
        first.set(scope.path, opening);
        continue;
      }
      const related = [{ document, span: other.section.name!, message: 'The first one is here.' }];
      const data = { name: section.name.text };
      report({
        at: { document, span: section.name },
        message: 'same',
        data,
        fixes: rename(opening, configuration),
        related,
      });
    }
  },
});

/** Inside a block of another name a short name would mean another setting. */
function rename(opening: Opening, { openings }: Configuration): Fix[] {
  const { document, section, scope } = opening;
  const name = section.name!;
  const isWrittenOut = section.body.every((each) => each.kind === 'assignment' && each.key.text.startsWith('fs_'));
  if (!isWrittenOut || !/^[\w-]+$/.test(name.text)) return [];
  const beside = openings.filter((other) => other.scope.parent === scope.parent);
  const taken = new Set(beside.map((other) => other.section.name?.text));
  let number = 2;
  while (taken.has(`${name.text}${number}`)) number++;
  const hasDriver = section.body.some((each) => each.kind === 'assignment' && each.key.text === 'fs_driver');
  const edits = [
    replace({ document, span: name }, `${name.text}${number}`),
    ...(hasDriver ? [] : [insertIntoSection({ document, section }, [`fs_driver = ${name.text}`])]),
  ];
  return [{ title: `Name it '${name.text}${number}' (the chain becomes longer)`, safe: false, edits }];
}
