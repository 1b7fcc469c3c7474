/** S23: every object storage needs dictmap. */

import type { Configuration } from '../config/configuration.ts';
import { lazyExpunge } from '../config/storage/lazyExpunge.ts';
import type { FsChain, FsDriver } from '../config/storage/types.ts';
import { chainNames, finalDriver, isWhole, objectDrivers } from '../config/storage/types.ts';
import { dictmapParametersFor } from '../knowledge/dictmapParameters.ts';
import { insertAbove } from '../lint/edits.ts';
import { type DocumentEdit, defineRule, palomarAndUpgrade, type RuleContext } from '../lint/rule.ts';

export const dictmapMissing = defineRule({
  id: 'dictmap-missing',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S23'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/dictmap.html',
  docs: {
    summary: 'Object storage is used without dictmap.',
    why: 'Object stores list slowly and, some of them, unreliably. Dictmap keeps the list of objects in a CQL database; Dovecot Pro 3.x requires it for mails, index bundles and search indexes on every object storage.',
    exceptions: 'A file system (posix on NFS) needs none.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_index_fs = compress:zstd:3:<|sproxyd|>:http://ring.example.com/?class=2\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_index_fs = compress:zstd:3:dictmap:proxy:dict-async:CHANGEME_DICT ; sproxyd:http://ring.example.com/?class=2 ; diff-table\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n  }\n  fs <|s3|> {\n  }\n}\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_protocol_version = 4\n    dict_map shared/$key {\n      sql_table = objects\n      value_field value {\n        type = hexblob\n      }\n      key_field key {\n        value = $key\n      }\n    }\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n  }\n  fs dictmap {\n    dict proxy {\n      name = mails\n      socket_path = dict-async\n    }\n    storage_objectid_prefix = %{user}/mails/\n    lock_path = /tmp\n  }\n  fs s3 {\n  }\n}\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_protocol_version = 4\n    dict_map shared/$key {\n      sql_table = objects\n      value_field value {\n        type = hexblob\n      }\n      key_field key {\n        value = $key\n      }\n    }\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n!include conf.d/missing-here-*.conf\n@fs_defaults = s3\nobox {\n  fs s3 {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = posix:prefix=/data/%u/\n}\n',
      },
    ],
  },
  messages: {
    missing: "'{driver}' is object storage, which requires dictmap in the {role} chain: put dictmap in front of it.",
  },
  check({ storage, configuration, dialect, report }) {
    for (const chain of storage.chains) {
      const driver = finalDriver(chain);
      if (driver === undefined || !objectDrivers.has(driver.name.text) || !isWhole(chain, configuration)) continue;
      if (chain.drivers.some(({ name }) => name.text === 'dictmap')) continue;
      const dict = dictName(storage.cql.map((connection) => connection.dict));
      report({
        at: driver.name,
        message: 'missing',
        data: { driver: driver.name.text, role: chainNames[chain.role] },
        fixes: [
          {
            title:
              dict === placeholder
                ? 'Insert dictmap (replace CHANGEME_DICT by the name of the dict)'
                : `Insert dictmap on the dict '${dict}'`,
            safe: false,
            edits: [
              chain.section === undefined
                ? insertIntoUri(chain, driver, dict, { dialect, configuration })
                : insertBlock(chain, driver, dict, configuration),
            ],
          },
        ],
      });
    }
  },
});

const placeholder = 'CHANGEME_DICT';

/** The one CQL dict that the configuration defines, else a placeholder. */
function dictName(names: readonly string[]): string {
  return names.length === 1 && /^[\w-]+$/.test(names[0]!) ? names[0]! : placeholder;
}

/** Stores that keep objects by path, for which dictmap must be told how to make or pass object names. */
const pathBased = new Set(['s3', 'aws-s3', 'azure']);

function insertIntoUri(
  { role }: FsChain,
  { extent, name }: FsDriver,
  dict: string,
  { dialect, configuration }: Pick<RuleContext<string>, 'dialect' | 'configuration'>,
): DocumentEdit {
  const parameters = dictmapParametersFor(role, dialect).map(({ written }) => written);
  if (role === 'mail' && needsLock(configuration)) parameters.push('lockdir=/tmp');
  if (pathBased.has(name.text)) {
    parameters.push(role === 'mail' ? 'storage-objectid-prefix=%u/mail-storage/' : 'storage-passthrough-paths=full');
  }
  const { document, span, text } = extent;
  return { document, span, text: `dictmap:proxy:dict-async:${dict} ; ${text} ; ${parameters.join(':')}` };
}

/** Without lazy_expunge only locks keep copying and deleting apart. */
function needsLock(configuration: Configuration): boolean {
  return lazyExpunge(configuration).isActive === false;
}

function insertBlock(chain: FsChain, driver: FsDriver, dict: string, configuration: Configuration): DocumentEdit {
  const lines = ['fs dictmap {', '\tdict proxy {', `\t\tname = ${dict}`, '\t\tsocket_path = dict-async', '\t}'];
  if (pathBased.has(driver.name.text)) {
    lines.push(
      chain.role === 'mail' ? '\tstorage_objectid_prefix = %{user}/mails/' : '\tstorage_passthrough_paths = full',
    );
  }
  if (chain.role === 'mail' && needsLock(configuration)) lines.push('\tlock_path = /tmp');
  return insertAbove(driver.name.document, driver.section!.from, [...lines, '}']);
}
