/** Limits of the search index that 2.3 does not have by itself. */

import { locatedWord } from '../config/located.ts';
import { isUnset } from '../config/storage/proSettings.ts';
import { insertAbove } from '../lint/edits.ts';
import { defineRule } from '../lint/rule.ts';

const chain =
  'fts-cache:dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/?class=1&reason_header_max_length=200 ; dict-prefix=%u/fts/:cleanup-uncertain';

/** What 3.0 has as defaults. */
const limits = [
  { setting: 'fts_dovecot_mail_flush_interval', value: '10' },
  { setting: 'fts_dovecot_max_triplets', value: '200' },
] as const;

export const ftsLimitsRecommended = defineRule({
  id: 'fts-limits-recommended',
  dialects: ['pro-2.3'],
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/fts-dovecot-plugin/',
  docs: {
    summary: 'The search index of 2.3 has no limits for unsaved mails or for its parts.',
    why: 'Without a flush interval all mails since the last upload must be indexed again after a crash. Without a limit for triplets a broken index of very many parts slows down every search and is noticed late. 3.0 has 10 and 200.',
    exceptions: 'fts_dovecot_max_triplets needs 2.3.15; then searches in such an index fail with an error in the log.',
    bad: [
      {
        dialect: 'pro-2.3',
        text: `plugin {\n  <|fts_dovecot_fs|> = ${chain}\n}\n`,
        fixed: `plugin {\n  fts_dovecot_mail_flush_interval = 10\n  fts_dovecot_max_triplets = 200\n  fts_dovecot_fs = ${chain}\n}\n`,
      },
      {
        dialect: 'pro-2.3',
        text: `plugin {\n  fts_dovecot_mail_flush_interval = 10\n  <|fts_dovecot_fs|> = ${chain}\n}\n`,
        fixed: `plugin {\n  fts_dovecot_mail_flush_interval = 10\n  fts_dovecot_max_triplets = 200\n  fts_dovecot_fs = ${chain}\n}\n`,
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: `plugin {\n  fts_dovecot_mail_flush_interval = 20\n  fts_dovecot_max_triplets = 100\n  fts_dovecot_fs = ${chain}\n}\n`,
      },
      { dialect: 'pro-2.3', text: 'plugin {\n  obox_size_missing_action = read\n}\n' },
    ],
  },
  messages: {
    missing: 'Set {settings}, which 3.0 does by itself.',
  },
  check({ storage, configuration, report }) {
    const chain = storage.chains.find(({ role }) => role === 'fts');
    const missing = limits.filter(({ setting }) => isUnset(configuration, setting));
    if (chain?.entry === undefined || missing.length === 0) return;
    const { document, statement } = chain.entry;
    report({
      at: locatedWord(statement.key, document),
      message: 'missing',
      data: { settings: missing.map(({ setting, value }) => `'${setting} = ${value}'`).join(' and ') },
      fixes: [
        {
          title: 'Set them as 3.0 does (max_triplets needs 2.3.15)',
          safe: false,
          edits: [
            insertAbove(
              document,
              statement.from,
              missing.map(({ setting, value }) => `${setting} = ${value}`),
            ),
          ],
        },
      ],
    });
  },
});
