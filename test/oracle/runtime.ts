import type { OracleVersion } from '../../tools/oracle/releases.ts';

/**
 * Rules of ours about what happens when Dovecot runs, which `doveconf` cannot see: it reads a value and does not use it.
 * Their errors do not count as refusals here.
 */
const runtimeRules: Readonly<Record<string, string>> = {
  'compress-unsupported': 'the plugin reads its method and level',
  'cql-connection-incomplete': 'the SQL driver reads the connection',
  'cql-consistency-unsupported': 'the SQL driver reads the connection',
  'cql-option-unsupported': 'the SQL driver reads the connection',
  'cql-tls-incomplete': 'the SQL driver reads the connection',
  'crypt-keys-missing': 'the fs driver reads its keys',
  'dict-map-field-unsupported': 'the dict service reads its maps',
  'dict-map-incomplete': 'the dict service reads its maps',
  'dict-proxy-required': 'the mail process opens the dictionary',
  'feature-removed': 'what is gone is missed when it is loaded',
  'fs-order-conflict': 'the mail process opens the chain of drivers',
  'fs-storage-missing': 'the mail process opens the chain of drivers',
  'posix-argument-unknown': 'the fs driver reads its arguments',
  'pro-feature-unsupported': 'drivers and plugins are loaded by the mail process',
};

/** What doveconf refuses of them all the same, by the text that they mark. */
const refused: Readonly<Record<string, RegExp>> = {
  // 2.4.1 takes `value { }` for a setting written as a section and drops it.
  'dict-map-field-unsupported': /^(?:dict_map_)?field$/,
};

/** Whether only a running Dovecot would notice what a rule says of a text. */
export function isRuntime(rule: string, text: string): boolean {
  return Object.hasOwn(runtimeRules, rule) && refused[rule]?.test(text) !== true;
}

/**
 * What Dovecot looks at only after it has read everything; it then names no line, and whatever is wrong with a line
 * comes first. Codes of problems and of syntax errors.
 */
const late = [
  'acl-colon-missing',
  'acl-id-invalid',
  'acl-right-unknown',
  'address-invalid',
  'address-source-invalid',
  'aggregate-invalid',
  'alias-chained',
  'alias-unknown',
  'attachment-hash-invalid',
  'character-unexpected',
  'companion-missing',
  'default-missing',
  'event-comparison-invalid',
  'event-filter-invalid',
  'exporter-unknown',
  'listener-duplicate',
  'order-reversed',
  'ip-invalid',
  'protocol-unknown',
  'section-unclosed',
  'service-duplicate',
  'settings-conflict',
  'section-nested',
  'storage-version-empty',
  'storage-version-missing',
  'truncation-invalid',
  'url-invalid',
  'value-empty',
  'value-several',
  'value-too-high',
  'value-too-small',
  'value-variable',
  'value-without-variable',
  'value-zero',
  'variable-loop',
  'word-unknown',
];

export const lateCodes: Readonly<Record<OracleVersion, ReadonlySet<string>>> = {
  '2.3': new Set([...late, 'required-missing', 'name-missing']),
  '2.4': new Set([...late, 'service-in-filter']),
};

/** Groups are looked up when all lines are read, and before anything else of what is late. */
export const groupCodes: ReadonlySet<string> = new Set(['group-label-unknown', 'group-name-unknown']);

/** What Dovecot finds only when it expands variables, which a plain `doveconf -n` does not. */
export const lateRules: Readonly<Record<OracleVersion, ReadonlySet<string>>> = {
  '2.3': new Set(),
  '2.4': new Set(['variable-undefined', 'variable-syntax']),
};
