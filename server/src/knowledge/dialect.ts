/**
 * The five dialects of Dovecot configuration. A dialect decides grammar, settings and rules; it is always passed
 * explicitly, never a global. `undefined` where a dialect is expected means "not known".
 */

export const dialects = ['ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'] as const;

export type Dialect = (typeof dialects)[number];

/** `old`: 2.3 syntax and the 3.0 hybrid. `new`: 2.4 and 3.1 syntax. */
export type Grammar = 'old' | 'new';

const names: Record<Dialect, string> = {
  'ce-2.3': 'Dovecot CE 2.3',
  'pro-2.3': 'Dovecot Pro 2.3',
  'pro-3.0': 'Dovecot Pro 3.0',
  'ce-2.4': 'Dovecot CE 2.4',
  'pro-3.1': 'Dovecot Pro 3.1+',
};

/** The product's name as a person would write it: `pro-3.1` → "Dovecot Pro 3.1+". */
export function dialectName(dialect: Dialect): string {
  return names[dialect];
}

export function grammarOf(dialect: Dialect): Grammar {
  return dialect === 'ce-2.4' || dialect === 'pro-3.1' ? 'new' : 'old';
}

export function isPro(dialect: Dialect): boolean {
  return dialect.startsWith('pro-');
}

/** Palomar: the releases to which the storage support statements apply. */
export function isPalomar(dialect: Dialect | undefined): boolean {
  return dialect === 'pro-3.0' || dialect === 'pro-3.1';
}

/** The dialect that a `dovecot_config_version` value belongs to; undefined when no dialect has such a version. */
export function dialectOfConfigVersion(version: string): Dialect | undefined {
  const match = /^(\d+)\.(\d+)(?:\.\d+)?$/.exec(version);
  if (match === null) return undefined;
  const major = Number(match[1]);
  const minor = Number(match[2]);
  if (major === 2 && minor === 4) return 'ce-2.4';
  if (major === 3) return minor === 0 ? 'pro-3.0' : 'pro-3.1';
  return undefined;
}
