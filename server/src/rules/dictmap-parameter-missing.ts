/** Parameters of dictmap that a chain of a URI string should not be without. */

import { dictmaps } from '../config/storage/dictmap.ts';
import { chainNames, type FsDriver } from '../config/storage/types.ts';
import { dictmapParametersFor } from '../knowledge/dictmapParameters.ts';
import { addDictmapParameters } from '../lint/dictmapParameter.ts';
import { defineRule } from '../lint/rule.ts';

const text = (chain: string) =>
  `dovecot_config_version = 3.0.5\nmail_plugins = $mail_plugins obox lazy_expunge\nplugin {\n  lazy_expunge = EXPUNGED\n  ${chain}\n}\n`;
const storage = 'sproxyd:http://ring.example.com/?class=2';

export const dictmapParameterMissing = defineRule({
  id: 'dictmap-parameter-missing',
  dialects: ['pro-2.3', 'pro-3.0'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: 'Dictmap lacks parameters that its chain needs.',
    why: 'In a URI string dictmap does nothing by itself. Mails need refcounting-table, so that a copy shares the object of its original, and buckets, so that the partitions of Cassandra stay small: a size, the cache file that counts them, and the days for which deleted mails still count. Index bundles belong into the diff-table, whose rows are overwritten and not deleted. Search indexes are looked for below %u/fts/ and must have that dict-prefix, which is an error like a bucket size without its cache; the rest are warnings.',
    exceptions:
      'The parameters change under which keys objects are found. On an installation with mails, change them only together with its data.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: text(`obox_index_fs = <|dictmap|>:proxy:dict-async:mails ; ${storage}`),
        fixed: text(`obox_index_fs = dictmap:proxy:dict-async:mails ; ${storage} ; diff-table`),
      },
      {
        dialect: 'pro-3.0',
        text: text(
          `obox_fs = fscache:1G:/var/cache/mails/%4Nu:<|dictmap|>:proxy:dict-async:mails ; ${storage} ; refcounting-table:bucket-size=10000:bucket-deleted-days=11`,
        ),
        fixed: text(
          `obox_fs = fscache:1G:/var/cache/mails/%4Nu:dictmap:proxy:dict-async:mails ; ${storage} ; refcounting-table:bucket-size=10000:bucket-deleted-days=11:bucket-cache=%h/buckets.cache`,
        ),
      },
      {
        dialect: 'pro-3.0',
        text: text(`fts_dovecot_fs = fts-cache:<|dictmap|>:proxy:dict-async:mails ; ${storage}`),
        fixed: text(`fts_dovecot_fs = fts-cache:dictmap:proxy:dict-async:mails ; ${storage} ; dict-prefix=%u/fts/`),
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: text(
          `obox_fs = dictmap:proxy:dict-async:mails ; ${storage} ; refcounting-table:bucket-size=10000:bucket-deleted-days=11:bucket-cache=%h/buckets.cache`,
        ),
      },
      { dialect: 'pro-3.0', text: text(`obox_fs = dictmap:proxy:dict-async:mails ; ${storage} ; {{ parameters }}`) },
    ],
  },
  messages: {
    missing: 'In the {role} chain dictmap lacks {parameters}.',
  },
  check({ storage, dialect, report }) {
    for (const { chain, driver, grammar } of dictmaps(storage.chains)) {
      if (grammar === 'new' || chain.open || !driver.complete) continue;
      const missing = dictmapParametersFor(chain.role, dialect).filter(
        ({ setting, need }) => need !== 'hint' && driver.get(setting) === undefined,
      );
      if (missing.length === 0) continue;
      const written = missing.map((parameter) => parameter.written);
      const isError = missing.some(({ need }) => need === 'error') || lacksCacheOnly(driver);
      report({
        at: driver.name,
        message: 'missing',
        data: { role: chainNames[chain.role], parameters: written.map((word) => `'${word}'`).join(', ') },
        severity: isError ? 'error' : 'warning',
        fixes: [
          {
            title: 'Add them (only when the maps, the tables and what is stored fit)',
            safe: false,
            edits: [addDictmapParameters(driver, written)],
          },
        ],
      });
    }
  },
});

/** Buckets need a file that counts them. */
function lacksCacheOnly({ get }: FsDriver): boolean {
  return get('fs_dictmap_bucket_size') !== undefined && get('fs_dictmap_bucket_cache_path') === undefined;
}
