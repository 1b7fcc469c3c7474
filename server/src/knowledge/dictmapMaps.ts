/**
 * The maps that dictmap needs for Cassandra, in the order in which they must stand: each of its keys, the table for it,
 * and when it is needed.
 */

/** What makes dictmap ask for keys of this kind. */
export type MapUse = 'buckets' | 'indexes' | 'search' | 'diff-table' | 'refcounting-table';

export interface DictmapMap {
  readonly pattern: string;
  readonly table: string;
  /** Columns with the value and their types. */
  readonly values: readonly (readonly [column: string, type: string])[];
  /** Columns of the key: the variable, and its type where it is no string. */
  readonly keys: Readonly<Record<string, readonly [variable: string, type?: string]>>;
  readonly use: MapUse;
}

const user = { u: ['user'] } as const;
const mailbox = { ...user, g: ['mailbox_guid', 'hexblob'] } as const;
const objectId = [['i', 'hexblob']] as const;
const bundle = [['m', 'string']] as const;

export const dictmapMaps: readonly DictmapMap[] = [
  {
    pattern: 'shared/dictmap/$user/idx/$object_name',
    table: 'user_index_objects',
    values: objectId,
    keys: { ...user, n: ['object_name'] },
    use: 'indexes',
  },
  {
    pattern: 'shared/dictmap/$user/mailboxes/$mailbox_guid/idx/$object_name',
    table: 'user_mailbox_index_objects',
    values: objectId,
    keys: { ...mailbox, n: ['object_name'] },
    use: 'indexes',
  },
  {
    pattern: 'shared/dictmap/$user/mailboxes/$mailbox_guid/$bucket/$object_name',
    table: 'user_mailbox_objects',
    values: objectId,
    keys: { ...mailbox, b: ['bucket', 'uint'], n: ['object_name', 'hexblob'] },
    use: 'buckets',
  },
  {
    pattern: 'shared/dictmap/$user/mailboxes/$mailbox_guid/max_bucket',
    table: 'user_mailbox_buckets',
    values: [
      ['b', 'uint'],
      ['writetime(b)', 'uint'],
    ],
    keys: mailbox,
    use: 'buckets',
  },
  {
    pattern: 'shared/dictmap/$user/fts/$object_name',
    table: 'user_fts_objects',
    values: objectId,
    keys: { ...user, n: ['object_name'] },
    use: 'search',
  },
  {
    pattern: 'shared/dictdiffmap/$user/idx/$host',
    table: 'user_index_diff_objects',
    values: bundle,
    keys: { ...user, h: ['host'] },
    use: 'diff-table',
  },
  {
    pattern: 'shared/dictdiffmap/$user/mailboxes/$mailbox_guid/idx/$host',
    table: 'user_mailbox_index_diff_objects',
    values: bundle,
    keys: { ...mailbox, h: ['host'] },
    use: 'diff-table',
  },
  {
    pattern: 'shared/dictmap/$user/mailboxes/$mailbox_guid',
    table: 'user_mailbox_index_diff_objects',
    values: bundle,
    keys: mailbox,
    use: 'diff-table',
  },
  {
    pattern: 'shared/dictrevmap/$user/mailboxes/$mailbox_guid/$object_id',
    table: 'user_mailbox_objects_reverse',
    values: [['n', 'hexblob']],
    keys: { ...mailbox, i: ['object_id', 'hexblob'] },
    use: 'refcounting-table',
  },
  {
    pattern: 'shared/dictrevmap/$object_id/$object_name',
    table: 'user_mailbox_objects_reverse',
    values: [['g', 'hexblob']],
    keys: { i: ['object_id', 'hexblob'], n: ['object_name', 'hexblob'] },
    use: 'refcounting-table',
  },
];
