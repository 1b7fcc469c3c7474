/** Search indexes of all users under one path. */

import { isKnown } from '../config/holes.ts';
import { finalDriver, hasDriver, isWhole } from '../config/storage/types.ts';
import { defineRule } from '../lint/rule.ts';

const old = (url: string) => `plugin {\n  fts_dovecot_fs = fts-cache:compress:zstd:3:${url}\n}\n`;

export const ftsUserMissing = defineRule({
  id: 'fts-user-missing',
  dialects: ['pro-2.3', 'pro-3.0'],
  severity: 'hint',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/s3/',
  docs: {
    summary: 'The URL for search indexes has no part that differs between users, and no dictmap makes up for it.',
    why: 'Without dictmap the path of the URL is all that says whose index an object is. If it is the same for everybody, users overwrite the indexes of one another, and a search answers from mails of others.',
    exceptions: 'That the path is not completed in another way is a conclusion, so this is a hint.',
    bad: [
      {
        dialect: 'pro-2.3',
        text: old('s3:https://s3.example.com<|/fts/|>?bucket=mails'),
        fixed: old('s3:https://s3.example.com/fts/%8Mu/%u/fts/?bucket=mails'),
      },
    ],
    good: [
      { dialect: 'pro-2.3', text: old('s3:https://s3.example.com/%8Mu/%u/fts/?bucket=mails') },
      {
        dialect: 'pro-2.3',
        text: old('dictmap:proxy:dict-async:mails ; s3:https://s3.example.com/?bucket=mails ; dict-prefix=%u/fts/'),
      },
      { dialect: 'pro-2.3', text: old('s3:https://s3.example.com/{{ path }}?bucket=mails') },
    ],
  },
  messages: {
    shared: "This path is the same for all users: add a part such as '%8Mu/%u/fts/'.",
  },
  check({ storage, configuration, report }) {
    for (const chain of storage.chains) {
      const driver = finalDriver(chain);
      if (chain.role !== 'fts' || driver?.url === undefined || !isWhole(chain, configuration)) continue;
      const { whole, host, path } = driver.url;
      if (!pathBased.has(driver.name.text) || hasDriver(chain, ['dictmap'])) continue;
      if (!isKnown(whole.text) || host.text.includes('%') || path.text.includes('%')) continue;
      const edit = {
        document: path.document,
        span: { from: path.span.to, to: path.span.to },
        text: userPart(path.text),
      };
      const title = 'Add a part for the user (the indexes are built again)';
      report({
        at: path.text === '' ? host : path,
        message: 'shared',
        fixes: [{ title, safe: false, edits: [edit] }],
      });
    }
  },
});

const pathBased: ReadonlySet<string> = new Set(['s3', 'aws-s3', 'azure']);

function userPart(path: string): string {
  return `${path.endsWith('/') ? '' : '/'}%8Mu/%u/fts/`;
}
