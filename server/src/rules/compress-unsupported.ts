/** A method or level of compression that Dovecot refuses. */

import type { Configuration } from '../config/configuration.ts';
import { plain } from '../config/entries.ts';
import { type Located, locatedSlice } from '../config/located.ts';
import { allChains, type FsDriver } from '../config/storage/types.ts';
import { type CompressionMethod, compressionMethods, findCompression, xzRemoved } from '../knowledge/compression.ts';
import { compareReleases } from '../knowledge/releases.ts';
import { defineRule, type Report, replace, type Severity } from '../lint/rule.ts';

export const compressUnsupported = defineRule({
  id: 'compress-unsupported',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/fs-compress-plugin/',
  docs: {
    summary: 'Compression is given a method or a level that it does not have.',
    why: 'The old string needs method and level, in this order; each method has levels of its own (bz2 1–9, deflate and gz 0–9, lz4 1–9, zstd 1–22). With anything else the chain cannot be opened in the old grammar, and nothing can be written in the new one.',
    exceptions:
      'xz could be written before 2.3.14: for 2.3 without a known release that is only information. Before 2.3.15 every method had the levels 1–9.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:1G:/var/cache/mails:compress:gz:<|22|>:posix:prefix=/data/\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:1G:/var/cache/mails:compress:gz:9:posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'mail_attachment_fs = compress:zstd:<|posix|>:prefix=/var/attachments/\nplugin {\n}\n',
        fixed: 'mail_attachment_fs = compress:zstd:3:posix:prefix=/var/attachments/\nplugin {\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nfs_compress_write_method = zstd\ncompress_zstd_level = <|0|>\nmail_ext_attachment {\n  fs compress {\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nfs_compress_write_method = zstd\ncompress_zstd_level = 1\nmail_ext_attachment {\n  fs compress {\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache {\n  fs compress {\n    write_method = <|xz|>\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache {\n  fs compress {\n    write_method = zstd\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_index_fs = compress:maybe-<|zip|>:3:posix:prefix=/data/\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = compress:maybe-gz:0:posix:prefix=/data/\n  obox_index_fs = compress:zstd:22:posix:prefix=/data/\n  fts_dovecot_fs = compress:{{ method }}:{{ level }}:posix:prefix=/fts/\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nfs_compress_write_method = gz\ncompress_zstd_level = 99\nmail_ext_attachment {\n  fs compress {\n  }\n  fs posix {\n  }\n}\n',
      },
    ],
  },
  messages: {
    xz: 'Nothing can be written in xz any more: use zstd.',
    method: "compress has no method '{method}'. It has {methods}.",
    range: "{method} has the levels {min} to {max}: '{level}' is none of them.",
    level: "The level of {method} ({min} to {max}) is missing in front of '{level}'.",
  },
  check({ configuration, storage, report }) {
    for (const chain of allChains(storage)) {
      for (const driver of chain.drivers) {
        const method = driver.name.text === 'compress' ? methodOf(driver) : undefined;
        if (method === undefined || method.text === '') continue;
        const known = findCompression(method.text);
        if (known === undefined) {
          const severity = severityOf(method.text, configuration);
          if (severity !== undefined) report({ at: method, ...unknownMethod(method), severity });
        } else {
          const found = levelOf(driver, known);
          if (found !== undefined) report(wrongLevel(driver, found, method.text, known));
        }
      }
    }
  },
});

/** `zstd` of `maybe-zstd`. */
function methodOf(driver: FsDriver): Located | undefined {
  const method = plain(driver.get('fs_compress_write_method'));
  if (method === undefined || driver.section !== undefined || !method.text.startsWith('maybe-')) return method;
  return locatedSlice(method, 'maybe-'.length, method.text.length);
}

/** xz is an error in the releases that are known to have lost it. */
function severityOf(method: string, { decision: { dialect, release } }: Configuration): Severity | undefined {
  if (method !== 'xz' || (dialect !== 'ce-2.3' && dialect !== 'pro-2.3')) return 'error';
  if (release === undefined) return 'information';
  return compareReleases(release, xzRemoved) < 0 ? undefined : 'error';
}

function unknownMethod(method: Located): Pick<Report<'xz' | 'method'>, 'message' | 'data' | 'fixes'> {
  if (method.text !== 'xz') {
    const methods = compressionMethods.map((name) => `'${name}'`).join(', ');
    return { message: 'method', data: { method: method.text, methods } };
  }
  const title = 'Write in zstd (where objects in xz exist, they cannot be read any more)';
  return { message: 'xz', fixes: [{ title, safe: false, edits: [replace(method, 'zstd')] }] };
}

/** The level when it is wrong for certain. */
function levelOf(driver: FsDriver, { setting, min, max }: CompressionMethod): Located | undefined {
  const name = driver.section === undefined ? 'level' : setting;
  const level = name === undefined ? undefined : plain(driver.get(name));
  // Where nothing follows either, what is missing is the storage.
  if (level === undefined || (level.text === '' && driver.extent.span.to === level.span.to)) return undefined;
  const isInRange = /^\d+$/.test(level.text) && Number(level.text) >= min && Number(level.text) <= max;
  return isInRange ? undefined : level;
}

function wrongLevel(
  { section }: FsDriver,
  level: Located,
  method: string,
  { min, max, default: usual }: CompressionMethod,
): Report<'range' | 'level'> {
  const data = { method, min: `${min}`, max: `${max}`, level: level.text };
  if (/^-?\d+$/.test(level.text)) {
    const nearest = `${Number(level.text) < min ? min : max}`;
    const fix = { title: `Use level ${nearest}`, safe: true, edits: [replace(level, nearest)] };
    return { at: level, message: 'range', data, fixes: [fix] };
  }
  // In a URI string it is the next argument that has taken the place of the level.
  const isNext = section === undefined && level.text !== '';
  const edits = [
    isNext
      ? { document: level.document, span: { from: level.span.from, to: level.span.from }, text: `${usual}:` }
      : replace(level, `${usual}`),
  ];
  return { at: level, message: 'level', data, fixes: [{ title: `Insert level ${usual}`, safe: true, edits }] };
}
