/** Which files are Dovecot's by their name. A `conf.d/*.conf` elsewhere is only when a root includes it. */

/** `dovecot.conf`, `dovecot-foo.conf`: a root unless another file includes it. */
export function isRootName(name: string): boolean {
  return /^dovecot[^/]*\.conf$/.test(name);
}

/** Whether a path (with `/`) names a Dovecot configuration file. */
export function isDovecotPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isRootName(name) || name.endsWith('.conf.ext') || /(^|\/)dovecot\/(.*\/)?[^/]+\.conf$/.test(path);
}

/** Whether a text is one of 2.3's external files (SQL, LDAP, dict), which have a simpler language. */
export function looksExternal(name: string, text: string): boolean {
  const key =
    /^\s*(connect|password_query|user_query|iterate_query|map\s*\{|dnpass|uris|ldap_version|tokeninfo_url|default_pass_scheme|pass_filter|user_filter)\b/m;
  return name.endsWith('.ext') && key.test(text);
}
