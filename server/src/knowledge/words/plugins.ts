/** Plugins of mail processes and of Sieve. */

import { in23, inNew, inPro } from './dialects.ts';
import type { Words } from './types.ts';

const forDoveadm = 'doveadm loads it by itself when the plugin of mail processes is loaded; it need not be listed.';

export const plugins: Words = {
  acl: {
    summary: 'Access rights on mailboxes, for sharing them.',
    details: 'Needs an ACL driver. Let users change rights with `imap_acl`, and add a namespace for what others share.',
  },
  apparmor: {
    summary: 'Changes the AppArmor hat of a process when the user is known.',
    details: 'Needs a Dovecot built with AppArmor and the hats in the profile.',
  },
  charset_alias: {
    summary: 'Reads mails of one character set as if they named another.',
    details: 'For character sets whose names mean something larger in practice, above all Japanese ones.',
  },
  doveadm_acl: { summary: 'Commands `doveadm acl`.', details: forDoveadm },
  doveadm_fts: { summary: 'Commands `doveadm fts`.', details: forDoveadm },
  doveadm_fts_lucene: {
    summary: 'Command `doveadm dump` for Lucene indexes.',
    details: `${forDoveadm} Gone in 2.4.`,
    dialects: in23,
  },
  doveadm_quota: { summary: 'Commands `doveadm quota`.', details: forDoveadm },
  doveadm_sieve: { summary: 'Commands `doveadm sieve`, and Sieve scripts in dsync.', details: forDoveadm },
  fts: {
    summary: 'Full text search through an index.',
    details:
      'Needs the plugin of an engine beside it, as `fts_flatcurve` or `fts_solr`. Load it for all protocols, or deliveries are not indexed.',
  },
  fts_dovecot: {
    summary: 'Search engine of Dovecot Pro, whose index lies in object storage.',
    details: 'Needs `fts` and a chain of fs drivers of its own.',
    dialects: inPro,
  },
  fts_flatcurve: {
    summary: 'Search engine on Xapian files beside the mailbox indexes.',
    details: 'Needs `fts`, and a package in some distributions (`dovecot-flatcurve` in Debian).',
    dialects: inNew,
  },
  fts_lucene: {
    summary: 'Search engine on the library CLucene.',
    details: 'Gone in 2.4.',
    dialects: in23,
    replacedBy: 'fts_flatcurve',
  },
  fts_solr: {
    summary: 'Search engine that uses an Apache Solr server.',
    details: 'Needs `fts` and a package in some distributions (`dovecot-solr` in Debian).',
  },
  fts_squat: {
    summary: 'Search engine on an old index of substrings.',
    details: 'Gone in 2.4.',
    dialects: in23,
    replacedBy: 'fts_flatcurve',
  },
  imap_acl: {
    summary: 'IMAP commands with which users see and change access rights.',
    details: 'Needs `acl`. Load it in `protocol imap` only.',
  },
  imap_filter_sieve: {
    summary: 'IMAP command FILTER, which runs a Sieve script over mails that are there already.',
    details: 'Needs `sieve` settings and a client that knows the command. Load it in `protocol imap` only.',
  },
  imap_old_stats: {
    summary: 'Counts IMAP commands for the old statistics.',
    details: 'Needs `old_stats`. Gone in 2.4, where metrics of events do it.',
    dialects: in23,
  },
  imap_quota: {
    summary: 'IMAP commands with which users see their quota.',
    details: 'Needs `quota`. Load it in `protocol imap` only.',
  },
  imap_sieve: {
    summary: 'Runs Sieve scripts when mails are copied, moved or flagged over IMAP.',
    details:
      'Used to train spam filters. Needs `sieve_imapsieve` among the Sieve plugins; load it in `protocol imap` only.',
  },
  imap_zlib: {
    summary: 'Compression of IMAP connections (COMPRESS).',
    details: 'Needs `zlib`. Since 2.4 and Pro 3.0 IMAP can do so without any plugin.',
    dialects: in23,
  },
  last_login: {
    summary: 'Writes the time of each login to a dict.',
    details: 'Load it for the protocols that count as logins, or each delivery counts too.',
  },
  lazy_expunge: {
    summary: 'Moves mails that are deleted to another mailbox instead of removing them.',
    details: 'Gives users a way back. Empty that mailbox by `autoexpunge`, and leave it out of the quota.',
  },
  listescape: {
    summary: 'Lets mailbox names contain characters that the layout cannot take.',
    details: 'Since 2.4 a setting without a plugin does it: `mailbox_list_storage_escape_char`.',
    dialects: in23,
  },
  mail_compress: {
    summary: 'Reads compressed mails, and compresses new ones.',
    details: 'Load it for all protocols, or some cannot read the mails. It compresses only once a method is set.',
    dialects: ['pro-3.0', ...inNew],
  },
  mail_crypt: {
    summary: 'Encrypts mails with keys of the user or of the server.',
    details:
      'Load it for all protocols. Lost keys are lost mails; search indexes stay readable unless they are encrypted too.',
  },
  mail_crypt_acl: {
    summary: 'Gives keys of encrypted mailboxes to those with whom they are shared.',
    details: 'Needs `acl` and `mail_crypt` with keys for each user.',
  },
  mail_log: {
    summary: 'Logs what is done to mails: saved, copied, flagged, deleted.',
    details: 'Needs `notify`. Good for “who deleted my mail?”.',
  },
  mail_lua: {
    summary: 'Runs Lua scripts when a user session begins and ends.',
    details: 'Needs the Lua package of the distribution. `push_notification_lua` builds on it.',
  },
  mailbox_alias: {
    summary: 'Makes one mailbox appear under a second name.',
    details: 'For clients that insist on other names for Sent or Trash. Gone in 2.4.',
    dialects: in23,
  },
  notify: {
    summary: 'Tells other plugins what happens to mails.',
    details: 'Does nothing alone; `mail_log`, `notify_status` and `push_notification` need it.',
  },
  notify_status: {
    summary: 'Writes the numbers of mails in a mailbox to a dict at each change.',
    details: 'Needs `notify`. Lets a portal show unread mails without asking IMAP.',
  },
  obox: {
    summary: 'Format obox: mails and indexes in object storage.',
    details: 'Load it for all protocols. Without it, mail driver `obox` is unknown.',
    dialects: inPro,
  },
  old_stats: {
    summary: 'Statistics in the manner of 2.2.',
    details: 'Gone in 2.4, where metrics of events do it.',
    dialects: in23,
  },
  pop3_migration: {
    summary: 'Keeps the UIDLs of POP3 in a migration, so that clients do not fetch all mails again.',
    details:
      'For dsync from another server that offers both IMAP and POP3. Load it on the command line, not in production.',
  },
  push_notification: {
    summary: 'Tells other systems of new mails and further events.',
    details: 'Needs `notify` and a driver. Usually in `protocol lmtp`, so that only deliveries are told.',
  },
  push_notification_lua: {
    summary: 'Push notifications by a Lua script.',
    details: 'Needs `push_notification`, `notify` and `mail_lua`.',
  },
  quota: {
    summary: 'Counts how much users store, and refuses what is too much.',
    details: 'Load it for all protocols, deliveries included, or the count is wrong.',
  },
  quota_clone: {
    summary: 'Writes the usage of the quota to a dict, for other programs.',
    details: 'Needs `quota`. A copy for reading only; changing it changes no quota.',
  },
  replication: {
    summary: 'Tells the replicator which users have changes.',
    details: 'Needs `notify` and the services `aggregator` and `replicator`. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
  },
  sieve: {
    summary: 'Filters mails by Sieve scripts at delivery.',
    details:
      'Load it in `protocol lmtp` and `protocol lda`; elsewhere it does nothing. Needs Pigeonhole (`dovecot-sieve` in Debian).',
  },
  trash: {
    summary: 'Deletes old mails from some mailboxes when a new one would not fit.',
    details: 'Needs `quota` with a limit of storage.',
  },
  virtual: {
    summary: 'Virtual mailboxes, which show mails of others by search rules.',
    details: 'Load it for all protocols in which the mailboxes shall appear.',
  },
  welcome: {
    summary: 'Runs a script when the INBOX of a user is made, to send a first mail.',
    details: 'Runs once for each new INBOX, whatever creates it.',
  },
  zlib: {
    summary: 'Old name of `mail_compress`: reads compressed mails, and compresses new ones.',
    details:
      'Load it for all protocols, or some cannot read the mails. Its name is `mail_compress` since 2.4 and Pro 3.0.',
    dialects: in23,
    replacedBy: 'mail_compress',
  },
};

