/** The listener of dict-async is open to its owner only, and the mail processes run as somebody else. */

import type { Configuration, Entry } from '../config/configuration.ts';
import { findIn } from '../config/effective/find.ts';
import { plainValue } from '../config/entries.ts';
import { insertAbove } from '../lint/edits.ts';
import { defineRule, replace } from '../lint/rule.ts';

const text = (listener: string) =>
  `dovecot_config_version = 3.1.2\nmail_uid = vmail\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_protocol_version = 4\n  }\n}\nservice dict-async {\n  unix_listener dict-async {\n${listener}  }\n}\n`;

export const dictAsyncListenerMismatch = defineRule({
  id: 'dict-async-listener-mismatch',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/config/dict.html',
  docs: {
    summary: 'Only its owner may use the listener of dict-async, and mails are read as another user.',
    why: 'Mail processes reach Cassandra through this listener. Without the right to use it they can open no mailbox on object storage. By default the group of Dovecot may use it, which mail processes belong to.',
    exceptions: 'A user database that returns another uid than mail_uid decides itself.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: text('    mode = 0600\n    user = <|dovecot|>\n'),
        fixed: text('    mode = 0600\n    user = vmail\n'),
      },
      {
        dialect: 'pro-3.1',
        text: text('    mode = <|0600|>\n'),
        fixed: text('    user = vmail\n    mode = 0600\n'),
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_uid = vmail\nplugin {\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/\n}\ndict {\n  mails = cassandra:mails.conf.ext\n}\nservice dict-async {\n  vsz_limit = 0\n  unix_listener dict-async {\n    mode = 0600\n    user = <|mailer|>\n  }\n}\n',
        fixed:
          'mail_uid = vmail\nplugin {\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/\n}\ndict {\n  mails = cassandra:mails.conf.ext\n}\nservice dict-async {\n  vsz_limit = 0\n  unix_listener dict-async {\n    mode = 0600\n    user = vmail\n  }\n}\n',
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: text('    mode = 0600\n    user = vmail\n') },
      { dialect: 'pro-3.1', text: text('    user = dovecot\n') },
      { dialect: 'pro-3.1', text: text('    mode = 0660\n    group = vmail\n    user = dovecot\n') },
      { dialect: 'pro-3.1', text: text('    mode = 0600\n    user = {{ user }}\n') },
    ],
  },
  messages: {
    closed: "With this mode only '{owner}' may use dict-async, but mails are read as '{user}'.",
  },
  check({ configuration, report }) {
    const mode = plainValue(listenerEntry(configuration, 'mode'));
    const user = plainValue(findIn(configuration, 'mail_uid', undefined));
    if (mode === undefined || user === undefined || !isForOwnerOnly(mode.text) || !isName(user.text)) return;
    const entry = listenerEntry(configuration, 'user');
    const owner = plainValue(entry);
    if (owner === undefined ? entry !== undefined || !configuration.complete : !isName(owner.text)) return;
    if (owner?.text === user.text) return;
    const edit =
      owner === undefined
        ? insertAbove(mode.document, mode.span.from, [`user = ${user.text}`])
        : replace(owner, user.text);
    report({
      at: owner ?? mode,
      message: 'closed',
      data: { owner: owner?.text ?? 'root', user: user.text },
      fixes: [{ title: `Give the listener to ${user.text}`, safe: true, edits: [edit] }],
    });
  },
});

function listenerEntry(configuration: Configuration, name: string): Entry | undefined {
  const setting = configuration.decision.grammar === 'old' ? name : `unix_listener_${name}`;
  return findIn(configuration, setting, 'service:dict-async/unix_listener:dict-async');
}

/** Neither the group nor others may write. */
function isForOwnerOnly(mode: string): boolean {
  return /^[0-7]+$/.test(mode) && (Number.parseInt(mode, 8) & 0o022) === 0;
}

/** Numbers and names are not compared: who has which number the host knows. Root may use every listener. */
function isName(user: string): boolean {
  return /^[a-z_]/i.test(user) && user !== 'root';
}
