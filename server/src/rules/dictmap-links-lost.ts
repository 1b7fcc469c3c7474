/** Names whose object the storage does not find are deleted. */

import { dictmaps, isDictmapOn } from '../config/storage/dictmap.ts';
import { removeDictmapSetting } from '../lint/dictmapParameter.ts';
import { defineRule } from '../lint/rule.ts';

const old = (parameters: string) =>
  `dovecot_config_version = 3.0.5\nplugin {\n  obox_index_fs = compress:zstd:3:dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/?class=2 ; ${parameters}\n}\n`;
const blocks = (parameters: string) =>
  `dovecot_config_version = 3.1.2\nobox {\n  fs dictmap {\n${parameters}  }\n  fs sproxyd {\n  }\n}\n`;

export const dictmapLinksLost = defineRule({
  id: 'dictmap-links-lost',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: "'delete-dangling-links' is on.",
    why: 'A storage may say that an object does not exist although it does, for example while its nodes do not see each other. With this setting dictmap then deletes the name of the object, and the mail cannot be found any more when the storage works again.',
    exceptions: 'To clean up after a loss of data it can be on for a while, when Dovecot asks for it.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: old('diff-table:<|delete-dangling-links|>'),
        fixed: old('diff-table'),
      },
      { dialect: 'pro-3.1', text: blocks('    delete_dangling_links = <|yes|>\n'), fixed: blocks('') },
    ],
    good: [
      { dialect: 'pro-3.0', text: old('diff-table') },
      { dialect: 'pro-3.1', text: blocks('    delete_dangling_links = no\n') },
    ],
  },
  messages: {
    on: 'When the storage denies an object only for a moment, its mail is lost: do not delete dangling links.',
  },
  check({ configuration, storage, report }) {
    for (const dictmap of dictmaps(storage.chains)) {
      const value = dictmap.driver.get(setting);
      if (value === undefined || isDictmapOn(dictmap, setting) !== true) continue;
      const edits = removeDictmapSetting(configuration, dictmap.driver, value);
      report({ at: value, message: 'on', fixes: [{ title: 'Take it out', safe: true, edits }] });
    }
  },
});

const setting = 'fs_dictmap_delete_dangling_links';
