/** Drivers that exist for tests of Dovecot itself. */

import { allChains, type FsDriver } from '../config/storage/types.ts';
import { removeDriver } from '../lint/chainEdits.ts';
import { defineRule, type Fix } from '../lint/rule.ts';

export const testDriverLeft = defineRule({
  id: 'test-driver-left',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/fs.html',
  docs: {
    summary: 'A storage chain has a driver that is made for tests, or for what is no longer done.',
    why: 'randomfail lets operations fail by chance and test keeps nothing. sis-queue notes files for a de-duplication that 2.4 and 3.x no longer do. None of them belongs into a system that keeps mails.',
    exceptions: 'No page of the manual forbids them; this is concluded from what they do.',
    bad: [
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = <|randomfail|>:read=10:posix:prefix=/data/\n}\n',
        fixed: 'plugin {\n  obox_fs = posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_ext_attachment {\n  fs <|sis-queue|> {\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_ext_attachment {\n  fs posix {\n  }\n}\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = sis posix\nplugin {\n}\n' },
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = sis-queue:/var/queue:posix\nplugin {\n}\n' },
    ],
  },
  messages: {
    test: "'{driver}' is made for tests and does not belong into a system that keeps mails.",
    queue: "'sis-queue' notes files for a de-duplication that no longer exists: take it out of the chain.",
  },
  check({ storage, dialect, report }) {
    for (const { drivers } of allChains(storage)) {
      for (const driver of drivers) {
        const { name } = driver;
        const isLast = driver === drivers[drivers.length - 1];
        const fixes = isLast ? [] : [takeOut(driver)];
        if (name.text === 'randomfail' || name.text === 'test') {
          report({ at: name, message: 'test', data: { driver: name.text }, fixes });
        } else if (name.text === 'sis-queue' && dialect !== 'ce-2.3' && dialect !== 'pro-2.3') {
          report({ at: name, message: 'queue', fixes });
        }
      }
    }
  },
});

function takeOut(driver: FsDriver): Fix {
  return { title: `Take ${driver.name.text} out of the chain`, safe: false, edits: [removeDriver(driver)] };
}
