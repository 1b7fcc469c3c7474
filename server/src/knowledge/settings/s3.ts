/** The `s3` and `aws-s3` fs drivers. Parts of the old URL that have no name there go by the end of their new name: `url`, `access_key`, `secret`. */

import type { Setting } from '../types.ts';
import { newPro, oldPro, oldPro23, pages, s3Drivers } from './shared.ts';

export const s3Settings: readonly Setting[] = [
  {
    old: {
      name: 'bulk_delete',
      place: 'fs-uri',
      drivers: ['s3', 'aws-s3', 'scality'],
      default: '0',
      dialects: oldPro23,
    },
    type: 'bool',
    summary: 'Older switch for deleting several objects with one request.',
    details:
      'Out of favour since 2.2.36, when `bulk_delete_limit` replaced it, which is on by default: delete the parameter.',
    example: 'obox_fs = s3:https://s3.example.com/?bucket=mails&bulk_delete=1',
    seeAlso: ['fs_s3_bulk_delete_limit', 'fs_scality_bulk_delete_limit'],
    source: pages.http,
  },
  {
    new: { name: 'fs_aws_s3', place: 'setting', dialects: newPro },
    type: 'named_filter',
    summary: 'Filter with settings for the `aws-s3` driver, which reads those of `fs_s3` too.',
    details:
      'The driver adds the security token of the role to each request and logs the two request IDs of AWS, which makes it the better choice on AWS.',
    example: 'fs_aws_s3 {\n  http_client_request_timeout = 20s\n}',
    seeAlso: ['fs_s3', 'fs_http_log_headers'],
    source: pages.s3,
  },
  {
    new: { name: 'fs_s3', place: 'setting', dialects: newPro },
    type: 'named_filter',
    summary: 'Filter with settings for the `s3` driver.',
    details: 'Settings inside apply to that driver only, wherever it stands in a chain; `aws-s3` reads it as well.',
    example: 'fs_s3 {\n  http_client_request_timeout = 20s\n}',
    seeAlso: ['fs_aws_s3', 'fs_s3_url'],
    source: pages.s3,
  },
  {
    old: { name: 'access_key', place: 'fs-uri', drivers: s3Drivers, dialects: oldPro },
    new: { name: 'fs_s3_access_key', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Access key that identifies the account at the storage.',
    details:
      'In an old URL it is the user before the host; escape special characters as %hex, with a doubled percent sign in an old file. On AWS prefer `fs_s3_auth_role`. The release that introduced the new setting is not known.',
    example: 'fs_s3_access_key = CHANGEME',
    seeAlso: ['fs_s3_secret', 'fs_s3_auth_role'],
    source: pages.s3,
  },
  {
    old: { name: 'auth_host', place: 'fs-uri', drivers: s3Drivers, default: '169.254.169.254:80', dialects: oldPro },
    new: { name: 'fs_s3_auth_host', place: 'setting', default: '169.254.169.254', dialects: newPro },
    type: 'string',
    summary: 'Host that hands out IAM credentials.',
    details: 'For tests only. In an old URL the port follows after a colon.',
    example: 'fs_s3_auth_host = 169.254.169.254',
    seeAlso: ['fs_s3_auth_port', 'fs_s3_auth_role'],
    source: pages.s3Aws23,
  },
  {
    new: { name: 'fs_s3_auth_port', place: 'setting', default: '80', dialects: newPro },
    type: 'port',
    summary: 'Port of the host that hands out IAM credentials.',
    details: 'For tests only. An old URL has it as part of `auth_host`.',
    example: 'fs_s3_auth_port = 80',
    seeAlso: ['fs_s3_auth_host'],
    source: pages.s3Aws23,
  },
  {
    old: { name: 'auth_role', place: 'fs-uri', drivers: s3Drivers, since: '2.3.10', dialects: oldPro },
    new: { name: 'fs_s3_auth_role', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'IAM role whose temporary credentials are used in place of an access key.',
    details:
      'Dovecot must run on EC2, the role needs full access to the bucket, and the fs-auth listener must belong to `mail_uid`. Without a role no IAM lookup happens. An AWS sample without IAM still shows it, which looks like a slip.',
    example: 'fs_s3_auth_role = s3access',
    seeAlso: ['fs_auth_cache_dict', 'fs_s3_auth_host', 'mail_uid'],
    source: pages.s3Aws23,
  },
  {
    old: { name: 'bucket', place: 'fs-uri', drivers: s3Drivers, dialects: oldPro },
    new: { name: 'fs_s3_bucket', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Bucket name, for storages that expect it in the path and not in the host name.',
    details:
      'AWS accepts new buckets only in the host name: leave it out there. Giving the bucket in both places puts it into the path twice.',
    example: 'fs_s3_bucket = mails',
    seeAlso: ['fs_s3_url'],
    source: pages.s3,
  },
  {
    old: {
      name: 'bulk_delete_limit',
      place: 'fs-uri',
      drivers: s3Drivers,
      default: '1000',
      since: '2.2.36',
      dialects: oldPro,
    },
    new: { name: 'fs_s3_bulk_delete_limit', place: 'setting', default: '1000', dialects: newPro },
    type: 'uint',
    unit: 'objects per request',
    summary: 'Number of objects deleted by one multi-delete request; 0 deletes them one by one.',
    details:
      'S3 takes at most 1000. The limit is reached only when `obox_max_parallel_deletes` is as large; make that the same or lower.',
    example: 'fs_s3_bulk_delete_limit = 1000',
    seeAlso: ['obox_max_parallel_deletes', 'bulk_delete'],
    source: pages.s3Old,
  },
  {
    old: { name: 'region', place: 'fs-uri', drivers: s3Drivers, dialects: oldPro },
    new: { name: 'fs_s3_region', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'AWS region of the bucket; giving one switches request signing from version 2 to version 4.',
    details: 'Write the region that the bucket lives in. All buckets of a deployment on AWS must be in the same one.',
    example: 'fs_s3_region = eu-central-1',
    seeAlso: ['fs_s3_url', 'fs_s3_auth_role'],
    source: pages.s3,
  },
  {
    old: { name: 'secret', place: 'fs-uri', drivers: s3Drivers, dialects: oldPro },
    new: { name: 'fs_s3_secret', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Secret key that belongs to the access key.',
    details:
      'Keep it out of files that many can read, for example in an included file with tight permissions. In an old URL it is the password before the host. The release that introduced the new setting is not known.',
    example: 'fs_s3_secret = CHANGEME',
    seeAlso: ['fs_s3_access_key', 'fs_s3_auth_role'],
    source: pages.s3,
  },
  {
    old: { name: 'url', place: 'fs-uri', drivers: s3Drivers, dialects: oldPro },
    new: { name: 'fs_s3_url', place: 'setting', dialects: newPro },
    type: 'url',
    summary: 'Address of the S3 service, for AWS with the bucket as first part of the host name.',
    details:
      'AWS wants `https://BUCKET.s3.REGION.amazonaws.com/`; most others take a plain host and `fs_s3_bucket`. A host outside amazonaws.com is an S3-compatible storage with a lower level of support.',
    example: 'fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/',
    seeAlso: ['fs_s3_bucket', 'fs_s3_region', 'fs_s3_access_key'],
    source: pages.s3,
  },
];
