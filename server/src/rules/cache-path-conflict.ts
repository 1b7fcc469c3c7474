/** Caches that share a folder with each other or with the storage behind them. */

import { findIn } from '../config/effective/find.ts';
import { isKnown } from '../config/holes.ts';
import { type Located, locatedValue } from '../config/located.ts';
import { oboxFormat } from '../config/storage/formats.ts';
import type { ChainRole, StorageModel } from '../config/storage/types.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const cachePathConflict = defineRule({
  id: 'cache-path-conflict',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  docs: {
    summary: 'A cache is in the folder of another cache or of the storage.',
    why: 'fscache and metacache save the way to the storage, so they need a fast local disk of their own. On the NFS mount they cost the time that they should save, and backends disturb each other there. Mails and search indexes in one fscache push each other out.',
    exceptions:
      'A sample in the manual of 3.0.0 has the cache and the mails below /data; later pages correct it. What is said of mail_home is concluded from its purpose, and so is a shared first folder: both are only hints.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:512M:/var/cache/dovecot:posix:prefix=/data/mails/\n  fts_dovecot_fs = fts-cache:fscache:512M:<|/var/cache/dovecot|>:posix:prefix=/data/fts/\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:512M:/var/cache/dovecot:posix:prefix=/data/mails/\n  fts_dovecot_fs = fts-cache:fscache:512M:/var/cache/dovecot-fts:posix:prefix=/data/fts/\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  fs fscache {\n    size = 512M\n    path = <|/mnt/mails/cache|>\n  }\n  fs posix {\n    prefix = /mnt/mails/%{user}/\n  }\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_home = <|/data/mails/home/%u|>\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = posix:prefix=/data/mails/%u/\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = fscache:512M:<|/data/cache/%4Nu|>:posix:prefix=/data/mails/%u/\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_home = /var/vmail/%2Mu/%u\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails/%4Nu:posix:prefix=/var/nfs/mails/\n  fts_dovecot_fs = fts-cache:fscache:512M:/var/cache/fts/%4Nu:posix:prefix=/var/nfs/fts/\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = fscache:512M:{{ cache }}:posix:prefix={{ data }}/mails/\n  fts_dovecot_fs = fts-cache:fscache:512M:{{ cache }}:posix:prefix={{ data }}/fts/\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = fscache:512M:/data/cache:dictmap:proxy:dict-async:cassandra ; sproxyd:http://ring.example.com/?class=2 ; refcounting-table\n}\n',
      },
    ],
  },
  messages: {
    shared: 'Mails and search indexes have the same fscache folder: give each its own.',
    inside: "This cache is inside '{folder}', where the storage is: put it on a local disk.",
    beside:
      "This cache and the storage are both below '{folder}': if that is the mount, put the cache on a local disk.",
  },
  check({ configuration, storage, report }) {
    const caches = cachePaths(storage);
    for (const { role, path } of caches) {
      const other = caches.find((cache) => cache.role === 'mail' && role === 'fts' && cache.path.text === path.text);
      if (other === undefined) continue;
      const title = 'Give the search indexes a folder beside it (which must exist)';
      const fix = { title, safe: false, edits: [replace(path, `${path.text.replace(/\/+$/, '')}-fts`)] };
      const related = [{ ...other.path, message: 'The cache of mails is here.' }];
      report({ at: path, message: 'shared', fixes: [fix], related });
    }
    const folders = storageFolders(storage);
    for (const { path } of caches) {
      const folder = folders.find((candidate) => path.text.startsWith(candidate));
      const mount = mountOf(path.text);
      if (folder !== undefined) {
        report({ at: path, message: 'inside', data: { folder } });
      } else if (mount !== undefined && folders.some((candidate) => candidate.startsWith(mount))) {
        report({ at: path, message: 'beside', data: { folder: mount }, severity: 'hint' });
      }
    }
    const entry = oboxFormat(storage.formats) && findIn(configuration, 'mail_home', '');
    const home = entry && locatedValue(entry.statement, entry.document);
    const folder = home && folders.find((candidate) => home.text.startsWith(candidate));
    if (home !== undefined && folder !== undefined) {
      report({ at: home, message: 'inside', data: { folder }, severity: 'hint' });
    }
  },
});

function cachePaths(storage: StorageModel): readonly { readonly role: ChainRole; readonly path: Located }[] {
  return storage.chains.flatMap(({ role, drivers }) =>
    drivers.flatMap(({ name, get }) => {
      const path = name.text === 'fscache' ? get('fs_fscache_path') : undefined;
      return path === undefined || path.text === '' || !isKnown(path.text) ? [] : [{ role, path }];
    }),
  );
}

/** The folders of posix drivers, as far as they are the same for all users, with a slash at the end. */
function storageFolders(storage: StorageModel): readonly string[] {
  return storage.chains.flatMap(({ drivers }) =>
    drivers.flatMap(({ name, get }) => {
      const prefix = name.text === 'posix' ? get('fs_posix_prefix') : undefined;
      if (prefix === undefined || !isKnown(prefix.text)) return [];
      const [fixed] = prefix.text.split('%');
      const folder = fixed!.slice(0, fixed!.lastIndexOf('/') + 1);
      return folder.length > 1 ? [folder] : [];
    }),
  );
}

/** Folders of the system, below which there are several disks as often as not. */
const usual = /^\/(?:var|srv|mnt|media|home|opt|usr|tmp|run|dev)\//;

/** `/data/` of `/data/cache`: most likely a mount. */
function mountOf(path: string): string | undefined {
  return usual.test(path) ? undefined : /^\/[^/%]+\//.exec(path)?.[0];
}
