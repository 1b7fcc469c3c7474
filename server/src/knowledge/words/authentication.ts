/** Mechanisms of authentication, and the databases that are asked. */

import { in23, inNew } from './dialects.ts';
import type { Words } from './types.ts';

export const mechanisms: Words = {
  ANONYMOUS: {
    summary: 'Login without any password, as the user named by `auth_anonymous_username`.',
    details: 'Whoever can connect gets in. Only for public archives, and never on a submission server.',
  },
  APOP: {
    summary: 'Challenge and response of POP3, based on MD5.',
    details: 'The passdb must give the password in plain text. Broken by today’s standards; prefer PLAIN over TLS.',
    replacedBy: 'PLAIN',
  },
  'CRAM-MD5': {
    summary: 'Challenge and response based on HMAC-MD5, which sends no password.',
    details:
      'The passdb must give the password in plain text or with the scheme CRAM-MD5. Outdated; prefer SCRAM-SHA-256.',
    replacedBy: 'SCRAM-SHA-256',
  },
  'DIGEST-MD5': {
    summary: 'Challenge and response based on MD5, with realms.',
    details:
      'The passdb must give the password in plain text or with the scheme DIGEST-MD5, and `auth_realms` must fit. Declared historic; prefer SCRAM-SHA-256.',
    replacedBy: 'SCRAM-SHA-256',
  },
  'DOVECOT-TOKEN': {
    summary: 'Token by which the processes of Dovecot log in to each other, as for IMAP URLAUTH.',
    details: 'Works on token sockets only and is not for clients; there is no need to list it.',
  },
  EXTERNAL: {
    summary: 'Login by the TLS certificate of the client.',
    details:
      'Clients must be asked for a certificate, the name of the user is taken from it, and the passdb has to accept the login without a password.',
  },
  'GSS-SPNEGO': {
    summary: 'Negotiation between Kerberos and NTLM, for clients of Windows domains.',
    details: 'Needs the GSSAPI package of the distribution, or winbind with `auth_use_winbind = yes`.',
  },
  GSSAPI: {
    summary: 'Kerberos 5: single sign-on with a ticket.',
    details:
      'Needs the GSSAPI package of the distribution (`dovecot-gssapi` in Debian) and a keytab for services such as `imap/HOST`. No password is checked, so the userdb alone knows the user.',
  },
  LOGIN: {
    summary: 'Password in plain text, asked for in two steps; for old Outlooks and some devices.',
    details: 'Never standardised and no better than PLAIN. Mostly needed for submission; always together with TLS.',
  },
  NTLM: {
    summary: 'Challenge and response of Windows.',
    details: 'Works through winbind of Samba only, with `auth_use_winbind = yes`. Cryptographically weak.',
  },
  OAUTHBEARER: {
    summary: 'OAuth2 token instead of a password, as RFC 7628 has it.',
    details: 'Needs a passdb `oauth2`, best with this mechanism as its filter, and clients that get tokens.',
  },
  OTP: {
    summary: 'One-time passwords from a list or a calculator.',
    details: 'The passdb must be able to store the next password after each login. Release 2.4.5 no longer has it.',
    replacedBy: 'SCRAM-SHA-256',
  },
  PLAIN: {
    summary: 'Name and password in plain text; every client knows it, and every password scheme works with it.',
    details: 'Safe over TLS, which Dovecot demands by default.',
  },
  'SCRAM-SHA-1': {
    summary: 'Salted challenge and response with SHA-1, which sends no password.',
    details:
      'The passdb must give the password in plain text or with the scheme SCRAM-SHA-1. For clients that lack SCRAM-SHA-256.',
  },
  'SCRAM-SHA-1-PLUS': {
    summary: 'SCRAM-SHA-1 bound to the TLS connection, so that nobody can stand in between.',
    details: 'Needs TLS and the same passwords as SCRAM-SHA-1; list both, as few clients know this one.',
    dialects: inNew,
  },
  'SCRAM-SHA-256': {
    summary: 'Salted challenge and response with SHA-256, which sends no password; the best of its kind.',
    details:
      'The passdb must give the password in plain text or with the scheme SCRAM-SHA-256. With hashes of other schemes only PLAIN and LOGIN work.',
  },
  'SCRAM-SHA-256-PLUS': {
    summary: 'SCRAM-SHA-256 bound to the TLS connection, so that nobody can stand in between.',
    details: 'Needs TLS and the same passwords as SCRAM-SHA-256; list both, as few clients know this one.',
    dialects: inNew,
  },
  XOAUTH2: {
    summary: 'OAuth2 token instead of a password, in the form that Google invented.',
    details: 'The same as OAUTHBEARER to the passdb; list both, since clients know one or the other.',
  },
};

