/** Options of storage drivers that are for tests and special cases: one table. */

import { isKnown } from '../config/holes.ts';
import type { Located } from '../config/located.ts';
import { allDrivers, type FsDriver } from '../config/storage/types.ts';
import { removeDriverSetting } from '../lint/driverSetting.ts';
import { pro23, pro30, pro31 } from '../lint/examples.ts';
import { defineRule, pro, type Severity } from '../lint/rule.ts';

type Message = 'authHost' | 'byPath' | 'avoid423' | 'noTrace';

interface Option {
  readonly setting: string;
  readonly message: Message;
  readonly severity: Severity;
  /** Values that leave things as they are by default. */
  readonly normal: readonly string[];
  /** The fix, and what a human must know of it; undefined when it may run unattended. */
  readonly caution?: string;
}

const options: readonly Option[] = [
  {
    setting: 'fs_s3_auth_host',
    message: 'authHost',
    severity: 'information',
    normal: ['169.254.169.254', '169.254.169.254:80'],
    caution: 'roles are looked up at AWS again',
  },
  {
    setting: 'fs_s3_auth_port',
    message: 'authHost',
    severity: 'information',
    normal: ['80'],
    caution: 'roles are looked up at AWS again',
  },
  {
    setting: 'fs_sproxyd_access_by_path',
    message: 'byPath',
    severity: 'warning',
    normal: ['no', '0'],
    caution: 'only before the first mail is stored: objects stored by path are not found any more',
  },
  { setting: 'fs_sproxyd_avoid_423_timeout', message: 'avoid423', severity: 'information', normal: ['0'] },
  { setting: 'fs_http_log_trace_headers', message: 'noTrace', severity: 'information', normal: ['yes', '0'] },
];

const ring = 'dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2';

export const storageOptionUnadvised = defineRule({
  id: 'storage-option-unadvised',
  dialects: pro,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/http_storages/',
  docs: {
    summary: 'An option is set that is meant for tests and special cases.',
    why: 'Another host for the keys of a role is for testing. With access by path sproxyd makes up object ids itself, so nothing that dictmap stores of them helps. The time to avoid 423 answers slows requests down, and pays off only where such answers have been counted. Without the trace headers nobody can match lines in the log of the storage with sessions.',
    exceptions: 'Each has its use. Leave it where you know why it is there.',
    bad: [
      pro23(
        `plugin {\n  obox_fs = ${ring}&<|by-path|>&reason_header_max_length=200 ; refcounting-table\n}\n`,
        `plugin {\n  obox_fs = ${ring}&reason_header_max_length=200 ; refcounting-table\n}\n`,
      ),
      pro30(
        `plugin {\n  obox_fs = ${ring}&avoid_423=<|100|> ; refcounting-table\n}\n`,
        `plugin {\n  obox_fs = ${ring} ; refcounting-table\n}\n`,
      ),
      pro31(
        'fs_sproxyd_url = http://ring.example.com/\nfs_http_log_trace_headers = <|no|>\nobox {\n  fs sproxyd {\n  }\n}\n',
        'fs_sproxyd_url = http://ring.example.com/\nobox {\n  fs sproxyd {\n  }\n}\n',
      ),
      pro31(
        'fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_auth_role = mails\nobox {\n  fs aws-s3 {\n    fs_s3_auth_host = <|iam.example.com|>\n  }\n}\n',
        'fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_auth_role = mails\nobox {\n  fs aws-s3 {\n  }\n}\n',
      ),
    ],
    good: [
      pro23(`plugin {\n  obox_fs = ${ring}&no_trace_headers=0 ; refcounting-table\n}\n`),
      pro31(
        'fs_sproxyd_url = http://ring.example.com/\nfs_sproxyd_access_by_path = no\nfs_sproxyd_avoid_423_timeout = 0\nobox {\n  fs sproxyd {\n  }\n}\n',
      ),
    ],
  },
  messages: {
    authHost: 'Another place for the keys of an IAM role than that of AWS is for tests only.',
    byPath: 'Access by path should not be used: sproxyd has object ids of its own.',
    avoid423: 'Time to avoid 423 answers should be given only after their rate has been measured.',
    noTrace:
      'Without the headers X-Dovecot-User and X-Dovecot-Session, the log of the storage cannot be matched with sessions.',
  },
  check({ configuration, storage, report }) {
    for (const driver of allDrivers(storage)) {
      for (const { setting, message, severity, normal, caution } of options) {
        const value = optionOf(driver, setting);
        if (value === undefined || value.text === '' || !isKnown(value.text)) continue;
        if (normal.includes(value.text.toLowerCase())) continue;
        const title = caution === undefined ? 'Remove it' : `Remove it (${caution})`;
        const fix = { title, safe: caution === undefined, edits: removeDriverSetting(configuration, value) };
        report({ at: value, message, severity, fixes: [fix] });
      }
    }
  },
});

/** Only what the driver itself reads: a setting at top level is there for those of its name. */
function optionOf(driver: FsDriver, setting: string): Located | undefined {
  const owner = /^fs_(s3|sproxyd)_/.exec(setting)?.[1];
  const name = driver.name.text === 'aws-s3' ? 's3' : driver.name.text;
  return owner === undefined || owner === name ? driver.get(setting) : undefined;
}
