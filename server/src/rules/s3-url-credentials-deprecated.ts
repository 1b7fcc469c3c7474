/** Access keys inside a URL, where 3.1 has settings of their own for them. */

import { isKnown } from '../config/holes.ts';
import { allDrivers, type FsDriver, s3Drivers } from '../config/storage/types.ts';
import type { StorageUrl } from '../config/storage/url.ts';
import { statementAround } from '../lint/driverSetting.ts';
import { insertAbove } from '../lint/edits.ts';
import { pro31 } from '../lint/examples.ts';
import { type DocumentEdit, defineRule, type Fix } from '../lint/rule.ts';

export const s3UrlCredentialsDeprecated = defineRule({
  id: 's3-url-credentials-deprecated',
  dialects: ['pro-3.1'],
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  docs: {
    summary: 'The access key and its secret stand in the URL of an S3 storage.',
    why: 'The manual of 3.1 gives them settings of their own, fs_s3_access_key and fs_s3_secret. There they need no escapes, are known for secrets wherever a configuration is shown, and can be kept in another file than the endpoint.',
    exceptions:
      'It still works. Older drafts of the manual write the keys into the URL, and from which release on the settings exist is not stated: look at the manual of yours.',
    bad: [
      pro31(
        'fs_s3_url = https://<|key:a%2fb|>@s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
        'fs_s3_access_key = key\nfs_s3_secret = a/b\nfs_s3_url = https://s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
      ),
      pro31(
        'obox {\n  fs s3 {\n    url = "https://<|key:secret|>@s3.example.com/"\n  }\n}\n',
        'obox {\n  fs s3 {\n    fs_s3_access_key = key\n    fs_s3_secret = secret\n    url = "https://s3.example.com/"\n  }\n}\n',
      ),
    ],
    good: [
      pro31(
        'fs_s3_url = https://s3.example.com/\nfs_s3_access_key = key\nfs_s3_secret = CHANGEME\nobox {\n  fs s3 {\n  }\n}\n',
      ),
      pro31('fs_sproxyd_url = http://alice:secret@ring.example.com/\nobox {\n  fs sproxyd {\n  }\n}\n'),
    ],
  },
  messages: {
    inUrl: 'The access key and its secret stand in the URL: 3.1 has fs_s3_access_key and fs_s3_secret for them.',
  },
  check({ storage, report }) {
    for (const driver of allDrivers(storage)) {
      const { url } = driver;
      if (!s3Drivers.has(driver.name.text) || url?.user === undefined || url.password === undefined) continue;
      const at = { document: url.whole.document, span: { from: url.user.span.from, to: url.password.span.to } };
      report({ at, message: 'inUrl', fixes: moveOut(driver, url) });
    }
  },
});

/** None where a key is set already, or where the text would mean something else outside of the URL. */
function moveOut(driver: FsDriver, url: StorageUrl): readonly Fix[] {
  const statement = statementAround(url.whole);
  const key = plainValue(url.user!.text);
  const secret = plainValue(url.password!.text);
  const isSet = ['fs_s3_access_key', 'fs_s3_secret'].some((setting) => driver.get(setting) !== undefined);
  if (statement === undefined || key === undefined || secret === undefined || isSet) return [];
  const { document } = url.whole;
  const removal: DocumentEdit = {
    document,
    span: { from: url.user!.span.from, to: url.host.span.from },
    text: '',
  };
  const settings = [`fs_s3_access_key = ${key}`, `fs_s3_secret = ${secret}`];
  const title = 'Move them into settings of their own (check that your release has these)';
  return [{ title, safe: false, edits: [insertAbove(document, statement.from, settings), removal] }];
}

/** The text without URL escapes; undefined when it is not known, or is not the same in the value of a setting. */
function plainValue(text: string): string | undefined {
  const plain = text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return isKnown(text) && /^[\w/+=.~!&()*,;:@?-]+$/.test(plain) ? plain : undefined;
}
