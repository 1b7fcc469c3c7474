/** Listeners: the sockets that services have by themselves, and those that are named so by habit. */

import { in23, inNew } from './dialects.ts';
import type { Word, Words } from './types.ts';

export const inetListeners: Words = {
  imap: {
    summary: 'IMAP on port 143, with STARTTLS.',
    details: '`port = 0` closes it, for those who want TLS from the start only.',
  },
  imaps: {
    summary: 'IMAP on port 993, with TLS from the start.',
    details: 'Listens only if TLS is configured.',
  },
  pop3: {
    summary: 'POP3 on port 110, with STLS.',
    details: '`port = 0` closes it.',
  },
  pop3s: {
    summary: 'POP3 on port 995, with TLS from the start.',
    details: 'Listens only if TLS is configured.',
  },
  sieve: {
    summary: 'ManageSieve on port 4190, with STARTTLS.',
    details: 'There is no port with TLS from the start.',
  },
  submission: {
    summary: 'Submission on port 587, with STARTTLS.',
    details: 'Must not be the port on which the MTA of the same host listens.',
  },
  submissions: {
    summary: 'Submission on port 465, with TLS from the start.',
    details: 'Preset since 2.4; before, name it and its port yourself.',
  },
};

const handOver = (protocol: string): Word => ({
  summary: `Where the login process hands over a ${protocol} connection once the user is logged in.`,
  details: 'Lies in the folder that only login processes may enter, therefore open to all.',
});

const admin = (service: string): Word => ({
  summary: `Socket of a single process of ${service}, by which doveadm ends its sessions.`,
  details: 'One for each process, made and removed with it. Root only.',
  dialects: inNew,
});

