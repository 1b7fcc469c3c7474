/** How many objects one request deletes or links, and how many obox asks for at once. */

import type { Configuration } from '../config/configuration.ts';
import { findIn } from '../config/effective/find.ts';
import type { Located } from '../config/located.ts';
import { locatedValue } from '../config/located.ts';
import { findProSetting, isUnset } from '../config/storage/proSettings.ts';
import { allDrivers, type FsChain, type FsDriver, finalDriver } from '../config/storage/types.ts';
import { amountOf } from '../config/values/amount.ts';
import { insertAbove } from '../lint/edits.ts';
import { pro23, pro30, pro31 } from '../lint/examples.ts';
import { type DocumentEdit, defineRule, type Fix, pro, replace } from '../lint/rule.ts';

/** Which limit of a driver bounds which setting of obox. */
const pairs = [
  { drivers: ['s3', 'aws-s3'], limit: 'fs_s3_bulk_delete_limit', parallel: 'obox_max_parallel_deletes' },
  { drivers: ['scality'], limit: 'fs_scality_bulk_delete_limit', parallel: 'obox_max_parallel_deletes' },
  { drivers: ['scality'], limit: 'fs_scality_bulk_link_limit', parallel: 'obox_max_parallel_copies' },
] as const;

/** The default of each limit, and what a request of S3 can hold. */
const usualLimit = 1000n;

const s3 = 'dictmap:proxy:dict-async:c ; s3:https://key:CHANGEME@s3.example.com/?bucket=mails';
const params = 'storage-objectid-prefix=%u/mails/';

