/** A dictionary that is used by name and that the dict service does not have. */

import { plain } from '../config/entries.ts';
import { defineRule, type Fix, replace } from '../lint/rule.ts';

const old = (dict: string, chain: string) =>
  `dovecot_config_version = 3.0.5\ndict {\n  ${dict} = cassandra:/etc/dovecot/mails.conf.ext\n}\nplugin {\n  obox_index_fs = dictmap:proxy:${chain} ; sproxyd:http://ring.example.com/ ; diff-table\n}\n`;
const blocks = (name: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    dict_map shared/$key {\n      sql_table = objects\n      value_field value {\n        type = hexblob\n      }\n      key_field key {\n        value = $key\n      }\n    }\n  }\n}\nmetacache {\n  fs dictmap {\n    dict proxy {\n      name = ${name}\n      socket_path = dict-async\n    }\n  }\n  fs sproxyd {\n  }\n}\n`;

export const dictUndeclared = defineRule({
  id: 'dict-undeclared',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/dict.html',
  docs: {
    summary: 'A dictionary is used that the dict service does not offer.',
    why: 'The name behind proxy must be one of `dict { }` or `dict_server { }`, to the letter. With another one every request is refused, and with dictmap no mail can be opened.',
    exceptions:
      'A socket with a full path may belong to another Dovecot instance, whose dictionaries are not known here.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: blocks('<|mail|>'),
        fixed: blocks('mails'),
      },
      {
        dialect: 'pro-3.0',
        text: old('mails', 'dict-async:<|cassandra|>'),
        fixed: old('mails', 'dict-async:mails'),
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: blocks('mails') },
      { dialect: 'pro-3.0', text: old('mails', 'dict-async:mails') },
      { dialect: 'pro-3.0', text: old('mails', '/run/dovecot-dicts/dict-async:other') },
      { dialect: 'pro-3.0', text: old('mails', 'dict-async:{{ dict }}') },
    ],
  },
  messages: {
    undeclared: "The dict service has no dictionary '{name}': every request is refused.",
  },
  check({ storage, configuration, report }) {
    if (!configuration.complete) return;
    const names = new Set(storage.dicts.map(({ name }) => name.text));
    for (const { name, socket } of storage.dictReferences) {
      if (name === undefined || plain(name) === undefined || !isName(name.text) || names.has(name.text)) continue;
      if (socket !== undefined && (plain(socket) === undefined || socket.text.includes('/'))) continue;
      const fixes = [...names]
        .slice(0, 3)
        .map((own): Fix => ({ title: `Use the dictionary '${own}'`, safe: false, edits: [replace(name, own)] }));
      report({ at: name, message: 'undeclared', data: { name: name.text }, fixes });
    }
  },
});

/** With another separator than ` ; ` the rest of the chain seems to belong to the name; there is another rule for that. */
function isName(text: string): boolean {
  return /^[^\s;:/]+$/.test(text);
}
