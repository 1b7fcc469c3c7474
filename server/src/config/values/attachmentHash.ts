/** What attachments are named by: text with `%{sha1}` or `%{sha256:128}` in it. */

import { type ValueError, valueError } from './types.ts';

/** How many bits a hash has; `size` takes any number. */
const bits: Readonly<Record<string, number>> = {
  md4: 128,
  md5: 128,
  sha1: 160,
  sha256: 256,
  sha384: 384,
  sha512: 512,
  size: 64,
};

/** Characters that tell the parts of an attachment's file name apart. */
const separators = /[/-]/;

export function attachmentHashError(text: string): ValueError | undefined {
  const separator = text.search(separators);
  if (separator !== -1) return valueError('attachment-hash-invalid', separator, separator + 1);
  for (const { 0: part, 1: name, 2: length, index } of text.matchAll(/%(?:\{([^}:]*)(?::([^}]*))?\})?/g)) {
    if (name === undefined || !isHash(name, length)) {
      return valueError('attachment-hash-invalid', index, index + part.length);
    }
  }
  return undefined;
}

function isHash(name: string, length: string | undefined): boolean {
  if (!Object.hasOwn(bits, name)) return false;
  if (length === undefined) return true;
  return /^\d+$/.test(length) && Number(length) > 0 && Number(length) % 8 === 0 && Number(length) <= bits[name]!;
}
