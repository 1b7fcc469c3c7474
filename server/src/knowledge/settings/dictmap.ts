/** The `dictmap` wrapper, which keeps the names of objects in a dictionary, as a rule Cassandra. The first part of the old URI goes by the name `dict`. */

import type { Setting } from '../types.ts';
import { newPro, oldPro, oldPro30, pages } from './shared.ts';

export const dictmapSettings: readonly Setting[] = [
  {
    old: { name: 'dict', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    type: 'dict_uri',
    summary: 'Dictionary that maps paths to objects: first part of the wrapper, before the first semicolon.',
    details:
      'Parts are divided by a semicolon with a space on both sides; without the spaces Dovecot does not start. Reach Cassandra through the `dict-async` service, whose driver serves many clients at once. The new syntax has a `dict` block inside `fs dictmap { }`.',
    example: 'obox_fs = dictmap:proxy:dict-async:cassandra ; sproxyd:http://localhost/?class=2 ; refcounting-table',
    seeAlso: ['dict_server', 'dict_proxy_socket_path'],
    source: pages.dictmap,
  },
  {
    old: { name: 'bucket-cache', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_bucket_cache_path', place: 'setting', default: '', dialects: newPro },
    type: 'path',
    summary: "File that remembers the fill of a user's buckets.",
    details:
      'Required with a bucket size. Keep it with the indexes on fast local disk; `obox { }` has it in the home directory by default.',
    example: 'fs_dictmap_bucket_cache_path = %{home}/buckets.cache',
    seeAlso: ['fs_dictmap_bucket_size'],
    source: pages.dictmap,
  },
  {
    old: { name: 'bucket-deleted-days', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_bucket_deleted_days', place: 'setting', default: '0', dialects: newPro },
    type: 'uint',
    unit: 'days',
    summary: 'Number of days for which deleted mails still count towards the bucket size.',
    details:
      'One day more than `gc_grace_seconds` of the table `user_mailbox_objects`: 11 with the usual 10 days, which is what `obox { }` has by default. Otherwise tombstones make partitions grow unseen.',
    example: 'fs_dictmap_bucket_deleted_days = 11',
    seeAlso: ['fs_dictmap_bucket_size', 'fs_dictmap_bucket_cache_path'],
    source: pages.dictmap,
  },
  {
    old: { name: 'bucket-size', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_bucket_size', place: 'setting', default: '0', dialects: newPro },
    type: 'uint',
    unit: 'mails',
    summary: 'Number of mails after which a mailbox gets a further partition in Cassandra.',
    details:
      'Use 10000 for mails, which is what `obox { }` has by default: larger partitions slow Cassandra down. It needs a bucket cache.',
    example: 'fs_dictmap_bucket_size = 10000',
    seeAlso: ['fs_dictmap_bucket_cache_path', 'fs_dictmap_bucket_deleted_days'],
    source: pages.dictmap,
  },
  {
    old: { name: 'cleanup-uncertain', place: 'fs-uri', drivers: ['dictmap'], since: '2.3.12', dialects: oldPro },
    new: { name: 'fs_dictmap_cleanup_uncertain', place: 'setting', default: 'yes', dialects: newPro },
    type: 'bool',
    summary: 'Cleaning up after a write to Cassandra whose outcome is not known.',
    details:
      'Off by default in 2.3, where the bare word switches it on. On by default since 3.0, where `no-cleanup-uncertain` switches it off and the old word can go.',
    example: 'fs_dictmap_cleanup_uncertain = yes',
    seeAlso: ['no-cleanup-uncertain', 'cassandra_write_fallback_consistency'],
    source: pages.dictmap,
  },
  {
    old: { name: 'delete-dangling-links', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_delete_dangling_links', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Deletion of names whose object the storage does not find.',
    details:
      'Not safe: during a split brain a storage may deny objects that exist, and their mails are then gone. In an old URI the bare word means yes.',
    example: 'fs_dictmap_delete_dangling_links = no',
    seeAlso: ['obox_autofix_storage'],
    source: pages.dictmap,
  },
  {
    old: { name: 'delete-timestamp', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_delete_timestamp', place: 'setting', default: '10s', dialects: newPro },
    type: 'time_msecs',
    unit: 'milliseconds',
    summary: 'Time added to the timestamp of deletions, against clocks that differ.',
    details:
      'Without it Cassandra may ignore the deletion by a backend whose clock is behind. The old parameter is written with a plus sign: `delete-timestamp=+10s`.',
    example: 'fs_dictmap_delete_timestamp = 10s',
    seeAlso: ['fs_dictmap_cleanup_uncertain'],
    source: pages.dictmap,
  },
  {
    old: { name: 'dict-prefix', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_dict_prefix', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Text put before every key in the dictionary.',
    details:
      'In the old syntax full text needs `%u/fts/`, where its keys are looked for; newer samples of the manual do without. Never for mails.',
    example: 'fs_dictmap_dict_prefix = %{user}/fts/',
    seeAlso: ['fts_dovecot_fs', 'fts'],
    source: pages.dictmap,
  },
  {
    old: { name: 'diff-table', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_diff_table', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Storing of the newest index bundles in a separate table.',
    details:
      'For the index chain only; `metacache { }` has it on by default. It needs the tables `user_index_diff_objects` and `user_mailbox_index_diff_objects`. In an old URI the bare word means yes.',
    example: 'fs_dictmap_diff_table = yes',
    seeAlso: ['metacache', 'obox_index_fs'],
    source: pages.dictmap,
  },
  {
    old: { name: 'lockdir', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_lock_path', place: 'setting', dialects: newPro },
    type: 'path',
    summary: 'Directory for lock files that keep copying and deleting of one object apart.',
    details:
      'Set it, for example to `/tmp`, only without lazy_expunge: with it the race does not happen, and the lock costs a Cassandra SELECT for each copy. It cannot work across machines.',
    example: 'fs_dictmap_lock_path = /tmp',
    seeAlso: ['fs_dictmap_refcounting_table', 'obox_track_copy_flags'],
    source: pages.dictmap,
  },
  {
    old: { name: 'max-parallel-iter', place: 'fs-uri', drivers: ['dictmap'], since: '2.3.10', dialects: oldPro },
    new: { name: 'fs_dictmap_max_parallel_iter', place: 'setting', default: '10', dialects: newPro },
    type: 'uint',
    unit: 'listings',
    summary: 'Number of listings that run at the same time.',
    details: 'More speeds up very large folders. The default was 1 in 2.3 and is 10 since 3.0.0.',
    example: 'fs_dictmap_max_parallel_iter = 10',
    seeAlso: ['fs_dictmap_bucket_size'],
    source: pages.dictmap,
  },
  {
    old: { name: 'nlinks-limit', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_nlinks_limit', place: 'setting', default: '0', dialects: newPro },
    type: 'uint',
    unit: 'references',
    summary: 'Number of references after which counting stops.',
    details:
      'Dovecot only has to know none, one or more: 3 is enough and saves reading, and `obox { }` has it by default. 0 counts all.',
    example: 'fs_dictmap_nlinks_limit = 3',
    seeAlso: ['fs_dictmap_refcounting_table'],
    source: pages.dictmap,
  },
  {
    new: { name: 'fs_dictmap_refcounting_index', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Counting of references by a reverse index of the database in place of a table.',
    details: 'Only where the database has been given such an index; the table is the usual way.',
    example: 'fs_dictmap_refcounting_index = no',
    seeAlso: ['fs_dictmap_refcounting_table'],
    source: pages.dictmap,
  },
  {
    old: { name: 'refcounting-table', place: 'fs-uri', drivers: ['dictmap'], dialects: oldPro },
    new: { name: 'fs_dictmap_refcounting_table', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Counting of references, so that a copied mail shares its object with the original.',
    details:
      'For mails only; `obox { }` has it on by default. It needs the table `user_mailbox_objects_reverse`. In an old URI the bare word means yes.',
    example: 'fs_dictmap_refcounting_table = yes',
    seeAlso: ['fs_dictmap_refcounting_index', 'fs_dictmap_lock_path', 'fs_dictmap_nlinks_limit'],
    source: pages.dictmap,
  },
  {
    old: {
      name: 'storage-objectid-migrate',
      place: 'fs-uri',
      drivers: ['dictmap'],
      since: '2.3.2.1',
      dialects: oldPro,
    },
    new: { name: 'fs_dictmap_storage_objectid_migrate', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Reading of objects that were stored before dictmap was introduced.',
    details:
      'Goes together with `fs_dictmap_storage_objectid_prefix` when an existing installation gets dictmap. Copies of old mails move the data once. In an old URI the bare word means yes.',
    example: 'fs_dictmap_storage_objectid_migrate = yes',
    seeAlso: ['fs_dictmap_storage_objectid_prefix'],
    source: pages.dictmap,
  },
  {
    old: { name: 'storage-objectid-prefix', place: 'fs-uri', drivers: ['dictmap'], since: '2.3.2.1', dialects: oldPro },
    new: { name: 'fs_dictmap_storage_objectid_prefix', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Path before made-up object IDs, for storages that know only paths.',
    details:
      'Set it for mails on S3 or Azure, so that IDs can be kept in the index and mails be copied in the dictionary alone. Not for indexes, full text or sproxyd, which has IDs of its own.',
    example: 'fs_dictmap_storage_objectid_prefix = %{user}/mails/',
    seeAlso: ['fs_dictmap_storage_passthrough_paths', 'fs_dictmap_storage_objectid_migrate'],
    source: pages.dictmap,
  },
  {
    old: {
      name: 'storage-passthrough-paths',
      place: 'fs-uri',
      drivers: ['dictmap'],
      since: '2.3.2.1',
      dialects: oldPro,
    },
    new: { name: 'fs_dictmap_storage_passthrough_paths', place: 'setting', default: 'none', dialects: newPro },
    type: 'enum',
    values: {
      none: 'Object IDs come from the storage or from a prefix.',
      full: 'The path is the ID; the dictionary holds an empty value.',
      'read-only': 'The path is the ID and is still written, for older releases that read it.',
    },
    summary: 'Use of paths as object IDs, for storages that know only paths.',
    details:
      'Set it to `full` for indexes and full text on S3 or Azure; these are never copied. Mails need `fs_dictmap_storage_objectid_prefix` instead, and the two do not belong in one chain.',
    example: 'fs_dictmap_storage_passthrough_paths = full',
    seeAlso: ['fs_dictmap_storage_objectid_prefix'],
    source: pages.dictmap,
  },
  {
    old: { name: 'no-cleanup-uncertain', place: 'fs-uri', drivers: ['dictmap'], since: '3.0.0', dialects: oldPro30 },
    type: 'flag',
    summary: 'Switching off of the cleaning up after uncertain writes.',
    details:
      'The word of 3.0, where cleaning up is the default. In 3.1 write `fs_dictmap_cleanup_uncertain = no`; there is seldom a reason for either.',
    example: 'obox_fs = dictmap:proxy:dict-async:cassandra ; sproxyd:http://localhost/ ; no-cleanup-uncertain',
    seeAlso: ['fs_dictmap_cleanup_uncertain'],
    source: pages.dictmap,
  },
];
