/**
 * Holes: parts of a value that only a template engine, the environment or a `$variable` fills. What has a hole is unknown,
 * and a rule whose input is unknown stays silent.
 */

const hole =
  /\{\{|\{%|<%|\$\{|\$\(|\$[A-Za-z_]|%\{\s*(?:env|system|process|hostname)\b|@[A-Z][A-Z0-9_]+@|__[A-Z][A-Z0-9_]*__|<[A-Z][A-Z0-9_]+>/;

/** Whether something outside this configuration decides what the text will be. */
export function hasHole(text: string): boolean {
  return hole.test(text);
}

/** Whether the text still has the mark of a fix's placeholder. */
export function hasPlaceholder(text: string): boolean {
  return text.includes('CHANGEME');
}

/** Known for certain: neither a hole nor a placeholder. */
export function isKnown(text: string): boolean {
  return !hasHole(text) && !hasPlaceholder(text);
}