export const bulkLimitMismatch = defineRule({
  id: 'bulk-limit-mismatch',
  dialects: pro,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/http_storages/',
  docs: {
    summary: 'The bulk limits of the storage and the parallel operations of obox do not fit together.',
    why: 'S3 and CDMI delete up to 1000 objects with one request, CDMI links as many. obox must ask for that many at once to make use of it, and never for more. Left alone it follows mail_prefetch_count, so that emptying a folder takes a hundred times the requests. A limit above 1000 makes S3 refuse the request.',
    exceptions: 'A small number of parallel operations is a choice; only the default is a hint.',
    bad: [
      pro23(
        `plugin {\n  obox_fs = ${s3}&bulk_delete_limit=500 ; ${params}\n  obox_max_parallel_deletes = <|1000|>\n}\n`,
        `plugin {\n  obox_fs = ${s3}&bulk_delete_limit=500 ; ${params}\n  obox_max_parallel_deletes = 500\n}\n`,
      ),
      pro31(
        'fs_s3_url = https://s3.example.com/\nfs_s3_bucket = mails\nfs_s3_bulk_delete_limit = <|5000|>\nobox_max_parallel_deletes = 1000\nobox {\n  fs s3 {\n  }\n}\n',
        'fs_s3_url = https://s3.example.com/\nfs_s3_bucket = mails\nfs_s3_bulk_delete_limit = 1000\nobox_max_parallel_deletes = 1000\nobox {\n  fs s3 {\n  }\n}\n',
      ),
      pro31(
        'mail_prefetch_count = 10\nfs_s3_url = https://s3.example.com/\nfs_s3_bucket = mails\nobox {\n  fs <|s3|> {\n  }\n}\n',
        'mail_prefetch_count = 10\nfs_s3_url = https://s3.example.com/\nfs_s3_bucket = mails\nobox_max_parallel_deletes = 1000\nobox {\n  fs s3 {\n  }\n}\n',
      ),
      pro23(
        'plugin {\n  obox_fs = scality:http://cdmi.example.com/?timeout=65s&bulk_link_limit=100\n  obox_max_parallel_deletes = 1000\n  obox_max_parallel_copies = <|200|>\n}\n',
        'plugin {\n  obox_fs = scality:http://cdmi.example.com/?timeout=65s&bulk_link_limit=100\n  obox_max_parallel_deletes = 1000\n  obox_max_parallel_copies = 100\n}\n',
      ),
    ],
    good: [
      pro30(`plugin {\n  obox_fs = ${s3} ; ${params}\n  obox_max_parallel_deletes = 1000\n}\n`),
      pro30(`plugin {\n  obox_fs = ${s3}&bulk_delete_limit=0 ; ${params}\n  obox_max_parallel_deletes = 20\n}\n`),
      pro30(`plugin {\n  obox_fs = ${s3}&{{ more }} ; ${params}\n}\n`),
      pro31(
        'fs_sproxyd_url = http://ring.example.com/\nfs_s3_bulk_delete_limit = 5\nobox_max_parallel_deletes = 1000\nobox {\n  fs sproxyd {\n  }\n}\n',
      ),
    ],
  },
  messages: {
    unset:
      "'{driver}' deletes many objects with one request, but obox does not ask for it: set obox_max_parallel_deletes to {limit}.",
    parallel: 'More operations at once than the storage does with one request ({limit}): use the same number or less.',
    limit: 'S3 deletes at most 1000 objects with one request: use 1000.',
  },
  check({ storage, configuration, report }) {
    const { grammar } = configuration.decision;
    for (const driver of allDrivers(storage)) {
      const at = driver.get('fs_s3_bulk_delete_limit');
      const limit = driver.name.text.endsWith('s3') ? amountOf(at, 'uint', grammar) : undefined;
      if (limit === undefined || limit <= usualLimit) continue;
      report({ at: at!, message: 'limit', fixes: [setTo(at!, usualLimit)] });
    }
    for (const chain of storage.chains.filter(({ role }) => role === 'mail')) {
      const driver = finalDriver(chain);
      for (const pair of pairs) {
        const limit = driver === undefined ? undefined : limitOf(driver, pair, configuration);
        if (driver === undefined || limit === undefined || limit === 0n) continue;
        const at = findProSetting(configuration, pair.parallel);
        const parallel = amountOf(at, 'uint', grammar);
        const data = { limit: String(limit), driver: driver.name.text };
        if (parallel !== undefined && parallel > limit) {
          report({ at: at!, message: 'parallel', data, fixes: [setTo(at!, limit)] });
        } else if (pair.parallel === 'obox_max_parallel_deletes' && isLeftToPrefetch(configuration, limit)) {
          report({ at: driver.name, message: 'unset', data, severity: 'hint', fixes: [add(chain, limit)] });
        }
      }
    }
  },
});

function limitOf(driver: FsDriver, pair: (typeof pairs)[number], configuration: Configuration): bigint | undefined {
  if (!(pair.drivers as readonly string[]).includes(driver.name.text)) return undefined;
  const own = driver.get(pair.limit);
  if (own === undefined) return driver.complete ? usualLimit : undefined;
  const limit = amountOf(own, 'uint', configuration.decision.grammar);
  return limit === undefined || limit < usualLimit ? limit : usualLimit;
}

/** Nothing is set, and what holds instead is less. */
function isLeftToPrefetch(configuration: Configuration, limit: bigint): boolean {
  if (!isUnset(configuration, 'obox_max_parallel_deletes')) return false;
  const entry = findIn(configuration, 'mail_prefetch_count', '');
  if (entry === undefined) return true;
  const prefetch = amountOf(locatedValue(entry.statement, entry.document), 'uint', configuration.decision.grammar);
  return prefetch !== undefined && prefetch < limit;
}

function setTo(at: Located, number: bigint): Fix {
  return { title: `Set it to ${number}`, safe: true, edits: [replace(at, String(number))] };
}

/** Above the chain, which is inside `plugin { }` in the old grammar. */
function add({ entry, section, holder }: FsChain, limit: bigint): Fix {
  const from = entry?.statement.from ?? section!.from;
  const edit: DocumentEdit = insertAbove(holder.document, from, [`obox_max_parallel_deletes = ${limit}`]);
  return { title: `Set obox_max_parallel_deletes to ${limit}`, safe: true, edits: [edit] };
}
