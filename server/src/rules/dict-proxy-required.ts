/** A database that a mail process is to use as a dictionary by itself. */

import { type Dict, type DictReference, databaseDrivers } from '../config/storage/dicts.ts';
import { dialects } from '../knowledge/dialect.ts';
import { defineRule, type Fix, replace } from '../lint/rule.ts';

const old = (dict: string) =>
  `dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:/etc/dovecot/mails.conf.ext\n}\nservice dict-async {\n  vsz_limit = 0\n}\nplugin {\n  obox_index_fs = dictmap:${dict} ; sproxyd:http://ring.example.com/ ; diff-table\n}\n`;

export const dictProxyRequired = defineRule({
  id: 'dict-proxy-required',
  dialects,
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/dict.html',
  docs: {
    summary: 'A dictionary in a database is used without the dict service.',
    why: 'Only the dict service has the drivers for databases. Other processes do not know them and report an unknown dictionary: with dictmap no mail can be opened. They reach the database by `proxy`.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: old('<|cassandra:/etc/dovecot/mails.conf.ext|>'),
        fixed: old('proxy:dict-async:mails'),
      },
      { dialect: 'ce-2.3', text: 'plugin {\n  acl_shared_dict = <|mysql:/etc/dovecot/acl.conf.ext|>\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\nmail_attribute {\n  dict <|sql|> {\n    sql_driver = mysql\n  }\n}\n',
      },
    ],
    good: [
      { dialect: 'pro-3.0', text: old('proxy:dict-async:mails') },
      { dialect: 'ce-2.3', text: 'plugin {\n  acl_shared_dict = file:/var/lib/dovecot/shared.db\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\nmail_attribute {\n  dict proxy {\n    name = attributes\n  }\n}\ndict_server {\n  dict attributes {\n    driver = sql\n    sql_driver = mysql\n  }\n}\n',
      },
    ],
  },
  messages: {
    direct:
      "Mail processes do not know the dictionary driver '{driver}': define it for the dict service and use 'proxy'.",
  },
  check({ storage, report }) {
    for (const reference of storage.dictReferences) {
      const { driver, whole } = reference;
      if (!databaseDrivers.has(driver.text)) continue;
      report({
        at: whole,
        message: 'direct',
        data: { driver: driver.text },
        fixes: useProxy(reference, storage.dicts),
      });
    }
  },
});

/** Where the dict service already has the same one. */
function useProxy({ whole, opening }: DictReference, dicts: readonly Dict[]): readonly Fix[] {
  const same = opening === undefined ? dicts.find(({ uri }) => uri?.text === whole.text) : undefined;
  if (same === undefined) return [];
  const uri = `proxy:${same.driver === 'cassandra' ? 'dict-async' : ''}:${same.name.text}`;
  return [{ title: `Use '${uri}'`, safe: false, edits: [replace(whole, uri)] }];
}