export const unixListeners: Words = {
  anvil: {
    summary: 'Processes that serve users report their connections here.',
    details: '`doveadm who` as another user than root needs access.',
  },
  'anvil-auth-penalty': {
    summary: 'Auth asks here how long to delay an address that guesses passwords.',
    details: '`mode = 0` turns these delays off.',
  },
  'anvil-connect-limit': {
    summary: 'Deliveries ask here how many of them a user has at the moment.',
    details: 'If the service `lmtp` runs as a user of its own, give that user access.',
    dialects: inNew,
  },
  'auth-client': {
    summary: 'Logins of other programs by SASL, as SMTP AUTH of Postfix or Exim.',
    details:
      'Usually a second listener, within the reach of the MTA: `/var/spool/postfix/private/auth` with mode 0660 and its user.',
  },
  'auth-login': {
    summary: 'Logins by processes of Dovecot that are not confined to the login folder.',
    details: 'For the internal user only.',
  },
  'auth-master': {
    summary: 'Lookups after the login, and of any user, by privileged processes.',
    details: 'Who has access gets all data of all users; root only.',
  },
  'auth-token': {
    summary: 'Authentication by tokens of Dovecot itself, as for IMAP URLAUTH.',
    details: 'Open to all.',
    dialects: inNew,
  },
  'auth-userdb': {
    summary: 'User lookups by deliveries, doveadm and the quota policy service.',
    details:
      'With mode 0666 others get only their own entry. Programs that run as one user for all, as `dovecot-lda` with vmail, need that user as its owner.',
  },
  'auth-worker': {
    summary: 'Auth hands slow lookups to its workers here.',
    details: 'For the user of the service `auth` only.',
  },
  config: {
    summary: 'Whole configuration, passwords included.',
    details: 'Root only. doveadm as another user needs read access, or its own copy of the settings.',
  },
  dict: {
    summary: 'Mail processes read and write dicts through it.',
    details: 'They run as the user of the mails: give that user or group access, as `mode = 0660` and `group = vmail`.',
  },
  'dict-async': {
    summary: 'Mail processes read and write dicts through it, many over one process.',
    details: 'They run as the user of the mails: give that user or group access. obox needs it for dictmap.',
  },
  'director-admin': {
    summary: 'Commands `doveadm director` reach the director here.',
    details: 'Root only. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
  },
  'dns-client': {
    summary: 'Processes look up host names here.',
    details: 'Open to all.',
  },
  'doveadm-server': {
    summary: 'Other processes and `doveadm -S` have commands of doveadm run here.',
    details: 'Whoever has access may do everything; root only.',
  },
  'imap-hibernate': {
    summary: 'IMAP processes hand over idle sessions here.',
    details: 'They run as the user of the mails, who needs access: the internal group suffices by default.',
  },
  'imap-master': {
    summary: 'Hibernated sessions come back to IMAP processes here.',
    details:
      'The process `imap-hibernate` has to write to it: in 2.3 set `user = $default_internal_user`, which 2.4 does by itself.',
  },
  'imap-urlauth': {
    summary: 'IMAP and submission processes ask for mails by URL here.',
    details: 'They run as the user of the mails; open to all.',
  },
  'imap-urlauth-worker': {
    summary: 'Reading of mails is started here by the service `imap-urlauth`.',
    details: 'For the internal user only.',
  },
  indexer: {
    summary: 'Mail processes put mailboxes into the queue for indexing here.',
    details: 'Open to all.',
  },
  'indexer-worker': {
    summary: 'Workers get their work from the indexer here.',
    details: 'For the internal user only.',
  },
  ipc: {
    summary: 'doveadm and directors send commands for login processes here.',
    details: 'For the internal user only. Gone in 2.4.',
    dialects: in23,
  },
  lmtp: {
    summary: 'Deliveries by the MTA.',
    details:
      'Postfix reaches only its own folder: name it `/var/spool/postfix/private/dovecot-lmtp`, with mode 0600 and user and group `postfix`.',
  },
  'log-errors': {
    summary: 'Recent errors, for `doveadm log errors`.',
    details: 'Errors may name users; root only.',
  },
  'login/director': {
    summary: 'Login processes ask the director here instead of auth.',
    details: 'Closed by default: `mode = 0666` is part of setting up directors. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
  },
  'login/dns-client': {
    summary: 'Login processes look up host names here.',
    details: 'Lies in the folder that only login processes may enter.',
  },
  'login/imap': handOver('IMAP'),
  'login/ipc-proxy': {
    summary: 'Login processes wait for commands of the service `ipc` here.',
    details: 'For the login user only. Gone in 2.4.',
    dialects: in23,
  },
  'login/login': {
    summary: 'Login processes reach auth here.',
    details: 'Lies in the folder that only login processes may enter, therefore open to all.',
  },
  'login/pop3': handOver('POP3'),
  'login/sieve': handOver('ManageSieve'),
  'login/stats-writer': {
    summary: 'Login processes send their events to the stats process here.',
    details: 'For the login user only.',
  },
  'login/submission': handOver('submission'),
  'old-stats': {
    summary: 'Old statistics, for `doveadm oldstats`.',
    details: 'Root only. Gone in 2.4.',
    dialects: in23,
  },
  'replication-notify': {
    summary: 'Mail processes tell the aggregator here that a user has changes.',
    details: 'They run as the user of the mails: give that user or group access. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
  },
  replicator: {
    summary: 'Names of users with changes come from the aggregator here.',
    details: 'For the internal user only. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
  },
  'replicator-doveadm': {
    summary: 'Commands `doveadm replicator` reach the replicator here.',
    details: 'Closed by default; `mode = 0600` opens it for root. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
  },
  'srv.imap-hibernate/%{pid}': admin('imap-hibernate'),
  'srv.imap-login/%{pid}': admin('imap-login'),
  'srv.imap/%{pid}': admin('imap'),
  'srv.indexer-worker/%{pid}': admin('indexer-worker'),
  'srv.managesieve-login/%{pid}': admin('managesieve-login'),
  'srv.managesieve/%{pid}': admin('managesieve'),
  'srv.pop3-login/%{pid}': admin('pop3-login'),
  'srv.pop3/%{pid}': admin('pop3'),
  'srv.submission-login/%{pid}': admin('submission-login'),
  'srv.submission/%{pid}': admin('submission'),
  'stats-reader': {
    summary: 'Statistics, for `doveadm stats`.',
    details: 'Root only; give a user of a monitoring program access, or use OpenMetrics.',
  },
  'stats-writer': {
    summary: 'All processes send their events to the stats process here.',
    details:
      'Programs that run as another user, as `dovecot-lda` with vmail, complain about it unless their group may write.',
  },
  'token-login/imap-urlauth': {
    summary: 'Where the login process of IMAP URLAUTH hands connections over.',
    details: 'Lies in a folder that only that login process may enter.',
  },
  'token-login/tokenlogin': {
    summary: 'Where the login process of IMAP URLAUTH reaches auth, with tokens.',
    details: 'Lies in a folder that only that login process may enter.',
  },
};
