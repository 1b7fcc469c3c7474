/** The networks of `local` and `remote`: addresses with an optional mask. Host names are left to the resolver. */

export interface Network {
  readonly kind: 'network';
  readonly size: 32 | 128;
  readonly bits: number;
  readonly address: bigint;
}

/** `host`: a name, of which nothing is known. `mask`: the text behind `/` is no mask, at this offset. */
export type ParsedNetwork = Network | { readonly kind: 'host' } | { readonly kind: 'mask'; readonly from: number };

export function parseNetwork(text: string): ParsedNetwork {
  const slash = text.indexOf('/');
  const host = slash === -1 ? text : text.slice(0, slash);
  const address = parseAddress(host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host);
  if (address === undefined) return { kind: 'host' };
  const { size } = address;
  if (slash === -1) return { kind: 'network', ...address, bits: size };
  const mask = text.slice(slash + 1);
  const bits = /^\d+$/.test(mask) ? Number(mask) : Number.NaN;
  return bits <= size ? { kind: 'network', ...address, bits } : { kind: 'mask', from: slash + 1 };
}

/** Whether `inner` is a part of `outer`, or the same. */
export function isInside(inner: Network, outer: Network): boolean {
  if (outer.bits === 0) return true;
  if (inner.size !== outer.size || inner.bits < outer.bits) return false;
  const rest = BigInt(outer.size - outer.bits);
  return inner.address >> rest === outer.address >> rest;
}

function parseAddress(text: string): { size: 32 | 128; address: bigint } | undefined {
  if (!text.includes(':')) {
    const address = parseIpv4(text);
    return address === undefined ? undefined : { size: 32, address };
  }
  const address = parseIpv6(text);
  return address === undefined ? undefined : { size: 128, address };
}

function parseIpv4(text: string): bigint | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) return undefined;
  const parts = match.slice(1).map(Number);
  return parts.some((part) => part > 255) ? undefined : parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | undefined {
  const [head, tail, more] = text.split('::');
  if (more !== undefined) return undefined;
  const left = groups(head!);
  const right = tail === undefined ? [] : groups(tail);
  if (left === undefined || right === undefined) return undefined;
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...left, ...Array<bigint>(missing).fill(0n), ...right].reduce((sum, group) => (sum << 16n) + group, 0n);
}

/** The 16-bit groups of one side of `::`; the last may be written as IPv4. */
function groups(text: string): bigint[] | undefined {
  if (text === '') return [];
  const found: bigint[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const embedded = index === parts.length - 1 ? parseIpv4(part) : undefined;
    if (embedded !== undefined) found.push(embedded >> 16n, embedded & 0xffffn);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(BigInt(`0x${part}`));
    else return undefined;
  }
  return found;
}
