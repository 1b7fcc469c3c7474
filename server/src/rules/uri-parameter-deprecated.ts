/** Parameters of storage URLs that have a successor: one table. */

import { isKnown } from '../config/holes.ts';
import { allDrivers } from '../config/storage/types.ts';
import type { StorageUrl, UrlParameter } from '../config/storage/url.ts';
import { removeUrlParameter } from '../lint/driverSetting.ts';
import { pro23, pro30 } from '../lint/examples.ts';
import { type DocumentEdit, defineRule, type Fix } from '../lint/rule.ts';

/** Bare milliseconds, which 3.0 no longer takes; the successor is the name without `_msecs`. */
const milliseconds = /^(?:(?:absolute_|connect_|read_|write_|delete_)?timeout|slow_warn)_msecs$/;

/** Switches that became limits, which are on by default. */
const switches: Readonly<Record<string, string>> = { bulk_delete: 'bulk_delete_limit', bulk_link: 'bulk_link_limit' };

export const uriParameterDeprecated = defineRule({
  id: 'uri-parameter-deprecated',
  dialects: ['pro-2.3', 'pro-3.0'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/http_storages/',
  docs: {
    summary: 'A storage URL has a parameter that another one has replaced.',
    why: 'Times in bare milliseconds have been out of favour since 2.3.0 and are gone in 3.0, where the storage cannot be opened with them. The switches for bulk requests became limits in 2.2.36.',
    exceptions:
      'On 2.3 all of them still work, and the finding is a warning; for bulk_delete and bulk_link it is everywhere.',
    bad: [
      pro23(
        'plugin {\n  obox_fs = scality:http://cdmi.example.com/?<|timeout_msecs|>=65000&use_listing\n}\n',
        'plugin {\n  obox_fs = scality:http://cdmi.example.com/?timeout=65s&use_listing\n}\n',
      ),
      pro30(
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2&<|slow_warn_msecs|>=1500 ; refcounting-table\n}\n',
        'plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; sproxyd:http://ring.example.com/?class=2&slow_warn=1500ms ; refcounting-table\n}\n',
      ),
      pro23(
        'plugin {\n  obox_fs = s3:https://key:CHANGEME@s3.example.com/?bucket=mails&<|bulk_delete|>=1\n  obox_max_parallel_deletes = 1000\n}\n',
        'plugin {\n  obox_fs = s3:https://key:CHANGEME@s3.example.com/?bucket=mails\n  obox_max_parallel_deletes = 1000\n}\n',
      ),
    ],
    good: [pro23('plugin {\n  obox_fs = scality:http://cdmi.example.com/?timeout=65s&bulk_link_limit=100\n}\n')],
  },
  messages: {
    removed: "'{name}' is gone in 3.0: write '{successor}' with a unit.",
    old: "'{name}' is out of favour and gone in 3.0: write '{successor}' with a unit.",
    bulk: "'{name}' is replaced by '{successor}', which is on by default.",
  },
  check({ storage, dialect, report }) {
    for (const { url } of allDrivers(storage)) {
      for (const parameter of url?.parameters ?? []) {
        const name = parameter.key.text;
        const limit = Object.hasOwn(switches, name) ? switches[name]! : undefined;
        const successor = limit ?? (milliseconds.test(name) ? name.replace('_msecs', '') : undefined);
        if (successor === undefined) continue;
        const removed = limit === undefined && dialect === 'pro-3.0';
        report({
          at: parameter.key,
          message: limit !== undefined ? 'bulk' : removed ? 'removed' : 'old',
          data: { name, successor },
          severity: removed ? 'error' : 'warning',
          fixes: fixes(url!, parameter, successor, limit !== undefined),
        });
      }
    }
  },
});

function fixes(url: StorageUrl, parameter: UrlParameter, successor: string, isSwitch: boolean): readonly Fix[] {
  const { key, value } = parameter;
  const remove = removeUrlParameter(value ?? key);
  if (url.parameters.some((other) => other.key.text === successor)) {
    return [{ title: `Remove it (${successor} is set)`, safe: true, edits: [remove] }];
  }
  const text = value?.text ?? '1';
  if (!isKnown(text) || !/^\d{1,9}$/.test(text)) return [];
  if (isSwitch && text !== '0') return [{ title: 'Remove it', safe: true, edits: [remove] }];
  const { document, span } = key;
  const changed = `${successor}=${isSwitch ? '0' : withUnit(Number(text))}`;
  const edit: DocumentEdit = { document, span: { from: span.from, to: (value ?? key).span.to }, text: changed };
  return [{ title: `Write ${changed}`, safe: true, edits: [edit] }];
}

function withUnit(count: number): string {
  if (count === 0) return '0';
  return count % 1000 === 0 ? `${count / 1000}s` : `${count}ms`;
}
