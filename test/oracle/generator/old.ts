/** Drafts for 2.3: sections have settings of their own, and filters may stand anywhere. */

import type { Fact } from '../../../server/src/knowledge/facts.ts';
import services from '../../../server/src/knowledge/generated/services.json' with { type: 'json' };
import facts from '../../../server/src/knowledge/generated/settings-2.3.json' with { type: 'json' };
import type { Choose } from './choose.ts';
import { block, type Item, line, setting } from './draft.ts';
import { goodValue } from './values.ts';

const settings: Readonly<Record<string, Fact>> = facts.settings;
const names = Object.keys(settings);
const isSection = (name: string) => settings[name]!.type.startsWith('section');

/** By section path (the top level's is empty), the plain settings in it by their own name. */
const members = new Map(
  ['', ...names.filter(isSection).map((name) => `${name}/`)].map((path) => [
    path,
    names
      .filter((name) => name.startsWith(path) && !name.slice(path.length).includes('/'))
      .filter((name) => !isSection(name) && settings[name]!.type !== 'strlist'),
  ]),
);

const sectionNames: Readonly<Record<string, readonly string[]>> = {
  service: Object.keys(services.old),
  passdb: ['', '', 'first'],
  userdb: ['', '', 'first'],
  namespace: ['', 'inbox', 'shared', '"my space"'],
  'namespace/mailbox': ['Drafts', 'Trash', '"Sent Messages"', 'INBOX', 'a/b'],
  'service/unix_listener': ['auth-userdb', '/var/spool/postfix/private/auth', 'lmtp', 'a/b'],
  'service/fifo_listener': ['mail', 'a/b'],
  'service/inet_listener': ['imap', 'imaps', 'pop3', 'first', ''],
};

const plugins = ['quota', 'quota_rule', 'sieve', 'acl', 'fts', 'mail_log_events', 'anything'];

export function oldDraft(choose: Choose): readonly Item[] {
  return choose.some(1, 9, () => item(choose, ''));
}

function item(choose: Choose, path: string): Item {
  const top = path === '';
  return choose.weighted<Item>([
    [55, () => settingItem(choose, path)],
    [25, () => sectionItem(choose, path)],
    [top ? 10 : 1, () => filterItem(choose, path)],
    [top ? 8 : 0, () => listItem(choose)],
    [2, () => line(choose.pick(['# comment', '', '!include_try none/*.conf']))],
  ]);
}

function settingItem(choose: Choose, path: string): Item {
  const full = choose.pick(members.get(path)!);
  return setting(full.slice(path.length), goodValue(settings[full]!, '2.3', choose));
}

function sectionItem(choose: Choose, path: string): Item {
  const sections = names.filter(
    (name) => isSection(name) && name.startsWith(path) && !name.slice(path.length).includes('/'),
  );
  if (sections.length === 0) return settingItem(choose, path);
  const full = choose.pick(sections);
  const name = choose.pick(sectionNames[full] ?? ['first', 'second']);
  const word = full.slice(path.length);
  const driver = full === 'passdb' || full === 'userdb';
  return block(name === '' ? word : `${word} ${name}`, [
    ...(driver && choose.percent(95)
      ? [setting('driver', choose.pick(['pam', 'static', 'sql', 'passwd', 'passwd-file']))]
      : []),
    ...choose.some(0, 4, () => item(choose, `${full}/`)),
  ]);
}

const filters = [
  ['local 10.0.0.0/8', 'local 192.0.2.1', 'local 2001:db8::/32'],
  ['local_name example.com', 'local_name "a.example.com b.example.com"'],
  ['remote 192.0.2.0/24', 'remote 10.1.1.1'],
  ['protocol imap', 'protocol !imap', 'protocol lmtp', 'protocol pop3', 'protocol lda', 'protocol sieve'],
] as const;

function filterItem(choose: Choose, path: string, level = 0): Item {
  const at = choose.between(level, filters.length - 1);
  const further = at < filters.length - 1 && choose.percent(20);
  return block(choose.pick(filters[at]!), [
    ...choose.some(further ? 0 : 1, 3, () => item(choose, path)),
    ...(further ? [filterItem(choose, path, at + 1)] : []),
  ]);
}

function listItem(choose: Choose): Item {
  const key = choose.pick(['plugin', 'plugin', 'plugin', 'dict']);
  const value = () => choose.pick(['x', 'maildir:User quota', '*:storage=1G', '%u', '"a # b"', '', 'file:~/x']);
  return block(
    key,
    choose.some(0, 4, () => setting(choose.pick(plugins), value())),
  );
}
