/** Words of a Cassandra connect string that the driver does not take. */

import { hasTemplateMark } from '../config/holes.ts';
import { allConnectKeys, type ConnectWord, connectFlags } from '../config/storage/cql.ts';
import type { Dialect } from '../knowledge/dialect.ts';
import { removeWord } from '../lint/cqlEdits.ts';
import { defineRule, type Fix, type Report, replace } from '../lint/rule.ts';
import { nearest } from '../text/near.ts';

const listed = (dialect: string) => `${dialect}dict {\n  mails = cassandra:mails.conf.ext\n}\n`;
const v30 = 'dovecot_config_version = 3.0.5\n';
const connect = (words: string) => `connect = host=a host=b host=c keyspace=mails version=4 ${words}\n`;
const file = (words: string) => ({ 'mails.conf.ext': connect(words) });

export const cqlOptionUnsupported = defineRule({
  id: 'cql-option-unsupported',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/sql-cassandra/',
  docs: {
    summary: 'The connect string of a Cassandra dictionary has a word that the driver refuses.',
    why: 'The driver reads words of the form key=value and stops at the first one that it does not know or that has no value. Dovecot starts, but the dictionary cannot be used. `ssl_verify=cert-dns` is gone since 3.0, because a name that is looked up backwards proves nothing.',
    exceptions: 'What the manual of 2.3 writes as a bare word (latency_aware_routing) needs a value, too; any will do.',
    bad: [
      { dialect: 'pro-3.0', text: listed(v30), files: file('<|prot|>=9042'), fixed: connect('port=9042') },
      {
        dialect: 'pro-2.3',
        text: `plugin {\n  fts_dovecot_prefix = no\n}\n${listed('')}`,
        files: file('<|latency_aware_routing|>'),
        fixed: connect('latency_aware_routing=yes'),
      },
      {
        dialect: 'pro-3.0',
        text: listed(v30),
        files: file('ssl_ca=/etc/ssl/ca.pem ssl_verify=<|cert-dns|>'),
        fixed: connect('ssl_ca=/etc/ssl/ca.pem ssl_verify=cert-ip'),
      },
      { dialect: 'pro-3.0', text: listed(v30), files: file('<|tls|> port=9042'), fixed: connect('port=9042') },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: listed(v30),
        files: file('port=9042 debug_queries=yes ssl_ca=/etc/ssl/ca.pem ssl_verify=cert-ip'),
      },
      {
        dialect: 'ce-2.3',
        text: `plugin {\n}\n${listed('')}`,
        files: file('ssl_ca=/etc/ssl/ca.pem ssl_verify=cert-dns'),
      },
      { dialect: 'pro-3.0', text: listed(v30), files: file('{{ options }}') },
    ],
  },
  messages: {
    // The word may be the rest of a password with a blank in it, so it is never shown.
    unknown: 'The driver of Cassandra does not know this word and refuses the connect string.',
    bare: 'The driver refuses a word without a value.',
    flag: "The driver refuses a word without a value: write '=yes' behind it.",
    certDns: "'cert-dns' is gone since 3.0: use 'cert-ip', which checks the address.",
  },
  check({ storage, dialect, report }) {
    for (const { insertion } of storage.cql) {
      if (insertion.kind !== 'connect') continue;
      for (const word of insertion.words) {
        const problem = hasTemplateMark(insertion.value.text) ? undefined : problemOf(word, dialect);
        if (problem !== undefined) report(problem);
      }
    }
  },
});

function problemOf(
  word: ConnectWord,
  dialect: Dialect | undefined,
): Report<'unknown' | 'bare' | 'flag' | 'certDns'> | undefined {
  const { key, value } = word;
  if (value === undefined) {
    return connectFlags.has(key.text)
      ? { at: key, message: 'flag', fixes: [giveValue(word)] }
      : { at: key, message: 'bare', fixes: [withoutWord(word)] };
  }
  if (!allConnectKeys().includes(key.text)) {
    return { at: key, message: 'unknown', fixes: knownInstead(word) };
  }
  if (dialect !== 'pro-3.0' || key.text !== 'ssl_verify' || value.text !== 'cert-dns') return undefined;
  const fix = {
    title: "Use 'cert-ip' (the certificate must name the address)",
    safe: false,
    edits: [replace(value, 'cert-ip')],
  };
  return { at: value, message: 'certDns', fixes: [fix] };
}

function giveValue({ key }: ConnectWord): Fix {
  return { title: "Write '=yes' behind it", safe: false, edits: [replace(key, `${key.text}=yes`)] };
}

/** The known word that is nearest, and leaving it out. */
function knownInstead(word: ConnectWord): readonly Fix[] {
  const near = nearest(word.key.text, allConnectKeys());
  const take = near === undefined ? [] : [{ title: `Use '${near}'`, safe: false, edits: [replace(word.key, near)] }];
  return [...take, withoutWord(word)];
}

function withoutWord(word: ConnectWord): Fix {
  return { title: 'Take the word out', safe: false, edits: removeWord(word) };
}
