/**
 * Holes: parts of a value that only a template engine, the environment or a `$variable` fills. What has a hole is unknown,
 * and a rule whose input is unknown stays silent.
 */

const marks = /\{\{|\{%|<%[\s=#-]|<\?(?:php|=)|@[A-Z][A-Z0-9_]+@|__[A-Z][A-Z0-9_]*__|<[A-Z][A-Z0-9_]+>/;
const shell = /\$\{|\$\(|\$[A-Za-z_]/;
const environment = /%\{\s*(?:env|system|process|hostname)\b/;

/** Whether a template engine still fills it: for texts in which `$name` is Dovecot's own, as in the maps of a dict. */
export function hasTemplateMark(text: string): boolean {
  return marks.test(text);
}

/** Whether the text is not yet what Dovecot will read: a template engine or a `$name` still fills it. */
export function hasTemplateHole(text: string): boolean {
  return hasTemplateMark(text) || shell.test(text);
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
