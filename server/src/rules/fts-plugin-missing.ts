/** The search driver of Dovecot Pro without the plugin that it belongs to. */

import type { Located } from '../config/located.ts';
import { isPluginLoaded, placesOfPlugin } from '../config/mailPlugins.ts';
import { statementAround } from '../lint/driverSetting.ts';
import { insertAbove } from '../lint/edits.ts';
import { type DocumentEdit, defineRule } from '../lint/rule.ts';

export const ftsPluginMissing = defineRule({
  id: 'fts-plugin-missing',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/fts-dovecot-plugin/',
  docs: {
    summary: "The plugin 'fts_dovecot' is loaded without 'fts'.",
    why: 'fts_dovecot is a driver of fts and uses its functions. Without fts it cannot be loaded, and the process stops.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\nmail_plugins = $mail_plugins obox <|fts_dovecot|>\nplugin {\n}\n',
        fixed: 'dovecot_config_version = 3.0.5\nmail_plugins = $mail_plugins obox fts fts_dovecot\nplugin {\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\nmail_plugins {\n  <|fts_dovecot|> = yes\n}\n',
        fixed: 'dovecot_config_version = 3.1.2\nmail_plugins {\n  fts = yes\n  fts_dovecot = yes\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\nmail_plugins = $mail_plugins fts\nprotocol imap {\n  mail_plugins = $mail_plugins fts_dovecot\n}\nplugin {\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\nmail_plugins {\n  fts = yes\n  fts_dovecot = yes\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\nmail_plugins = {{ plugins }} fts_dovecot\nplugin {\n}\n',
      },
    ],
  },
  messages: {
    missing: "'fts_dovecot' needs the plugin 'fts': load both.",
  },
  check({ configuration, report }) {
    if (isPluginLoaded(configuration, 'fts') !== false) return;
    for (const at of placesOfPlugin(configuration, 'fts_dovecot')) {
      report({ at, message: 'missing', fixes: [{ title: "Load 'fts', too", safe: true, edits: [loadFts(at)] }] });
    }
  },
});

/** In front of the word of a list, or as a line above the element of a block. */
function loadFts(at: Located): DocumentEdit {
  const { document, span } = at;
  const statement = statementAround(at);
  if (statement !== undefined && statement.key.from === span.from) {
    return insertAbove(document, span.from, ['fts = yes']);
  }
  return { document, span: { from: span.from, to: span.from }, text: 'fts ' };
}
