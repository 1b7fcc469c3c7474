/** Services, protocols and event exporters. */

import { in23, inNew } from './dialects.ts';
import type { Words } from './types.ts';

export const eventExporter: Words = {
  drop: {
    summary: 'Formats events and throws them away.',
    details: 'To switch an exporter off for a while.',
  },
  file: {
    summary: 'Appends events to a file.',
    details: 'After rotating it run `doveadm stats reopen`.',
    dialects: inNew,
  },
  'http-post': {
    summary: 'Posts each event to a URL.',
    details: 'A slow receiver makes the stats process grow, as events wait in memory.',
  },
  log: {
    summary: 'Writes events into the log.',
    details: 'Good for debugging; it can multiply the size of the log.',
  },
  unix: {
    summary: 'Writes events to a UNIX socket.',
    details: 'Something must listen at it; meanwhile events wait in memory.',
    dialects: inNew,
  },
};

const ownSettings = (of: string) => `Settings that hold ${of} only.`;

export const protocolFilters: Words = {
  auth: { summary: ownSettings('in the service `auth` and its workers') },
  dict: { summary: ownSettings('in the dict service') },
  'dict-expire': { summary: ownSettings('in the service that removes expired keys of dicts'), dialects: inNew },
  'dns-client': { summary: ownSettings('in the service for DNS lookups') },
  doveadm: {
    summary: ownSettings('in doveadm, on the command line and as a service'),
    details: 'Plugins that doveadm shall not have, or has to have, are set here.',
  },
  dsync: {
    summary: ownSettings('while dsync runs'),
    details: 'As other plugins or locks for migrations and backups.',
  },
  imap: {
    summary: ownSettings('for IMAP'),
    details: 'The usual place for `imap_quota`, `imap_acl` and connection limits.',
  },
  'imap-hibernate': { summary: ownSettings('in the service that keeps idle IMAP sessions') },
  'imap-login': { summary: ownSettings('in the login process of IMAP') },
  'imap-urlauth': { summary: ownSettings('in the service that answers IMAP URLAUTH requests') },
  'imap-urlauth-login': { summary: ownSettings('in the login process of IMAP URLAUTH') },
  'imap-urlauth-worker': { summary: ownSettings('in the process that reads mails for IMAP URLAUTH') },
  'indexer-worker': {
    summary: ownSettings('in processes that index mails for the search'),
    details: 'The place to turn off plugins that indexing does not need.',
  },
  lda: {
    summary: ownSettings('in `dovecot-lda`, which the MTA runs for each delivery'),
    details: 'The usual place for the plugin `sieve`.',
  },
  lmtp: {
    summary: ownSettings('in deliveries over LMTP'),
    details: 'The usual place for the plugin `sieve`.',
  },
  'managesieve-login': { summary: ownSettings('in the login process of ManageSieve') },
  pop3: { summary: ownSettings('for POP3') },
  'pop3-login': { summary: ownSettings('in the login process of POP3') },
  'quota-status': {
    summary: ownSettings('in the policy service that tells an MTA whether a mailbox is full'),
  },
  script: { summary: ownSettings('in services that run scripts') },
  sieve: {
    summary: ownSettings('for ManageSieve'),
    details: 'Not for Sieve at delivery: that is `lmtp` and `lda`.',
  },
  stats: { summary: ownSettings('in the stats process') },
  submission: { summary: ownSettings('for submission') },
  'submission-login': { summary: ownSettings('in the login process of submission') },
  welcome: { summary: ownSettings('in the script service of the plugin `welcome`') },
};

export const protocols: Words = {
  imap: {
    summary: 'IMAP, by which clients read and keep mails on the server.',
    details: 'Ports 143, and 993 with TLS from the start.',
  },
  'imap-urlauth': {
    summary: 'Service that gives parts of mails to other servers by a signed URL.',
    details: 'Lets a submission server attach mails that the client need not download. Needs `imap` too.',
  },
  imaps: {
    summary: 'Old word for IMAP on port 993, ignored since long.',
    details: '`imap` opens both ports, if TLS is on.',
    dialects: in23,
    replacedBy: 'imap',
  },
  lmtp: {
    summary: 'LMTP, by which the MTA delivers mails.',
    details: 'Listens at a UNIX socket by default; add an `inet_listener` for MTAs on other hosts.',
  },
  managesieve: {
    summary: 'Old word for ManageSieve.',
    dialects: in23,
    replacedBy: 'sieve',
  },
  pop3: {
    summary: 'POP3, by which clients fetch mails.',
    details: 'Ports 110, and 995 with TLS from the start.',
  },
  pop3s: {
    summary: 'Old word for POP3 on port 995, ignored since long.',
    details: '`pop3` opens both ports, if TLS is on.',
    dialects: in23,
    replacedBy: 'pop3',
  },
  sieve: {
    summary: 'ManageSieve, by which users edit their Sieve scripts.',
    details: 'Port 4190. Needs Pigeonhole (`dovecot-managesieved` in Debian); Sieve at delivery does not need it.',
  },
  submission: {
    summary: 'Submission: takes mails of users and hands them to a relay.',
    details: 'Ports 587, and 465 with TLS from the start in 2.4. Needs `submission_relay_host`; it is no MTA itself.',
  },
};

const login = (protocol: string) => `Takes ${protocol} connections before the login: TLS, and the exchange with auth.`;
const loginDetails =
  'With one connection for each process (the default) a fault harms nobody else; on busy servers let processes serve many and set `process_min_avail` to the number of cores.';
const sessionDetails =
  'One process for each session: `process_limit` is the limit of sessions, and memory goes with it.';

