/** How dictmap names the objects of a storage: by ids of the storage, ids of its own, or paths. */

import { isKnown } from '../config/holes.ts';
import type { Located } from '../config/located.ts';
import { type ChainRole, type FsDriver, finalDriver } from '../config/storage/types.ts';
import { addDictmapSetting } from '../lint/dictmapParameter.ts';
import { pro23, pro30, pro31 } from '../lint/examples.ts';
import { defineRule, type Fix, pro, replace } from '../lint/rule.ts';

const prefixSetting = 'fs_dictmap_storage_objectid_prefix';
const passthroughSetting = 'fs_dictmap_storage_passthrough_paths';

/** Storage that knows objects by path only. */
const pathBased: ReadonlySet<string> = new Set(['s3', 'aws-s3', 'azure']);

const s3 = 'dictmap:proxy:dict-async:c ; s3:https://key:CHANGEME@s3.example.com/?bucket=mails';
const blocks = (role: string, more: string) =>
  `fs_s3_url = https://s3.example.com/\nfs_s3_bucket = mails\n${role} {\n  fs dictmap {\n${more}    dict proxy {\n      name = c\n      socket_path = dict-async\n    }\n  }\n  fs s3 {\n  }\n}\n`;

export const dictmapObjectPathMismatch = defineRule({
  id: 'dictmap-object-path-mismatch',
  dialects: pro,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: 'Dictmap is not told how to name objects on this storage.',
    why: 'S3 and Azure know objects by path only. For mails dictmap then needs a prefix below which it makes up object ids: ids can be kept in the indexes, and a mail is copied by a new line in the database. Index bundles and search indexes are never copied; there the path itself serves as the id.',
    exceptions:
      'In the mail chain of an existing installation the prefix goes together with storage-objectid-migrate. That sproxyd, which has ids of its own, needs neither is a conclusion and only a hint.',
    bad: [
      pro30(
        `plugin {\n  obox_fs = <|dictmap|>${s3.slice(7)} ; refcounting-table\n  obox_max_parallel_deletes = 1000\n}\n`,
        `plugin {\n  obox_fs = ${s3} ; refcounting-table:storage-objectid-prefix=%u/mail-storage/\n  obox_max_parallel_deletes = 1000\n}\n`,
      ),
      pro23(
        `plugin {\n  obox_index_fs = <|dictmap|>${s3.slice(7)}\n}\n`,
        `plugin {\n  obox_index_fs = ${s3} ; storage-passthrough-paths=full\n}\n`,
      ),
      pro31(
        blocks('metacache', '').replace('fs dictmap', 'fs <|dictmap|>'),
        blocks('metacache', '    storage_passthrough_paths = full\n'),
      ),
      pro31(
        blocks('fts dovecot', '    storage_passthrough_paths = <|none|>\n'),
        blocks('fts dovecot', '    storage_passthrough_paths = full\n'),
      ),
      pro30(
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2 ; storage-objectid-prefix=<|%u/mails/|>\n}\n',
      ),
    ],
    good: [
      pro31(
        `obox_max_parallel_deletes = 1000\n${blocks('obox', '    storage_objectid_prefix = %{user}/mails/\n')}${blocks('metacache', '    storage_passthrough_paths = read-only\n')}`,
      ),
      pro30(`plugin {\n  obox_fs = ${s3} ; {{ parameters }}\n}\n`),
      pro30(
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
      ),
    ],
  },
  messages: {
    prefix: "'{driver}' knows objects by path only: give dictmap a prefix for object ids (storage-objectid-prefix).",
    passthrough:
      "'{driver}' knows objects by path only: let dictmap pass paths through (storage-passthrough-paths=full).",
    native: 'sproxyd has object ids of its own: this is for storage that knows objects by path only.',
  },
  check({ storage, report }) {
    for (const chain of storage.chains) {
      const driver = finalDriver(chain);
      const dictmap = chain.drivers.find(({ name }) => name.text === 'dictmap');
      if (driver === undefined || dictmap === undefined) continue;
      if (pathBased.has(driver.name.text)) {
        const missing = missingIn(dictmap, chain.role);
        if (missing !== undefined) report({ ...missing, data: { driver: driver.name.text } });
      } else if (driver.name.text === 'sproxyd') {
        for (const setting of [prefixSetting, passthroughSetting]) {
          const value = dictmap.get(setting);
          if (value === undefined || value.text === '' || value.text === 'none' || !isKnown(value.text)) continue;
          report({ at: value, message: 'native', severity: 'hint' });
        }
      }
    }
  },
});

interface Missing {
  readonly at: Located;
  readonly message: 'prefix' | 'passthrough';
  readonly fixes: readonly Fix[];
}

function missingIn(dictmap: FsDriver, role: ChainRole): Missing | undefined {
  if (!dictmap.complete) return undefined;
  const inMails = role === 'mail';
  const own = dictmap.get(inMails ? prefixSetting : passthroughSetting);
  if (own !== undefined && own.text !== '' && (inMails || own.text !== 'none')) return undefined;
  const value = inMails ? (dictmap.section === undefined ? '%u/mail-storage/' : '%{user}/mails/') : 'full';
  const edit =
    own !== undefined && own.text !== ''
      ? replace(own, value)
      : inMails
        ? addDictmapSetting(dictmap, prefixSetting, 'storage-objectid-prefix', value)
        : addDictmapSetting(dictmap, passthroughSetting, 'storage-passthrough-paths', value);
  const title = inMails
    ? 'Keep new mails below a prefix (existing ones need storage-objectid-migrate)'
    : 'Pass paths through (only before anything is stored by this chain)';
  const at = own === undefined || own.text === '' ? dictmap.name : own;
  return { at, message: inMails ? 'prefix' : 'passthrough', fixes: [{ title, safe: false, edits: [edit] }] };
}
