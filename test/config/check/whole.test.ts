// What only the configuration as a whole shows: settings that need or exclude each other, services, lists, aliases.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { found23, found24, problems } from '../../support/problems.ts';

describe('the whole', () => {
  test('a missing brace does not put everything in the wrong place', () => {
    const text = `service imap {\n  vsz_limit = 1G\nauth_verbose = yes\nnamespace inbox {\n  inbox = yes\n}\nservice pop3 {\n}\n`;
    assert.deepEqual(found23(text), []);
    assert.deepEqual(found24(text), []);
  });

  test('what another file may bring is not missing', () => {
    assert.deepEqual(
      problems('dovecot_config_version = 2.4.1\n!include /etc/elsewhere.conf\nmetric x {\n}\n@x = y\n'),
      [],
    );
    assert.deepEqual(problems('dovecot_config_version = 2.4.1\n!include_try nothing.conf\nmetric x {\n}\n'), [
      'error storage-version-missing ‹dovecot_config_version›',
      'error required-missing ‹metric›',
    ]);
  });

  test('a setting may need another one, wherever that stands', () => {
    const nonce = 'error companion-missing ‹auth_policy_server_url›';
    assert.deepEqual(found24('auth_policy_server_url = https://policy.example.com/\n'), [nonce]);
    assert.deepEqual(found24('auth_policy {\n  server_url = https://x/\n  hash_nonce = $ENV:NONCE\n}\n'), []);
    assert.deepEqual(found24('auth_policy_server_url = https://x/\nauth_policy_server_url =\n'), []);
    assert.deepEqual(found23('ssl_verify_client_cert = yes\n'), ['error companion-missing ‹ssl_verify_client_cert›']);
    assert.deepEqual(found23('ssl = no\nssl_verify_client_cert = yes\n'), []);
    const exporter = (args: string) => `event_exporter a {\n  format = json\n  transport = log\n${args}}\n`;
    assert.deepEqual(found23(exporter('')), ['error companion-missing ‹format›']);
    assert.deepEqual(found23(exporter('  format_args = time-rfc3339\n')), []);
  });

  test('bounds that the type does not tell', () => {
    assert.deepEqual(found24('mail_cache_max_size = 1G\n'), []);
    assert.deepEqual(found24('mail_cache_max_size = 2G\n'), ['error value-too-high ‹2G›']);
    assert.deepEqual(found24('service auth {\n  process_limit = 2\n}\n'), ['error value-too-high ‹2›']);
    assert.deepEqual(found24('service dict {\n  process_limit = 2\n}\n'), []);
    assert.deepEqual(found23('service auth {\n  vsz_limit = 512 k\n}\n'), ['error value-too-small ‹512 k›']);
    assert.deepEqual(found23('auth_verbose_passwords = sha256\n'), ['error word-unknown ‹sha256›']);
    assert.deepEqual(found23('auth_verbose_passwords = sha1:6\n'), []);
  });

  test('what a section needs may come from an included file, or from an earlier section', () => {
    const files = { 'filter.inc': 'filter = event=x\n' };
    assert.deepEqual(found24('metric x {\n  !include filter.inc\n}\nmetric x {\n}\n', { files }), []);
    assert.deepEqual(found24('metric x {\n}\nmetric x {\n  filter = event=x\n}\n'), [
      'error required-missing ‹metric›',
    ]);
    assert.deepEqual(found24('mail_attribute {\n  dict file {\n  }\n}\nmail_attribute {\n}\n'), []);
    assert.deepEqual(found23('event_exporter x {\n  format = none\n}\n'), ['error required-missing ‹event_exporter›']);
    assert.deepEqual(found23('passdb {\n  driver = pam\n  protocol imap {\n  }\n}\n'), []);
  });

  test('groups', () => {
    const group = 'group @mysql main {\n  host = x\n}\n';
    assert.deepEqual(found24(`${group}passdb sql {\n  @mysql = main\n}\n`), []);
    assert.deepEqual(found24(`@mysql = main\n${group}`), ['information group-late ‹@mysql›']);
    assert.deepEqual(found24(`${group}@mysql = other\n@metric_defaults = proxy\n`), [
      'error group-name-unknown ‹other›',
    ]);
    assert.deepEqual(found24(`protocol imap {\n  ${group}}\n`), ['error group-in-filter ‹group›']);
    assert.deepEqual(found24(`${group}group @a b {\n  @mysql = main\n}\n`), ['error group-recursive ‹@mysql›']);
    assert.deepEqual(found24('group @a b {\n  protocol imap {\n  }\n}\n'), ['error filter-in-section ‹protocol›']);
  });

  test('names that a template fills', () => {
    assert.deepEqual(found24('local_name {{ .Host }} {\n}\nlocal {{ .Net }} {\n}\n'), []);
    assert.deepEqual(found24('<?php if (TLS): ?>\nssl = <?= MODE ?>\n<?php endif ?>\n'), []);
  });

  test('variables of 2.3 in 2.4', () => {
    assert.deepEqual(
      found24('mail_plugins = $mail_plugins quota\nlogin_greeting = $USER $my_greeting "$login_greeting"\n'),
      ['warning variable-plain-list ‹$mail_plugins›'],
    );
    assert.deepEqual(found24('login_greeting = $login_greeting\n{{ if x }}\n'), []);
    assert.deepEqual(found23('mail_plugins = $mail_plugins quota\n'), []);
  });

  test('conflicts', () => {
    const both = 'ssl = required\nauth_allow_cleartext = yes\n';
    assert.deepEqual(found24(both), ['error settings-conflict ‹auth_allow_cleartext›']);
    assert.deepEqual(found24(`local_name a.example {\n${both}}\n`), ['error settings-conflict ‹auth_allow_cleartext›']);
    assert.deepEqual(found24(`${both}auth_allow_cleartext = no\n`), []);
    assert.deepEqual(found24(`${both}ssl = yes\n`), []);
    assert.deepEqual(found24(`ssl = {{ .Values.ssl }}\nauth_allow_cleartext = yes\n`), []);
    assert.deepEqual(found24('ssl = required\nremote 10.0.0.0/8 {\n  auth_allow_cleartext = yes\n}\n'), []);
  });

  test('ids', () => {
    assert.deepEqual(found24('last_valid_uid = 100\n'), ['error order-reversed ‹100›']);
    assert.deepEqual(
      found24('first_valid_uid = 10\nlast_valid_uid = 100\nprotocol imap {\n  first_valid_uid = 200\n}\n'),
      ['warning order-reversed ‹200›'],
    );
    assert.deepEqual(found23('first_valid_gid = $X\nlast_valid_gid = 0\n'), []);
  });

  test('pairs that must not cross', () => {
    const reversed = (text: string) => `error order-reversed ‹${text}›`;
    assert.deepEqual(found24('sieve_vacation_min_period = 8 days\n'), [reversed('8 days')]);
    assert.deepEqual(found24('sieve_vacation_min_period = 8 days\nsieve_vacation_default_period = 9 days\n'), []);
    assert.deepEqual(found24('sieve_vacation_min_period = $ENV:MIN\n'), []);
    assert.deepEqual(found24('http_client_connect_backoff_time = unlimited\n'), [reversed('unlimited')]);
    assert.deepEqual(found23('service dict {\n  process_min_avail = 101\n}\n'), [reversed('101')]);
    assert.deepEqual(found23('default_process_limit = 200\nservice dict {\n  process_min_avail = 101\n}\n'), []);
  });

  test('services: names, listeners, processes', () => {
    const twice = (text: string) => `error listener-duplicate ‹${text}›`;
    assert.deepEqual(found24('service dict {\n  unix_listener auth-userdb {\n  }\n}\n'), [twice('unix_listener')]);
    assert.deepEqual(found24('service dict {\n  unix_listener auth-userdb {\n    mode = 0\n  }\n}\n'), []);
    assert.deepEqual(found24('service auth {\n  unix_listener auth-userdb {\n  }\n}\n'), []);
    assert.deepEqual(found24('service dict {\n  unix_listener {{ .Name }} {\n  }\n}\n'), []);
    const port = 'service dict {\n  inet_listener x {\n    port = 143\n  }\n}\n';
    assert.deepEqual(found23(port), []);
    assert.deepEqual(found23(`protocols = imap\n${port}`), [twice('143')]);
    assert.deepEqual(found23('local 10.0.0.1 {\n  service dict {\n    fifo_listener dict {\n    }\n  }\n}\n'), [
      twice('fifo_listener'),
    ]);
    const renamed = 'service dict {\n  name = x\n}\n';
    assert.deepEqual(found23(renamed), []);
    assert.deepEqual(found23(`${renamed}protocol imap {\n}\n`), [twice('x')]);
    assert.deepEqual(found24('service x {\n  name = stats\n}\n'), ['error service-duplicate ‹stats›']);
    assert.deepEqual(found24('service_process_limit = 2\n')[0], 'error value-too-high ‹2›');
    assert.deepEqual(found23('service anvil {\n  drop_priv_before_exec = yes\n}\n'), [
      'error settings-conflict ‹drop_priv_before_exec›',
    ]);
  });

  test('aliases of namespaces in 2.3', () => {
    const space = (name: string, prefix: string, alias?: string) =>
      `namespace ${name} {\n  prefix = ${prefix}\n${alias === undefined ? '' : `  alias_for = ${alias}\n`}}\n`;
    assert.deepEqual(found23(space('a', 'a/') + space('b', 'b/', 'a/')), []);
    assert.deepEqual(found23(space('a', '') + space('b', 'b/', '')), []);
    assert.deepEqual(found23(space('b', 'b/', 'a/')), ['error alias-unknown ‹a/›']);
    assert.deepEqual(found23(space('a', 'a/', 'b/') + space('b', 'b/', 'a/')), [
      'error alias-chained ‹b/›',
      'error alias-chained ‹a/›',
    ]);
    assert.deepEqual(found23(space('a', '{{ prefix }}') + space('b', 'b/', 'a/')), []);
  });

  test('entries of lists', () => {
    const metric = 'metric y {\n  filter = event=x\n}\n';
    const target = 'ce-2.4@2.4.1';
    assert.deepEqual(found24(`service imap {\n${metric}}\n`), ['warning section-nested ‹metric›']);
    assert.deepEqual(found24(`service imap {\n${metric}}\n`, { target }), ['error section-nested ‹metric›']);
    assert.deepEqual(found24(`service imap {\n${metric}}\n${metric}`), []);
    assert.deepEqual(found24(`protocol imap {\n${metric}}\n`), []);
    assert.deepEqual(found24('namespace a {\n  mailbox b {\n  }\n}\n'), []);
    assert.deepEqual(found24('language en {\n}\n'), ['error default-missing ‹language›']);
    assert.deepEqual(found24('language en {\n}\nlanguage de {\n  default = {{ yes }}\n}\n'), []);
    assert.deepEqual(found24('acl foo {\n  rights = lr\n}\n'), ['error acl-id-invalid ‹foo›']);
    assert.deepEqual(found24('acl foo {\n  id = owner\n  rights = lr\n}\n'), []);
  });

  test('what 2.4.1 does in its own way', () => {
    const target = 'ce-2.4@2.4.1';
    const filter = 'ssl_server_ca_file = /ca.pem\nprotocol imap {\n  ssl_server_request_client_cert = yes\n}\n';
    assert.deepEqual(found24(filter), []);
    assert.deepEqual(found24(filter, { target }), ['error companion-missing ‹ssl_server_request_client_cert›']);
    const variable = 'mail_server_admin = mailto:postmaster@%{user | domain}\n';
    assert.deepEqual(found24(variable), []);
    assert.deepEqual(found24(variable, { target }), ['error value-variable ‹mailto:postmaster@%{user | domain}›']);
    assert.deepEqual(found24('doveadm_proxy_port = 24245\n', { target }), ['error setting-alias ‹doveadm_proxy_port›']);
    assert.deepEqual(found24('doveadm_proxy_port = 24245\n'), []);
  });

  test('versions', () => {
    assert.deepEqual(problems('dovecot_config_version = 2.4.9\ndovecot_storage_version = x\n'), [
      'information config-version-newer ‹2.4.9›',
    ]);
    assert.deepEqual(problems('dovecot_config_version = $ENV:V\ndovecot_storage_version = x\n', { target: 'ce-2.4' }), [
      'error config-version-variable ‹$ENV:V›',
    ]);
    assert.deepEqual(problems('dovecot_config_version = {{ v }}\ndovecot_storage_version = x\n'), []);
    assert.deepEqual(problems('dovecot_config_version = \\\n  2.4.1\ndovecot_storage_version = x\n'), [
      'information config-version-continued ‹\\›',
    ]);
    assert.deepEqual(problems('', { target: 'ce-2.4' }), ['error storage-version-missing ‹›']);
  });

  test('variables', () => {
    assert.deepEqual(found24('login_greeting = $SET:nope $SET:listen x$SET:nope\n', { target: 'ce-2.4@2.4.5' }), [
      'error variable-unknown ‹$SET:nope›',
      'error variable-list ‹$SET:listen›',
    ]);
    const loop = 'login_greeting = $SET:login_log_format\nlogin_log_format = $SET:login_greeting\n';
    assert.deepEqual(found24(loop, { target: 'ce-2.4@2.4.5' }), ['error variable-loop ‹$SET:login_greeting›']);
    assert.deepEqual(found23('service imap {\n  user = $default_internal_user\n  executable = imap $nope $HOME\n}\n'), [
      'warning variable-unknown ‹$nope›',
    ]);
  });
});
