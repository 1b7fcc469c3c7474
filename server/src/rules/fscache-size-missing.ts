/** A cache without a size caches nothing. */

import { plain } from '../config/entries.ts';
import type { Located } from '../config/located.ts';
import type { FsDriver } from '../config/storage/types.ts';
import { parseSize } from '../config/values/size.ts';
import { nameInBlock } from '../lint/chainEdits.ts';
import { insertIntoSection } from '../lint/edits.ts';
import { defineRule, type Fix, palomarAndUpgrade, replace } from '../lint/rule.ts';

const usual = '512M';

export const fscacheSizeMissing = defineRule({
  id: 'fscache-size-missing',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/fscache/',
  docs: {
    summary: 'An fscache has no size, or one that is none.',
    why: 'The size limits what the cache keeps; it is 0 when it is not set, and then nothing stays in the cache. In the old string the size stands first: a path in its place is refused, which is an error. Usual are 512M for each of four folders, or 1 to 2 GB for one.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs <|fscache|> {\n    path = /var/cache/mails\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n    path = /var/cache/mails\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:<|1.5G|>:/var/cache/mails:posix:prefix=/data/\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails:posix:prefix=/data/\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = fscache:<|0|>:/var/cache/mails:posix:prefix=/data/\n}\n',
        fixed: 'plugin {\n  obox_fs = fscache:512M:/var/cache/mails:posix:prefix=/data/\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_fscache_size = 1G\nobox {\n  fs fscache {\n    path = /var/cache/mails\n  }\n  fs posix {\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:posix:prefix=/data/\n  fts_dovecot_fs = fts-cache:fscache:{{ size }}:/var/cache/fts:posix:prefix=/fts/\n}\n',
      },
    ],
  },
  messages: {
    zero: 'This fscache has the size 0 and keeps nothing: give it a size, usually 512M to 2G.',
    invalid: 'The first argument of fscache is its size, such as 512M.',
  },
  check({ storage, report }) {
    for (const { drivers } of storage.chains) {
      for (const driver of drivers) {
        if (driver.name.text !== 'fscache') continue;
        const size = driver.get('fs_fscache_size');
        const problem = judge(driver, size);
        if (problem === undefined) continue;
        const severity = problem === 'invalid' ? 'error' : 'warning';
        report({ at: size ?? driver.name, message: problem, severity, fixes: [fix(driver, size)] });
      }
    }
  },
});

function judge(driver: FsDriver, size: Located | undefined): 'zero' | 'invalid' | undefined {
  if (size === undefined) return driver.complete ? 'zero' : undefined;
  if (plain(size) === undefined) return undefined;
  const meaning = parseSize(size.text, driver.section === undefined ? 'old' : 'new');
  if (meaning.kind === 'bytes' && meaning.value === 0n) return 'zero';
  // In the new grammar the type of the value is checked like that of any other.
  return meaning.kind === 'error' && driver.section === undefined ? 'invalid' : undefined;
}

function fix(driver: FsDriver, size: Located | undefined): Fix {
  const title = `Give it ${usual}`;
  const { document } = driver.name;
  if (size === undefined) {
    const line = `${nameInBlock(driver, 'fs_fscache_size')} = ${usual}`;
    return { title, safe: true, edits: [insertIntoSection({ document, section: driver.section! }, [line])] };
  }
  // A path has taken the place of the size.
  if (size.text.includes('/')) {
    const at = { from: size.span.from, to: size.span.from };
    return { title, safe: true, edits: [{ document, span: at, text: `${usual}:` }] };
  }
  return { title, safe: true, edits: [replace(size, usual)] };
}
