/** Drafts for 2.4: every setting is global, and inside a filter its name may lose the filter's. */

import type { Fact } from '../../../server/src/knowledge/facts.ts';
import services from '../../../server/src/knowledge/generated/services.json' with { type: 'json' };
import facts from '../../../server/src/knowledge/generated/settings-2.4.json' with { type: 'json' };
import type { Choose } from './choose.ts';
import { block, type Item, line, setting } from './draft.ts';
import { goodValue } from './values.ts';

/** Without what later releases or parts that Debian does not build bring: they would be nothing but unknown. */
const settings: Readonly<Record<string, Fact>> = Object.fromEntries(
  Object.entries<Fact>(facts.settings).filter(
    ([, { since, component }]) => since === undefined && !/cassandra|third-party/.test(component ?? ''),
  ),
);
const names = Object.keys(settings);
const plain = names.filter((name) => !/filter|list/.test(settings[name]!.type));
const lists = names.filter((name) => /^(?:bool|str)list$/.test(settings[name]!.type));
const filters = names.filter((name) => settings[name]!.type.endsWith('filter'));

/** By filter, the settings whose name begins with the filter's. */
const members = new Map(filters.map((filter) => [filter, plain.filter((name) => name.startsWith(`${filter}_`))]));

const listNames: Readonly<Record<string, readonly string[]>> = {
  acl: ['owner', 'anyone', 'user=bob', 'group=staff', 'authenticated'],
  service: Object.keys(services.new),
  passdb: ['static', 'sql', 'ldap', 'passwd-file', 'passwd', 'pam', 'imap', 'lua', 'first'],
  userdb: ['static', 'sql', 'ldap', 'passwd-file', 'passwd', 'prefetch', 'lua', 'first'],
  namespace: ['inbox', 'shared', 'public', '"my space"'],
  mailbox: ['Drafts', 'Trash', '"Sent Messages"', 'INBOX', 'a/b', 'Junk'],
  unix_listener: ['auth-userdb', '/var/spool/postfix/private/auth', 'lmtp', 'a/b', 'auth-client'],
  fifo_listener: ['mail', 'a/b'],
  inet_listener: ['imap', 'imaps', 'pop3', 'lmtp', 'first'],
  metric: ['first', 'second', 'third'],
  metric_group_by: ['first', 'second'],
  metric_group_by_method: ['linear', 'exponential', 'discrete'],
};
/** What stands in what though the names do not say so. */
const inner: Readonly<Record<string, readonly string[]>> = {
  service: ['unix_listener', 'inet_listener', 'fifo_listener'],
  namespace: ['mailbox'],
  quota: ['quota_warning'],
  dict: ['sql', 'fs'].filter((name) => settings[name] !== undefined),
  passdb: ['ldap', 'sql'].filter((name) => settings[name] !== undefined),
};
const common = [
  'service',
  'namespace',
  'passdb',
  'userdb',
  'ssl_server',
  'dict_server',
  'metric',
  'quota',
  'fts',
  'acl',
];
const anyNames = ['first', 'second', 'a/b', '"a b"', 'default', 'sql', 'User'];

export function newDraft(choose: Choose): readonly Item[] {
  const version = choose.pick(['2.4.0', '2.4.1', '2.4.1', '2.4.1', '2.4.2', '2.4.4']);
  return [
    setting('dovecot_config_version', version),
    setting('dovecot_storage_version', choose.percent(90) ? version : '2.4.0'),
    ...choose.some(1, 8, () => item(choose, [])),
  ];
}

/** The innermost filter is the last. */
type Inside = readonly { readonly filter: string; readonly name: string | undefined }[];

function item(choose: Choose, inside: Inside): Item {
  const deep = inside.length >= 3;
  return choose.weighted<Item>([
    [55, () => settingItem(choose, inside)],
    [deep ? 0 : 28, () => filterItem(choose, inside)],
    [inside.length > 0 ? 0 : 6, () => connectionItem(choose, inside)],
    [6, () => pathItem(choose)],
    [8, () => listItem(choose, inside)],
    [inside.length > 0 ? 0 : 2, () => groupItem(choose)],
    [2, () => line(choose.pick(['# comment', '', '@mailbox_defaults = english', '!include_try none/*.conf']))],
  ]);
}

function settingItem(choose: Choose, inside: Inside): Item {
  const { filter, name } = inside[inside.length - 1] ?? {};
  const own = members.get(filter ?? '') ?? [];
  const full = own.length > 0 && choose.percent(75) ? choose.pick(own) : choose.pick(plain);
  return setting(shortened(full, filter, name, choose), goodValue(full, settings[full]!, '2.4', choose));
}

