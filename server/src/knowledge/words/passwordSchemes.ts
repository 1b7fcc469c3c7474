/** Schemes in which a password database stores passwords. */

import { inNew } from './dialects.ts';
import type { Words } from './types.ts';

const weak = 'Counts as weak: 2.4 refuses it unless `auth_allow_weak_schemes = yes`.';

export const passwordSchemes: Words = {
  ARGON2: {
    summary: 'Argon2, salted and costly in time and memory; new hashes are of the kind ARGON2ID.',
    details:
      'Needs a Dovecot built with libsodium. The auth-worker needs memory beyond its `vsz_limit` for each check.',
    dialects: inNew,
  },
  ARGON2I: {
    summary: 'Argon2i, salted and costly in time and memory.',
    details:
      'Needs a Dovecot built with libsodium, and enough `vsz_limit` for the processes that check. ARGON2ID withstands more kinds of attacks.',
  },
  ARGON2ID: {
    summary: 'Argon2id, salted and costly in time and memory; the strongest scheme.',
    details:
      'Needs a Dovecot built with libsodium. Each check takes tens of megabytes: see to `vsz_limit` of the service `auth-worker`.',
  },
  'BLF-CRYPT': {
    summary: 'bcrypt, salted and as slow as its number of rounds says.',
    details: 'A good choice everywhere. Passwords are cut after 72 bytes.',
  },
  CLEAR: {
    summary: 'Password in plain text; the same as PLAIN.',
    details: 'Whoever reads the database has all passwords.',
    replacedBy: 'PLAIN',
  },
  CLEARTEXT: {
    summary: 'Password in plain text; another name of PLAIN.',
    details: 'LDAP directories use this name. Whoever reads the database has all passwords.',
  },
  'CRAM-MD5': {
    summary: 'Half-computed HMAC-MD5, unsalted, for the mechanism CRAM-MD5.',
    details: 'As good as the password to someone who logs in by CRAM-MD5. Works with PLAIN too.',
  },
  CRYPT: {
    summary: 'Whatever `crypt()` of the system knows; new hashes are bcrypt.',
    details:
      'The prefix of the hash, as `$6$` or `$y$`, says which algorithm it is. Old DES and MD5 hashes count as weak in 2.4.',
  },
  'DES-CRYPT': {
    summary: 'crypt() of old Unix, with a salt of two characters.',
    details: `Only the first eight characters of a password matter. ${weak}`,
    replacedBy: 'BLF-CRYPT',
  },
  'DIGEST-MD5': {
    summary: 'MD5 of user, realm and password, for the mechanism DIGEST-MD5.',
    details: 'Renaming a user makes the hash useless. As good as the password to someone who logs in by DIGEST-MD5.',
  },
  'HMAC-MD5': {
    summary: 'Same value as CRAM-MD5, under an old name.',
    details: weak,
    replacedBy: 'CRAM-MD5',
  },
  'LDAP-MD5': {
    summary: 'Unsalted MD5 in Base64, as LDAP directories write it.',
    details: `Guessed in no time. ${weak}`,
    replacedBy: 'SSHA512',
  },
  MD5: {
    summary: 'Salted MD5 of crypt(), with `$1$` in front; the same as MD5-CRYPT.',
    details: `For plain hexadecimal hashes the name is PLAIN-MD5. ${weak}`,
    replacedBy: 'BLF-CRYPT',
  },
  'MD5-CRYPT': {
    summary: 'Salted MD5 of crypt(), with `$1$` in front.',
    details: `A thousand rounds of MD5 are nothing today. ${weak}`,
    replacedBy: 'BLF-CRYPT',
  },
  OTP: {
    summary: 'State of one-time passwords, for the mechanism OTP.',
    details: 'The database must be writable. Release 2.4.5 no longer has the mechanism.',
  },
  PBKDF2: {
    summary: 'PBKDF2 with SHA-1, salted, with as many rounds as the hash says.',
    details:
      'Written as `$1$salt$rounds$hash`, which other programs write differently. Its default of 5000 rounds is low today.',
  },
  PLAIN: {
    summary: 'Password in plain text.',
    details:
      'Lets every mechanism work, and whoever reads the database has all passwords. Keep it for tests and tokens.',
  },
  'PLAIN-MD4': {
    summary: 'Unsalted MD4 in hexadecimal.',
    details: weak,
    replacedBy: 'SSHA512',
  },
  'PLAIN-MD5': {
    summary: 'Unsalted MD5 in hexadecimal, as `MD5()` of a database gives it.',
    details: `Guessed in no time. ${weak}`,
    replacedBy: 'SSHA512',
  },
  'PLAIN-TRUNC': {
    summary: 'Password in plain text of which only the first characters are compared.',
    details: 'Written as `length-password`. For passwords taken over from systems that cut them.',
  },
  'SCRAM-SHA-1': {
    summary: 'Salted and iterated SHA-1, for the mechanism SCRAM-SHA-1.',
    details: 'Works with PLAIN too, but not with SCRAM-SHA-256.',
  },
  'SCRAM-SHA-256': {
    summary: 'Salted and iterated SHA-256, for the mechanism SCRAM-SHA-256.',
    details: 'Works with PLAIN too. Its 4096 rounds of default are few against guessing, when the database leaks.',
  },
  SHA: {
    summary: 'Unsalted SHA-1 in Base64, the same as SHA1.',
    details: 'The same password has the same hash for every user; guessed quickly.',
    replacedBy: 'SSHA512',
  },
  SHA1: {
    summary: 'Unsalted SHA-1 in Base64.',
    details: 'The same password has the same hash for every user; guessed quickly.',
    replacedBy: 'SSHA512',
  },
  SHA256: {
    summary: 'Unsalted SHA-256 in Base64.',
    details: 'The same password has the same hash for every user. Take SHA256-CRYPT or BLF-CRYPT.',
    replacedBy: 'SHA256-CRYPT',
  },
  'SHA256-CRYPT': {
    summary: 'Salted and iterated SHA-256 of crypt(), with `$5$` in front.',
    details: 'Strength goes with the number of rounds. Depends on `crypt()` of the system.',
  },
  SHA512: {
    summary: 'Unsalted SHA-512 in Base64.',
    details: 'The same password has the same hash for every user. Take SHA512-CRYPT or BLF-CRYPT.',
    replacedBy: 'SHA512-CRYPT',
  },
  'SHA512-CRYPT': {
    summary: 'Salted and iterated SHA-512 of crypt(), with `$6$` in front; usual in `/etc/shadow`.',
    details: 'A good choice where the hashes are shared with the system. Depends on `crypt()` of the system.',
  },
  SMD5: {
    summary: 'Salted MD5, one round, in Base64, as LDAP directories write it.',
    details: 'The salt helps little, as MD5 is too fast.',
    replacedBy: 'SSHA512',
  },
  SSHA: {
    summary: 'Salted SHA-1, one round, in Base64; the habit of LDAP directories.',
    details: 'One round is quickly guessed when the hashes leak.',
  },
  SSHA256: {
    summary: 'Salted SHA-256, one round, in Base64.',
    details: 'For directories that know no better. Crypt schemes are slower to guess.',
  },
  SSHA512: {
    summary: 'Salted SHA-512, one round, in Base64.',
    details: 'The best that many directories know. Crypt schemes are slower to guess.',
  },
};
