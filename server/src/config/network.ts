/** Networks in `local` and `remote` blocks: addresses of IPv4 and IPv6 with an optional prefix length, as doveconf writes them. */

export interface Network {
  readonly version: 4 | 6;
  readonly address: bigint;
  readonly bits: number;
}

/** Parses `10.0.0.0/8`, `2001:db8::/32`, `[::1]`; undefined for host names, which only DNS can tell. */
export function parseNetwork(text: string): Network | undefined {
  const match = /^(?:\[([^[\]/]+)\]|([^[\]/]+))(?:\/(\d{1,3}))?$/.exec(text);
  if (match === null) return undefined;
  const address = parseAddress(match[1] ?? match[2]!);
  if (address === undefined) return undefined;
  const bits = match[3] === undefined ? width(address.version) : Number(match[3]);
  return bits > width(address.version) ? undefined : { ...address, bits };
}

/** The network's name in doveconf's output: no prefix length for a single address. */
export function formatNetwork({ version, address, bits }: Network): string {
  const text = version === 4 ? formatV4(address) : formatV6(address);
  return bits === width(version) ? text : `${text}/${bits}`;
}

/** Whether all of `inner` lies in `outer`. */
export function isInside(inner: Network, outer: Network): boolean {
  if (inner.version !== outer.version || inner.bits < outer.bits) return false;
  return networkPrefix(inner, outer.bits) === networkPrefix(outer, outer.bits);
}

/** The first bits of a network's addresses. */
export function networkPrefix({ version, address }: Network, bits: number): bigint {
  return bits > width(version) ? address : address >> BigInt(width(version) - bits);
}

function width(version: 4 | 6): number {
  return version === 4 ? 32 : 128;
}

function parseAddress(text: string): Pick<Network, 'version' | 'address'> | undefined {
  const v4 = parseV4(text);
  if (v4 !== undefined) return { version: 4, address: v4 };
  const v6 = text.includes(':') ? parseV6(text) : undefined;
  return v6 === undefined ? undefined : { version: 6, address: v6 };
}

/** As C reads it: `10.1` is 10.0.0.1, a part may be `0x0a`. Zeros before a number mean nothing to Dovecot. */
function parseV4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length > 4 || !parts.every((part) => /^(?:\d{1,10}|0x[\da-f]{1,8})$/i.test(part))) return undefined;
  const numbers = parts.map(BigInt);
  const last = numbers.pop()!;
  if (numbers.some((part) => part > 255n) || last >= 1n << BigInt(8 * (4 - numbers.length))) return undefined;
  return numbers.reduce((sum, part, at) => sum | (part << BigInt(24 - 8 * at)), last);
}

function parseV6(text: string): bigint | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const v4 = tail === null ? undefined : parseV4(tail[2]!);
  if (tail !== null && v4 === undefined) return undefined;
  const plain = v4 === undefined ? text : `${tail![1]}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`;
  const halves = plain.split('::');
  if (halves.length > 2) return undefined;
  const [before, behind] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - before!.length - (behind?.length ?? 0);
  if (behind === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before!, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...(behind ?? [])];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

function formatV4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join('.');
}

/** Lower case, the longest run of zeros left out; IPv4 addresses in disguise keep their form. */
function formatV6(address: bigint): string {
  if (address >> 32n === 0xffffn) return `::ffff:${formatV4(address)}`;
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  let run = { from: 0, length: 0 };
  for (let from = 0; from < 8; from++) {
    let to = from;
    while (to < 8 && groups[to] === '0') to++;
    if (to - from > run.length) run = { from, length: to - from };
  }
  if (run.length < 2) return groups.join(':');
  return `${groups.slice(0, run.from).join(':')}::${groups.slice(run.from + run.length).join(':')}`;
}
