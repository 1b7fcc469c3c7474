/** A map that never gets a key, because one above it takes them all. */

import { lostMaps } from '../config/storage/dictMapOrder.ts';
import type { DictMap } from '../config/storage/dictMaps.ts';
import { moveBelow } from '../lint/edits.ts';
import { defineRule, type Fix } from '../lint/rule.ts';

const head =
  'dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n';
const variables = (pattern: string) => [...pattern.matchAll(/\$(\w+)/g)].map((match) => match[1]);
const map = (pattern: string, table: string) =>
  `    dict_map ${pattern} {\n      sql_table = ${table}\n      value_field i {\n      }\n${variables(pattern)
    .map((name) => `      key_field ${name} {\n        value = $${name}\n      }\n`)
    .join('')}    }\n`;
const rest = 'shared/dictmap/$user/mailboxes/$guid';
const fileMap = (pattern: string) =>
  `map {\n  pattern = ${pattern}\n  table = t\n  value_field = i\n  fields {\n${variables(pattern)
    .map((name) => `    ${name} = $${name}\n`)
    .join('')}  }\n}\n`;

export const dictMapLost = defineRule({
  id: 'dict-map-lost',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/dict.html',
  docs: {
    summary: 'A map is never used: an earlier one takes all its keys.',
    why: 'The first map whose pattern matches gets the key. A variable holds all up to the next slash, and the last one of a pattern holds all that is left, slashes included. Behind such a pattern a more special one gets nothing, and its data ends in the wrong table.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: `${head}${map(rest, 'a')}${map(`<|${rest}/max_bucket|>`, 'b')}  }\n}\n`,
        fixed: `${head}${map(`${rest}/max_bucket`, 'b')}${map(rest, 'a')}  }\n}\n`,
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: {
          'mails.conf.ext': `connect = host=a host=b host=c keyspace=mails version=4\n${fileMap('shared/dictmap/$user/mailboxes/$guid/$bucket/$name')}${fileMap('<|shared/dictmap/$user/mailboxes/$guid/idx/$name|>')}`,
        },
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: `${head}${map(`${rest}/max_bucket`, 'b')}${map(rest, 'a')}  }\n}\n` },
      {
        dialect: 'pro-3.1',
        text: `${head}${map(`${rest}/$bucket/$name`, 'a')}${map(`${rest}/max_bucket`, 'b')}${map('shared/{{ x }}/$y', 'c')}  }\n}\n`,
      },
    ],
  },
  messages: {
    lost: "This map never gets a key: '{earlier}' above it takes them all. Put it in front of that one.",
  },
  check({ storage, report }) {
    for (const { map, earlier } of storage.dicts.flatMap(({ maps }) => lostMaps(maps))) {
      report({
        at: map.pattern!,
        message: 'lost',
        data: { earlier: earlier.pattern!.text },
        fixes: reorder(earlier, map),
        related: [{ ...place(earlier), message: 'This map takes its keys.' }],
      });
    }
  },
});

function place({ document, head: { span } }: DictMap) {
  return { document, span };
}

function reorder(earlier: DictMap, later: DictMap): readonly Fix[] {
  if (earlier.document !== later.document) return [];
  const edits = moveBelow(earlier.document, earlier.section, later.section);
  return edits === undefined
    ? []
    : [{ title: 'Move the map above below this one (its keys then come here)', safe: false, edits }];
}
