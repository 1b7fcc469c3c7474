/** Settings of the `s3` and `aws-s3` fs drivers. */

import type { Setting } from '../types.ts';

const manual = 'https://doc.dovecotpro.com/main/storage/providers/s3.html';
const drivers = ['s3', 'aws-s3'];

export const s3Settings: readonly Setting[] = [
  {
    old: { name: 'region', place: 'fs-uri', drivers, dialects: ['pro-2.3', 'pro-3.0'] },
    new: { name: 'fs_s3_region', place: 'setting', dialects: ['pro-3.1'] },
    type: 'string',
    summary: 'AWS region of the bucket; giving one switches request signing from version 2 to version 4.',
    details: 'Write the region that the bucket lives in. All buckets of a deployment on AWS must be in the same one.',
    example: 'fs_s3_region = eu-central-1',
    seeAlso: ['fs_s3_url', 'fs_s3_auth_role'],
    source: manual,
  },
];
