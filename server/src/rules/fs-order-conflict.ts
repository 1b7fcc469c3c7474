/** Drivers of a chain in an order that is refused, or that defeats their purpose. */

import type { DriverChain, FsDriver } from '../config/storage/types.ts';
import { allChains, storageDrivers } from '../config/storage/types.ts';
import { type DocumentEdit, defineRule, type Fix } from '../lint/rule.ts';
import type { Span } from '../text/span.ts';

/** Of two drivers the one that must come first, and what the other order does. */
const pairs = [
  {
    first: ['compress'],
    second: ['crypt', 'mail-crypt'],
    message: 'crypt',
    title: 'Swap the two (objects that are stored already cannot be read then)',
  },
  {
    first: ['fscache'],
    second: ['compress'],
    message: 'cache',
    title: 'Swap the two (empty the cache folder first)',
  },
] as const;

export const fsOrderConflict = defineRule({
  id: 'fs-order-conflict',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/fs.html',
  docs: {
    summary: 'The drivers of a storage chain stand in a wrong order.',
    why: 'Wrappers come first and the driver that stores comes last: a block behind it is refused. What is encrypted no longer compresses, so compress belongs in front of crypt. And compress in front of fscache keeps the cache compressed, which makes it read and unpack whole mails; these two are warnings.',
    exceptions: 'compress and dictmap may stand in either order.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_compress_write_method = zstd\nmetacache {\n  # on NFS\n  fs <|posix|> {\n    prefix = /data/index/\n  }\n  fs compress {\n  }\n  fs crypt {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_compress_write_method = zstd\nmetacache {\n  # on NFS\n  fs compress {\n  }\n  fs crypt {\n  }\n  fs posix {\n    prefix = /data/index/\n  }\n}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'mail_attachment_fs = <|crypt|>:set_prefix=mail_crypt_global:compress:zstd:3:posix:prefix=/var/attachments/\nplugin {\n}\n',
        fixed:
          'mail_attachment_fs = compress:zstd:3:crypt:set_prefix=mail_crypt_global:posix:prefix=/var/attachments/\nplugin {\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = <|compress|>:zstd:3:fscache:512M:/var/cache/mails/%4Nu:posix:prefix=/data/\n}\n',
        fixed: 'plugin {\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:compress:zstd:3:posix:prefix=/data/\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_compress_write_method = zstd\nobox {\n  fs fscache {\n    size = 512M\n    path = /var/cache/mails\n  }\n  fs dictmap {\n  }\n  fs compress {\n  }\n  fs crypt {\n  }\n  fs s3 {\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = {{ cache }}:compress:zstd:3:posix:prefix=/data/\n}\n',
      },
    ],
  },
  messages: {
    storage: "'{driver}' stores, so it must be the last of the chain: '{other}' behind it is refused.",
    crypt: "'{driver}' must come behind '{other}': what is encrypted no longer compresses.",
    cache: "'{driver}' must come behind '{other}', or the cache holds compressed mails that must be unpacked whole.",
  },
  check({ storage, report }) {
    for (const chain of allChains(storage)) {
      const { drivers } = chain;
      const last = drivers[drivers.length - 1];
      const storing = drivers.find((driver) => driver !== last && storageDrivers.has(driver.name.text));
      if (storing !== undefined) {
        const data = { driver: storing.name.text, other: drivers[drivers.indexOf(storing) + 1]!.name.text };
        report({ at: storing.name, message: 'storage', data, fixes: moveToEnd(storing, chain) });
      }
      for (const { first, second, message, title } of pairs) {
        const later = drivers.findLastIndex(({ name }) => isOneOf(first, name.text));
        const early = drivers.findIndex(({ name }) => isOneOf(second, name.text));
        if (early === -1 || early > later) continue;
        const [driver, other] = [drivers[early]!, drivers[later]!];
        const edits = swap(driver, other);
        report({
          at: driver.name,
          message,
          data: { driver: driver.name.text, other: other.name.text },
          severity: 'warning',
          fixes: edits.length === 0 ? [] : [{ title, safe: false, edits }],
        });
      }
    }
  },
});

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/** The text of a driver: its part of the string, or its block without the comments around it. */
function spanOf({ section, extent }: FsDriver): Span {
  return section ?? extent.span;
}

function swap(a: FsDriver, b: FsDriver): readonly DocumentEdit[] {
  const { document } = a.name;
  if (document !== b.name.document) return [];
  const [one, two] = [spanOf(a), spanOf(b)];
  const text = ({ from, to }: Span) => document.text.slice(from, to);
  return [
    { document, span: one, text: text(two) },
    { document, span: two, text: text(one) },
  ];
}

/** Moves a block behind the others; a chain that is refused has stored nothing. */
function moveToEnd(driver: FsDriver, { drivers }: DriverChain): readonly Fix[] {
  const { document } = driver.name;
  const others = drivers.slice(drivers.indexOf(driver) + 1);
  const last = others[others.length - 1]!;
  if (driver.section === undefined || last.section === undefined || last.name.document !== document) return [];
  const lineOf = (offset: number) => document.text.lastIndexOf('\n', offset - 1) + 1;
  const from = lineOf(driver.section.from);
  const next = document.text.indexOf('\n', driver.section.to) + 1;
  const end = document.text.indexOf('\n', last.section.to) + 1;
  if (next === 0 || end === 0) return [];
  const edits = [
    { document, span: { from, to: next }, text: '' },
    { document, span: { from: end, to: end }, text: document.text.slice(from, next) },
  ];
  return [{ title: `Move '${driver.name.text}' to the end of the chain`, safe: true, edits }];
}
