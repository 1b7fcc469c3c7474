/** LDAP: connecting, binding and searching, for users, dicts and Sieve scripts. */

import type { Teachings } from '../../types.ts';

export const ldap: Teachings = {
  ldap_auth_dn: {
    summary: 'DN that Dovecot binds as before it searches.',
    details:
      'Empty binds anonymously. It needs the right to read what is searched for, and the password attribute too unless passwords are checked by binding as the user.',
    example: 'ldap_auth_dn = cn=dovecot,ou=services,dc=example,dc=com',
    seeAlso: ['ldap_auth_dn_password', 'ldap_uris', 'passdb_ldap_bind'],
    old: ['dovecot-ldap.conf.ext/dn', 'dovecot-dict-ldap.conf.ext/bind_dn'],
  },
  ldap_auth_dn_password: {
    summary: 'Password for `ldap_auth_dn`.',
    example: 'ldap_auth_dn_password = CHANGEME',
    seeAlso: ['ldap_auth_dn'],
    old: ['dovecot-ldap.conf.ext/dnpass', 'dovecot-dict-ldap.conf.ext/password'],
  },
  ldap_auth_sasl_authz_id: {
    summary: 'Identity to act as after a SASL bind, if it is not the one that binds.',
    example: 'ldap_auth_sasl_authz_id = u:dovecot',
    seeAlso: ['ldap_auth_sasl_mechanisms', 'ldap_auth_dn'],
    old: ['dovecot-ldap.conf.ext/sasl_authz_id'],
  },
  ldap_auth_sasl_mechanisms: {
    summary: 'Bind with one of these SASL mechanisms instead of with DN and password.',
    details: 'Needs `ldap_version` 3 and an OpenLDAP library with SASL. With 2.3 this took `sasl_bind = yes` as well.',
    values: {
      external: 'By the TLS client certificate, or the user of the socket with `ldapi`.',
      gssapi: 'By a Kerberos ticket.',
    },
    example: 'ldap_auth_sasl_mechanisms = gssapi',
    seeAlso: ['ldap_auth_sasl_realm', 'ldap_auth_sasl_authz_id', 'ldap_version'],
    old: ['dovecot-ldap.conf.ext/sasl_mech', 'dovecot-ldap.conf.ext/sasl_bind'],
  },
  ldap_auth_sasl_realm: {
    summary: 'Realm for the SASL bind.',
    example: 'ldap_auth_sasl_realm = EXAMPLE.COM',
    seeAlso: ['ldap_auth_sasl_mechanisms'],
    old: ['dovecot-ldap.conf.ext/sasl_realm'],
  },
  ldap_base: {
    summary: 'DN below which entries are searched.',
    details:
      'May hold variables, as `dc=%{user | domain}`. In Active Directory searching from the very top follows referrals and is slow; name a unit instead.',
    example: 'ldap_base = ou=people,dc=example,dc=com',
    seeAlso: ['ldap_scope', 'ldap_uris', 'ldap_deref'],
    old: ['dovecot-ldap.conf.ext/base'],
  },
  ldap_connection_group: {
    summary: 'Name that keeps lookups on an LDAP connection of their own.',
    details:
      'Blocks with the same settings share a connection. With `passdb_ldap_bind` give the userdb another group: otherwise binding as the user and searching take turns on one connection.',
    example:
      'passdb ldap {\n  bind = yes\n  filter = (uid=%{user})\n}\nuserdb ldap {\n  ldap_connection_group = userdb\n  filter = (uid=%{user})\n}',
    seeAlso: ['passdb_ldap_bind', 'ldap_uris'],
  },
  ldap_debug_level: {
    summary: 'Debug level of the LDAP library; its messages go to the error log.',
    details: 'The bits are those of OpenLDAP, and its library must be built with debugging.',
    values: { '0': 'Nothing.' },
    example: 'ldap_debug_level = 1',
    seeAlso: ['ldap_uris', 'log_debug'],
    old: ['dovecot-ldap.conf.ext/debug_level', 'dovecot-dict-ldap.conf.ext/debug'],
  },
  ldap_deref: {
    summary: 'When alias entries are replaced by what they point to.',
    values: {
      never: 'Aliases are not followed.',
      searching: 'Below the base, but not for the base itself.',
      finding: 'For the base only.',
      always: 'For the base and below it.',
    },
    example: 'ldap_deref = always',
    seeAlso: ['ldap_base', 'ldap_scope'],
    old: ['dovecot-ldap.conf.ext/deref'],
  },
  ldap_max_idle_time: {
    summary: 'How long an unused LDAP connection of a dict is kept open.',
    details: 'Set it below the idle timeout of the server or a firewall in between.',
    values: { '0': 'Connections are kept.' },
    example: 'ldap_max_idle_time = 5 mins',
    seeAlso: ['ldap_timeout', 'ldap_uris'],
    old: ['dovecot-dict-ldap.conf.ext/max_idle_time'],
  },
  ldap_scope: {
    summary: 'How deep below `ldap_base` entries are searched.',
    values: {
      subtree: 'The base and everything below it.',
      onelevel: 'Only what is directly below the base.',
      base: 'Only the base itself.',
    },
    example: 'ldap_scope = onelevel',
    seeAlso: ['ldap_base', 'ldap_deref'],
    old: ['dovecot-ldap.conf.ext/scope'],
  },
  ldap_starttls: {
    summary: 'Encrypt the LDAP connection with STARTTLS.',
    details:
      'Not together with `ldaps://` in `ldap_uris`, which is refused; needs `ldap_version` 3. Certificates are checked by the settings `ssl_client_*`.',
    example: 'ldap_uris = ldap://ldap.example.com\nldap_starttls = yes',
    seeAlso: ['ldap_uris', 'ldap_version', 'ssl_client_require_valid_cert', 'ssl_client_ca_file'],
    old: ['dovecot-ldap.conf.ext/tls', 'dovecot-dict-ldap.conf.ext/tls'],
  },
  ldap_timeout: {
    summary: 'How long a dict waits for an answer of the LDAP server.',
    example: 'ldap_timeout = 10s',
    seeAlso: ['ldap_max_idle_time', 'ldap_uris'],
    old: ['dovecot-dict-ldap.conf.ext/timeout'],
  },
  ldap_uris: {
    summary: 'LDAP servers, separated by blanks; the next is tried when one cannot be reached.',
    details: '`ldaps://` encrypts from the first byte, `ldapi://` is a local socket. Without it LDAP lookups fail.',
    example: 'ldap_uris = ldaps://ldap1.example.com ldaps://ldap2.example.com',
    seeAlso: ['ldap_starttls', 'ldap_auth_dn', 'ldap_base'],
    old: ['dovecot-ldap.conf.ext/uris', 'dovecot-ldap.conf.ext/hosts', 'dovecot-dict-ldap.conf.ext/uri'],
  },
  ldap_version: {
    summary: 'Version of the LDAP protocol, 2 or 3.',
    details: 'STARTTLS and SASL need 3, and so does every server of today.',
    example: 'ldap_version = 3',
    seeAlso: ['ldap_starttls', 'ldap_auth_sasl_mechanisms'],
    old: ['dovecot-ldap.conf.ext/ldap_version'],
  },
};
