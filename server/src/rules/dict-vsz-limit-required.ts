/** The memory limit of dict-async, under which the driver of Cassandra dies. */

import type { Entry } from '../config/configuration.ts';
import { findIn } from '../config/effective/find.ts';
import { plainValue } from '../config/entries.ts';
import type { Located } from '../config/located.ts';
import { parseSize } from '../config/values/size.ts';
import { defineRule, type Fix, replace } from '../lint/rule.ts';
import { addToService } from '../lint/serviceEdits.ts';

const dict =
  'plugin {\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/ ; refcounting-table\n}\n';

export const dictVszLimitRequired = defineRule({
  id: 'dict-vsz-limit-required',
  dialects: ['pro-2.3', 'pro-3.0'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: 'The limit of address space of dict-async is too small for the driver of Cassandra.',
    why: 'The driver reserves much more address space than it uses. With the usual 256 MB dict-async runs out of memory at its start, which may look like a crash, and no mailbox can be opened. Take the limit away: `vsz_limit = 0`.',
    exceptions:
      'Dovecot Pro 3.1 allows dict-async 2 GB by itself, so 2 GB and more are silent here. What 3.0 allows is not published: there an unset limit is a hint.',
    bad: [
      {
        dialect: 'pro-2.3',
        text: `${dict}dict {\n  <|mails|> = cassandra:/etc/dovecot/mails.conf.ext\n}\n`,
        fixed: `${dict}dict {\n  mails = cassandra:/etc/dovecot/mails.conf.ext\n}\n\nservice dict-async {\n  vsz_limit = 0\n}\n`,
      },
      {
        dialect: 'pro-2.3',
        text: `${dict}dict {\n  mails = cassandra:/etc/dovecot/mails.conf.ext\n}\nservice dict-async {\n  vsz_limit = <|512 M|>\n}\n`,
        fixed: `${dict}dict {\n  mails = cassandra:/etc/dovecot/mails.conf.ext\n}\nservice dict-async {\n  vsz_limit = 0\n}\n`,
      },
      {
        dialect: 'pro-3.0',
        text: `dovecot_config_version = 3.0.5\n${dict}dict {\n  <|mails|> = cassandra:/etc/dovecot/mails.conf.ext\n}\nservice dict-async {\n  client_limit = 1000\n}\n`,
        fixed: `dovecot_config_version = 3.0.5\n${dict}dict {\n  mails = cassandra:/etc/dovecot/mails.conf.ext\n}\nservice dict-async {\n  vsz_limit = 0\n  client_limit = 1000\n}\n`,
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: `${dict}dict {\n  mails = cassandra:/etc/dovecot/mails.conf.ext\n}\nservice dict-async {\n  vsz_limit = 4G\n}\n`,
      },
      {
        dialect: 'pro-2.3',
        text: `${dict}default_vsz_limit = 0\ndict {\n  mails = cassandra:/etc/dovecot/mails.conf.ext\n}\n`,
      },
      { dialect: 'pro-2.3', text: `${dict}dict {\n  quota = mysql:/etc/dovecot/quota.conf.ext\n}\n` },
    ],
  },
  messages: {
    small: "The driver of Cassandra needs more address space than this: set 'vsz_limit = 0'.",
    unset:
      "This is Cassandra, whose driver needs more address space than dict-async has by default: set 'vsz_limit = 0' for it.",
  },
  check({ storage, configuration, dialect, report }) {
    const cassandra = storage.dicts.find(({ driver }) => driver === 'cassandra');
    if (cassandra === undefined) return;
    const own = findIn(configuration, 'vsz_limit', 'service:dict-async');
    if (own !== undefined) {
      const limit = plainValue(own);
      if (!isSmall(limit)) return;
      report({ at: limit!, message: 'small', fixes: [noLimit([replace(limit!, '0')])] });
    } else if (configuration.complete && isDefaultSmall(findIn(configuration, 'default_vsz_limit', undefined))) {
      report({
        at: cassandra.name,
        message: 'unset',
        severity: dialect === 'pro-3.0' ? 'hint' : 'warning',
        fixes: [noLimit([addToService(configuration, 'dict-async', 'vsz_limit = 0')])],
      });
    }
  },
});

function noLimit(edits: Fix['edits']): Fix {
  return { title: 'Take the limit of dict-async away', safe: true, edits };
}

/** What Dovecot Pro 3.1 allows dict-async. */
const enough = 2n << 30n;

function isSmall(limit: Located | undefined): boolean {
  const size = limit === undefined ? undefined : parseSize(limit.text, 'old');
  return size?.kind === 'bytes' && size.value > 0n && size.value < enough;
}

/** The limit of every service without one is 256 MB. */
function isDefaultSmall(entry: Entry | undefined): boolean {
  return entry === undefined || isSmall(plainValue(entry));
}
