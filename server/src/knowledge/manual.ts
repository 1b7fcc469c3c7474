/** Addresses of the manual's pages on a setting. */

import type { Grammar } from './dialect.ts';

const manual23 = 'https://doc.dovecot.org/2.3';

/** The page for a setting's name, or its path in the old grammar. */
export function manualPage(grammar: Grammar, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (grammar === 'new') return `https://doc.dovecot.org/2.4.5/core/summaries/settings.html#${name}`;
  if (path.startsWith('plugin/sieve')) return `${manual23}/settings/pigeonhole/`;
  if (path.startsWith('plugin/')) return `${manual23}/settings/plugin/`;
  if (path.includes('.conf.ext/'))
    return externalPages[path.slice(0, path.indexOf('/'))] ?? `${manual23}/configuration_manual/`;
  return `${manual23}/settings/core/#core_setting-${name}`;
}

const externalPages: Readonly<Record<string, string>> = {
  'dovecot-sql.conf.ext': `${manual23}/configuration_manual/authentication/sql/`,
  'dovecot-ldap.conf.ext': `${manual23}/configuration_manual/authentication/ldap/`,
  'dovecot-oauth2.conf.ext': `${manual23}/configuration_manual/authentication/oauth2/`,
  'dovecot-dict-auth.conf.ext': `${manual23}/configuration_manual/authentication/dict/`,
  'dovecot-dict-sql.conf.ext': `${manual23}/configuration_manual/dict/`,
  'dovecot-dict-ldap.conf.ext': `${manual23}/configuration_manual/dict/`,
};
