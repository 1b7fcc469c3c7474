/** Backends of a cluster that do not note where a user's indexes were last. */

import { entriesLike, entriesNamed } from '../config/entries.ts';
import { isUnset } from '../config/storage/proSettings.ts';
import { oboxBackend } from '../config/storage/types.ts';
import { defineRule, palomar } from '../lint/rule.ts';
import { addProSetting } from '../lint/settingEdits.ts';

const old = (setting: string) =>
  `dovecot_config_version = 3.0.5\nmail_plugins = $mail_plugins obox\nmail_location = <|obox|>:%u:INDEX=~/:CONTROL=~/\ncluster_backend_name = b1.example.com\ncluster_geodb = proxy:dict-async:cluster-geodb\ndict {\n  cluster-geodb = cassandra:/etc/dovecot/geodb.conf.ext\n}\nplugin {\n${setting}  obox_fs = posix:prefix=/var/mails/%u/\n}\n`;
const unmarked = (text: string) => text.replace('<|', '').replace('|>', '');

export const metacacheHostDictRecommended = defineRule({
  id: 'metacache-host-dict-recommended',
  dialects: palomar,
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/3.0/settings/plugin/obox-plugin/',
  docs: {
    summary: "A backend of a cluster has no 'metacache_last_host_dict'.",
    why: 'When a user comes to another backend, that one can fetch the indexes from the former backend instead of the object storage, if it knows which one it was. The dictionary that remembers it lies in the GeoDB.',
    exceptions: 'With @cluster_defaults, which may bring it, nothing is said.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: old(''),
        fixed: unmarked(old('  metacache_last_host_dict = proxy:dict-async:cluster-geodb\n')),
      },
    ],
    good: [
      { dialect: 'pro-3.0', text: unmarked(old('  metacache_last_host_dict = proxy:dict-async:cluster-geodb\n')) },
      { dialect: 'pro-3.0', text: unmarked(old('')).replace(/^cluster_.*\n/gm, '') },
    ],
  },
  messages: {
    missing:
      "Set 'metacache_last_host_dict': a backend can then fetch the indexes of a moved user from the former one.",
  },
  check({ configuration, storage, report }) {
    const format = oboxBackend(storage);
    if (format === undefined || entriesLike(configuration, /^cluster_/).length === 0) return;
    if (!isUnset(configuration, setting)) return;
    const [geodb] = entriesNamed(configuration, 'cluster_geodb');
    const uri = geodb?.statement.value.content.text ?? '';
    const dict = /^proxy:[\w-]*:([\w-]+)$/.exec(uri)?.[1];
    const isOffered = dict !== undefined && storage.dicts.some(({ name }) => name.text === dict);
    report({
      at: format.driver,
      message: 'missing',
      fixes: isOffered
        ? [
            {
              title: 'Keep it in the GeoDB (which needs the table and the map for it)',
              safe: false,
              edits: [addProSetting(configuration, format.entry, `${setting} = ${uri}`)],
            },
          ]
        : [],
    });
  },
});

const setting = 'metacache_last_host_dict';
