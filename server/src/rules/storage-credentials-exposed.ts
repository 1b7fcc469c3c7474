/** Credentials that anyone on the way to the storage can read. */

import { knownHost } from '../config/storage/system.ts';
import { allDrivers } from '../config/storage/types.ts';
import { isLoopback } from '../knowledge/hosts.ts';
import { pro23, pro31 } from '../lint/examples.ts';
import { defineRule, pro, replace } from '../lint/rule.ts';

export const storageCredentialsExposed = defineRule({
  id: 'storage-credentials-exposed',
  dialects: pro,
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/http_storages/',
  docs: {
    summary: 'A user name and password are sent to the storage without TLS.',
    why: 'With http:// every request carries them in plain text, and the mails with them. Whoever can listen between backend and storage can then read and delete every mailbox.',
    exceptions:
      'No manual states this as a rule: in a network of its own between backends and storage it may be a decision. A loopback address is not reported.',
    bad: [
      pro31(
        'fs_s3_access_key = key\nfs_s3_secret = CHANGEME\nfs_s3_url = <|http|>://s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
        'fs_s3_access_key = key\nfs_s3_secret = CHANGEME\nfs_s3_url = https://s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
      ),
      pro23(
        'plugin {\n  obox_fs = scality:<|http|>://alice:secret@cdmi.example.com/?use_listing\n}\n',
        'plugin {\n  obox_fs = scality:https://alice:secret@cdmi.example.com/?use_listing\n}\n',
      ),
    ],
    good: [
      pro31('fs_sproxyd_url = http://ring.example.com/\nobox {\n  fs sproxyd {\n  }\n}\n'),
      pro23('plugin {\n  obox_fs = s3:http://key:secret@127.0.0.1:9000/?bucket=mails\n}\n'),
    ],
  },
  messages: {
    cleartext: "The credentials for '{host}' are sent in plain text: use https:// if the storage offers it.",
  },
  check({ storage, report }) {
    for (const driver of allDrivers(storage)) {
      const host = knownHost(driver);
      const { url } = driver;
      if (host === undefined || url?.scheme.text !== 'http' || isLoopback(host)) continue;
      if (url.password === undefined && driver.get('fs_s3_secret') === undefined) continue;
      const title = 'Use https:// (the storage must offer TLS, on its own port as a rule)';
      const fix = { title, safe: false, edits: [replace(url.scheme, 'https')] };
      report({ at: url.scheme, message: 'cleartext', data: { host }, fixes: [fix] });
    }
  },
});
