/** URLs of storage endpoints, taken apart with the exact span of each part. No part is decoded. */

import { type Located, locatedSlice } from '../located.ts';

export interface StorageUrl {
  readonly whole: Located;
  readonly scheme: Located;
  readonly user: Located | undefined;
  /** What stands behind `:` in `user:password@`. A secret: never shown. */
  readonly password: Located | undefined;
  readonly host: Located;
  readonly port: Located | undefined;
  readonly path: Located;
  /** `key` or `key=value` behind `?`, in order. */
  readonly parameters: readonly UrlParameter[];
}

export interface UrlParameter {
  readonly key: Located;
  readonly value: Located | undefined;
}

/** Undefined when the text is not `scheme://host…`. */
export function parseUrl(whole: Located): StorageUrl | undefined {
  const text = whole.text;
  const schemeEnd = text.indexOf('://');
  if (schemeEnd <= 0 || !/^[a-z][a-z0-9+.-]*$/i.test(text.slice(0, schemeEnd))) return undefined;
  const slice = (from: number, to: number) => locatedSlice(whole, from, to);
  const authority = schemeEnd + 3;
  let authorityEnd = authority;
  while (authorityEnd < text.length && text[authorityEnd] !== '?' && text[authorityEnd] !== '/') authorityEnd++;
  const queryAt = text.indexOf('?', authority);
  const beforeQuery = queryAt === -1 ? text.length : queryAt;
  const at = text.lastIndexOf('@', beforeQuery - 1);
  if (at >= authorityEnd && isCutUserinfo(text.slice(authority, authorityEnd))) {
    const tail = text.slice(at + 1, beforeQuery);
    const slash = tail.indexOf('/');
    authorityEnd = slash === -1 ? beforeQuery : at + 1 + slash;
  }
  const hostFrom = at >= authority && at < authorityEnd ? at + 1 : authority;
  const colon = hostFrom > authority ? text.indexOf(':', authority) : -1;
  const hasPassword = colon !== -1 && colon < hostFrom - 1;
  const port = /:(\d+)$/.exec(text.slice(hostFrom, authorityEnd));
  const hostTo = port === null ? authorityEnd : authorityEnd - port[0].length;
  const pathTo = beforeQuery;
  return {
    whole,
    scheme: slice(0, schemeEnd),
    user: hostFrom > authority ? slice(authority, hasPassword ? colon : hostFrom - 1) : undefined,
    password: hasPassword ? slice(colon + 1, hostFrom - 1) : undefined,
    host: slice(hostFrom, hostTo),
    port: port === null ? undefined : slice(hostTo + 1, authorityEnd),
    path: slice(authorityEnd, Math.max(authorityEnd, pathTo)),
    parameters: queryAt === -1 ? [] : parameters(whole, queryAt + 1),
  };
}

/**
 * Whether a raw slash in a password ends the authority, so that the `@` behind it still belongs to the userinfo. Without
 * that an `@` further on is part of the path: `https://host:8080/alice@example.com/`.
 */
function isCutUserinfo(authority: string): boolean {
  return !/[@{[]/.test(authority) && /:(?!\d+$)/.test(authority);
}

function parameters(whole: Located, from: number): UrlParameter[] {
  const found: UrlParameter[] = [];
  const text = whole.text;
  for (let at = from; at <= text.length; ) {
    let end = text.indexOf('&', at);
    if (end === -1) end = text.length;
    const equals = text.indexOf('=', at);
    if (end > at) {
      const split = equals === -1 || equals > end ? end : equals;
      found.push({
        key: locatedSlice(whole, at, split),
        value: split === end ? undefined : locatedSlice(whole, split + 1, end),
      });
    }
    at = end + 1;
  }
  return found;
}
