/** One mistake per configuration at most, so that a refusal says which one was noticed. */

import type { OracleVersion } from '../../../tools/oracle/releases.ts';
import type { Choose } from './choose.ts';
import { block, bodies, type Item, line, replaceBody, setting } from './draft.ts';
import { badValue } from './values.ts';

type Mistake = (body: readonly Item[], choose: Choose) => readonly Item[];

const anywhere: readonly Mistake[] = [
  insert(() => setting('no_such_setting', 'yes')),
  insert(() => block('no_such_section', [])),
  insert(() => block('no_such_section name', [setting('mail_debug', 'yes')])),
  insert((choose) =>
    line(
      choose.pick([
        '}',
        '{',
        'foo',
        'mail_debug yes',
        '= x',
        'service imap{',
        '} x',
        'a b c {',
        '!include nothing.conf',
        '!include_try nothing.conf',
        'service imap { x = y }',
      ]),
    ),
  ),
  insert((choose) =>
    line(
      choose.pick([
        'protocol imap {',
        'service imap {',
        'passdb a {',
        '"a b" = c',
        'mail_debug = "yes',
        'mail_debug = yes \\',
        'a/b = c',
        'protocols/foo = x',
      ]),
    ),
  ),
  insert((choose) =>
    block(
      choose.pick([
        'protocol',
        'protocol a b',
        'local',
        'service',
        'passdb',
        'mail_debug',
        'ssl_server x',
        'login_greeting',
        'plugin',
        'plugin x',
        'namespace',
        'mailbox x',
        'unix_listener a',
      ]),
      [],
    ),
  ),
  change((item, choose) => ({ ...item, value: badValue(choose) })),
  change((item) => ({ ...item, key: item.key.toUpperCase() })),
  change((item) => ({ ...item, key: `${item.key}x` })),
  change((item, choose) => ({
    ...item,
    key: choose.pick([`"${item.key}"`, `x/${item.key}`, `${item.key}/x`, `${item.key} x`]),
  })),
  (body) => [...body, ...body],
];

const ofVersion: Readonly<Record<OracleVersion, readonly Mistake[]>> = {
  '2.3': [
    insert((choose) =>
      block(choose.pick(['local 10.0.0.0/8', 'remote 1.2.3.4', 'local_name example.com']), [
        setting(choose.pick(['auth_debug', 'mail_debug', 'ssl']), 'no'),
      ]),
    ),
    insert(() => block('plugin', [block('x', [])])),
    insert((choose) =>
      setting(
        choose.pick([
          'service/imap/vsz_limit',
          'namespace/inbox/separator',
          'plugin/quota',
          'dict/a',
          'service/imap/unix_listener/x/mode',
        ]),
        '0',
      ),
    ),
    insert((choose) =>
      setting(
        choose.pick(['ssl_disable', 'auth', 'protocols', 'listen', 'ssl_protocols', 'mail_location', 'sieve']),
        choose.pick(['yes', 'imap pop3s', '*:143', 'x']),
      ),
    ),
    insert((choose) => block(choose.pick(['passdb', 'passdb x', 'userdb', 'userdb x']), [])),
  ],
  '2.4': [
    insert((choose) =>
      block(choose.pick(['local 10.0.0.0/8', 'remote 1.2.3.4', 'local_name example.com']), [
        setting(choose.pick(['auth_debug', 'mail_debug', 'ssl']), 'no'),
      ]),
    ),
    insert((choose) =>
      setting(
        choose.pick([
          'ssl_server',
          'passdb',
          'service',
          'plugin',
          'mail_plugins/x',
          'import_environment',
          'mail_location',
          'namespace/inbox/separator',
          '@mailbox_defaults',
          '@nothing',
          '"@x"',
          'dovecot_config_version',
          'dovecot_storage_version',
        ]),
        choose.pick(['x', 'english', '2.4.0', '']),
      ),
    ),
    insert((choose) =>
      block(
        choose.pick([
          'group @x y',
          'group x',
          'group @x',
          '@x y',
          'mail_plugins',
          'mail_plugins x',
          'import_environment',
          'ssl_server',
          'ssl_server ""',
          'passdb ""',
          'passdb __x',
          'acl x',
          'metric x',
          'quota_warning x',
        ]),
        [],
      ),
    ),
    insert((choose) =>
      block(choose.pick(['namespace x', 'service imap', 'mailbox x', 'passdb x', 'protocol imap']), [
        block(choose.pick(['namespace y', 'service y', 'mailbox y', 'protocol pop3', 'local 10.0.0.1']), []),
      ]),
    ),
  ],
};

function insert(make: (choose: Choose) => Item): Mistake {
  return (body, choose) => {
    const at = choose.between(0, body.length);
    return [...body.slice(0, at), make(choose), ...body.slice(at)];
  };
}

function change(make: (item: Extract<Item, { kind: 'setting' }>, choose: Choose) => Item): Mistake {
  return (body, choose) => {
    const settings = body.filter((item) => item.kind === 'setting');
    if (settings.length === 0) return body;
    const chosen = choose.pick(settings);
    return body.map((item) => (item === chosen ? make(chosen, choose) : item));
  };
}

export function withMistake(items: readonly Item[], version: OracleVersion, choose: Choose): readonly Item[] {
  const body = choose.pick(bodies(items));
  const mistake = choose.pick(choose.percent(50) ? anywhere : ofVersion[version]);
  return replaceBody(items, body, mistake(body, choose));
}
