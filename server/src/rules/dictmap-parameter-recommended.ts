/** Parameters of dictmap that make it faster or safer, and what newer releases do by themselves. */

import type { Configuration } from '../config/configuration.ts';
import { isKnown } from '../config/holes.ts';
import type { Located } from '../config/located.ts';
import { type Dictmap, dictmaps, isDictmapOn } from '../config/storage/dictmap.ts';
import { chainNames } from '../config/storage/types.ts';
import type { Dialect } from '../knowledge/dialect.ts';
import { dictmapParametersFor } from '../knowledge/dictmapParameters.ts';
import { addDictmapParameters, removeDictmapSetting } from '../lint/dictmapParameter.ts';
import { defineRule, type Fix, type Report, replace } from '../lint/rule.ts';

const plugins = 'mail_plugins = $mail_plugins obox lazy_expunge\n';
const old = (version: string, parameters: string) =>
  `${version}${plugins}plugin {\n  lazy_expunge = EXPUNGED\n  obox_fs = ${parameters}\n}\n`;
const v30 = 'dovecot_config_version = 3.0.5\n';
const head = 'dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/?class=2 ; ';
const marked = head.replace('dictmap', '<|dictmap|>');
const needed = 'refcounting-table:bucket-size=10000:bucket-cache=%h/buckets.cache:bucket-deleted-days=11';
const hints = ':nlinks-limit=3:delete-timestamp=+10s';
const blocks = (parameters: string) =>
  `dovecot_config_version = 3.1.2\nobox {\n  fs dictmap {\n${parameters}  }\n  fs sproxyd {\n  }\n}\n`;

type MessageId = 'missing' | 'noPlus' | 'off' | 'byDefault';

export const dictmapParameterRecommended = defineRule({
  id: 'dictmap-parameter-recommended',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: 'A recommended parameter of dictmap is not set, or has not the value that helps.',
    why: 'nlinks-limit saves reading all references of a mail when only none, one or more matters. delete-timestamp moves deletions into the future, so that they count although the clocks of backends differ; it is written with a plus sign. cleanup-uncertain tidies up after writes of which Cassandra does not say whether they succeeded; 3.0 does so by itself.',
    exceptions: 'cleanup-uncertain needs 2.3.12.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: old(v30, `${marked}${needed}`),
        fixed: old(v30, `${head}${needed}${hints}`),
      },
      {
        dialect: 'pro-3.0',
        text: old(v30, `${head}${needed}:nlinks-limit=3:delete-timestamp=<|10s|>`),
        fixed: old(v30, `${head}${needed}:nlinks-limit=3:delete-timestamp=+10s`),
      },
      {
        dialect: 'pro-2.3',
        text: old('', `${marked}${needed}${hints}`),
        fixed: old('', `${head}${needed}${hints}:cleanup-uncertain`),
      },
      {
        dialect: 'pro-3.0',
        text: old(v30, `${head}${needed}${hints}:<|cleanup-uncertain|>`),
        fixed: old(v30, `${head}${needed}${hints}`),
      },
      {
        dialect: 'pro-3.1',
        text: blocks('    cleanup_uncertain = <|no|>\n'),
        fixed: blocks(''),
      },
    ],
    good: [
      { dialect: 'pro-3.0', text: old(v30, `${head}${needed}${hints}`) },
      { dialect: 'pro-3.1', text: blocks('') },
      { dialect: 'pro-3.1', text: blocks('    cleanup_uncertain = {{ cleanup }}\n') },
    ],
  },
  messages: {
    missing: 'In the {role} chain {parameters} would help dictmap.',
    noPlus: "Write the time with a plus sign, '+10s': it is added to the time of the deletion.",
    off: 'Uncertain writes are not cleaned up: lost deletions bring mails back.',
    byDefault: "'cleanup-uncertain' is the default since 3.0: the word can go.",
  },
  check({ configuration, storage, dialect, report }) {
    for (const dictmap of dictmaps(storage.chains)) {
      for (const problem of [...missing(dictmap, dialect), ...noPlus(dictmap), ...cleanup(configuration, dictmap)]) {
        report(problem);
      }
    }
  },
});

function missing({ chain, driver, grammar }: Dictmap, dialect: Dialect | undefined): Report<MessageId>[] {
  if (grammar === 'new' || chain.open || !driver.complete) return [];
  const absent = dictmapParametersFor(chain.role, dialect).filter(
    ({ setting, need }) => need === 'hint' && driver.get(setting) === undefined,
  );
  if (absent.length === 0) return [];
  const written = absent.map((parameter) => parameter.written);
  const title = dialect === 'pro-2.3' ? 'Add them (cleanup-uncertain needs 2.3.12)' : 'Add them';
  return [
    {
      at: driver.name,
      message: 'missing',
      data: { role: chainNames[chain.role], parameters: written.map((word) => `'${word}'`).join(', ') },
      fixes: [{ title, safe: dialect === 'pro-3.0', edits: [addDictmapParameters(driver, written)] }],
    },
  ];
}

function noPlus({ driver, grammar }: Dictmap): Report<MessageId>[] {
  const value = grammar === 'old' ? driver.get('fs_dictmap_delete_timestamp') : undefined;
  if (value === undefined || value.text.startsWith('+') || !isKnown(value.text) || !/^\d/.test(value.text)) return [];
  const fix = { title: 'Add the plus sign', safe: true, edits: [replace(value, `+${value.text}`)] };
  return [{ at: value, message: 'noPlus', fixes: [fix] }];
}

function cleanup(configuration: Configuration, dictmap: Dictmap): Report<MessageId>[] {
  const { driver, grammar } = dictmap;
  const value = driver.get('fs_dictmap_cleanup_uncertain');
  if (grammar === 'new') {
    if (value === undefined || isDictmapOn(dictmap, 'fs_dictmap_cleanup_uncertain') !== false) return [];
    return [{ at: value, message: 'off', fixes: [removal(configuration, dictmap, value)] }];
  }
  if (configuration.decision.dialect !== 'pro-3.0') return [];
  const no = driver.get('no-cleanup-uncertain');
  if (no !== undefined) return [{ at: no, message: 'off', fixes: [removal(configuration, dictmap, no)] }];
  return value === undefined
    ? []
    : [{ at: value, message: 'byDefault', fixes: [removal(configuration, dictmap, value)] }];
}

function removal(configuration: Configuration, { driver }: Dictmap, value: Located): Fix {
  return { title: 'Take it out', safe: true, edits: removeDictmapSetting(configuration, driver, value) };
}
