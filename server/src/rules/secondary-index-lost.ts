/** Indexes of virtual folders and private indexes of shared ones: metacache looks after two folders only. */

import type { Configuration } from '../config/configuration.ts';
import { findEffective } from '../config/effective/find.ts';
import { entriesNamed } from '../config/entries.ts';
import { isKnown } from '../config/holes.ts';
import { type Located, locatedValue } from '../config/located.ts';
import { locationPart, type MailFormat, oboxFormat } from '../config/storage/formats.ts';
import { compareReleases } from '../knowledge/releases.ts';
import { insertAbove } from '../lint/edits.ts';
import { type DocumentEdit, defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const secondaryIndexLost = defineRule({
  id: 'secondary-index-lost',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/virtual_plugin/',
  docs: {
    summary: 'Indexes of virtual or shared folders are where metacache does not look.',
    why: 'Metacache uploads the indexes of virtual folders from ~/virtual and the private indexes of shared folders from ~/shared-pvt. In another folder they stay on one backend: after a move of the user virtual folders are built anew, and what the user has seen in shared folders is forgotten.',
    exceptions: 'On Pro 2.3 this holds from release 2.3.17 on. Indexes in memory are lost by intent.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox virtual\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nnamespace virtual {\n  location = virtual:/etc/dovecot/virtual:INDEX=<|~/index/virtual|>\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_plugins = obox virtual\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nnamespace virtual {\n  location = virtual:/etc/dovecot/virtual:INDEX=~/virtual\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox virtual\nmail_driver = obox\nnamespace virtual {\n  mail_driver = <|virtual|>\n  mail_path = /etc/dovecot/virtual\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_plugins = obox virtual\nmail_driver = obox\nnamespace virtual {\n  mail_index_path = ~/virtual\n  mail_driver = virtual\n  mail_path = /etc/dovecot/virtual\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nnamespace {\n  type = shared\n  location = obox:%%u:INDEX=~/shared/%%u:CONTROL=~/shared/%%u:INDEXPVT=<|~/private/%%u|>\n}\n',
        fixed:
          'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nnamespace {\n  type = shared\n  location = obox:%%u:INDEX=~/shared/%%u:CONTROL=~/shared/%%u:INDEXPVT=~/shared-pvt/%%u\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nnamespace virtual {\n  location = virtual:/etc/dovecot/virtual:INDEX=~/virtual\n}\nnamespace other {\n  location = virtual:/etc/dovecot/other:INDEX=MEMORY\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_driver = obox\nnamespace virtual {\n  mail_driver = virtual\n  mail_index_path = %{home}/virtual/all\n}\nnamespace shared {\n  mail_index_private_path = ~/shared-pvt/%{owner_user}\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = mdbox:~/mdbox\nnamespace virtual {\n  location = virtual:~/virtual-folders\n}\nplugin {\n  metacache_max_space = 1G\n}\n',
      },
    ],
  },
  messages: {
    virtual: 'Metacache keeps the indexes of virtual folders only below ~/virtual: elsewhere they stay on one backend.',
    shared: 'Metacache keeps private indexes only below ~/shared-pvt: elsewhere they stay on one backend.',
  },
  check({ configuration, storage, report }) {
    const { release } = configuration.decision;
    if (oboxFormat(storage.formats) === undefined) return;
    if (release !== undefined && compareReleases(release, tracked) < 0) return;
    for (const format of storage.formats) {
      if (format.driver.text !== 'virtual') continue;
      const path = indexPath(format, configuration);
      if (path !== undefined && (isBelow('virtual', path.text) || !isPath(path.text))) continue;
      if (path === undefined && !isCertain(format, configuration)) continue;
      const edits = path === undefined ? [addIndexPath(format)] : [replace(path, '~/virtual')];
      const fix = { title: 'Keep the indexes in ~/virtual', safe: true, edits };
      report({ at: path ?? format.driver, message: 'virtual', fixes: [fix] });
    }
    for (const path of privatePaths(configuration, storage.formats)) {
      if (isBelow('shared-pvt', path.text) || !isPath(path.text)) continue;
      const target = configuration.decision.grammar === 'old' ? '~/shared-pvt/%%u' : '~/shared-pvt/%{owner_user}';
      const title = 'Keep private indexes in ~/shared-pvt (move the existing ones by hand)';
      report({ at: path, message: 'shared', fixes: [{ title, safe: false, edits: [replace(path, target)] }] });
    }
  },
});

/** The release from which on metacache looks after them. */
const tracked = '2.3.17';

/** `~/virtual`, `%h/virtual/…`, `%{home}/virtual`. */
function isBelow(folder: string, path: string): boolean {
  const home = /^(?:~|%h|%\{\s*home\s*\})\/+/.exec(path);
  const rest = home === null ? undefined : path.slice(home[0].length);
  return rest === folder || rest?.startsWith(`${folder}/`) === true;
}

function isPath(text: string): boolean {
  return isKnown(text) && text !== '' && text !== 'MEMORY';
}

/** What the namespace itself says; what it inherits is the index of the mails. */
function indexPath(format: MailFormat, configuration: Configuration): Located | undefined {
  if (format.location !== undefined) return locationPart(format, 'INDEX');
  const entry = findEffective(configuration, 'mail_index_path', format.entry.scope);
  return entry === undefined ? undefined : locatedValue(entry.statement, entry.document);
}

/** Whether a path that is not there is not set for certain. */
function isCertain({ location }: MailFormat, configuration: Configuration): boolean {
  return location === undefined ? configuration.complete : isKnown(location.text);
}

function addIndexPath({ location, entry: { document, statement } }: MailFormat): DocumentEdit {
  if (location === undefined) return insertAbove(document, statement.from, ['mail_index_path = ~/virtual']);
  return { document, span: { from: location.span.to, to: location.span.to }, text: ':INDEX=~/virtual' };
}

function privatePaths(configuration: Configuration, formats: readonly MailFormat[]): readonly Located[] {
  const inLocations = formats.flatMap((format) => locationPart(format, 'INDEXPVT') ?? []);
  const inSettings = entriesNamed(configuration, 'mail_index_private_path').map(({ statement, document }) =>
    locatedValue(statement, document),
  );
  return [...inLocations, ...inSettings];
}