export const passdb: Words = {
  bsdauth: {
    summary: 'Authentication framework of the BSD systems, above all OpenBSD.',
    details: 'Only where the operating system has it. Names no user attributes: combine it with `userdb passwd`.',
  },
  checkpassword: {
    summary: 'Program with the interface of qmail’s checkpassword.',
    details: 'One process for each login. Gone in 2.4, where a Lua script can do the same.',
    dialects: in23,
    replacedBy: 'lua',
  },
  dict: {
    summary: 'Dictionary with a JSON object for each user.',
    details: 'Keys and fields are described in the file that `args` names. Gone in 2.4.',
    dialects: in23,
  },
  imap: {
    summary: 'Tries name and password on another IMAP server.',
    details:
      'For proxies and migrations. Only mechanisms with the password in plain text work, and the other server must answer quickly.',
  },
  ldap: {
    summary: 'LDAP directory: by a lookup of the password hash, or by binding as the user.',
    details:
      'Needs the LDAP package of the distribution (`dovecot-ldap` in Debian). With binds, no hash leaves the directory, but each login costs a bind.',
  },
  lua: {
    summary: 'Lua script, for whatever the other drivers cannot do.',
    details:
      'Needs the Lua package of the distribution (`dovecot-auth-lua` in Debian). Slow requests in the script block all others of that process.',
  },
  oauth2: {
    summary: 'Checks OAuth2 tokens, locally by the key or by asking the token server.',
    details: 'For the mechanisms OAUTHBEARER and XOAUTH2; keep it from passwords by a filter of mechanisms.',
  },
  pam: {
    summary: 'PAM of the system.',
    details:
      'Needs a file such as `/etc/pam.d/dovecot`, and mechanisms with the password in plain text. Knows no home directory: combine it with `userdb passwd`.',
  },
  passwd: {
    summary: 'System users, through NSS.',
    details: 'Useful only where NSS hands out password hashes, as some LDAP modules do; for `/etc/shadow` take `pam`.',
  },
  'passwd-file': {
    summary: 'Text file in the manner of `/etc/passwd`, kept in memory.',
    details:
      'For small or test servers and for master users. Further fields behind the seventh hold passdb and userdb fields.',
  },
  shadow: {
    summary: 'System users, straight from `/etc/shadow`.',
    details: 'The auth-worker must run as root for it. Gone in 2.4.',
    dialects: in23,
    replacedBy: 'pam',
  },
  sql: {
    summary: 'SQL database, or Cassandra.',
    details:
      'Needs the package of the driver, as `dovecot-mysql`. One query can return the fields of the userdb too, for `userdb prefetch`.',
  },
  static: {
    summary: 'Same answer for every user.',
    details:
      'For proxies, for tests, and with `nopassword` behind mechanisms that check elsewhere. Everybody passes, so it should seldom be the only passdb.',
  },
};

export const userdb: Words = {
  checkpassword: {
    summary: 'Program that also answers lookups without a password, with the interface of checkpassword.',
    details: 'Gone in 2.4, where a Lua script can do the same.',
    dialects: in23,
    replacedBy: 'lua',
  },
  dict: {
    summary: 'Dictionary that holds the fields of each user.',
    details: 'Gone in 2.4.',
    dialects: in23,
  },
  ldap: {
    summary: 'LDAP directory, searched for the entry of the user.',
    details:
      'Needs the LDAP package of the distribution (`dovecot-ldap` in Debian) and an account that may search. Listing users for `doveadm -A` takes a filter of its own.',
  },
  lua: {
    summary: 'Lua function that returns the fields of a user.',
    details: 'Needs the Lua package of the distribution (`dovecot-auth-lua` in Debian).',
  },
  passwd: {
    summary: 'Uid, gid and home of system users, through NSS.',
    details:
      'NSS says the same for “no such user” and “database is down” with some modules; then mail may bounce that should wait.',
  },
  'passwd-file': {
    summary: 'Text file in the manner of `/etc/passwd`.',
    details: 'The same file can serve as passdb. It can list all users for `doveadm -A`.',
  },
  prefetch: {
    summary: 'No lookup: takes the `userdb_…` fields that the passdb has returned.',
    details: 'Spares a query at logins. Deliveries and doveadm have no passdb result: put a second userdb behind it.',
  },
  sql: {
    summary: 'SQL database, or Cassandra, asked for the fields of the user.',
    details:
      'Needs the package of the driver, as `dovecot-pgsql`. Set the query that lists users, or `doveadm -A` does not work.',
  },
  static: {
    summary: 'Same fields for every user, from templates.',
    details:
      'Makes no difference between existing and unknown users unless a passdb can be asked, which matters to LMTP.',
  },
};
