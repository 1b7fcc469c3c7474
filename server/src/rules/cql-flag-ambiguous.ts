/** Words of a connect string whose presence alone means yes, written with a no. */

import { connectFlags } from '../config/storage/cql.ts';
import { removeWord } from '../lint/cqlEdits.ts';
import { defineRule } from '../lint/rule.ts';

const dict = 'dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:mails.conf.ext\n}\n';
const connect = (words: string) => `connect = host=a host=b host=c keyspace=mails version=4${words}\n`;

export const cqlFlagAmbiguous = defineRule({
  id: 'cql-flag-ambiguous',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/sql-cassandra/',
  docs: {
    summary: 'A connect string switches something on that it seems to switch off.',
    why: 'The driver does not look at the value of these words: `debug_queries=no` logs every query. Leave the word out to switch it off.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: dict,
        files: { 'mails.conf.ext': connect(' <|debug_queries=no|> port=9042') },
        fixed: connect(' port=9042'),
      },
      {
        dialect: 'pro-3.0',
        text: dict,
        files: { 'mails.conf.ext': connect(' \\\n  <|latency_aware_routing=false|> \\\n  port=9042') },
        fixed: connect(' \\\n  port=9042'),
      },
      {
        dialect: 'pro-3.0',
        text: dict,
        files: { 'mails.conf.ext': connect(' \\\n  <|debug_queries=0|>') },
        fixed: connect(' '),
      },
    ],
    good: [{ dialect: 'pro-3.0', text: dict, files: { 'mails.conf.ext': connect(' debug_queries=yes') } }],
  },
  messages: {
    on: "'{key}' is on as soon as it is there, whatever its value: take it out to switch it off.",
  },
  check({ storage, report }) {
    for (const { insertion } of storage.cql) {
      for (const word of insertion.kind === 'connect' ? insertion.words : []) {
        if (!connectFlags.has(word.key.text) || !/^(?:no|n|false|0|off)$/i.test(word.value?.text ?? '')) continue;
        report({
          at: word.whole,
          message: 'on',
          data: { key: word.key.text },
          fixes: [{ title: `Take '${word.key.text}' out`, safe: true, edits: removeWord(word) }],
        });
      }
    }
  },
});
