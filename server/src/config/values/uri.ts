/** URIs and URLs, as far as Dovecot looks at them when it reads its configuration. */

import { parseNetwork } from '../network.ts';
import { type ValueError, valueError } from './types.ts';

const scheme = /^[a-z][a-z\d+.-]*:/i;
/** What stands in front of the path behind `//`. */
const authority = /^\/\/([^/?#]*)/;
/** Path and query; Dovecot does not look at the fragment. */
const rest = /^(?:[\w!$&'()*+,;=:@~./?-]|%[\da-f]{2})*(?=#|$)/i;
const hostName = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)*(?:[a-z](?:[a-z\d-]*[a-z\d])?\.?|\d+)$/i;

/** Any scheme, and behind it nothing that would have to be escaped. */
export function uriError(text: string): ValueError | undefined {
  if (text === '') return undefined;
  const head = scheme.exec(text)?.[0] ?? '';
  return head !== '' && isRest(text.slice(head.length), { user: true, emptyHost: true }) ? undefined : whole(text);
}

/** `http` or `https` and a host; the scheme may be left off in front of `//`. */
export function httpUrlError(text: string, user: boolean): ValueError | undefined {
  const behind = /^(?:https?:)?(\/\/.*)$/is.exec(text)?.[1];
  // An address of nothing but a fragment is taken for none.
  if (text === '' || text.startsWith('#')) return undefined;
  return behind !== undefined && isRest(behind, { user, emptyHost: false }) ? undefined : whole(text);
}

function whole(text: string): ValueError {
  return valueError('url-invalid', 0, text.length);
}

interface Allowed {
  readonly user: boolean;
  readonly emptyHost: boolean;
}

function isRest(text: string, allowed: Allowed): boolean {
  const match = authority.exec(text);
  return rest.test(text.slice(match?.[0].length ?? 0)) && (match === null || isAuthority(match[1]!, allowed));
}

function isAuthority(text: string, { user, emptyHost }: Allowed): boolean {
  const at = text.lastIndexOf('@');
  if (at !== -1 && !user) return false;
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(text.slice(at + 1));
  if (match === null) return false;
  const [, host = '', port = ''] = match;
  if (port !== '' && !(Number(port) > 0 && Number(port) < 65536)) return false;
  if (host === '') return emptyHost;
  return host.startsWith('[') ? parseNetwork(host) !== undefined : hostName.test(host);
}
