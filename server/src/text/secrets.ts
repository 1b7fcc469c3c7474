/**
 * Masks secrets in text that is shown: excerpts, hovers, logs. It works on plain text by shape, so that a broken line
 * leaks nothing either: values of secret settings, passwords in URLs, `password=` words, inline private keys.
 */

/** What stands for a secret. */
export const secretMask = '********';

/** A secret setting's name, with what may stand around it in connect strings, URL parameters and YAML; no `nopassword`. */
const secretName = String.raw`(?!nopassword\b)(?:[\w-]*(?:password|passwd|dnpass|secret|(?:api|access|account|shared)_?key|(?:private|ssl|encryption)_key|nonce|api_header|authorization)|pass)`;

const patterns: readonly RegExp[] = [
  // `imapc_password = x`, `"secret" = x`; not a path or reference that only names where the secret is.
  new RegExp(
    String.raw`^([\s#]*"?(?:[\w/-]*/)?${secretName}"?\s*[=:]\s*)(?!\s*(?:<|\$ENV:|\$SET:|\{\{|\$\{|$))(.+)$`,
    'gim',
  ),
  // `imapc_password x`: its `=` is still to be written, or was forgotten.
  new RegExp(String.raw`^([\s#]*"?(?=\w*_|\w+"?[ \t]+\S+$)${secretName}"?[ \t]+)(?![={<:])(\S.*)$`, 'gim'),
  // `connect = host=a password=x`, `?client_secret=x&`, `:password=x:`
  // Rather too much than a part of a password with a colon in it.
  new RegExp(String.raw`((?:^|[\s?&:;,"'])${secretName}=)("[^"]*"|'[^']*'|[^\s&]+)`, 'gim'),
  // `https://user:password@host`; a raw `/` or `@` in the password is covered up to the last `@`.
  /(\w:\/\/[^\s/@:]*:)([^\s]+)(?=@)/g,
  // `inline:-----BEGIN …`
  /(-----BEGIN [A-Z ]*PRIVATE KEY-----)([\s\S]*?)(?=-----END|$)/g,
];

/** The text with every secret replaced by a mask of one length. */
export function maskSecrets(text: string): string {
  let masked = text;
  for (const pattern of patterns) masked = masked.replace(pattern, (_whole, before: string) => before + secretMask);
  return masked;
}
