/**
 * Holes: parts of a value that only a template engine, the environment or a `$variable` fills. What has a hole is unknown,
 * and a rule whose input is unknown stays silent.
 */

const template = /\{\{|\{%|<%[\s=#-]|\$\{|\$\(|\$[A-Za-z_]|@[A-Z][A-Z0-9_]+@|__[A-Z][A-Z0-9_]*__|<[A-Z][A-Z0-9_]+>/;
const environment = /%\{\s*(?:env|system|process|hostname)\b/;

/** Whether the text is not yet what Dovecot will read: a template engine or a `$name` still fills it. */
export function hasTemplateHole(text: string): boolean {
  return template.test(text);
}

/** Whether something outside this configuration decides what the text will be. */
export function hasHole(text: string): boolean {
  return hasTemplateHole(text) || environment.test(text);
}

/** Whether the text still has the mark of a fix's placeholder. */
export function hasPlaceholder(text: string): boolean {
  return text.includes('CHANGEME');
}

/** Known for certain: neither a hole nor a placeholder. */
export function isKnown(text: string): boolean {
  return !hasHole(text) && !hasPlaceholder(text);
}
