/** Access lists of 2.4: whom an entry is for, and the letters of what it allows. */

import { type ValueError, valueError } from './types.ts';

const groups = ['anonymous', 'anyone', 'authenticated', 'owner'];
const prefixes = ['group-override=', 'group=', 'user='];

const rights = 'lrwstipekxa';

export function aclIdError(text: string): ValueError | undefined {
  const isRight = text === '' || groups.includes(text) || prefixes.some((prefix) => text.startsWith(prefix));
  return isRight ? undefined : valueError('acl-id-invalid', 0, text.length);
}

/** Letters, and behind a colon names of rights that others have defined. */
export function aclRightsError(text: string): ValueError | undefined {
  const end = text.search(/[ \t:]/);
  const letters = end === -1 ? text.length : end;
  for (let at = 0; at < letters; at++) {
    if (!rights.includes(text.charAt(at))) return valueError('acl-right-unknown', at, at + 1);
  }
  const behind = text.slice(letters).search(/[^ \t]/);
  if (behind === -1 || text.charAt(letters + behind) === ':') return undefined;
  return valueError('acl-colon-missing', letters + behind, text.length);
}
