/** Drivers of dicts, file systems and SQL. */

import { in23, inOld, inPro } from './dialects.ts';
import type { Words } from './types.ts';

export const dict: Words = {
  cdb: {
    summary: 'Constant database: a file that is only read.',
    details: 'For lookup tables that another program builds. Dovecot must be built with CDB.',
  },
  fail: {
    summary: 'Dict whose every operation fails, for tests.',
    details: 'Has no use in production.',
    dialects: inOld,
  },
  file: {
    summary: 'Text file, rewritten as a whole at each change.',
    details:
      'Good for little data with few writers, as the list of shared mailboxes. All processes that use it need write access to its folder.',
  },
  fs: {
    summary: 'One file for each key, through an fs driver.',
    details: 'Values can so lie in object storage. It can neither expire keys nor count atomically.',
  },
  ldap: {
    summary: 'LDAP directory, for reading only.',
    details:
      'Needs the LDAP package of the distribution. Keys become searches by maps, and a change must be made in the directory itself.',
  },
  memcached: {
    summary: 'memcached, binary protocol, for reading only.',
    details: 'Gone in 2.4 and Pro 3.0.',
    dialects: in23,
    replacedBy: 'redis',
  },
  memcached_ascii: {
    summary: 'memcached, text protocol.',
    details: 'Keys may vanish when memory is short, so never for data that matters. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
    replacedBy: 'redis',
  },
  proxy: {
    summary: 'Hands requests to the dict service, which has the connections to the database.',
    details:
      'Take it for SQL, Cassandra and LDAP: hundreds of mail processes share a few connections. They need access to the socket `dict` or `dict-async`.',
  },
  redis: {
    summary: 'Redis server.',
    details: 'Fast, knows expiry. Each process has a connection of its own; see to persistence if the data matters.',
  },
  sql: {
    summary: 'SQL database or Cassandra; maps say which key is which column.',
    details: 'Use it behind `proxy`, or every mail process opens connections. Needs the package of the driver.',
  },
};

export const fs: Words = {
  'aws-s3': {
    summary: 'Amazon S3, with signatures of version 4 and roles of IAM.',
    details: 'For AWS itself; other stores with that interface take `s3`. Needs a region.',
    dialects: inPro,
  },
  azure: {
    summary: 'Blob storage of Microsoft Azure.',
    details: 'Needs the name of the account, its key and a container.',
    dialects: inPro,
  },
  compress: {
    summary: 'Compresses files on their way to the next driver.',
    details:
      'Stands above `crypt`, as encrypted data cannot be compressed. Together with the compression plugin everything would be compressed twice.',
  },
  crypt: {
    summary: 'Encrypts files on their way to the next driver, with keys from the configuration.',
    details:
      'Stands below `compress`. Lost keys are lost mails, and files from before are unreadable unless a fallback is set.',
  },
  dict: {
    summary: 'Files as values of a dict.',
    details: 'For small files; the dict must take binary data.',
  },
  dictmap: {
    summary: 'Keeps which file is which object in a dict, normally Cassandra.',
    details:
      'Gives object stores the names and listings that they lack; required with obox in Pro 3. Stands directly above the storage driver.',
    dialects: inPro,
  },
  fscache: {
    summary: 'Cache of objects on the local disk.',
    details:
      'Stands first, so that reads need no request. Give mails and search indexes caches of their own, and no more size than the disk has.',
    dialects: inPro,
  },
  'fts-cache': {
    summary: 'Local copy of the search index that is uploaded in batches.',
    details: 'For the search index only, as the first driver. Without it each delivery would write objects.',
    dialects: inPro,
  },
  'mail-crypt': {
    summary: 'Encrypts files with the keys of the plugin `mail_crypt`.',
    details: 'For attachments outside of mails. 2.4 has `crypt` alone.',
    dialects: inOld,
    replacedBy: 'crypt',
  },
  metawrap: {
    summary: 'Keeps metadata as headers in front of the file, for stores that have none.',
    details: 'Stands above a driver such as `posix`.',
  },
  posix: {
    summary: 'Files in a directory, local or on NFS.',
    details: 'The prefix is put in front of every path as it is: end it with `/`.',
  },
  randomfail: {
    summary: 'Lets operations fail at random, for tests.',
    details: 'Has no use in production.',
  },
  s3: {
    summary: 'Object store with the interface of S3.',
    details: 'For MinIO, Ceph and others; Amazon’s own takes `aws-s3`. Needs a bucket and keys.',
    dialects: inPro,
  },
  scality: {
    summary: 'Scality RING, through its CDMI interface.',
    details: 'The other way to a RING is `sproxyd`.',
    dialects: inPro,
  },
  sis: {
    summary: 'Single instance storage: equal attachments are hard links to one file.',
    details: 'For attachments outside of mails, above `posix`. It compares at once when saving, which costs time.',
  },
  'sis-queue': {
    summary: 'Single instance storage that leaves the comparison for later.',
    details: 'Writes what is to be compared into a queue folder, which a nightly `doveadm sis` works off.',
  },
  sproxyd: {
    summary: 'Scality RING, through sproxyd.',
    details: 'The object class in the URL decides on replication.',
    dialects: inPro,
  },
  test: {
    summary: 'Driver of Dovecot’s own tests.',
    details: 'Has no use in production.',
  },
};

export const sql: Words = {
  cassandra: {
    summary: 'Apache Cassandra.',
    details:
      'Needs a Dovecot built with the DataStax driver. Choose the consistency levels with care; there are no transactions across statements.',
  },
  mysql: {
    summary: 'MySQL or MariaDB.',
    details:
      'Needs the package of the driver (`dovecot-mysql` in Debian). Several hosts share the load and stand in for each other.',
  },
  pgsql: {
    summary: 'PostgreSQL.',
    details:
      'Needs the package of the driver (`dovecot-pgsql` in Debian). Several hosts share the load and stand in for each other.',
  },
  sqlite: {
    summary: 'SQLite: a database in one file.',
    details:
      'Needs the package of the driver (`dovecot-sqlite` in Debian). For reading; writes by many processes block each other.',
  },
};
