/** The parts of a dictmap in a URI string that do not have ` ; ` between them. */

import { hasHole } from '../config/holes.ts';
import { type Located, locatedSlice } from '../config/located.ts';
import { dictmaps } from '../config/storage/dictmap.ts';
import { storageDrivers, wrapperDrivers } from '../config/storage/types.ts';
import { settingsOfUriDriver } from '../knowledge/lookup.ts';
import { defineRule, replace } from '../lint/rule.ts';

const text = (chain: string) =>
  `dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:/etc/dovecot/mails.conf.ext\n}\nplugin {\n  obox_index_fs = ${chain}\n}\n`;
const storage = 'sproxyd:http://ring.example.com/?class=2&reason_header_max_length=200';

export const dictmapSeparatorMissing = defineRule({
  id: 'dictmap-separator-missing',
  dialects: ['pro-2.3', 'pro-3.0'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: "The parts of a dictmap are not separated by ' ; '.",
    why: 'Dictmap has three parts: its dictionary, the storage, and its parameters. Between them stands a semicolon with a blank on both sides; without the blanks it belongs to the part in front of it, and Dovecot stops with a syntax error.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: text(`compress:zstd:3:dictmap:proxy:dict-async:mails<|; |>${storage} ; diff-table`),
        fixed: text(`compress:zstd:3:dictmap:proxy:dict-async:mails ; ${storage} ; diff-table`),
      },
      {
        dialect: 'pro-3.0',
        text: text(`compress:zstd:3:dictmap:proxy:dict-async:mails ; ${storage}<|;|>diff-table`),
        fixed: text(`compress:zstd:3:dictmap:proxy:dict-async:mails ; ${storage} ; diff-table`),
      },
      { dialect: 'pro-3.0', text: text(`<|dictmap|>:proxy:dict-async:mails`) },
    ],
    good: [
      { dialect: 'pro-3.0', text: text(`dictmap:proxy:dict-async:mails ; ${storage} ; diff-table`) },
      {
        dialect: 'pro-3.0',
        text: text(`dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/a;b ; diff-table`),
      },
      { dialect: 'pro-3.0', text: text('dictmap:{{ dictmap }}') },
    ],
  },
  messages: {
    blanks: "Write ' ; ', with a blank on both sides: Dovecot does not see the next part otherwise.",
    noStorage: "Behind the dictionary dictmap needs ' ; ' and the storage that it wraps.",
  },
  check({ storage, report }) {
    for (const { driver, grammar } of dictmaps(storage.chains)) {
      if (grammar === 'new') continue;
      const separators = wrongSeparators(driver.extent);
      for (const at of separators) {
        const fix = { title: "Write ' ; '", safe: true, edits: [replace(at, ' ; ')] };
        report({ at, message: 'blanks', fixes: [fix] });
      }
      const isAlone = !driver.extent.text.includes(';') && !hasHole(driver.extent.text);
      if (isAlone) report({ at: driver.name, message: 'noStorage' });
    }
  },
});

/** Semicolons with too few blanks, or several, in front of something that begins a part. A URL may hold others. */
function wrongSeparators(extent: Located): Located[] {
  return [...extent.text.matchAll(/ *;(?: *;)* */g)]
    .filter((match) => match[0] !== ' ; ' && beginsPart(extent.text.slice(match.index + match[0].length)))
    .map((match) => locatedSlice(extent, match.index, match.index + match[0].length));
}

function beginsPart(text: string): boolean {
  const [word = '', sign] = /^([a-z0-9-]+)([:=]|$)/.exec(text)?.slice(1) ?? [];
  if (sign === ':' && (storageDrivers.has(word) || wrapperDrivers.has(word))) return true;
  return word !== 'dict' && settingsOfUriDriver('dictmap').some(({ old }) => old?.name === word);
}
