/** A TLS client certificate for Cassandra without its key, or the other way round. */

import { addToConnection } from '../lint/cqlEdits.ts';
import { defineRule } from '../lint/rule.ts';

const dict = 'dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:mails.conf.ext\n}\n';
const connect = (words: string) => `connect = host=a host=b host=c keyspace=mails version=4 ${words}\n`;

/** One needs the other. */
const pair = [
  { setting: 'ssl_client_cert_file', word: 'ssl_cert_file', placeholder: 'CHANGEME_CERTIFICATE_FILE' },
  { setting: 'ssl_client_key_file', word: 'ssl_private_key_file', placeholder: 'CHANGEME_KEY_FILE' },
] as const;

export const cqlTlsIncomplete = defineRule({
  id: 'cql-tls-incomplete',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/sql-cassandra/',
  docs: {
    summary: 'The connect string has a client certificate without a key, or a key without a certificate.',
    why: 'The driver refuses the connect string unless both are there, and the dictionary cannot be used.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: dict,
        files: { 'mails.conf.ext': connect('<|ssl_cert_file|>=/etc/ssl/dovecot.pem') },
        fixed: connect('ssl_cert_file=/etc/ssl/dovecot.pem ssl_private_key_file=CHANGEME_KEY_FILE'),
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: dict,
        files: {
          'mails.conf.ext': connect('ssl_cert_file=/etc/ssl/dovecot.pem ssl_private_key_file=/etc/ssl/dovecot.key'),
        },
      },
      { dialect: 'pro-3.0', text: dict, files: { 'mails.conf.ext': connect('ssl_cert_file=/a.pem {{ key }}') } },
    ],
  },
  messages: {
    missing: "'{word}' needs '{other}' as well: the driver refuses one without the other.",
  },
  check({ storage, report }) {
    for (const connection of storage.cql) {
      const { insertion, complete, get } = connection;
      if (insertion.kind !== 'connect' || !complete) continue;
      const missing = pair.filter(({ setting }) => get(setting) === undefined);
      const [absent] = missing;
      const present = pair.find((one) => one !== absent);
      const word = insertion.words.findLast(({ key }) => key.text === present?.word);
      if (missing.length !== 1 || absent === undefined || word === undefined) continue;
      report({
        at: word.key,
        message: 'missing',
        data: { word: word.key.text, other: absent.word },
        fixes: [
          {
            title: `Add ${absent.word} (replace ${absent.placeholder})`,
            safe: false,
            edits: [addToConnection(connection, absent.setting, absent.placeholder)],
          },
        ],
      });
    }
  },
});
