/** Sets what a service has, in its section or in a new one. */

import type { Configuration } from '../config/configuration.ts';
import { appendToFile, insertIntoSection } from './edits.ts';
import type { DocumentEdit } from './rule.ts';

/** Adds a line to `service NAME { }`, which is made at the end of the root where there is none. */
export function addToService(configuration: Configuration, service: string, line: string): DocumentEdit {
  const opening = configuration.openings.find(({ scope }) => scope.path === `service:${service}`);
  if (opening !== undefined) return insertIntoSection(opening, [line]);
  return appendToFile(configuration.root, [`service ${service} {`, `\t${line}`, '}']);
}
