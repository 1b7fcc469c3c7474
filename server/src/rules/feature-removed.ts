/** Settings, values, services and plugins that a release no longer has: one table, `knowledge/removed.ts`. */

import type { Configuration, Entry } from '../config/configuration.ts';
import { entriesLike, entriesNamed, isYes, plainValue } from '../config/entries.ts';
import { type Located, locatedValue, locatedWord } from '../config/located.ts';
import { placesOfPlugin } from '../config/mailPlugins.ts';
import { proEntries } from '../config/storage/proSettings.ts';
import { type Removal, removals } from '../knowledge/removed.ts';
import { removeLines } from '../lint/edits.ts';
import { type DocumentEdit, defineRule, type Fix, replace } from '../lint/rule.ts';
import { removeSetting, replaceSetting } from '../lint/settingEdits.ts';
import { pathAt } from '../parser/cst.ts';

export const featureRemoved = defineRule({
  id: 'feature-removed',
  dialects: ['pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/3.0/installation_guide/upgrading/from-2.3-to-3.0/',
  docs: {
    summary: 'A setting, value, service or plugin is used that this release no longer has.',
    why: 'Director and replication are gone in 2.4 and 3.x, and so are some switches of obox and metacache. Dovecot refuses the setting or cannot load the plugin; a block for a service that is gone does nothing at all, which is a warning.',
    exceptions:
      "On Pro 2.3 the merging 'v1' still works; the finding there is information. Settings that came to an end with 2.2 are a warning.",
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  metacache_max_space = 200G\n  <|metacache_disable_merging|> = yes # as on 2.3\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  metacache_max_space = 200G\n  metacache_index_merging = none # as on 2.3\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache_index_merging = <|v1|>\n',
        fixed: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache_index_merging = v2\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\n<|director_servers|> = 192.0.2.1 \\\n  192.0.2.2\nplugin {\n}\n',
        fixed: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nservice <|replicator|> {\n  process_min_avail = 1\n}\nmail_driver = maildir\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_driver = maildir\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = $mail_plugins notify <|replication|>\nplugin {\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = $mail_plugins notify\nplugin {\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins {\n  notify = yes\n  <|replication|> = yes\n}\n',
        fixed: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins {\n  notify = yes\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  metacache_max_space = 200G\n  <|obox_use_object_ids|> = yes\n}\nmail_fsync = never\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\n',
        fixed:
          'plugin {\n  metacache_max_space = 200G\n}\nmail_fsync = never\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'mail_plugins = notify replication\nservice replicator {\n}\nplugin {\n}\n' },
      {
        dialect: 'pro-2.3',
        text: 'director_servers = 192.0.2.1\nplugin {\n  metacache_disable_merging = yes\n  obox_allow_inconsistency = no\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache_index_merging = none\nmail_plugins {\n  replication = no\n}\n',
      },
    ],
  },
  messages: {
    setting: "'{name}' no longer exists: {instead}.",
    value: "'{name}' can no longer be '{value}': {instead}.",
    service: "There is no service '{name}' any more, so this block does nothing: {instead}.",
    plugin: "There is no plugin '{name}' any more: {instead}.",
  },
  check({ configuration, dialect, report }) {
    for (const removal of removals) {
      const severity = dialect === undefined ? undefined : removal.in[dialect];
      if (severity === undefined) continue;
      const { instead, value } = removal;
      for (const { at, name, fix } of occurrences(configuration, removal)) {
        const message = messages[removal.kind];
        report({ at, message, data: { name, instead, value: value ?? '' }, severity, fixes: [fix] });
      }
    }
  },
});

const messages = {
  setting: 'setting',
  prefix: 'setting',
  'plugin-setting': 'setting',
  value: 'value',
  service: 'service',
  plugin: 'plugin',
} as const;

interface Occurrence {
  readonly at: Pick<Located, 'document' | 'span'>;
  readonly name: string;
  readonly fix: Fix;
}

function occurrences(configuration: Configuration, removal: Removal): readonly Occurrence[] {
  const { kind, name } = removal;
  switch (kind) {
    case 'setting':
      return entriesNamed(configuration, name)
        .filter(({ scope }) => scope?.filter !== 'plugin')
        .map((entry) => settingOccurrence(configuration, entry, removal));
    case 'prefix':
      return entriesLike(configuration, new RegExp(`^${name}`))
        .filter(({ scope }) => scope?.filter !== 'plugin')
        .map((entry) => settingOccurrence(configuration, entry, removal));
    case 'plugin-setting':
      return proEntries(configuration, name).map((entry) => settingOccurrence(configuration, entry, removal));
    case 'value':
      return proEntries(configuration, name).flatMap((entry) => {
        const at = locatedValue(entry.statement, entry.document);
        const replacement = removal.replacement!;
        const fix = { title: `Replace it by ${replacement}`, safe: true, edits: [replace(at, replacement)] };
        return at.text === removal.value ? [{ at, name, fix }] : [];
      });
    case 'service':
      return configuration.openings
        .filter(({ scope }) => scope.path === `service:${name}`)
        .map(({ document, section }) => ({
          at: { document, span: section.name ?? section.key },
          name,
          fix: removing('block', [removeLines(document, section)]),
        }));
    case 'plugin':
      return placesOfPlugin(configuration, name).map((at) => ({
        at,
        name,
        fix: removing('plugin', [withoutWord(at)]),
      }));
  }
}

function settingOccurrence(configuration: Configuration, entry: Entry, { replacement }: Removal): Occurrence {
  const { statement, document } = entry;
  const name = statement.key.text;
  const at = locatedWord(statement.key, document);
  if (replacement === undefined || isYes(plainValue(entry)) !== true) {
    return { at, name, fix: removing('setting', removeSetting(configuration, statement)) };
  }
  const edits = replaceSetting(configuration, entry, replacement);
  return { at, name, fix: { title: `Replace it by ${replacement}`, safe: true, edits } };
}

function removing(what: string, edits: readonly DocumentEdit[]): Fix {
  return { title: `Remove the ${what}`, safe: true, edits };
}

/** A plugin's word out of a list, or its line out of a block. */
function withoutWord({ document, span }: Located): DocumentEdit {
  const statement = pathAt(document.tree, span.from).findLast(({ kind }) => kind === 'assignment');
  if (statement?.kind === 'assignment' && statement.key.from <= span.from && span.to <= statement.key.to) {
    return removeLines(document, statement);
  }
  const blanks = /[ \t]*$/.exec(document.text.slice(0, span.from))![0].length;
  return { document, span: { from: span.from - blanks, to: span.to }, text: '' };
}
