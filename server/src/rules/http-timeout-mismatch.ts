/** Times of HTTP storage that do not fit together. */

import type { Located } from '../config/located.ts';
import { allDrivers, type FsDriver } from '../config/storage/types.ts';
import { amountOf } from '../config/values/amount.ts';
import { formatMeaning } from '../config/values/format.ts';
import type { Grammar } from '../knowledge/dialect.ts';
import { httpDrivers } from '../knowledge/settings/shared.ts';
import { addDriverSetting } from '../lint/driverSetting.ts';
import { pro23, pro30, pro31 } from '../lint/examples.ts';
import { type DocumentEdit, defineRule, pro, replace } from '../lint/rule.ts';

/** What CDMI takes itself at most, in milliseconds. */
const cdmiTime = 60_000n;

export const httpTimeoutMismatch = defineRule({
  id: 'http-timeout-mismatch',
  dialects: pro,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/http_storages/',
  docs: {
    summary:
      'The absolute timeout of a storage ends requests before they are repeated, or CDMI is given too little time.',
    why: 'The absolute timeout holds for a request with all its repetitions. When it is over before one timeout for each attempt, a slow storage gets fewer attempts than are set, or none. CDMI takes up to 60 seconds by itself: a shorter timeout gives up requests that it still carries out.',
    exceptions: 'A bound on how long a user waits may be the very purpose; that finding is information only.',
    bad: [
      pro30(
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2&absolute_timeout=<|20s|> ; refcounting-table\n}\n',
      ),
      pro31(
        'fs_sproxyd_url = http://ring.example.com/\nobox {\n  fs sproxyd {\n    http_client_request_timeout = 15s\n    http_client_request_max_attempts = 3\n    http_client_request_absolute_timeout = <|40s|>\n  }\n}\n',
      ),
      pro23(
        'plugin {\n  obox_fs = scality:http://<|cdmi.example.com|>/?addhdr=X-Dovecot-Hash:%2Mu/%2.3Mu\n}\n',
        'plugin {\n  obox_fs = scality:http://cdmi.example.com/?addhdr=X-Dovecot-Hash:%2Mu/%2.3Mu&timeout=65s\n}\n',
      ),
      pro23(
        'plugin {\n  obox_fs = scality:http://cdmi.example.com/?timeout=<|1min|>&addhdr=X-Dovecot-Hash:%2Mu/%2.3Mu\n}\n',
        'plugin {\n  obox_fs = scality:http://cdmi.example.com/?timeout=65s&addhdr=X-Dovecot-Hash:%2Mu/%2.3Mu\n}\n',
      ),
    ],
    good: [
      pro30(
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2&absolute_timeout=50s ; refcounting-table\n}\n',
      ),
      pro31(
        'fs_sproxyd_url = http://ring.example.com/\nhttp_client_request_absolute_timeout = 20s\nobox {\n  fs sproxyd {\n  }\n}\n',
      ),
      pro23(
        'plugin {\n  obox_fs = scality:http://cdmi.example.com/?timeout=65s&addhdr=X-Dovecot-Hash:%2Mu/%2.3Mu\n}\n',
      ),
    ],
  },
  messages: {
    absolute: 'The absolute timeout is shorter than all attempts together ({needed}), so some never happen.',
    cdmi: 'CDMI takes up to 60 seconds by itself: give a request more than that, 65s.',
  },
  check({ storage, dialect, configuration, report }) {
    const { grammar } = configuration.decision;
    if (grammar === undefined) return;
    for (const driver of allDrivers(storage)) {
      if (!httpDrivers.includes(driver.name.text)) continue;
      const absolute = driver.get('http_client_request_absolute_timeout');
      const needed = timeOfAttempts(driver, grammar);
      const given = amountOf(absolute, 'time_msecs', grammar);
      if (needed !== undefined && given !== undefined && given > 0n && given < needed) {
        const data = { needed: formatMeaning({ kind: 'milliseconds', value: needed }) };
        report({ at: absolute!, message: 'absolute', data, severity: 'information' });
      }
      const short = dialect === 'pro-2.3' && driver.name.text === 'scality' ? shortTimeout(driver) : undefined;
      if (short === undefined) continue;
      const fix = { title: 'Give a request 65 seconds', safe: true, edits: [short.edit] };
      report({ at: short.at, message: 'cdmi', fixes: [fix] });
    }
  },
});

/** Undefined when it is not known; for the new grammar's defaults the place of a setting decides, so none are assumed. */
function timeOfAttempts(driver: FsDriver, grammar: Grammar): bigint | undefined {
  const number = (setting: string, type: 'uint' | 'time_msecs', byDefault: bigint) => {
    const value = driver.get(setting);
    if (value !== undefined) return amountOf(value, type, grammar);
    return driver.complete && grammar === 'old' ? byDefault : undefined;
  };
  const timeout = number('http_client_request_timeout', 'time_msecs', 10_000n);
  const attempts = number('http_client_request_max_attempts', 'uint', 4n);
  if (timeout === undefined || attempts === undefined) return undefined;
  // A URL counts repetitions, the new setting all attempts.
  return timeout * (grammar === 'old' ? attempts + 1n : attempts);
}

function shortTimeout({ get, complete, url }: FsDriver): { at: Located; edit: DocumentEdit } | undefined {
  if (url === undefined) return undefined;
  const own = get('http_client_request_timeout');
  if (own !== undefined) {
    const time = amountOf(own, 'time_msecs', 'old');
    return time !== undefined && time <= cdmiTime ? { at: own, edit: replace(own, '65s') } : undefined;
  }
  // The older name counts as well; another rule has a word on it.
  if (!complete || get('timeout_msecs') !== undefined) return undefined;
  return { at: url.host, edit: addDriverSetting(url, 'http_client_request_timeout', 'timeout', '65s') };
}
