/** The `max_bucket` map of dictmap without the time of writing. */

import { type DictMap, type MapColumn, patternShape } from '../config/storage/dictMaps.ts';
import { valueFieldLines } from '../lint/dictMapEdits.ts';
import { insertAbove, insertBelow } from '../lint/edits.ts';
import { type DocumentEdit, defineRule, replace } from '../lint/rule.ts';

const key =
  '      key_field u {\n        value = $user\n      }\n      key_field g {\n        value = $mailbox_guid\n        type = hexblob\n      }\n';
const map = (values: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    dict_map shared/dictmap/$user/mailboxes/$mailbox_guid/max_bucket {\n      sql_table = user_mailbox_buckets\n${values}${key}    }\n  }\n}\n`;

export const dictMapWritetimeMissing = defineRule({
  id: 'dict-map-writetime-missing',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap_cassandra_objectid/',
  docs: {
    summary: 'The map of max_bucket does not read when the number was written.',
    why: 'Dictmap counts the buckets of a mailbox in `max_bucket`, and lowers the number again when the last ones are empty. Only with the time of the last write it can tell that no other backend has raised it in the meantime; without, mails may be put into a bucket that is not looked at.',
    exceptions: 'Releases before 2.3.14 cannot read it.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: map('      value_field <|b|> {\n        type = uint\n      }\n'),
        fixed: map(
          '      value_field b {\n        type = uint\n      }\n      value_field writetime(b) {\n        type = uint\n      }\n',
        ),
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/ ; bucket-size=10000\n}\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
        files: {
          'mails.conf.ext':
            'connect = host=a host=b host=c keyspace=mails version=4\nmap {\n  pattern = shared/dictmap/$user/mailboxes/$mailbox_guid/max_bucket\n  table = user_mailbox_buckets\n  value_field = <|b|>\n  value_type = uint\n  fields {\n    u = $user\n    g = ${hexblob:mailbox_guid}\n  }\n}\n',
        },
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: map(
          '      value_field b {\n        type = uint\n      }\n      value_field writetime(b) {\n        type = uint\n      }\n',
        ),
      },
    ],
  },
  messages: {
    missing: "Read 'writetime({column})', too: without it dictmap cannot safely lower the number of buckets.",
  },
  check({ storage, configuration, dialect, report }) {
    if (isBefore(configuration.decision.release)) return;
    for (const dict of storage.dicts) {
      for (const map of dict.complete ? dict.maps : []) {
        const [value] = map.values;
        if (map.pattern === undefined || patternShape(map.pattern.text) !== maxBucket || value === undefined) continue;
        if (map.values.length !== 1 || !/^\w+$/.test(value.name.text)) continue;
        const column = value.name.text;
        const title = `Read writetime(${column}), too${dialect === 'pro-2.3' ? ' (needs 2.3.14)' : ''}`;
        const fix = { title, safe: dialect !== 'pro-2.3', edits: addWritetime(map, value) };
        report({ at: value.name, message: 'missing', data: { column }, fixes: [fix] });
      }
    }
  },
});

const maxBucket = 'shared/dictmap/$/mailboxes/$/max_bucket';

/** Whether a release that is asked for is older than 2.3.14. */
function isBefore(release: string | undefined): boolean {
  const patch = /^2\.3\.(\d+)/.exec(release ?? '')?.[1];
  return patch !== undefined && Number(patch) < 14;
}

function addWritetime({ valueFields, valueTypes }: DictMap, { name, section }: MapColumn): DocumentEdit[] {
  const writetime = `writetime(${name.text})`;
  if (section !== undefined) return [insertBelow(name.document, section, valueFieldLines(writetime, 'uint'))];
  if (valueFields === undefined) return [];
  const fields = replace(valueFields, `${name.text},${writetime}`);
  if (valueTypes !== undefined) return [fields, replace(valueTypes, `${valueTypes.text},uint`)];
  return [insertAbove(name.document, valueFields.span.from, ['value_type = uint,uint']), fields];
}
