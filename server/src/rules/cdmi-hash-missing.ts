/** What Scality's CDMI needs to spread the load: hash folders, and a header for the load balancer. */

import { isKnown } from '../config/holes.ts';
import { locationPath, oboxFormat } from '../config/storage/formats.ts';
import { allDrivers, finalDriver, type StorageModel } from '../config/storage/types.ts';
import type { StorageUrl } from '../config/storage/url.ts';
import { addDriverSetting } from '../lint/driverSetting.ts';
import { pro23 } from '../lint/examples.ts';
import { hashesIn, insertHash } from '../lint/hashFolders.ts';
import { defineRule, type Report } from '../lint/rule.ts';

const levels = '%2Mu/%2.3Mu';
const header = `addhdr=X-Dovecot-Hash:${levels}`;
const cdmi = 'scality:http://cdmi.example.com/?timeout=65s';

export const cdmiHashMissing = defineRule({
  id: 'cdmi-hash-missing',
  dialects: ['pro-2.3'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/scality_cdmi/',
  docs: {
    summary: 'Mails in Scality CDMI are not spread over hash folders, or requests do not carry the hash.',
    why: 'CDMI keeps real folders: with all users in one it becomes slow. Two levels of hash folders, created beforehand, keep each of them small. The load balancer sends all requests for one user to the same connector when it sees the hash in X-Dovecot-Hash; otherwise the connectors work against each other.',
    exceptions: 'CDMI is not among the storage that 3.x supports.',
    bad: [
      pro23(
        `mail_location = obox:<|%u|>:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = ${cdmi}&${header}\n}\n`,
        `mail_location = obox:${levels}/%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = ${cdmi}&${header}\n}\n`,
      ),
      pro23(
        `mail_location = obox:${levels}/%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = scality:http://<|cdmi.example.com|>/?timeout=65s\n}\n`,
        `mail_location = obox:${levels}/%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = ${cdmi}&${header}\n}\n`,
      ),
    ],
    good: [
      pro23(
        `mail_location = obox:${levels}/%u:INDEX=~/:CONTROL=~/\nplugin {\n  obox_fs = ${cdmi}&addhdr=X-Other:1&${header}\n}\n`,
      ),
      pro23(
        `mail_location = obox:%2.256Nu/%3Mu/%u:INDEX=~/\nplugin {\n  obox_fs = scality:http://cdmi.example.com/?timeout=65s&{{ headers }}\n}\n`,
      ),
    ],
  },
  messages: {
    folders: 'CDMI needs two levels of hash folders in front of the user.',
    header: 'The load balancer of CDMI needs the hash of the user in the header X-Dovecot-Hash.',
  },
  check({ storage, report }) {
    const folders = missingFolders(storage);
    if (folders !== undefined) report(folders);
    for (const { name, url, complete } of allDrivers(storage)) {
      if (name.text !== 'scality' || url === undefined || !complete || hasHeader(url)) continue;
      const edit = addDriverSetting(url, 'fs_http_add_headers', 'addhdr', header.slice('addhdr='.length));
      const fixes = [{ title: 'Send the header', safe: true, edits: [edit] }];
      report({ at: url.host, message: 'header', fixes });
    }
  },
});

function missingFolders(storage: StorageModel): Report<'folders'> | undefined {
  const chain = storage.chains.find(({ role }) => role === 'mail');
  const driver = chain === undefined ? undefined : finalDriver(chain);
  const format = oboxFormat(storage.formats);
  const path = format === undefined ? undefined : locationPath(format);
  if (driver?.name.text !== 'scality' || path === undefined || !isKnown(path.text)) return undefined;
  if (chain!.drivers.some(({ name }) => name.text === 'dictmap')) return undefined;
  const hashes = hashesIn(path.text, 'old');
  if (hashes === undefined || hashes >= 2) return undefined;
  const title = 'Add hash folders (only before the first mail is stored; create them in CDMI)';
  const fixes = hashes === 0 ? [{ title, safe: false, edits: [insertHash(path, levels)] }] : [];
  return { at: path, message: 'folders', fixes };
}

function hasHeader({ parameters }: StorageUrl): boolean {
  return parameters.some(({ value }) => /^X-Dovecot-Hash:/i.test(value?.text ?? ''));
}