export const services: Words = {
  aggregator: {
    summary: 'Collects notices of changes for the replicator.',
    details: 'Only with the plugin `replication`. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
  },
  anvil: {
    summary: 'Counts connections of users and delays guessing of passwords.',
    details: 'Exactly one process; its limit of clients must cover all processes that serve users.',
  },
  auth: {
    summary: 'Checks logins and looks up users, for all other services.',
    details:
      'Exactly one process; what takes time goes to `auth-worker`. Its limit of clients must cover all processes that log in, or logins fail.',
  },
  'auth-worker': {
    summary: 'Does the slow part of authentication: SQL, PAM, passwd, costly hashes.',
    details: 'One request at a time for each process. The number of processes limits connections to the database.',
  },
  config: {
    summary: 'Gives the configuration to other processes.',
    details: 'Its socket reveals passwords: root only, or the group of who has to run doveadm.',
  },
  dict: {
    summary: 'Holds connections to databases for dicts of type `proxy`.',
    details: 'One client at a time for each process. Mail processes need access to its socket.',
  },
  'dict-async': {
    summary: 'Like `dict`, with many clients for each process.',
    details:
      'For drivers that do not block, above all Cassandra, and LDAP. With MySQL it would make clients wait for each other.',
  },
  'dict-expire': {
    summary: 'Removes expired keys of SQL dicts.',
    details: 'Does not run unless started: set `process_min_avail = 1` where it is needed.',
    dialects: inNew,
  },
  director: {
    summary: 'Sends each user to the same backend, in a ring of directors.',
    details: 'Gone in 2.4 and Pro 3.0, which has the cluster instead.',
    dialects: in23,
  },
  'dns-client': {
    summary: 'Looks up host names for other services.',
    details: 'One lookup at a time for each process.',
  },
  doveadm: {
    summary: 'Runs doveadm commands that come over the network or from other processes.',
    details:
      'For proxies, dsync over TCP and the HTTP API. Add an `inet_listener` and a password, and let nobody else reach it.',
  },
  'health-check': {
    summary: 'Runs a script that answers probes of load balancers.',
    details: 'Without a listener it does nothing; the script comes with Dovecot.',
  },
  imap: {
    summary: 'Serves IMAP sessions after the login.',
    details: sessionDetails,
  },
  'imap-hibernate': {
    summary: 'Keeps idle IMAP sessions with little memory.',
    details: 'Works once `imap_hibernate_timeout` is set, and its process may write to the socket `imap-master`.',
  },
  'imap-login': {
    summary: login('IMAP'),
    details: loginDetails,
  },
  'imap-urlauth': {
    summary: 'Takes IMAP URLAUTH requests after the login and asks workers for the mails.',
    details: sessionDetails,
  },
  'imap-urlauth-login': {
    summary: login('IMAP URLAUTH'),
    details: 'Connections come from other services of Dovecot, not from clients.',
  },
  'imap-urlauth-worker': {
    summary: 'Reads mails for IMAP URLAUTH as the user who owns them.',
    details: sessionDetails,
  },
  indexer: {
    summary: 'Keeps the queue of mailboxes that have to be indexed for the search.',
    details: 'Exactly one process; the work is done by `indexer-worker`.',
  },
  'indexer-worker': {
    summary: 'Indexes mails for the search.',
    details:
      'Its limit of processes says how many mailboxes are indexed at once, and how much of the machine that takes. Big mails need a high `vsz_limit`.',
  },
  ipc: {
    summary: 'Passes commands to login processes, for directors and `doveadm proxy`.',
    details: 'Gone in 2.4, where login processes have sockets of their own.',
    dialects: in23,
  },
  lmtp: {
    summary: 'Takes mails from the MTA and delivers them.',
    details:
      'One connection at a time for each process. With `user = vmail` it starts without root, if all mails belong to one user.',
  },
  log: {
    summary: 'Writes the log lines of all other processes.',
    details: 'Exactly one process; when it is slow, everything is.',
  },
  managesieve: {
    summary: 'Serves ManageSieve sessions after the login.',
    details: sessionDetails,
  },
  'managesieve-login': {
    summary: login('ManageSieve'),
    details: loginDetails,
  },
  'old-stats': {
    summary: 'Collects the statistics of 2.2 from the plugin `old_stats`.',
    details: 'Gone in 2.4.',
    dialects: in23,
    replacedBy: 'stats',
  },
  pop3: {
    summary: 'Serves POP3 sessions after the login.',
    details: sessionDetails,
  },
  'pop3-login': {
    summary: login('POP3'),
    details: loginDetails,
  },
  replicator: {
    summary: 'Starts dsync for users with changes, one after the other.',
    details: 'Exactly one process; needs `process_min_avail = 1`. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
  },
  stats: {
    summary: 'Counts events by metrics, exports them, and answers OpenMetrics requests.',
    details: 'Exactly one process, and every other one sends events to it: metrics without a filter can keep it busy.',
  },
  submission: {
    summary: 'Serves submission sessions after the login and passes mails to the relay.',
    details: sessionDetails,
  },
  'submission-login': {
    summary: login('submission'),
    details: loginDetails,
  },
  tcpwrap: {
    summary: 'Asks `/etc/hosts.allow` and `/etc/hosts.deny` for login processes.',
    details: 'Needs a Dovecot built with TCP wrappers and its socket in `login_access_sockets`. Gone in 2.4.',
    dialects: in23,
  },
  welcome: {
    summary: 'Service for the script of the plugin `welcome`.',
    details: 'Nothing is preset but its user: name the `executable` and a listener.',
    dialects: inNew,
  },
};