export const sievePlugins: Words = {
  sieve_extprograms: {
    summary: 'Sieve commands that run programs: pipe, filter, execute.',
    details: 'Allow the extensions to global scripts only, unless users may run these programs.',
  },
  sieve_imapsieve: {
    summary: 'Sieve scripts at events of IMAP.',
    details: 'The other half is `imap_sieve` among the mail plugins of `protocol imap`.',
  },
  sieve_storage_ldap: {
    summary: 'Sieve scripts from an LDAP directory.',
    details: 'Needed where Pigeonhole is built with LDAP as a plugin.',
  },
};

export const sieveScriptDriver: Words = {
  data: {
    summary: 'Script that is given as text.',
    details: 'Internal: Sieve uses it for scripts that are in no storage.',
  },
  dict: {
    summary: 'Scripts from a dict, by name and id.',
    details: 'For reading only: ManageSieve cannot write them.',
  },
  file: {
    summary: 'Script in a file, or several in a folder.',
    details: 'The only one to which ManageSieve writes. Compiled scripts are kept beside them where Sieve may write.',
  },
  ldap: {
    summary: 'Script in an attribute of an LDAP entry.',
    details: 'For reading only; may need `sieve_storage_ldap` among the Sieve plugins.',
  },
};

export const sieveScriptType: Words = {
  after: {
    summary: 'Runs after the script of the user.',
    details: 'Only as long as a keep is in effect, implicit or not.',
  },
  before: {
    summary: 'Runs before the script of the user.',
    details: 'If it ends without a keep, nothing behind it runs.',
  },
  'by-name': {
    summary: 'Runs never by itself: for scripts that are asked for by name.',
    details: 'Storages that other features refer to.',
  },
  default: {
    summary: 'Runs instead of the script of the user, when there is none.',
    details: 'With a name, users can see it and include it.',
  },
  discard: {
    summary: 'Runs when a mail is about to be discarded, and may still save it.',
  },
  global: {
    summary: 'Runs never by itself: source of scripts for `include :global`.',
  },
  personal: {
    summary: 'Script of the user; ManageSieve writes here.',
  },
};
