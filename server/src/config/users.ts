/** What user databases may add to a configuration: a lookup can return settings that no file shows. */

import type { Configuration } from './configuration.ts';
import { findIn } from './effective/find.ts';
import { entriesNamed } from './entries.ts';

/** Drivers whose answers are in the files themselves. */
const fixedDrivers: ReadonlySet<string> = new Set(['static', 'passwd']);

/** Fields that say who a user is and where the mails are, and nothing more. */
const plainField = /^(?:uid|gid|home|mail|mail_driver|mail_path|system_groups_user|allow_all_users)$/;

/** Whether users may have settings of their own; false only when the files show that they have not. */
export function usersMayDiffer(configuration: Configuration): boolean {
  if (!configuration.complete || entriesNamed(configuration, 'auth_socket_path').length > 0) return true;
  return configuration.openings.some(({ scope }) => scope.filter === 'userdb' && !isFixed(configuration, scope));
}

function isFixed(configuration: Configuration, scope: { readonly path: string; readonly name: string | undefined }) {
  const old = configuration.decision.grammar === 'old';
  const driver = findIn(configuration, old ? 'driver' : 'userdb_driver', scope.path);
  if (!fixedDrivers.has(driver?.statement.value.content.text ?? scope.name ?? '')) return false;
  return fieldsOf(configuration, scope.path).every((field) => plainField.test(field));
}

function fieldsOf(configuration: Configuration, path: string): readonly string[] {
  if (configuration.decision.grammar === 'old') {
    return ['args', 'default_fields', 'override_fields'].flatMap((setting) => {
      const text = findIn(configuration, setting, path)?.statement.value.content.text ?? '';
      return text.split(/\s+/).flatMap((word) => (word === '' ? [] : [word.replace(/=.*$/, '')]));
    });
  }
  return configuration.entries
    .filter(({ scope }) => scope?.parent?.path === path && scope.filter === 'userdb_fields')
    .map(({ setting }) => setting);
}

/** The fields that a user database of fixed answers gives, by the path of its section. */
export function fixedFields(configuration: Configuration): readonly (readonly string[])[] {
  return [
    ...new Set(configuration.openings.filter(({ scope }) => scope.filter === 'userdb').map(({ scope }) => scope.path)),
  ].map((path) => fieldsOf(configuration, path));
}
