/** Variables in settings that 2.4.1 reads before it can fill them in; later releases wait until they are used. */

import type { Entry } from '../configuration.ts';
import { isDeferred } from '../values/parse.ts';
import { textError } from '../values/texts.ts';
import { type CheckContext, valueSpan } from './context.ts';
import { hasWords } from './words.ts';

/** Read when the server starts, without any user. */
const ofServer = new Set([
  ...['base_dir', 'default_internal_group', 'inet_listener_name', 'inet_listener_type', 'instance_name', 'libexec_dir'],
  ...['recipient_delimiter', 'sieve_plugin_dir', 'sieve_trace_dir', 'sieve_user_log_path', 'state_dir'],
  ...['sieve_vacation_default_subject', 'sieve_vacation_default_subject_template', 'unix_listener_group'],
  ...['unix_listener_type', 'unix_listener_user'],
]);

/** Where `%` has a meaning of its own. */
const patterns = new Set(['mail_ext_attachment_hash', 'pop3_uidl_format']);

export function hasVariable({ grammar }: CheckContext, name: string, text: string): boolean {
  return grammar === 'new' && isDeferred(text) && !patterns.has(name);
}

export function checkEarly(check: CheckContext, entry: Entry, name: string, text: string): void {
  if (check.before('2.4.2') !== 'error') return;
  const isOfUser =
    ofServer.has(name) && entry.scope === undefined && /%\{\s*(?:user|home|domain|owner_user)\b/.test(text);
  // In its place stands a word that has not the form of anything.
  const isRead = name === 'namespace_separator' || hasWords(name, check.grammar);
  if (!isOfUser && !isRead && textError(name, 'A_VALUE_WITH_VARIABLES', check.grammar) === undefined) return;
  check.report('value-variable', entry, valueSpan(entry), { data: { name: entry.statement.key.text } });
}
