/** Which files are Dovecot's by their name. A `conf.d/*.conf` elsewhere is only when a root includes it. */

import picomatch from 'picomatch/posix.js';

const maxPattern = 1_000;

/** Whether a path, or a folder that it lies in, is meant by a pattern. */
export function matchesPath(pattern: string, path: string): boolean {
  const clean = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  if (clean === '' || clean === '.') return true;
  if (clean.length > maxPattern) return false;
  const matches = picomatch(clean, { dot: true });
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (matches(path.slice(0, end))) return true;
  return false;
}

/** What a workspace is searched for: a file of this name is a root. */
export const rootFileName = 'dovecot.conf';

/** `dovecot.conf`, `dovecot-foo.conf`: a root unless another file includes it; not `dovecot-sql.conf` and its like. */
export function isRootName(name: string): boolean {
  return /^dovecot[^/]*\.conf$/.test(name) && !isExternalName(name);
}

/** What lies in `conf.d` is included by something, whatever its name. */
export function isFragmentPath(path: string): boolean {
  return /(^|\/)conf\.d\/[^/]*$/.test(path);
}

/** 2.3's external files, with and without the ending that they have since 2.0. */
function isExternalName(name: string): boolean {
  return name.endsWith('.ext') || /^dovecot-(sql|ldap|dict|oauth2)\b/.test(name);
}

/** Whether a path (with `/`) names a Dovecot configuration file. */
export function isDovecotPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    /^dovecot[^/]*\.conf$/.test(name) || name.endsWith('.conf.ext') || /(^|\/)dovecot\/(.*\/)?[^/]+\.conf$/.test(path)
  );
}

/** Whether a text is one of 2.3's external files (SQL, LDAP, dict), which have a simpler language. */
export function looksExternal(name: string, text: string): boolean {
  const key =
    /^\s*(?:map\s*\{|(?:connect|password_query|user_query|iterate_query|dnpass|uris|ldap_version|tokeninfo_url|default_pass_scheme|uri|pass_filter|user_filter)\b)/m;
  return isExternalName(name) && key.test(text);
}