function shortened(full: string, filter: string | undefined, name: string | undefined, choose: Choose): string {
  if (filter === undefined || choose.percent(15)) return full;
  for (const prefix of [`${filter}_${name ?? ''}_`, `${filter}_`]) {
    if (full.startsWith(prefix)) return full.slice(prefix.length);
  }
  return full;
}

function filterItem(choose: Choose, inside: Inside): Item {
  const { filter: outer, name: outerName } = inside[inside.length - 1] ?? {};
  const within = filters.filter((name) => name.startsWith(`${outer}_`) || inner[outer ?? '']?.includes(name));
  // A list in a filter that has nothing to do with it is accepted by the parser, but hardly anyone would write it.
  const anything = outer === undefined || outer === '' || choose.percent(5);
  if (!anything && within.length === 0) return settingItem(choose, inside);
  const filter = anything ? choose.pick(choose.percent(50) ? common : filters) : choose.pick(within);
  const fact = settings[filter]!;
  const word = fact.type === 'named_list_filter' ? shortened(filter, outer, outerName, choose) : filter;
  const name = fact.type === 'named_list_filter' ? choose.pick(listNames[filter] ?? anyNames) : undefined;
  const context = [...inside, { filter, name }];
  return block(name === undefined ? word : `${word} ${name}`, [
    ...required(fact, filter, choose),
    ...choose.some(0, 3, () => item(choose, context)),
  ]);
}

/** The setting without which Dovecot refuses the block. */
function required({ required: name }: Fact, filter: string, choose: Choose): Item[] {
  if (name === undefined || choose.percent(8)) return [];
  const fact = settings[name];
  if (fact?.type === 'named_list_filter') return [block(`${shortened(name, filter, undefined, choose)} first`, [])];
  if (name === 'metric_filter') return [setting('filter', 'event=imap_command_finished')];
  return [setting(name, fact === undefined ? 'x' : goodValue(name, fact, '2.4', choose))];
}

const connections = [
  ['local 10.0.0.0/8', 'local 192.0.2.1', 'local 2001:db8::/32'],
  ['local_name example.com', 'local_name *.example.com'],
  ['remote 192.0.2.0/24', 'remote 10.1.1.1'],
  ['protocol imap', 'protocol !imap', 'protocol lmtp', 'protocol pop3', 'protocol doveadm'],
] as const;

function connectionItem(choose: Choose, inside: Inside, level = 0): Item {
  const at = choose.between(level, connections.length - 1);
  const further = at < connections.length - 1 && choose.percent(15);
  return block(choose.pick(connections[at]!), [
    ...choose.some(further ? 0 : 1, 3, () => item(choose, [...inside, { filter: '', name: undefined }])),
    ...(further ? [connectionItem(choose, inside, at + 1)] : []),
  ]);
}

/** `service/imap/vsz_limit = 1G`, `ssl_server/cert_file = x`, `mail_plugins/acl = yes`. */
function pathItem(choose: Choose): Item {
  const filter = choose.pick(filters);
  const own = members.get(filter)!;
  const full = own.length > 0 && choose.percent(80) ? choose.pick(own) : choose.pick(plain);
  const name =
    settings[filter]!.type === 'named_list_filter'
      ? `/${
          choose
            .pick(listNames[filter] ?? anyNames)
            .replace(/"/g, '')
            .split('/')[0]
        }`
      : '';
  return setting(
    `${filter}${name}/${shortened(full, filter, undefined, choose)}`,
    goodValue(full, settings[full]!, '2.4', choose),
  );
}

function listItem(choose: Choose, inside: Inside): Item {
  const full = choose.pick(lists);
  const { filter, name } = inside[inside.length - 1] ?? {};
  const key = shortened(full, filter, name, choose);
  const isBool = settings[full]!.type === 'boollist';
  const value = () => (isBool ? choose.pick(['yes', 'no']) : choose.pick(['x', 'a b', '%{user}', 'yes']));
  return choose.weighted([
    [isBool ? 5 : 0, () => setting(key, goodValue(full, settings[full]!, '2.4', choose))],
    [
      4,
      () =>
        block(
          key,
          choose.some(0, 3, () => setting(choose.pick(['a', 'b', 'imap', '"a b"', 'x-y']), value())),
        ),
    ],
    [1, () => setting(`${key}/a`, value())],
  ]);
}

function groupItem(choose: Choose): Item {
  const label = choose.pick(['@mailbox', '@sql', '@my']);
  return block(
    `group ${label} ${choose.pick(['one', 'two'])}`,
    choose.some(0, 2, () => settingItem(choose, [])),
  );
}
