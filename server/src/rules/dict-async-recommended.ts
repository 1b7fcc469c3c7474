/** A Cassandra dictionary that is reached through the service for blocking drivers. */

import { plain } from '../config/entries.ts';
import type { DictReference } from '../config/storage/dicts.ts';
import { insertIntoSection } from '../lint/edits.ts';
import { type DocumentEdit, defineRule, replace } from '../lint/rule.ts';

const old = (proxy: string) =>
  `dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:/etc/dovecot/mails.conf.ext\n  quota = mysql:/etc/dovecot/quota.conf.ext\n}\nservice dict-async {\n  vsz_limit = 0\n}\nplugin {\n  obox_index_fs = dictmap:${proxy} ; sproxyd:http://ring.example.com/ ; diff-table\n}\n`;
const blocks = (dict: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    dict_map shared/$key {\n      sql_table = objects\n      value_field value {\n        type = hexblob\n      }\n      key_field key {\n        value = $key\n      }\n    }\n  }\n}\nmetacache {\n  fs dictmap {\n${dict}  }\n  fs sproxyd {\n  }\n}\n`;

export const dictAsyncRecommended = defineRule({
  id: 'dict-async-recommended',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: "A Cassandra dictionary is reached through the service 'dict' instead of 'dict-async'.",
    why: 'The driver of Cassandra does not block, so one process of dict-async serves many clients over the same connections. The service dict has one process for each client, and each of them connects to every node of Cassandra.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: old('proxy:<|dict|>:mails'),
        fixed: old('proxy:dict-async:mails'),
      },
      {
        dialect: 'pro-3.0',
        text: old('proxy::<|mails|>'),
        fixed: old('proxy:dict-async:mails'),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('    dict <|proxy|> {\n      name = mails\n    }\n'),
        fixed: blocks('    dict proxy {\n      socket_path = dict-async\n      name = mails\n    }\n'),
      },
    ],
    good: [
      { dialect: 'pro-3.0', text: old('proxy:dict-async:mails') },
      { dialect: 'pro-3.0', text: old('proxy:dict:quota') },
      {
        dialect: 'pro-3.1',
        text: blocks('    dict proxy {\n      name = mails\n      socket_path = dict-async\n    }\n'),
      },
    ],
  },
  messages: {
    sync: "Reach '{name}' through 'dict-async': it is Cassandra, and the service 'dict' opens connections for every client.",
  },
  check({ storage, configuration, report }) {
    const cassandra = new Set(
      storage.dicts.filter(({ driver }) => driver === 'cassandra').map(({ name }) => name.text),
    );
    for (const reference of storage.dictReferences) {
      const { name, socket, opening, whole } = reference;
      if (name === undefined || !cassandra.has(name.text)) continue;
      if (socket === undefined ? opening !== undefined && !configuration.complete : plain(socket)?.text !== 'dict')
        continue;
      report({
        at: socket ?? (opening === undefined ? name : whole),
        message: 'sync',
        data: { name: name.text },
        fixes: [
          {
            title: 'Use the socket dict-async (the mail processes must be allowed to use it)',
            safe: false,
            edits: [useAsync(reference)],
          },
        ],
      });
    }
  },
});

function useAsync({ socket, opening, name }: DictReference): DocumentEdit {
  if (socket !== undefined) return replace(socket, 'dict-async');
  if (opening !== undefined) return insertIntoSection(opening, ['socket_path = dict-async']);
  const before = name!.span.from - 1;
  return { document: name!.document, span: { from: before, to: before }, text: 'dict-async' };
}
