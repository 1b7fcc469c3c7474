/** The listener of fs-auth, which fetches credentials of a storage for the mail processes. */

import type { Configuration } from '../config/configuration.ts';
import { findIn } from '../config/effective/find.ts';
import { isKnown } from '../config/holes.ts';
import { locatedValue } from '../config/located.ts';
import { appendToFile, insertIntoSection } from './edits.ts';
import { type DocumentEdit, type Fix, type Place, replace } from './rule.ts';

export interface ListenerProblem {
  readonly kind: 'missing' | 'user' | 'ownerless';
  /** Undefined when there is nothing to point at. */
  readonly at: Place | undefined;
  readonly data: { readonly owner: string; readonly user: string };
  /** None while a listener of this name stands where it does not belong. */
  readonly fixes: readonly Fix[];
}

/** What these problems are called in the messages of a rule. */
export const listenerMessages = {
  user: "The fs-auth listener belongs to '{owner}', but mail processes run as '{user}' (mail_uid).",
  ownerless: "The fs-auth listener has no user, so it belongs to root: mail processes run as '{user}' (mail_uid).",
};

const listenerPath = 'service:fs-auth/unix_listener:fs-auth';

/** Why mail processes cannot use the listener; undefined when they can, and when it is not known. */
export function fsAuthListenerProblem(configuration: Configuration): ListenerProblem | undefined {
  const user = mailUser(configuration);
  if (user === undefined || !configuration.complete) return undefined;
  const opening = configuration.openings.find(({ scope }) => scope.path === listenerPath);
  const setting = configuration.decision.grammar === 'old' ? 'user' : 'unix_listener_user';
  const entry = findIn(configuration, setting, listenerPath);
  if (entry !== undefined) {
    const owner = locatedValue(entry.statement, entry.document);
    if (owner.text === user || !isKnown(owner.text) || isNumber(owner.text) !== isNumber(user)) return undefined;
    return { kind: 'user', at: owner, data: { owner: owner.text, user }, fixes: [give(user, replace(owner, user))] };
  }
  const data = { owner: 'root', user };
  if (opening === undefined) {
    const lines = ['service fs-auth {', '\tunix_listener fs-auth {', `\t\tuser = ${user}`, '\t}', '}'];
    const edits = [appendToFile(configuration.root, lines)];
    const isElsewhere = configuration.openings.some(
      ({ scope }) => scope.filter === 'unix_listener' && scope.name === 'fs-auth',
    );
    const fix = { title: 'Add the fs-auth listener', safe: true, edits };
    return { kind: 'missing', at: undefined, data, fixes: isElsewhere ? [] : [fix] };
  }
  const { document, section } = opening;
  const at = { document, span: section.name ?? section.key };
  return { kind: 'ownerless', at, data, fixes: [give(user, insertIntoSection(opening, [`user = ${user}`]))] };
}

function give(user: string, edit: DocumentEdit): Fix {
  return { title: `Give the listener to ${user}`, safe: true, edits: [edit] };
}

/** `mail_uid`, or Pro's default `vmail`; undefined when a hole decides. */
function mailUser(configuration: Configuration): string | undefined {
  const user = findIn(configuration, 'mail_uid', '')?.statement.value.content.text ?? 'vmail';
  return user !== '' && isKnown(user) && !user.includes('%') ? user : undefined;
}

/** Numbers and names are not compared: who has which number the host knows. */
function isNumber(user: string): boolean {
  return /^\d+$/.test(user);
}
