/** Paths in S3 that all begin alike, where no dictmap makes up names. */

import { isKnown } from '../config/holes.ts';
import { locationPath, oboxFormat } from '../config/storage/formats.ts';
import { finalDriver, s3Drivers } from '../config/storage/types.ts';
import { pro23 } from '../lint/examples.ts';
import { hashesIn, insertHash } from '../lint/hashFolders.ts';
import { defineRule } from '../lint/rule.ts';

const s3 = 's3:https://key:CHANGEME@s3.example.com/?bucket=mails';

export const s3DispersionMissing = defineRule({
  id: 's3-dispersion-missing',
  dialects: ['pro-2.3'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/amazon_s3/',
  docs: {
    summary: 'The paths of mails in S3 have no hash in them.',
    why: 'Without dictmap the path of an object begins with the mail path. S3 spreads objects over its servers by the beginning of the name: a hash of the user there lets AWS split the bucket. Without one all requests meet the same limit, about 3500 writes and 5500 reads a second on AWS, and are then refused with 503 Slow Down.',
    exceptions:
      'With dictmap names are made up and need no hash. The storage must also be able to list names by their beginning, and to copy objects; where it cannot, use dictmap.',
    bad: [
      pro23(
        `mail_location = obox:<|%u|>:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = ${s3}\n  obox_max_parallel_deletes = 1000\n}\n`,
        `mail_location = obox:%8Mu/%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = ${s3}\n  obox_max_parallel_deletes = 1000\n}\n`,
      ),
    ],
    good: [
      pro23(`mail_location = obox:%8Mu/%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = ${s3}\n}\n`),
      pro23(`mail_location = obox:%8{md5;format=hex:user}/%u:INDEX=~/\nplugin {\n  obox_fs = ${s3}\n}\n`),
      pro23(
        `mail_location = obox:%u:INDEX=~/\nplugin {\n  obox_fs = dictmap:proxy:dict-async:c ; ${s3} ; storage-objectid-prefix=%u/mails/\n}\n`,
      ),
      pro23(`mail_location = obox:$path:INDEX=~/\nplugin {\n  obox_fs = ${s3}\n}\n`),
    ],
  },
  messages: {
    missing:
      'All paths in the bucket begin with the name of the user: put a hash in front, so that S3 can spread them.',
  },
  check({ storage, report }) {
    const chain = storage.chains.find(({ role }) => role === 'mail');
    const driver = chain === undefined ? undefined : finalDriver(chain);
    const format = oboxFormat(storage.formats);
    if (driver === undefined || format === undefined || !s3Drivers.has(driver.name.text)) return;
    if (chain!.drivers.some(({ name }) => name.text === 'dictmap')) return;
    const path = locationPath(format);
    // A path in the URL stands in front of it and may have the hash.
    if (path === undefined || !isKnown(path.text) || driver.url?.path.text.includes('%') !== false) return;
    if (hashesIn(path.text, 'old') !== 0) return;
    const title = 'Put a hash in front (only before the first mail is stored: existing ones are not found any more)';
    report({
      at: path,
      message: 'missing',
      fixes: [{ title, safe: false, edits: [insertHash(path, '%8Mu')] }],
    });
  },
});
