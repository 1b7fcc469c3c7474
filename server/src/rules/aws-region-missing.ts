/** S16: AWS S3 without a region works, with the older signatures. */

import { knownHost, storageSystem } from '../config/storage/system.ts';
import { allDrivers } from '../config/storage/types.ts';
import type { StorageUrl } from '../config/storage/url.ts';
import { regionOfAwsHost } from '../knowledge/hosts.ts';
import { addDriverSetting } from '../lint/driverSetting.ts';
import { defineRule, type Fix, palomarAndUpgrade } from '../lint/rule.ts';

export const awsRegionMissing = defineRule({
  id: 'aws-region-missing',
  dialects: palomarAndUpgrade,
  severity: 'information',
  statements: ['S16'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/aws.html',
  docs: {
    summary: 'AWS S3 is used without a region.',
    why: 'Without a region Dovecot signs requests by the old version 2, which newer AWS regions refuse. With it, version 4 is used everywhere.',
    exceptions: 'Version 2 signatures are supported where AWS still accepts them.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_auth_role = mails\nfs_s3_url = https://<|mails.s3.eu-central-1.amazonaws.com|>/\nobox {\n  fs aws-s3 {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_auth_role = mails\nfs_s3_region = eu-central-1\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nobox {\n  fs aws-s3 {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://<|mails.s3.eu-central-1.amazonaws.com|>/?auth_role=mails ; refcounting-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?auth_role=mails&region=eu-central-1 ; refcounting-table\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1&auth_role=mails ; refcounting-table\n}\n',
      },
    ],
  },
  messages: {
    missing: "No region is set for '{host}', so requests are signed by version 2, which newer AWS regions refuse.",
  },
  check({ storage, report }) {
    const drivers = allDrivers(storage).filter((driver) => storageSystem(driver) === 'aws-s3');
    const hosts = drivers.map((driver) => regionOfAwsHost(knownHost(driver) ?? '')?.region);
    const regions = new Set([...hosts, ...drivers.map((driver) => driver.get('fs_s3_region')?.text)]);
    regions.delete(undefined);
    for (const driver of drivers) {
      if (!driver.complete || driver.get('fs_s3_region') !== undefined) continue;
      const url = driver.url!;
      const named = regionOfAwsHost(knownHost(driver) ?? '');
      // Of two regions one is wrong, and nobody knows which.
      const fix = named === undefined || regions.size > 1 ? [] : [setRegion(url, named.region)];
      report({ at: url.host, message: 'missing', data: { host: url.host.text }, fixes: fix });
    }
  },
});

function setRegion(url: StorageUrl, region: string): Fix {
  return {
    title: `Set the region ${region}, which the host names`,
    safe: true,
    edits: [addDriverSetting(url, 'fs_s3_region', 'region', region)],
  };
}
