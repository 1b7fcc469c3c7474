/** Authentication in 2.3: settings with another name in 2.4, and what stands inside `passdb` and `userdb`. */

import type { Teachings } from '../../types.ts';

export const auth: Teachings = {
  auth_default_realm: {
    summary: 'Domain that is added to user names without one.',
    details: 'Also the realm of SASL mechanisms that know realms.',
    example: 'auth_default_realm = example.com',
    seeAlso: ['auth_realms', 'auth_username_format'],
    replacedBy: 'auth_default_domain',
  },
  auth_policy_server_timeout_msecs: {
    summary: 'How long the answer of the policy server is waited for.',
    details: 'In 2.4 it is `request_timeout` inside `auth_policy`, and takes a unit.',
    unit: 'milliseconds',
    example: 'auth_policy_server_timeout_msecs = 2000',
    seeAlso: ['auth_policy_server_url'],
    replacedBy: 'http_client_request_timeout',
  },
  auth_stats: {
    summary: 'Counts cache hits and lookups of each login for the statistics.',
    details: 'Gone in 2.4, where events tell the same.',
    example: 'auth_stats = yes',
    seeAlso: ['metric'],
    replacedBy: null,
  },
  auth_worker_max_count: {
    summary: 'Most processes for lookups that block, as PAM, passwd or MySQL.',
    details: 'In 2.4 it is the `process_limit` of `service auth-worker`.',
    unit: 'processes',
    example: 'auth_worker_max_count = 30',
    seeAlso: ['auth_cache_size'],
    replacedBy: 'service_process_limit',
  },
  disable_plaintext_auth: {
    summary: 'Refuses passwords in clear text on connections without TLS.',
    details:
      'Connections from this host count as safe. In 2.4 the meaning is turned round: `yes` becomes `auth_allow_cleartext = no`.',
    example: 'disable_plaintext_auth = yes',
    seeAlso: ['ssl', 'login_trusted_networks'],
    replacedBy: 'auth_allow_cleartext',
  },
  'passdb/args': {
    summary: 'Arguments of the driver: a file, a service name, or fields.',
    details:
      'For `sql`, `ldap` and `oauth2` the path of an external file; for `passwd-file` options and a path; for `pam` options and a service name. In 2.4 each driver has settings of its own.',
    example: 'passdb {\n  driver = sql\n  args = /etc/dovecot/dovecot-sql.conf.ext\n}',
    seeAlso: ['passdb/driver', 'userdb/args'],
  },
  'passdb/auth_verbose': {
    summary: 'Whether failures of this passdb are logged.',
    details: 'Turn it off for a passdb whose misses are normal, because the next one is asked then.',
    values: { default: 'As `auth_verbose` says.', yes: 'Logged.', no: 'Not logged.' },
    example: 'passdb {\n  driver = passwd-file\n  args = /etc/dovecot/users\n  auth_verbose = no\n}',
    seeAlso: ['auth_verbose', 'userdb/auth_verbose'],
  },
  'passdb/default_fields': {
    summary: 'Fields that are set before the lookup, so that the passdb may override them.',
    details: 'Names and values with blanks between, `userdb_` in front for those meant for userdb.',
    example: 'passdb {\n  driver = pam\n  default_fields = userdb_uid=vmail userdb_gid=vmail\n}',
    seeAlso: ['passdb/override_fields', 'userdb/default_fields'],
    replacedBy: 'passdb_fields',
  },
  'passdb/mechanisms': {
    summary: 'SASL mechanisms for which this passdb is asked; all when empty.',
    example:
      'passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = /etc/dovecot/dovecot-oauth2.conf.ext\n}',
    seeAlso: ['auth_mechanisms', 'passdb/username_filter'],
    replacedBy: 'passdb_mechanisms_filter',
  },
  'passdb/override_fields': {
    summary: 'Fields that are set after the lookup, whatever the passdb returned.',
    example: 'passdb {\n  driver = pam\n  override_fields = proxy=y host=10.0.0.10\n}',
    seeAlso: ['passdb/default_fields', 'userdb/override_fields'],
    replacedBy: 'passdb_fields',
  },
  'passdb/pass': {
    summary: 'Goes on with the next passdb after this one accepted the password.',
    details:
      'Used with master users, to check that the user exists too. `result_success = continue` does the same, also in 2.4.',
    example: 'passdb {\n  driver = passwd-file\n  args = /etc/dovecot/master-users\n  master = yes\n  pass = yes\n}',
    seeAlso: ['passdb/master', 'passdb/result_success'],
    replacedBy: 'passdb_result_success',
  },
  'userdb/args': {
    summary: 'Arguments of the userdb driver: a file, or the fields themselves.',
    details:
      'For `sql` and `ldap` the path of an external file; for `static` the fields of every user. In 2.4 each driver has settings of its own, and fields go into `fields`.',
    example: 'userdb {\n  driver = static\n  args = uid=vmail gid=vmail home=/var/vmail/%d/%n\n}',
    seeAlso: ['userdb/driver', 'passdb/args', 'userdb/default_fields'],
  },
  'userdb/auth_verbose': {
    summary: 'Whether failures of this userdb are logged.',
    values: { default: 'As `auth_verbose` says.', yes: 'Logged.', no: 'Not logged.' },
    example: 'userdb {\n  driver = passwd\n  auth_verbose = no\n}',
    seeAlso: ['auth_verbose', 'passdb/auth_verbose'],
  },
  'userdb/default_fields': {
    summary: 'Fields that a user has unless the userdb returns them.',
    details: 'The place for a common uid, gid or home.',
    example:
      'userdb {\n  driver = sql\n  args = /etc/dovecot/dovecot-sql.conf.ext\n  default_fields = uid=vmail gid=vmail\n}',
    seeAlso: ['userdb/override_fields', 'userdb/args'],
    replacedBy: 'userdb_fields',
  },
  'userdb/override_fields': {
    summary: 'Fields that a user has whatever the userdb returns.',
    example: 'userdb {\n  driver = passwd\n  override_fields = home=/var/vmail/%u\n}',
    seeAlso: ['userdb/default_fields', 'userdb/args'],
    replacedBy: 'userdb_fields',
  },
};
