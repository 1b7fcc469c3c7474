/** The filters that pick connections, by the names that Dovecot gives them. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { formatNetwork, parseNetwork } from '../network.ts';

/** From the outside in. */
export const connectionOrder: readonly string[] = ['local', 'local_name', 'remote', 'protocol'];

/** What `text` in `local text {` comes to; undefined where it filters nothing (`0.0.0.0/0`). */
export function connectionName(filter: string, text: string, grammar: Grammar): string | undefined {
  if (filter === 'protocol') return text;
  if (filter === 'local_name') return grammar === 'new' ? text.toLowerCase() : text;
  const network = parseNetwork(text);
  if (network === undefined) return text;
  return network.bits === 0 ? undefined : formatNetwork(network);
}
