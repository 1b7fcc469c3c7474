/** User databases as far as files show them: a lookup can return settings that stand nowhere. */

import type { Configuration } from './configuration.ts';
import { findIn } from './effective/find.ts';
import { entriesNamed } from './entries.ts';
import type { Scope } from './scope.ts';

export interface Userdb {
  readonly driver: string;
  /** The names of the fields that the configuration itself gives. */
  readonly fields: readonly string[];
}

export function userdbs(configuration: Configuration): readonly Userdb[] {
  const scopes = new Map<string, Scope>();
  for (const { scope } of configuration.openings) if (scope.filter === 'userdb') scopes.set(scope.path, scope);
  const old = configuration.decision.grammar === 'old';
  return [...scopes.values()].map((scope) => {
    const driver = findIn(configuration, old ? 'driver' : 'userdb_driver', scope);
    return {
      driver: driver?.statement.value.content.text ?? scope.name ?? '',
      fields: old ? fieldsInStrings(configuration, scope) : fieldsInBlock(configuration, scope.path),
    };
  });
}

function fieldsInStrings(configuration: Configuration, scope: Scope): readonly string[] {
  return ['args', 'default_fields', 'override_fields'].flatMap((setting) => {
    const text = findIn(configuration, setting, scope)?.statement.value.content.text ?? '';
    return text.split(/\s+/).flatMap((word) => (word === '' ? [] : [word.replace(/=.*$/, '')]));
  });
}

function fieldsInBlock(configuration: Configuration, path: string): readonly string[] {
  return configuration.entries
    .filter(({ scope }) => scope?.parent?.path === path && scope.filter === 'userdb_fields')
    .map(({ setting }) => setting);
}

/** Drivers whose answers the files show, or that know nothing but system users. */
const fixedDrivers: ReadonlySet<string> = new Set(['static', 'passwd']);

/** Fields that say who a user is and where the mails are, and nothing more. */
const plainField = /^(?:uid|gid|home|mail|mail_driver|mail_path|system_groups_user|allow_all_users)$/;

/** Whether users may have settings of their own; false only when the files show that they have not. */
export function usersMayDiffer(configuration: Configuration): boolean {
  if (!configuration.complete || entriesNamed(configuration, 'auth_socket_path').length > 0) return true;
  return userdbs(configuration).some(
    ({ driver, fields }) => !fixedDrivers.has(driver) || !fields.every((field) => plainField.test(field)),
  );
}
