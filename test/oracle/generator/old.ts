/** Drafts for 2.3: sections have settings of their own, and filters may stand anywhere. */

import type { Fact } from '../../../server/src/knowledge/facts.ts';
import probes from '../../../server/src/knowledge/generated/probes.json' with { type: 'json' };
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

/** Without these Dovecot refuses the section. */
const required: Readonly<Record<string, readonly string[]>> = {
  event_exporter: ['event_exporter/format', 'event_exporter/transport'],
  metric: ['metric/filter'],
};

const drivers = ['pam', 'static', 'sql', 'passwd', 'passwd-file'];

const plugins = ['quota', 'quota_rule', 'sieve', 'acl', 'fts', 'mail_log_events', 'anything'];

export function oldDraft(choose: Choose): readonly Item[] {
  return choose.some(1, 9, () => item(choose, { path: '', level: 0 }));
}

/** Where an item stands: the section's path, and how deep in the order of filters. */
interface Inside {
  readonly path: string;
  readonly level: number;
}

function item(choose: Choose, inside: Inside): Item {
  const top = inside.path === '';
  return choose.weighted<Item>([
    [55, () => settingItem(choose, inside)],
    [25, () => sectionItem(choose, inside)],
    [top ? 10 : 1, () => filterItem(choose, inside)],
    [top ? 8 : 0, () => listItem(choose)],
    [2, () => line(choose.pick(['# comment', '', '!include_try none/*.conf']))],
  ]);
}

/** The auth process knows no clients' addresses, so what it reads may not stand in such a block. */
function isAllowed(name: string, { level }: Inside, choose: Choose): boolean {
  const inNetwork = level > 0 && level < filters.length;
  return !inNetwork || choose.percent(3) || !(probes.old.notInLocal.includes(name) || /^(?:pass|user)db$/.test(name));
}

function settingItem(choose: Choose, inside: Inside): Item {
  const { path } = inside;
  const full = choose.pick(members.get(path)!.filter((name) => isAllowed(name, inside, choose)));
  return setting(full.slice(path.length), goodValue(full, settings[full]!, '2.3', choose));
}

function sectionItem(choose: Choose, inside: Inside): Item {
  const { path } = inside;
  const sections = names
    .filter((name) => isSection(name) && name.startsWith(path) && !name.slice(path.length).includes('/'))
    .filter((name) => isAllowed(name, inside, choose));
  if (sections.length === 0) return settingItem(choose, inside);
  const full = choose.pick(sections);
  const name = choose.pick(sectionNames[full] ?? ['first', 'second']);
  const word = full.slice(path.length);
  const needed = /^(?:pass|user)db$/.test(full)
    ? [setting('driver', choose.pick(drivers))]
    : (required[full] ?? []).map((key) =>
        setting(key.slice(full.length + 1), goodValue(key, settings[key]!, '2.3', choose)),
      );
  return block(name === '' ? word : `${word} ${name}`, [
    ...(choose.percent(97) ? needed : []),
    ...choose.some(0, 4, () => item(choose, { ...inside, path: `${full}/` })),
  ]);
}

const filters = [
  ['local 10.0.0.0/8', 'local 192.0.2.1', 'local 2001:db8::/32'],
  ['local_name example.com', 'local_name "a.example.com b.example.com"'],
  ['remote 192.0.2.0/24', 'remote 10.1.1.1'],
  ['protocol imap', 'protocol !imap', 'protocol lmtp', 'protocol pop3', 'protocol lda', 'protocol sieve'],
] as const;

/** The order of the filters may not change, and every kind stands once. */
function filterItem(choose: Choose, { path, level }: Inside): Item {
  const first = choose.percent(4) ? 0 : level;
  if (first === filters.length) return settingItem(choose, { path, level });
  const at = choose.between(first, filters.length - 1);
  const inside = { path, level: at + 1 };
  return block(
    choose.pick(filters[at]!),
    choose.some(1, 3, () => item(choose, inside)),
  );
}

function listItem(choose: Choose): Item {
  const key = choose.pick(['plugin', 'plugin', 'plugin', 'dict']);
  const value = () => choose.pick(['x', 'maildir:User quota', '*:storage=1G', '%u', '"a # b"', '', 'file:~/x']);
  return block(
    key,
    choose.some(0, 4, () => setting(choose.pick(plugins), value())),
  );
}
