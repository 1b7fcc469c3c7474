/** What Dovecot itself demands of whoever flushes NFS caches for indexes. */

import type { Configuration, Entry } from '../config/configuration.ts';
import { findEffective } from '../config/effective/find.ts';
import { entriesNamed, isYes, plainValue } from '../config/entries.ts';
import { locatedValue } from '../config/located.ts';
import { connectionFilters, type Scope } from '../config/scope.ts';
import { insertAbove } from '../lint/edits.ts';
import { pro31 } from '../lint/examples.ts';
import { defineRule, type Fix, replace } from '../lint/rule.ts';

const required = [
  { setting: 'mmap_disable', value: 'yes' },
  { setting: 'mail_fsync', value: 'always' },
] as const;

export const nfsIndexConflict = defineRule({
  id: 'nfs-index-conflict',
  dialects: 'any',
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.4.5/core/config/nfs.html',
  docs: {
    summary:
      'Caches of indexes on NFS are flushed (mail_nfs_index) without mmap_disable = yes and mail_fsync = always.',
    why: 'Dovecot does not start with it: an index that is mapped into memory, or not written through at once, cannot be kept in step between servers by flushing caches.',
    exceptions: 'The manual says to leave mail_nfs_index off altogether and to send each user to one server.',
    bad: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nmail_fsync = always\nmail_nfs_index = <|yes|>\n',
        fixed: 'plugin {\n}\nmail_fsync = always\nmail_nfs_index = no\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmmap_disable = yes\nmail_fsync = optimized\nmail_nfs_index = <|yes|>\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmmap_disable = yes\nmail_fsync = optimized\nmail_nfs_index = no\n',
      },
      pro31('protocol imap {\n  mail_nfs_index = <|yes|>\n}\n', 'protocol imap {\n  mail_nfs_index = no\n}\n'),
    ],
    good: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nmail_nfs_index = yes\nmmap_disable = yes\nmail_fsync = always\n' },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nmail_nfs_index = yes\nmmap_disable = $disable\nmail_fsync = {{ fsync }}\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nmail_nfs_index = no\n!include_try {{ file }}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_nfs_index = yes\n!include {{ file }}\n',
      },
    ],
  },
  messages: {
    conflict: "Dovecot refuses 'mail_nfs_index' without '{setting} = {value}': switch it off, as the manual advises.",
  },
  check({ configuration, report }) {
    for (const entry of entriesNamed(configuration, 'mail_nfs_index')) {
      const at = plainValue(entry);
      if (at === undefined || isYes(at) !== true || !isTopOrFilter(entry.scope)) continue;
      const unmet = required.find((requirement) => !mayHold(configuration, entry, requirement));
      if (unmet === undefined) continue;
      const off = {
        title: 'Switch it off (each user must be served by one server)',
        safe: false,
        edits: [replace(at, 'no')],
      };
      report({ at, message: 'conflict', data: unmet, fixes: [off, meet(configuration, entry)] });
    }
  },
});

type Requirement = (typeof required)[number];

function isTopOrFilter(scope: Scope | undefined): boolean {
  for (let at = scope; at !== undefined; at = at.parent) if (!connectionFilters.has(at.filter)) return false;
  return true;
}

/** Whether the setting has the value, or may have it. */
function mayHold(configuration: Configuration, { scope }: Entry, { setting, value }: Requirement): boolean {
  const entry = findEffective(configuration, setting, scope);
  if (entry === undefined) return !configuration.complete;
  const own = plainValue(entry);
  if (own === undefined) return true;
  return value === 'yes' ? isYes(own) !== false : own.text === value;
}

/** Sets what Dovecot demands, where it is not set, and changes it where it is. */
function meet(configuration: Configuration, entry: Entry): Fix {
  const edits = required
    .filter((requirement) => !mayHold(configuration, entry, requirement))
    .map(({ setting, value }) => {
      const own = findEffective(configuration, setting, entry.scope);
      if (own !== undefined) return replace(locatedValue(own.statement, own.document), value);
      return insertAbove(entry.document, entry.statement.from, [`${setting} = ${value}`]);
    });
  return { title: 'Set what it requires', safe: false, edits };
}
