/** The obox mailbox format and the fs-auth helper of Dovecot Pro: old syntax inside `plugin { }`, new syntax anywhere. */

import type { Setting } from '../types.ts';
import { newPro, oldPro, oldPro23, pages } from './shared.ts';

export const oboxSettings: readonly Setting[] = [
  {
    old: { name: 'fs_auth_cache_dict', place: 'plugin', dialects: oldPro },
    new: { name: 'fs_auth_cache_dict', place: 'setting', dialects: newPro },
    type: 'dict_uri',
    summary: 'Dictionary in which the fs-auth process keeps storage credentials.',
    details:
      'Name a dictionary that all backends reach, and they share one set of temporary credentials in place of fetching their own.',
    example: 'fs_auth_cache_dict = redis:host=127.0.0.1',
    seeAlso: ['fs_auth_request_timeout', 'fs_s3_auth_role'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'fs_auth_request_max_retries', place: 'plugin', default: '1', dialects: oldPro },
    new: { name: 'fs_auth_request_max_retries', place: 'setting', default: '1', dialects: newPro },
    type: 'uint',
    unit: 'retries',
    summary: 'Number of times a failed credential request of fs-auth is repeated.',
    details: 'Raise it where the credential service answers unreliably; mail access waits meanwhile.',
    example: 'fs_auth_request_max_retries = 1',
    seeAlso: ['fs_auth_request_timeout'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'fs_auth_request_timeout', place: 'plugin', default: '10s', dialects: oldPro },
    new: { name: 'fs_auth_request_timeout', place: 'setting', default: '10s', dialects: newPro },
    type: 'time_msecs',
    unit: 'milliseconds',
    summary: 'Longest time a credential request of fs-auth may take altogether.',
    details:
      'Repeated attempts count towards it. Too small a value turns a slow credential service into failing mail access.',
    example: 'fs_auth_request_timeout = 10s',
    seeAlso: ['fs_auth_request_max_retries'],
    source: pages.oboxPlugin,
  },
  {
    new: { name: 'obox', place: 'setting', dialects: newPro },
    type: 'named_filter',
    summary: 'Block with the storage chain for mails, as an ordered list of `fs` blocks.',
    details:
      'Settings inside apply to mails only. The order of the `fs` blocks is the order of the chain, with the storage driver last.',
    example: 'obox {\n  fs s3 {\n  }\n}',
    seeAlso: ['fs', 'metacache', 'obox_fs'],
    source: pages.obox,
  },
  {
    old: { name: 'obox_allow_inconsistency', place: 'plugin', default: 'no', removed: '3.0.0', dialects: oldPro23 },
    type: 'bool',
    summary: 'Access to mails by the local indexes even while object storage answers with errors.',
    details:
      'Dangerous: it can create a second, empty INBOX and put the full text index out of step. Gone since 3.0.0 without a successor; on 2.3 restrict it to webmail hosts inside `remote { }` if it is used at all.',
    example: 'obox_allow_inconsistency = no',
    seeAlso: ['obox_fetch_lost_mails_as_empty'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_allow_nonreproducible_uids', place: 'plugin', default: 'no', since: '2.3.6', dialects: oldPro },
    new: { name: 'obox_allow_nonreproducible_uids', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Permission for UIDs to change after a breakdown, in exchange for fewer index uploads.',
    details:
      'Leave it off: with it, expunging recent mails needs no upload, but mail programs with a cache may later act on the wrong mails and the full text index gets out of step.',
    example: 'obox_allow_nonreproducible_uids = no',
    seeAlso: ['obox_dont_use_object_ids'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_autofix_storage', place: 'plugin', default: 'no', dialects: oldPro },
    new: { name: 'obox_autofix_storage', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Removal of mails from the index when storage, asked twice, says that they do not exist.',
    details:
      'A mail answered with 404 makes Dovecot list the mailbox and ask for the object once more; if it is gone the index forgets it, while the storage is left alone. Normally off, because a storage with problems may answer 404 for mails that exist.',
    example: 'obox_autofix_storage = no',
    seeAlso: ['obox_rescan_mails_once_after'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_avoid_cached_vsize', place: 'plugin', default: 'no', dialects: oldPro },
    new: { name: 'obox_avoid_cached_vsize', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: "Use of a mail's real size in place of the cached one whenever its body is opened anyway.",
    details:
      'Spares error messages where many cached sizes are wrong, which errors of earlier releases have caused; the size in the index is corrected either way.',
    example: 'obox_avoid_cached_vsize = no',
    seeAlso: ['obox_size_missing_action'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_disable_fast_copy', place: 'plugin', default: 'no', dialects: oldPro },
    new: { name: 'obox_disable_fast_copy', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Copying of mails by download and upload in place of a copy inside the storage.',
    details:
      'Only for storage systems whose own copy operation is broken; every copy then moves the whole mail over the network twice.',
    example: 'obox_disable_fast_copy = no',
    seeAlso: ['obox_max_parallel_copies'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_dont_use_object_ids', place: 'plugin', default: 'no', since: '2.3.0', dialects: oldPro },
    new: { name: 'obox_dont_use_object_ids', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Access to objects by path although the storage offers object IDs.',
    details:
      'Object IDs are the rule since 2.3.0, because they save lookups; this is the way back and should normally not be used.',
    example: 'obox_dont_use_object_ids = no',
    seeAlso: ['obox_use_object_ids'],
    source: pages.oboxAdvanced,
  },
  {
    old: {
      name: 'obox_fetch_lost_mailbox_prefix',
      place: 'plugin',
      default: 'recovered-lost-folder-',
      dialects: oldPro,
    },
    new: {
      name: 'obox_fetch_lost_mailbox_prefix',
      place: 'setting',
      default: 'recovered-lost-folder-',
      dialects: newPro,
    },
    type: 'string',
    summary: 'Beginning of the name given to a mailbox whose own name is lost with its index.',
    details:
      'Choose words that users understand; the rest of the name is generated. One state of the manual calls it `obox_lost_mailbox_prefix`.',
    example: 'obox_fetch_lost_mailbox_prefix = recovered-lost-folder-',
    seeAlso: ['obox_fetch_lost_mails_as_empty', 'mailbox_list_index'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_fetch_lost_mails_as_empty', place: 'plugin', default: 'no', dialects: oldPro },
    new: { name: 'obox_fetch_lost_mails_as_empty', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Delivery of an empty mail in place of one whose object has been lost.',
    details:
      'Mail programs that keep a cache may take the empty mail for the real one and lose theirs: set it only inside a `remote { }` block for clients without a cache, such as webmail.',
    example: 'obox_fetch_lost_mails_as_empty = yes',
    seeAlso: ['obox_fetch_lost_mailbox_prefix'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_fs', place: 'plugin', dialects: oldPro },
    type: 'fs_uri',
    summary: 'Storage chain for mails: wrappers such as fscache and dictmap, then the storage driver.',
    details:
      'Read from left to right, the storage driver comes last. Put `fscache` first, and on every object storage of a 3.x platform a `dictmap` before the driver. In 3.1 the block `obox { }` takes its place.',
    example:
      'obox_fs = fscache:512M:/var/cache/mails/%4Nu:dictmap:proxy:dict-async:cassandra ; sproxyd:http://localhost/?class=2',
    seeAlso: ['obox_index_fs', 'obox', 'fts_dovecot_fs'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'obox_index_fs', place: 'plugin', dialects: oldPro },
    type: 'fs_uri',
    summary: 'Storage chain for the index bundles that metacache uploads.',
    details:
      'Falls back to `obox_fs`, which is seldom right: indexes want compression and, with dictmap, the diff table. A `posix` driver works properly here from 2.3.18 on. In 3.1 the block `metacache { }` takes its place.',
    example:
      'obox_index_fs = compress:zstd:3:dictmap:proxy:dict-async:cassandra ; sproxyd:http://localhost/?class=2 ; diff-table',
    seeAlso: ['obox_fs', 'metacache'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'obox_max_parallel_copies', place: 'plugin', dialects: oldPro },
    new: { name: 'obox_max_parallel_copies', place: 'setting', dialects: newPro },
    type: 'uint',
    unit: 'mails',
    summary: "Number of mails that one user's session may copy in object storage at the same time.",
    details: 'Follows `mail_prefetch_count` until it is set. With CDMI it must not exceed the bulk link limit.',
    example: 'obox_max_parallel_copies = 1000',
    seeAlso: ['mail_prefetch_count', 'obox_disable_fast_copy'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'obox_max_parallel_deletes', place: 'plugin', dialects: oldPro },
    new: { name: 'obox_max_parallel_deletes', place: 'setting', dialects: newPro },
    type: 'uint',
    unit: 'mails',
    summary: "Number of mails that one user's session may delete in object storage at the same time.",
    details:
      'Follows `mail_prefetch_count` until it is set. S3 and CDMI put many deletions into one request: set 1000 to fill such a request, and never more than the bulk delete limit.',
    example: 'obox_max_parallel_deletes = 1000',
    seeAlso: ['mail_prefetch_count', 'fs_s3_bulk_delete_limit'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'obox_max_parallel_writes', place: 'plugin', dialects: oldPro },
    new: { name: 'obox_max_parallel_writes', place: 'setting', dialects: newPro },
    type: 'uint',
    unit: 'mails',
    summary: "Number of mails that one user's session may upload in object storage at the same time.",
    details:
      'Follows `mail_prefetch_count` until it is set. Every upload in flight needs temporary space and a file descriptor.',
    example: 'obox_max_parallel_writes = 50',
    seeAlso: ['mail_prefetch_count'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'obox_max_rescan_mail_count', place: 'plugin', default: '10', dialects: oldPro },
    new: { name: 'obox_max_rescan_mail_count', place: 'setting', default: '10', dialects: newPro },
    type: 'uint',
    unit: 'mails',
    summary: 'Number of newly saved mails after which the indexes are uploaded.',
    details:
      'More means fewer uploads, but also more mails to download again for the caches when a backend has broken down. The default is the same in 2.3 and 3.0, only its description changed.',
    example: 'obox_max_rescan_mail_count = 10',
    seeAlso: ['obox_rescan_mails_once_after'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_no_pop3_backend_uidls', place: 'plugin', default: 'no', dialects: oldPro },
    new: { name: 'obox_no_pop3_backend_uidls', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Statement that no mail has a POP3 UIDL of an earlier mail system.',
    details:
      'Set it after a migration that carried no UIDLs over, to spare lookups for them. Setting it although such UIDLs exist makes POP3 clients download everything again.',
    example: 'obox_no_pop3_backend_uidls = yes',
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_refresh_index_once_after', place: 'plugin', default: '0', dialects: oldPro },
    new: { name: 'obox_refresh_index_once_after', place: 'setting', default: '0', dialects: newPro },
    type: 'uint',
    unit: 'seconds since 1970',
    summary: 'Moment after which a mailbox, when next opened, refreshes its local indexes from object storage.',
    details:
      'A Unix time. Set it once after several backends may have served the same users at the same time, so that changes made elsewhere are noticed; 0 does nothing.',
    example: 'obox_refresh_index_once_after = 1735689600',
    seeAlso: ['obox_rescan_mails_once_after'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'obox_rescan_mails_once_after', place: 'plugin', default: '0', dialects: oldPro },
    new: { name: 'obox_rescan_mails_once_after', place: 'setting', default: '0', dialects: newPro },
    type: 'uint',
    unit: 'seconds since 1970',
    summary: 'Moment after which a mailbox, when next opened, is searched for mails its index does not know.',
    details:
      'A Unix time. Listing all mails is expensive for large mailboxes: use it once, after mails may have gone missing from indexes; 0 does nothing.',
    example: 'obox_rescan_mails_once_after = 1735689600',
    seeAlso: ['obox_refresh_index_once_after', 'obox_max_rescan_mail_count'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'obox_size_missing_action', place: 'plugin', default: 'warn-read', dialects: oldPro },
    new: { name: 'obox_size_missing_action', place: 'setting', default: 'warn-read', dialects: newPro },
    type: 'enum',
    values: {
      read: 'Reads the whole mail and counts, without a message.',
      stat: 'Believes the size that the storage reports; wrong for compressed or encrypted mails.',
      'warn-read': 'Reads the whole mail and logs a warning about the missing size.',
    },
    summary: 'Way to learn the size of a mail whose object carries no size.',
    details:
      'Leave the default with compress or crypt in the storage chain: the size that the storage reports is then not the size of the mail.',
    example: 'obox_size_missing_action = warn-read',
    seeAlso: ['obox_avoid_cached_vsize'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_track_copy_flags', place: 'plugin', default: 'no', dialects: oldPro },
    new: { name: 'obox_track_copy_flags', place: 'setting', default: 'no', dialects: newPro },
    type: 'bool',
    summary: 'Tracking of which mails were copied, so that deleting one needs no extra lookup in Cassandra.',
    details:
      'Switch it on only where both dictmap and lazy_expunge are used; without them it is wrong. With them and without it every expunge costs a SELECT in Cassandra.',
    example: 'obox_track_copy_flags = yes',
    seeAlso: ['obox_fs', 'fs_dictmap_refcounting_table'],
    source: pages.oboxPlugin,
  },
  {
    old: { name: 'obox_use_object_ids', place: 'plugin', default: 'no', removed: '2.3.0', dialects: oldPro23 },
    type: 'bool',
    summary: 'Switch of the 2.2 series for reading objects by their ID in place of by path.',
    details:
      'Unknown since 2.3.0, where the behaviour became the default: delete the line. The opposite is `obox_dont_use_object_ids`.',
    example: 'obox_use_object_ids = yes',
    seeAlso: ['obox_dont_use_object_ids', 'metacache_delay_uploads'],
    source: pages.oboxAdvanced,
  },
  {
    old: { name: 'obox_username', place: 'plugin', dialects: oldPro },
    new: { name: 'obox_username', place: 'setting', dialects: newPro },
    type: 'string',
    summary: "Name under which the user's data lies in object storage.",
    details:
      'Taken from the mail location (old syntax) or `mail_path` (new syntax) unless it is set. Changing it later makes existing mails unreachable.',
    example: 'obox_username = %{user | lower}',
    seeAlso: ['mail_path', 'mail_location'],
    source: pages.oboxAdvanced,
  },
];
