/** User databases: where the mails of a user lie, and under which system user. */

import type { Teachings } from '../../types.ts';

/** What a userdb does with its result and with those of the userdbs before it. */
const results = {
  'return-ok': 'Stops; the user exists.',
  return: 'Stops; the result of the earlier userdbs counts, and failure if there were none.',
  'return-fail': 'Stops; the user does not exist.',
  continue: 'Goes on to the next userdb; the result so far stays.',
  'continue-ok': 'Goes on; the result so far becomes success.',
  'continue-fail': 'Goes on; the result so far becomes failure.',
} as const;

export const userdb: Teachings = {
  userdb: {
    summary: 'One user database; it tells after the login, and at delivery, where and as whom to open mails.',
    details:
      'Several are tried in the order of the file. The name is free, but without `driver` it is the driver too. Where all users have one UID and home is a template, `static` spares a lookup.',
    example:
      'userdb static {\n  fields {\n    uid = vmail\n    gid = vmail\n    home = /var/vmail/%{user | domain}/%{user | username}\n  }\n}',
    seeAlso: ['userdb_driver', 'userdb_fields', 'passdb'],
  },
  userdb_driver: {
    summary: 'Kind of user database; by default the name of the `userdb` block.',
    details: 'Needed when two blocks use the same driver, since each needs a name of its own.',
    example: 'userdb staff {\n  driver = ldap\n}',
    seeAlso: ['userdb_name', 'passdb_driver'],
    old: ['userdb/driver'],
  },
  userdb_fields: {
    summary: 'Fields to set when the userdb found the user: `uid`, `gid`, `home`, and settings for this user.',
    details:
      'Values see the state after the lookup, as `%{ldap:ATTRIBUTE}`. A name that ends in `:default` is set only if it is missing. Any setting can be overridden, nested ones by their path as `namespace/inbox/separator`.',
    values: {
      uid: 'System user under which the mails are opened.',
      gid: 'System group under which the mails are opened.',
      home: 'Home directory, `~` in paths.',
      user: 'The name to go on with.',
      quota_storage_size: 'Quota of this user; an example of a setting.',
    },
    example: 'userdb ldap {\n  fields {\n    home = %{ldap:homeDirectory}\n    uid = vmail\n    gid = vmail\n  }\n}',
    seeAlso: ['userdb_fields_import_all', 'passdb_fields', 'mail_home', 'mail_uid'],
    old: ['userdb/default_fields', 'userdb/override_fields', 'dovecot-ldap.conf.ext/user_attrs'],
  },
  userdb_fields_import_all: {
    summary: 'Takes over every field that the lookup returned, besides those in `fields`.',
    details: 'For LDAP the default is `no`. Be sure that no column or attribute happens to have the name of a setting.',
    example: 'userdb sql {\n  fields_import_all = no\n}',
    seeAlso: ['userdb_fields'],
  },
  userdb_ldap: {
    summary: 'Settings of all userdbs with the driver `ldap`.',
    details: "Dovecot's own defaults for the driver live here; usually settings are written in the `userdb` block.",
    example: 'userdb_ldap {\n  filter = (&(objectClass=posixAccount)(uid=%{user}))\n}',
    seeAlso: ['userdb_ldap_filter', 'userdb_ldap_iterate_filter', 'ldap_uris'],
  },
  userdb_ldap_filter: {
    summary: 'LDAP filter that finds the entry of a user whose mails are opened.',
    details:
      'Deliveries and doveadm use it with names that nobody logged in with, so it should accept aliases only if `user` is returned.',
    example: 'userdb ldap {\n  filter = (&(objectClass=posixAccount)(uid=%{user}))\n}',
    seeAlso: ['ldap_base', 'userdb_fields', 'passdb_ldap_filter'],
    old: ['dovecot-ldap.conf.ext/user_filter'],
  },
  userdb_ldap_iterate_fields: {
    summary: 'Which attribute gives the name when all users are listed.',
    details: 'Set `user`; the name must be one that `userdb_ldap_filter` finds.',
    example:
      'userdb ldap {\n  iterate_filter = (objectClass=posixAccount)\n  iterate_fields {\n    user = %{ldap:uid}\n  }\n}',
    seeAlso: ['userdb_ldap_iterate_filter'],
    old: ['dovecot-ldap.conf.ext/iterate_attrs'],
  },
  userdb_ldap_iterate_filter: {
    summary: 'LDAP filter that finds all users, for `doveadm … -A` and the like.',
    details: 'Without it commands for all users fail. LDAP servers cut long answers, so check their size limit.',
    example:
      'userdb ldap {\n  iterate_filter = (objectClass=posixAccount)\n  iterate_fields {\n    user = %{ldap:uid}\n  }\n}',
    seeAlso: ['userdb_ldap_iterate_fields', 'userdb_sql_iterate_query'],
    old: ['dovecot-ldap.conf.ext/iterate_filter'],
  },
  userdb_lua: {
    summary: 'Settings of all userdbs with the driver `lua`.',
    details:
      'By default scripts run in auth workers (`use_worker = yes`). The script answers for one user, and may list all.',
    example: 'userdb lua {\n  lua_file = /etc/dovecot/auth.lua\n}',
    seeAlso: ['lua_file', 'passdb_lua', 'userdb_use_worker'],
  },
  userdb_name: {
    summary: 'Name of the userdb in the configuration and the log; the word after `userdb`.',
    details: 'Without `driver` it says the driver as well. Two blocks of one name are one userdb.',
    example: 'userdb staff {\n  driver = ldap\n}',
    seeAlso: ['userdb', 'userdb_driver'],
    old: ['userdb/name'],
  },
  userdb_passwd: {
    summary: 'Settings of all userdbs with the driver `passwd`, which takes system users from NSS.',
    details:
      'By default it runs in auth workers, as NSS may block. `fields` can replace the home directory of the system.',
    example: 'userdb passwd {\n  fields {\n    home = /var/mail/home/%{user}\n  }\n}',
    seeAlso: ['passdb_passwd', 'userdb_fields', 'first_valid_uid'],
  },
  userdb_passwd_file: {
    summary: 'Settings of all userdbs with the driver `passwd-file`.',
    details: 'Usually settings are written in the `userdb passwd-file` block; it can read the same file as the passdb.',
    example:
      'userdb passwd-file {\n  passwd_file_path = /etc/dovecot/users\n  fields {\n    uid:default = vmail\n    gid:default = vmail\n    home:default = /var/vmail/%{user}\n  }\n}',
    seeAlso: ['passwd_file_path', 'passdb_passwd_file'],
  },
  userdb_result_failure: {
    summary: 'What follows when the userdb does not know the user.',
    details: 'With the default, `continue`, the next userdb is tried.',
    values: results,
    example: 'userdb sql {\n  result_failure = return-fail\n}',
    seeAlso: ['userdb_result_success', 'userdb_result_internalfail', 'userdb_skip'],
    old: ['userdb/result_failure'],
  },
  userdb_result_internalfail: {
    summary: 'What follows when the userdb could not be asked, as when the database is down.',
    details:
      'If no later userdb succeeds, the request fails for the time being, so mails are delivered later. Where userdbs add to each other say `return-fail`, or a user gets half of the settings.',
    values: results,
    example: 'userdb sql {\n  result_internalfail = return-fail\n}',
    seeAlso: ['userdb_result_success', 'userdb_result_failure'],
    old: ['userdb/result_internalfail'],
  },
  userdb_result_success: {
    summary: 'What follows when the userdb found the user.',
    details: '`continue-ok` lets later userdbs add fields, as quota from a second database.',
    values: results,
    example: 'userdb ldap {\n  result_success = continue-ok\n}',
    seeAlso: ['userdb_result_failure', 'userdb_skip'],
    old: ['userdb/result_success'],
  },
  userdb_skip: {
    summary: 'Passes the userdb over, depending on what the earlier ones found.',
    values: {
      never: 'Always asked.',
      found: 'Passed over if the user is found already.',
      notfound: 'Passed over if the user is not found yet; for userdbs that only add fields.',
    },
    example: 'userdb quota {\n  driver = sql\n  skip = notfound\n}',
    seeAlso: ['userdb_result_success'],
    old: ['userdb/skip'],
  },
  userdb_sql_iterate_query: {
    summary: 'SQL query that returns all users, for `doveadm … -A` and the like.',
    details: 'Return the whole name as `user`, or `username` and `domain`. Without it commands for all users fail.',
    example: 'userdb sql {\n  iterate_query = SELECT userid AS user FROM users\n}',
    seeAlso: ['userdb_sql_query', 'userdb_ldap_iterate_filter'],
    old: ['dovecot-sql.conf.ext/iterate_query'],
  },
  userdb_sql_query: {
    summary: 'SQL query that returns `home`, `uid`, `gid` and settings of the user, one row.',
    details:
      'Columns are named as Dovecot names its fields, so use `AS`. Values of variables are escaped; put them in quotes. With `userdb prefetch` the passdb query can return the same columns with `userdb_` in front.',
    example: "userdb sql {\n  query = SELECT home, uid, gid FROM users WHERE userid = '%{user}'\n}",
    seeAlso: ['sql_driver', 'userdb_fields', 'passdb_sql_query', 'userdb_sql_iterate_query'],
    old: ['dovecot-sql.conf.ext/user_query'],
  },
  userdb_static: {
    summary: 'Settings of all userdbs with the driver `static`, which makes its answer from templates.',
    details: 'As it knows no users, it asks the passdb whether one exists, unless `allow_all_users` says not to.',
    example: 'userdb static {\n  fields {\n    uid = vmail\n    gid = vmail\n    home = /var/vmail/%{user}\n  }\n}',
    seeAlso: ['userdb_fields', 'userdb_static_allow_all_users', 'passdb_static'],
  },
  userdb_static_allow_all_users: {
    summary: 'Takes every name for a user without asking the passdb.',
    details:
      'Needed at delivery where the passdb can only check passwords, as PAM. The MTA must then refuse unknown addresses, or mail to any name makes a mailbox.',
    example: 'userdb static {\n  allow_all_users = yes\n}',
    seeAlso: ['userdb_static'],
  },
  userdb_use_cache: {
    summary: 'Keeps results of this userdb in the auth cache.',
    details:
      'Say `no` where changes, as of quota, must show at once. Without `auth_cache_size` nothing is cached anyway.',
    example: 'userdb sql {\n  use_cache = no\n}',
    seeAlso: ['auth_cache_size', 'passdb_use_cache'],
  },
  userdb_use_worker: {
    summary: 'Asks the userdb in auth workers instead of the one auth process.',
    details: 'For databases that block. The drivers passwd and Lua do so by default.',
    example: 'userdb ldap {\n  use_worker = yes\n}',
    seeAlso: ['passdb_use_worker', 'service_process_limit'],
  },
};
