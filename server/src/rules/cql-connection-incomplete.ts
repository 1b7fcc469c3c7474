/** A connection to Cassandra without a host, a keyspace, or anything at all. */

import type { CqlConnection } from '../config/storage/cql.ts';
import { dialects } from '../knowledge/dialect.ts';
import { addToConnection, nameInConnection } from '../lint/cqlEdits.ts';
import { insertAbove } from '../lint/edits.ts';
import { defineRule, type Fix } from '../lint/rule.ts';
import type { ConfigDocument } from '../workspace/document.ts';

const blocks = (name: string, settings: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict ${name} {\n${settings}    driver = sql\n    sql_driver = cassandra\n    cassandra_protocol_version = 4\n  }\n}\n`;
const listed = (name: string) => `dovecot_config_version = 3.0.5\ndict {\n  ${name} = cassandra:mails.conf.ext\n}\n`;
const hosts = '    cassandra_hosts = c1.example.com c2.example.com c3.example.com\n';
const map =
  'map {\n  pattern = shared/$key\n  table = objects\n  value_field = value\n  fields {\n    key = $key\n  }\n}\n';

/** What the driver cannot do without, and what stands for it. */
const required: readonly {
  readonly setting: string;
  readonly label: string;
  readonly placeholders: readonly string[];
}[] = [
  {
    setting: 'cassandra_hosts',
    label: 'contact hosts',
    placeholders: ['CHANGEME_HOST_1', 'CHANGEME_HOST_2', 'CHANGEME_HOST_3'],
  },
  { setting: 'cassandra_keyspace', label: 'keyspace', placeholders: ['CHANGEME_KEYSPACE'] },
];

export const cqlConnectionIncomplete = defineRule({
  id: 'cql-connection-incomplete',
  dialects,
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/sql/cassandra.html',
  docs: {
    summary: 'A dictionary in Cassandra has no contact hosts or no keyspace.',
    why: 'The driver refuses to connect without both. Dovecot starts nevertheless: the error comes when the dictionary is first used, with dictmap for every mailbox.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: blocks('<|mails|>', hosts),
        fixed: blocks('mails', `    cassandra_keyspace = CHANGEME_KEYSPACE\n${hosts}`),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('<|mails|>', '    cassandra_keyspace = mails\n'),
        fixed: blocks(
          'mails',
          '    cassandra_hosts = CHANGEME_HOST_1 CHANGEME_HOST_2 CHANGEME_HOST_3\n    cassandra_keyspace = mails\n',
        ),
      },
      {
        dialect: 'pro-3.0',
        text: listed('mails'),
        files: { 'mails.conf.ext': `<|connect|> = host=a host=b host=c version=4\n${map}` },
      },
      { dialect: 'pro-3.0', text: listed('mails'), files: { 'mails.conf.ext': `<|map|>${map.slice('map'.length)}` } },
    ],
    good: [
      { dialect: 'pro-3.1', text: blocks('mails', `${hosts}    cassandra_keyspace = mails\n`) },
      { dialect: 'pro-3.1', text: `cassandra {\n  keyspace = mails\n}\n${blocks('mails', hosts)}` },
      {
        dialect: 'pro-3.0',
        text: listed('mails'),
        files: { 'mails.conf.ext': `connect = host=a host=b host=c dbname=mails version=4\n${map}` },
      },
      {
        dialect: 'pro-3.0',
        text: listed('mails'),
        files: { 'mails.conf.ext': `connect = {{ cassandra }} version=4\n${map}` },
      },
    ],
  },
  messages: {
    missing: "The connection to Cassandra has no {parts}: set '{names}'.",
    noConnect: "The dict '{dict}' has no 'connect': the dict service refuses the file.",
  },
  check({ storage, report }) {
    for (const connection of storage.cql) {
      const missing = connection.complete ? required.filter(({ setting }) => isMissing(connection, setting)) : [];
      if (missing.length === 0) continue;
      report({
        at: connection.holder,
        message: 'missing',
        data: {
          parts: missing.map(({ label }) => label).join(' and no '),
          names: missing.map(({ setting }) => nameInConnection(connection, setting)).join("' and '"),
        },
        fixes: [
          {
            title: 'Add what is missing (replace the CHANGEME values)',
            safe: false,
            edits: missing.map(({ setting, placeholders }) =>
              addToConnection(connection, setting, values(connection, setting, placeholders)),
            ),
          },
        ],
      });
    }
    const connected = new Set(storage.cql.map(({ dict }) => dict));
    for (const { name, driver, complete, opening, document, maps } of storage.dicts) {
      if (driver !== 'cassandra' || !complete || opening !== undefined || connected.has(name.text)) continue;
      const [map] = maps;
      report({
        at: map?.head ?? name,
        message: 'noConnect',
        data: { dict: name.text },
        fixes: map === undefined ? [] : [addConnect(document, map.section.from)],
      });
    }
  },
});

function isMissing({ get, hosts }: CqlConnection, setting: string): boolean {
  return setting === 'cassandra_hosts' ? hosts.length === 0 : (get(setting)?.text ?? '') === '';
}

/** A connect string repeats `host=`, the new grammar has a list. */
function values({ insertion }: CqlConnection, setting: string, placeholders: readonly string[]): string {
  return placeholders.join(insertion.kind === 'connect' && setting === 'cassandra_hosts' ? ' host=' : ' ');
}

function addConnect(document: ConfigDocument, before: number): Fix {
  const words = 'host=CHANGEME_HOST_1 host=CHANGEME_HOST_2 host=CHANGEME_HOST_3 keyspace=CHANGEME_KEYSPACE version=4';
  return {
    title: 'Add a connect string (replace the CHANGEME values)',
    safe: false,
    edits: [insertAbove(document, before, [`connect = ${words}`])],
  };
}
