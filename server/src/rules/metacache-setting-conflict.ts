/** Settings of metacache that contradict each other. */

import type { Configuration } from '../config/configuration.ts';
import { findIn } from '../config/effective/find.ts';
import { plain, plainValue } from '../config/entries.ts';
import type { Located } from '../config/located.ts';
import { findProEntry, findProSetting, isUnset } from '../config/storage/proSettings.ts';
import { amountOf } from '../config/values/amount.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';
import { removeSetting } from '../lint/settingEdits.ts';

export const metacacheSettingConflict = defineRule({
  id: 'metacache-setting-conflict',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/obox-plugin/',
  docs: {
    summary: 'Two settings of metacache contradict each other.',
    why: 'metacache_max_grace is what may be used beyond metacache_max_space before logins are refused: without it every short peak locks users out, and more than the space itself cannot be meant. On Pro 2.3 metacache_close_delay must be shorter than the time after which the director forgets a user (director_user_expire, 15 minutes), or two backends have the same user open. metacache_rescan_interval looks through the folders of metacache_roots, so it needs them.',
    exceptions: 'The manual does not say how space and grace belong together; that message is only a hint.',
    bad: [
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  metacache_close_delay = <|20 mins|>\n}\n',
        fixed: 'plugin {\n  metacache_close_delay = 2secs\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache_roots = <|:|>\nmetacache_rescan_interval = 1 day\n',
        fixed: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache_rescan_interval = 1 day\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache_max_space = 10G\nmetacache_max_grace = <|20G|>\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  metacache_close_delay = 2secs\n  metacache_max_space = 200G\n  metacache_max_grace = 10G\n}\n',
      },
      { dialect: 'pro-2.3', text: 'director_user_expire = 1 hour\nplugin {\n  metacache_close_delay = 20 mins\n}\n' },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmetacache_roots = :\nmetacache_rescan_interval = 0\nmetacache_close_delay = 20 mins\n',
      },
      { dialect: 'pro-2.3', text: 'plugin {\n  metacache_max_space = $space\n  metacache_max_grace = 300G\n}\n' },
    ],
  },
  messages: {
    grace:
      "A grace of '{grace}' does not go with metacache_max_space: it is the small reserve before logins are refused.",
    delay: 'This is not shorter than director_user_expire: two backends may have the same user open.',
    roots: 'Without metacache_roots there is nothing to scan for metacache_rescan_interval.',
  },
  check({ configuration, dialect, report }) {
    const { grammar } = configuration.decision;
    const grace = findProSetting(configuration, 'metacache_max_grace');
    const space = amountOf(findProSetting(configuration, 'metacache_max_space'), 'size', grammar);
    const reserve = amountOf(grace, 'size', grammar);
    const isMore = space !== undefined && space > 0n && reserve !== undefined && reserve > space;
    if (grace !== undefined && (reserve === 0n || isMore)) {
      report({ at: grace, message: 'grace', data: { grace: grace.text }, severity: 'hint' });
    }
    const delay = findProSetting(configuration, 'metacache_close_delay');
    if (delay !== undefined && dialect === 'pro-2.3' && isTooLong(delay, configuration)) {
      const fix = { title: 'Set it to 2secs', safe: true, edits: [replace(delay, '2secs')] };
      report({ at: delay, message: 'delay', fixes: [fix] });
    }
    const roots = findProEntry(configuration, 'metacache_roots');
    const value = plainValue(roots);
    if (roots !== undefined && value?.text === ':' && isScanning(configuration)) {
      const edits = removeSetting(configuration, roots.statement);
      report({ at: value, message: 'roots', fixes: [{ title: 'Remove metacache_roots', safe: true, edits }] });
    }
  },
});

/** In milliseconds, as Dovecot has it when nothing is set. */
const defaultExpiry = 900_000n;

function isTooLong(delay: Located, configuration: Configuration): boolean {
  const time = amountOf(delay, 'time', configuration.decision.grammar);
  const entry = findIn(configuration, 'director_user_expire', '');
  const expiry = entry === undefined ? defaultExpiry : amountOf(plainValue(entry), 'time', 'old');
  return time !== undefined && expiry !== undefined && time >= expiry;
}

function isScanning(configuration: Configuration): boolean {
  if (isUnset(configuration, 'metacache_rescan_interval')) return true;
  const interval = plain(findProSetting(configuration, 'metacache_rescan_interval'));
  const time = amountOf(interval, 'time', configuration.decision.grammar);
  return time !== undefined && time > 0n;
}
