/** Headers by which a request is found again in the log of the storage. */

import { allDrivers, type FsDriver } from '../config/storage/types.ts';
import type { StorageUrl } from '../config/storage/url.ts';
import { amountOf } from '../config/values/amount.ts';
import { httpDrivers } from '../knowledge/settings/shared.ts';
import { addDriverSetting } from '../lint/driverSetting.ts';
import { insertIntoSection } from '../lint/edits.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { type DocumentEdit, defineRule, pro, replace } from '../lint/rule.ts';

const azureHeaders = ['x-ms-client-request-id', 'x-ms-request-id'];
const sas = 'auth_tenant_id=t&auth_client_id=c&client_secret=CHANGEME&reason_header_max_length=200';
const azure = 'dictmap:proxy:dict-async:c ; azure:https://account@<|mails.blob.core.windows.net|>';
const listener = 'service fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n';
const unmarked = azure.replace('<|', '').replace('|>', '');
const rest = 'storage-objectid-prefix=%u/mails/';

export const requestHeadersRecommended = defineRule({
  id: 'request-headers-recommended',
  dialects: pro,
  severity: 'hint',
  profile: 'strict',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/http_storages/',
  docs: {
    summary: 'Requests to the storage lack headers that help to find them again.',
    why: 'The header X-Dovecot-Reason tells the log of the storage why it was asked, and the request ids of Azure in the log of Dovecot are what its support asks for. Without them an error in one log has no counterpart in the other.',
    exceptions:
      'Nothing works worse without them. How 3.1 writes the headers of Azure is not public, so there only the reason is asked for.',
    bad: [
      pro31(
        'fs_sproxyd_url = http://<|ring.example.com|>/\nobox {\n  fs sproxyd {\n  }\n}\n',
        'fs_http_reason_header_max_length = 200\nfs_sproxyd_url = http://ring.example.com/\nobox {\n  fs sproxyd {\n  }\n}\n',
      ),
      pro30(
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2&reason_header_max_length=<|0|> ; refcounting-table\n}\n',
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2&reason_header_max_length=200 ; refcounting-table\n}\n',
      ),
      pro30(
        `plugin {\n  obox_fs = ${azure}/?${sas} ; ${rest}\n}\n${listener}`,
        `plugin {\n  obox_fs = ${unmarked}/?${sas}&loghdr=x-ms-client-request-id&loghdr=x-ms-request-id ; ${rest}\n}\n${listener}`,
      ),
    ],
    good: [
      pro30(
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2&reason_header_max_length=200 ; refcounting-table\n}\n',
      ),
      pro31(
        'fs_http_reason_header_max_length = $ENV:REASON\nfs_sproxyd_url = http://ring.example.com/\nobox {\n  fs sproxyd {\n  }\n}\n',
      ),
    ],
  },
  messages: {
    reason: 'Requests do not say why they are sent: give the reason 200 characters.',
    azure: 'The request ids of Azure are not logged: {missing}.',
  },
  check({ storage, configuration, report }) {
    for (const driver of allDrivers(storage)) {
      if (!httpDrivers.includes(driver.name.text)) continue;
      const length = driver.get('fs_http_reason_header_max_length');
      const title = 'Let requests carry their reason';
      if (length === undefined && driver.complete) {
        const edits = addReason(driver);
        const fixes = edits.length === 0 ? [] : [{ title, safe: true, edits }];
        report({ at: driver.url?.host ?? driver.name, message: 'reason', fixes });
      } else if (amountOf(length, 'uint', configuration.decision.grammar) === 0n) {
        report({ at: length!, message: 'reason', fixes: [{ title, safe: true, edits: [replace(length!, '200')] }] });
      }
      const missing = driver.url === undefined || !driver.complete ? [] : missingAzureHeaders(driver, driver.url);
      if (missing.length === 0) continue;
      const addition = addDriverSetting(driver.url!, 'fs_http_log_headers', 'loghdr', missing.join('&loghdr='));
      const fixes = [{ title: 'Log them', safe: true, edits: [addition] }];
      report({ at: driver.url!.host, message: 'azure', data: { missing: missing.join(', ') }, fixes });
    }
  },
});

function addReason({ name, section, url }: FsDriver): readonly DocumentEdit[] {
  const setting = 'fs_http_reason_header_max_length';
  if (url !== undefined) return [addDriverSetting(url, setting, 'reason_header_max_length', '200')];
  if (section === undefined) return [];
  return [insertIntoSection({ document: name.document, section }, [`${setting} = 200`])];
}

function missingAzureHeaders({ name, section }: FsDriver, { parameters }: StorageUrl): readonly string[] {
  if (name.text !== 'azure' || section !== undefined) return [];
  const logged = new Set(parameters.filter(({ key }) => key.text === 'loghdr').map(({ value }) => value?.text));
  return azureHeaders.filter((header) => !logged.has(header));
}
