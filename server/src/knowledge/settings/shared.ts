/** What the entries of this folder share: groups of dialects, groups of fs drivers, addresses of manual pages. */

import type { Dialect } from '../dialect.ts';

/** Settings of Dovecot Pro in the old syntax; the last two for those that one of both lacks. */
export const oldPro: readonly Dialect[] = ['pro-2.3', 'pro-3.0'];
export const oldPro23: readonly Dialect[] = ['pro-2.3'];
export const oldPro30: readonly Dialect[] = ['pro-3.0'];
export const newPro: readonly Dialect[] = ['pro-3.1'];

/** Settings that the Community Edition has too. */
export const oldAll: readonly Dialect[] = ['ce-2.3', 'pro-2.3', 'pro-3.0'];
export const oldAll23: readonly Dialect[] = ['ce-2.3', 'pro-2.3'];
export const newAll: readonly Dialect[] = ['ce-2.4', 'pro-3.1'];

export const httpDrivers: readonly string[] = ['s3', 'aws-s3', 'azure', 'sproxyd', 'scality'];
export const s3Drivers: readonly string[] = ['s3', 'aws-s3'];

const manual23 = 'https://doc.dovecot.org/2.3';
const manual30 = 'https://doc.dovecot.org/3.0';
const manual = 'https://doc.dovecot.org/main/core';
const providers = 'https://doc.dovecotpro.com/main/storage/providers';

export const pages = {
  azure: `${providers}/azure.html`,
  cassandra: `${manual}/config/sql/cassandra.html`,
  cassandra23: `${manual23}/settings/plugin/sql-cassandra/`,
  cdmi: `${manual23}/configuration_manual/mail_location/obox/scality_cdmi/`,
  cluster: 'https://doc.dovecotpro.com/main/palomar/configuration.html',
  compress23: `${manual23}/settings/plugin/fs-compress-plugin/`,
  crypt23: `${manual23}/configuration_manual/mail_crypt_plugin/`,
  dict: `${manual}/config/dict.html`,
  dictmap: `${manual23}/configuration_manual/mail_location/obox/dictmap/`,
  dictmapCassandra: `${manual23}/configuration_manual/mail_location/obox/dictmap_cassandra/`,
  fs: `${manual}/config/fs.html`,
  fscache: `${manual23}/configuration_manual/mail_location/obox/fscache/`,
  ftsDovecot: `${manual23}/settings/plugin/fts-dovecot-plugin/`,
  http: `${manual23}/configuration_manual/mail_location/obox/http_storages/`,
  mailLocation: `${manual23}/configuration_manual/mail_location/`,
  nfs: `${providers}/nfs.html`,
  obox: `${manual23}/configuration_manual/mail_location/obox/`,
  oboxAdvanced: `${manual23}/settings/plugin/advanced/obox/`,
  oboxPlugin: `${manual23}/settings/plugin/obox-plugin/`,
  oboxPlugin30: `${manual30}/settings/plugin/obox-plugin/`,
  s3: `${providers}/s3.html`,
  s3Aws23: `${manual23}/configuration_manual/mail_location/obox/amazon_s3/`,
  s3Old: `${manual23}/configuration_manual/mail_location/obox/s3/`,
  settings: `${manual}/summaries/settings.html`,
  sproxyd: `${providers}/sproxyd.html`,
} as const;
