/** S14: AWS S3 in more than one region. */

import { isKnown } from '../config/holes.ts';
import { type Located, locatedSlice } from '../config/located.ts';
import { knownHost, storageSystem } from '../config/storage/system.ts';
import type { StorageModel } from '../config/storage/types.ts';
import { regionOfAwsHost } from '../knowledge/hosts.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

export const awsRegionConflict = defineRule({
  id: 'aws-region-conflict',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S14'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/aws.html',
  docs: {
    summary: 'The configuration names more than one AWS region.',
    why: 'On AWS S3 Palomar is supported in one region. Replication between regions runs behind and obox does not know of it: a site that reads from another region misses mails. A region setting that differs from the bucket host makes AWS refuse every request.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = <|eu-west-1|>\nobox {\n  fs aws-s3 {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nobox {\n  fs aws-s3 {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?auth_role=mails ; refcounting-table\n  obox_index_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://mails.s3.<|us-east-1|>.amazonaws.com/?auth_role=mails ; diff-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?auth_role=mails ; refcounting-table\n  obox_index_fs = dictmap:proxy:dict-async:cassandra ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?auth_role=mails ; diff-table\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nobox {\n  fs aws-s3 {\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_url = https://s3.example.com/\nfs_s3_region = eu-west-1\nobox {\n  fs s3 {\n  }\n}\n',
      },
    ],
  },
  messages: {
    conflict: "Region '{region}' conflicts with '{other}': on AWS S3 a deployment must stay in one region.",
  },
  check({ storage, report }) {
    const places = regionPlaces(storage);
    const reference = places.find(({ fromHost }) => fromHost) ?? places[0];
    if (reference === undefined) return;
    for (const { at } of places) {
      if (at.text.toLowerCase() === reference.at.text.toLowerCase()) continue;
      report({
        at,
        message: 'conflict',
        data: { region: at.text, other: reference.at.text },
        fixes: [
          {
            title: `Use region ${reference.at.text} (check that the bucket is there)`,
            safe: false,
            edits: [replace(at, reference.at.text)],
          },
        ],
        related: [{ ...reference.at, message: `'${reference.at.text}' is named here.` }],
      });
    }
  },
});

interface RegionPlace {
  readonly at: Located;
  readonly fromHost: boolean;
}

/** Every place that names a region of AWS, each once, in the order of the chains. */
function regionPlaces(storage: StorageModel): RegionPlace[] {
  const places = new Map<string, RegionPlace>();
  const add = (at: Located, fromHost: boolean) => {
    const key = `${at.document.uri} ${at.span.from}`;
    if (at.text !== '' && isKnown(at.text) && !places.has(key)) places.set(key, { at, fromHost });
  };
  for (const chain of storage.chains) {
    for (const driver of chain.drivers) {
      if (storageSystem(driver) !== 'aws-s3') continue;
      const host = driver.url!.host;
      const named = regionOfAwsHost(knownHost(driver) ?? '');
      if (named !== undefined) add(locatedSlice(host, named.at, named.at + named.region.length), true);
      const region = driver.get('fs_s3_region');
      if (region !== undefined) add(region, false);
    }
  }
  return [...places.values()];
}
