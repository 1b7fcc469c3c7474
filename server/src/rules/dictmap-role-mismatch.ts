/** Settings of dictmap in a chain that stores something else than they are for. */

import { dictmaps, isDictmapOn, ownDictmapValue } from '../config/storage/dictmap.ts';
import { type ChainRole, chainNames } from '../config/storage/types.ts';
import { removeDictmapSetting } from '../lint/dictmapParameter.ts';
import { defineRule } from '../lint/rule.ts';

const old = (chain: string) => `dovecot_config_version = 3.0.5\nplugin {\n  ${chain}\n}\n`;
const storage = 'dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/ ; ';
const blocks = (filter: string, parameter: string) =>
  `dovecot_config_version = 3.1.2\n${filter} {\n  fs dictmap {\n${parameter}  }\n  fs sproxyd {\n  }\n}\n`;

/** What each is for, and the table that it needs. */
const roles = [
  { setting: 'fs_dictmap_refcounting_table', name: 'refcounting-table', role: 'mail', holds: 'mails' },
  { setting: 'fs_dictmap_diff_table', name: 'diff-table', role: 'index', holds: 'index bundles' },
] as const satisfies readonly { setting: string; name: string; role: ChainRole; holds: string }[];

export const dictmapRoleMismatch = defineRule({
  id: 'dictmap-role-mismatch',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap_cassandra/',
  docs: {
    summary: "'refcounting-table' or 'diff-table' is set in the wrong chain, or off in the right one.",
    why: 'References are counted for mails, which are copied; index bundles and search indexes never are. The diff-table keeps the newest index bundle of each backend, a mail is no such thing. In the wrong chain they ask for keys that the maps do not have and double the work of Cassandra. Off in the right one, copies are stored again, and each change of an index leaves a tombstone.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: old(`obox_index_fs = ${storage}diff-table:<|refcounting-table|>`),
        fixed: old(`obox_index_fs = ${storage}diff-table`),
      },
      {
        dialect: 'pro-3.0',
        text: old(`fts_dovecot_fs = fts-cache:${storage}<|diff-table|>:dict-prefix=%u/fts/`),
        fixed: old(`fts_dovecot_fs = fts-cache:${storage}dict-prefix=%u/fts/`),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('metacache', '    refcounting_table = <|yes|>\n'),
        fixed: blocks('metacache', ''),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('metacache', '    diff_table = <|no|>\n'),
        fixed: blocks('metacache', ''),
      },
    ],
    good: [
      { dialect: 'pro-3.0', text: old(`obox_index_fs = ${storage}diff-table`) },
      { dialect: 'pro-3.1', text: blocks('metacache', '    diff_table = yes\n    refcounting_table = no\n') },
      {
        dialect: 'pro-3.1',
        text: `fs_dictmap_refcounting_table = yes\n${blocks('metacache', '    diff_table = {{ diff }}\n')}`,
      },
    ],
  },
  messages: {
    elsewhere: "'{name}' is for {holds} only: take it out of the {role} chain.",
    off: "'{name}' is off, which {holds} need: leave it at its default.",
  },
  check({ configuration, storage, report }) {
    for (const dictmap of dictmaps(storage.chains)) {
      const { chain, driver, grammar } = dictmap;
      for (const { setting, name, role, holds } of roles) {
        const value = ownDictmapValue(dictmap, setting);
        const isOn = value === undefined ? undefined : isDictmapOn(dictmap, setting);
        if (value === undefined || isOn === undefined || isOn === (chain.role === role)) continue;
        if (!isOn && grammar === 'old') continue;
        report({
          at: value,
          message: isOn ? 'elsewhere' : 'off',
          data: { name, holds, role: chainNames[chain.role] },
          fixes: [
            {
              title: 'Take it out (only while nothing is stored with it)',
              safe: false,
              edits: removeDictmapSetting(configuration, driver, value),
            },
          ],
        });
      }
    }
  },
});
