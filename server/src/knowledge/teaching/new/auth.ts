/** Logging in: mechanisms, user names, delays and the sockets of the auth process. */

import type { Teachings } from '../../types.ts';

export const auth: Teachings = {
  auth_allow_cleartext: {
    summary: 'Accepts passwords sent in the clear over connections that TLS does not protect.',
    details:
      'Leave it off for anything that clients reach over a network. Connections from the same host and from trusted networks count as protected anyway; behind a proxy that ends TLS, list it in `login_trusted_networks`.',
    example: 'auth_allow_cleartext = no',
    seeAlso: ['ssl', 'login_trusted_networks', 'auth_mechanisms'],
    old: ['disable_plaintext_auth'],
  },
  auth_allow_weak_schemes: {
    summary: 'Lets users log in whose passwords are stored with a scheme that counts as weak.',
    details:
      'A bridge while old hashes such as MD5-based ones are replaced; each such login is logged. Cleartext schemes, CRAM-MD5 and DIGEST-MD5 are not affected.',
    example: 'auth_allow_weak_schemes = yes',
    seeAlso: ['passdb', 'auth_verbose'],
  },
  auth_anonymous_username: {
    summary: 'User name given to those who log in with the mechanism ANONYMOUS.',
    details: 'Matters only if `anonymous` is among the mechanisms.',
    example: 'auth_anonymous_username = guest',
    seeAlso: ['auth_mechanisms'],
  },
  auth_debug: {
    summary: 'Logs everything the auth process does; the older way to write `log_debug = category=auth`.',
    details: 'Passwords stay hidden unless `auth_debug_passwords` is on. Turn it off again: it writes a lot.',
    example: 'auth_debug = yes',
    seeAlso: ['log_debug', 'auth_debug_passwords', 'auth_verbose'],
  },
  auth_debug_passwords: {
    summary: 'Adds passwords and their schemes to the debug log when they do not match.',
    details: 'Passwords of users then stand in log files in the clear: use it on a test system or for minutes only.',
    example: 'auth_debug_passwords = yes',
    seeAlso: ['auth_debug', 'log_debug', 'auth_verbose_passwords'],
  },
  auth_default_domain: {
    summary: 'Domain that is appended to user names that come without one.',
    details: 'Also the realm for mechanisms that have realms.',
    example: 'auth_default_domain = example.com',
    seeAlso: ['auth_username_format', 'auth_realms'],
    old: ['auth_default_realm'],
  },
  auth_failure_delay: {
    summary: 'How long the answer to a failed login is held back.',
    details:
      'Slows down guessing. Failures are collected and answered together at this interval, and repeated failures from one address wait longer still.',
    values: { '0': 'Failures are answered at once.' },
    example: 'auth_failure_delay = 2 secs',
    seeAlso: ['auth_internal_failure_delay', 'auth_policy_server_url'],
  },
  auth_gssapi_hostname: {
    summary: 'Host name in the Kerberos principal, where it is not the name of this machine.',
    details: 'Set it on servers that clients reach under a common name, as behind a load balancer.',
    values: { $ALL: 'Any key of the keytab will do; write it in double quotes.' },
    example: 'auth_gssapi_hostname = "$ALL"',
    seeAlso: ['auth_krb5_keytab', 'auth_mechanisms'],
  },
  auth_internal_failure_delay: {
    summary: 'How long the answer is held back when a login fails for an internal error, as when a database is down.',
    details: 'Up to half of it is added at random, so that not all clients come back at the same moment.',
    example: 'auth_internal_failure_delay = 5 secs',
    seeAlso: ['auth_failure_delay'],
  },
  auth_krb5_keytab: {
    summary: 'Kerberos keytab for the mechanism GSSAPI; empty takes the one of the system.',
    details: 'The auth process must be able to read it, though it normally does not run as root.',
    example: 'auth_krb5_keytab = /etc/dovecot/krb5.keytab',
    seeAlso: ['auth_gssapi_hostname', 'auth_mechanisms', 'service_user'],
  },
  auth_master_socket_path: {
    summary: 'Socket of the auth process for those Dovecot services that ask it as its master.',
    details: 'Relative paths start at `base_dir`. Rarely changed; the socket must exist in `service auth`.',
    example: 'auth_master_socket_path = auth-master',
    seeAlso: ['auth_socket_path', 'base_dir', 'unix_listener'],
  },
  auth_master_user_separator: {
    summary: 'Character between user and master user in a login name; empty allows no such logins.',
    details:
      'With `*`, the name `alice*admin` and the password of admin open the mailbox of alice. It also needs a passdb with `master = yes`.',
    example: 'auth_master_user_separator = *',
    seeAlso: ['passdb_master', 'acl_user'],
  },
  auth_mechanisms: {
    summary: 'SASL mechanisms that clients may log in with.',
    details:
      'Mechanisms that never send the password, such as CRAM-MD5, need it stored in the clear or in their own scheme. `plain` over TLS is enough for most servers.',
    example: 'auth_mechanisms = plain oauthbearer xoauth2',
    seeAlso: ['auth_allow_cleartext', 'passdb_mechanisms_filter', 'auth_ssl_username_from_cert'],
  },
  auth_proxy_self: {
    summary: 'Further addresses that mean this server when `proxy_maybe` decides whether to proxy.',
    details:
      'Needed where users are directed to the address of a load balancer; without it the server would proxy to itself.',
    example: 'auth_proxy_self = 192.0.2.10 192.0.2.11',
    seeAlso: ['login_trusted_networks', 'passdb'],
  },
  auth_realms: {
    summary: 'Realms offered to clients by mechanisms that have realms, which is DIGEST-MD5.',
    example: 'auth_realms = example.com example.org',
    seeAlso: ['auth_default_domain', 'auth_mechanisms'],
  },
  auth_socket_path: {
    summary: 'Socket on which mail processes and doveadm look users up in the userdb.',
    details: 'Relative paths start at `base_dir`. Not to be changed without need.',
    example: 'auth_socket_path = auth-userdb',
    seeAlso: ['auth_master_socket_path', 'base_dir', 'unix_listener'],
  },
  auth_ssl_require_client_cert: {
    summary: 'Lets nobody log in who does not present a valid client certificate.',
    details:
      'Clients must also be asked for one, and the CA be known. The password is still checked, unless the mechanism is EXTERNAL.',
    example:
      'ssl_server_request_client_cert = yes\nssl_server_ca_file = /etc/dovecot/client-ca.pem\nauth_ssl_require_client_cert = yes',
    seeAlso: ['ssl_server_request_client_cert', 'ssl_server_ca_file', 'auth_ssl_username_from_cert'],
  },
  auth_ssl_username_from_cert: {
    summary: 'Takes the user name from the client certificate, not from what the client types.',
    details:
      'Which field of the certificate counts is another setting. Together with the mechanism `external` it makes logins without a password.',
    example: 'auth_ssl_username_from_cert = yes',
    seeAlso: ['ssl_server_cert_username_field', 'auth_ssl_require_client_cert', 'auth_mechanisms'],
  },
  auth_use_winbind: {
    summary: 'Has NTLM and GSS-SPNEGO logins checked by winbind of Samba, that is, by a Windows domain.',
    details: 'Samba must be joined to the domain, and auth needs access to the winbind socket.',
    example: 'auth_use_winbind = yes',
    seeAlso: ['auth_winbind_helper_path', 'auth_mechanisms'],
  },
  auth_username_chars: {
    summary: 'Characters a login name may have; a name with any other fails at once.',
    details:
      'A second line of defence for SQL and LDAP queries. Add what your names really contain, as `+` or letters with accents.',
    values: { '': 'All characters are allowed.' },
    example: 'auth_username_chars = abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01234567890.-_@+',
    seeAlso: ['auth_username_format', 'auth_username_translation'],
  },
  auth_username_format: {
    summary: 'Turns the login name into the name that is looked up in the databases.',
    details:
      'Applied after `auth_username_translation`. A change for existing users can mean other mailboxes for them, since paths are made from the name.',
    values: {
      '%{user | lower}': 'The whole name in lower case.',
      '%{user | username | lower}': 'Without the domain.',
    },
    example: 'auth_username_format = %{user | username | lower}',
    seeAlso: ['auth_username_translation', 'auth_default_domain', 'passdb'],
  },
  auth_username_translation: {
    summary: 'Replaces single characters of login names, given as pairs of from and to.',
    details: 'With `#@/@` both `#` and `/` become `@`.',
    example: 'auth_username_translation = "#@/@"',
    seeAlso: ['auth_username_chars', 'auth_username_format'],
  },
  auth_verbose: {
    summary: 'Logs each failed login with the reason.',
    details: 'Worth having on all the time: it is what support needs first, and tools that ban addresses read it.',
    example: 'auth_verbose = yes',
    seeAlso: ['auth_verbose_passwords', 'log_debug', 'auth_debug'],
  },
  auth_verbose_passwords: {
    summary: 'Logs the password of a failed login, as a hash or as it was typed.',
    details:
      'A mistyped password is nearly the right one, so prefer a shortened hash: `sha1:6` tells repeated tries from guessing. A number after a colon keeps that many characters.',
    values: {
      no: 'Nothing is logged.',
      plain: 'The password itself.',
      yes: 'Same as plain.',
      sha1: 'The SHA-1 hash of it.',
    },
    seeAlso: ['auth_verbose', 'auth_debug_passwords'],
  },
  auth_winbind_helper_path: {
    summary: 'Path of `ntlm_auth`, the program of Samba that talks to winbind.',
    example: 'auth_winbind_helper_path = /usr/bin/ntlm_auth',
    seeAlso: ['auth_use_winbind'],
  },
};
