/** The full text search driver of Dovecot Pro. */

import type { Setting } from '../types.ts';
import { newAll, newPro, oldAll, oldPro, pages } from './shared.ts';

export const ftsSettings: readonly Setting[] = [
  {
    old: { name: 'fts', place: 'plugin', dialects: oldAll },
    type: 'string',
    summary: 'Choice of the full text search driver; `dovecot` is the one of Dovecot Pro.',
    details: 'Needs both plugins, `fts` and `fts_dovecot`. In 3.1 the name of the `fts` block says it.',
    example: 'fts = dovecot',
    seeAlso: ['fts_dovecot_fs'],
    source: pages.ftsDovecot,
  },
  {
    new: { name: 'fts', place: 'setting', dialects: newAll },
    type: 'named_list_filter',
    summary: 'Block of one full text search driver; `fts dovecot { }` holds its storage chain on Pro.',
    details:
      'Inside stand `fs` blocks: fts-cache and fscache first, the storage driver last. Use the storage of `obox { }`, but another fscache directory.',
    example: 'fts dovecot {\n  fs fts-cache {\n  }\n  fs s3 {\n  }\n}',
    seeAlso: ['fts_dovecot_fs', 'fs', 'obox'],
    source: pages.settings,
  },
  {
    old: { name: 'fts_dovecot_fs', place: 'plugin', dialects: oldPro },
    type: 'fs_uri',
    summary: 'Storage chain for full text indexes.',
    details:
      'Begin it with fts-cache and an fscache in a directory of its own; on object storage every delivery writes and deletes objects otherwise. It must use the same storage as `obox_fs`. In 3.1 the block `fts dovecot { }` takes its place.',
    example:
      'fts_dovecot_fs = fts-cache:fscache:512M:/var/cache/fts/%4Nu:compress:zstd:3:dictmap:proxy:dict-async:cassandra ; sproxyd:http://localhost/?class=1 ; dict-prefix=%u/fts/',
    seeAlso: ['obox_fs', 'fts'],
    source: pages.ftsDovecot,
  },
  {
    old: { name: 'fts_dovecot_mail_flush_interval', place: 'plugin', since: '2.3.5', dialects: oldPro },
    new: { name: 'fts_dovecot_mail_flush_interval', place: 'setting', default: '10', dialects: newPro },
    type: 'uint',
    unit: 'mails',
    summary: 'Number of new mails after which the full text index is uploaded.',
    details:
      'Fewer means less to index again after a breakdown, and more writes. The default was 0 in 2.3 and is 10 since 3.0.0; set 10 on 2.3.',
    example: 'fts_dovecot_mail_flush_interval = 10',
    seeAlso: ['fts_dovecot_max_triplets'],
    source: pages.ftsDovecot,
  },
  {
    old: { name: 'fts_dovecot_max_triplets', place: 'plugin', since: '2.3.15', dialects: oldPro },
    new: { name: 'fts_dovecot_max_triplets', place: 'setting', default: '200', dialects: newPro },
    type: 'uint',
    unit: 'triplets',
    summary: 'Number of index parts from which searches fail with an error in the log.',
    details:
      'A safeguard against indexes that have fallen apart; 0 is no limit. The default was 0 in 2.3 and is 200 since 3.0.0; set 200 on 2.3.',
    example: 'fts_dovecot_max_triplets = 200',
    seeAlso: ['fts_dovecot_min_merge_l_file_size'],
    source: pages.ftsDovecot,
  },
  {
    old: { name: 'fts_dovecot_message_count_stats', place: 'plugin', default: 'no', since: '2.3.21', dialects: oldPro },
    new: { name: 'fts_dovecot_message_count_stats', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Counting of mails by folder in the statistics of the index.',
    details:
      'Lets the consistency check of doveadm answer by folder. Older releases regenerate the file, so switch it on only when all backends are upgraded.',
    example: 'fts_dovecot_message_count_stats = yes',
    seeAlso: ['fts'],
    source: pages.ftsDovecot,
  },
  {
    old: {
      name: 'fts_dovecot_min_merge_l_file_size',
      place: 'plugin',
      default: '128 kB',
      since: '2.3.5',
      dialects: oldPro,
    },
    new: { name: 'fts_dovecot_min_merge_l_file_size', place: 'setting', default: '128 kB', dialects: newPro },
    type: 'size',
    unit: 'bytes',
    summary: 'Size up to which the smallest part of the index is rewritten before it is merged.',
    details: 'With fts-cache this is how much stays on the local disk before an upload.',
    example: 'fts_dovecot_min_merge_l_file_size = 128 kB',
    seeAlso: ['fts_dovecot_max_triplets'],
    source: pages.ftsDovecot,
  },
  {
    old: { name: 'fts_dovecot_prefix', place: 'plugin', default: 'no', since: '2.3.5', dialects: oldPro },
    new: { name: 'fts_dovecot_prefix', place: 'setting', default: 'no', dialects: newPro },
    type: 'string',
    summary: 'Search by beginnings of words: `no`, `yes` or lengths such as `3-10`.',
    details:
      '`yes` means every length from 0 to 255. A range keeps very short words from matching everything; some filters do not go well with it.',
    example: 'fts_dovecot_prefix = 3-',
    seeAlso: ['fts'],
    source: pages.ftsDovecot,
  },
];
