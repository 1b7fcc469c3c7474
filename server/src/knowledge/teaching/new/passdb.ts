/** Password databases: who may log in, and with what. */

import type { Teachings } from '../../types.ts';

/** What a passdb does with its result and with those of the passdbs before it. */
const results = {
  'return-ok': 'Stops; the login succeeds.',
  return: 'Stops; the result of the earlier passdbs counts, and failure if there were none.',
  'return-fail': 'Stops; the login fails.',
  continue: 'Goes on to the next passdb; the result so far stays.',
  'continue-ok': 'Goes on; the result so far becomes success, and later passdbs do not check the password.',
  'continue-fail': 'Goes on; the result so far becomes failure, and later passdbs check the password.',
} as const;

export const passdb: Teachings = {
  passdb: {
    summary: 'One password database; it checks the password and tells where a proxy sends the user.',
    details:
      'Several are tried in the order of the file until one settles the matter. The name is free, but without `driver` it is the driver too.',
    example:
      'passdb passwd-file {\n  default_password_scheme = SHA512-CRYPT\n  passwd_file_path = /etc/dovecot/users\n}',
    seeAlso: ['passdb_driver', 'passdb_result_success', 'userdb', 'auth_mechanisms'],
  },
  passdb_default_password_scheme: {
    summary: 'Scheme of stored passwords that do not begin with `{SCHEME}`.',
    details:
      'A wrong scheme makes every password wrong. From 2.4.3 on the default is `CRYPT` for most drivers; before it was `PLAIN`.',
    example: 'passdb sql {\n  default_password_scheme = BLF-CRYPT\n}',
    seeAlso: ['passdb_sql_query', 'auth_allow_weak_schemes'],
    old: [
      'dovecot-sql.conf.ext/default_pass_scheme',
      'dovecot-ldap.conf.ext/default_pass_scheme',
      'dovecot-dict-auth.conf.ext/default_pass_scheme',
    ],
  },
  passdb_deny: {
    summary: 'Turns the passdb into a list of users who may not log in.',
    details: 'Whoever is found in it is refused, whatever the password. Put it before the other passdbs.',
    example: 'passdb denied {\n  driver = passwd-file\n  passwd_file_path = /etc/dovecot/denied\n  deny = yes\n}',
    seeAlso: ['passdb_result_success', 'passdb_username_filter'],
    old: ['passdb/deny'],
  },
  passdb_driver: {
    summary: 'Kind of database; by default the name of the `passdb` block.',
    details: 'Needed when two blocks use the same driver, since each needs a name of its own.',
    example: 'passdb staff {\n  driver = ldap\n}',
    seeAlso: ['passdb_name', 'userdb_driver'],
    old: ['passdb/driver'],
  },
  passdb_fields: {
    summary: 'Fields to set when the passdb found the user, besides or instead of what it returned.',
    details:
      'Values see the state after the lookup: `%{ldap:ATTRIBUTE}`, `%{passdb:FIELD}`. A name that ends in `:default` is set only if it is missing, `:remove` takes the field away. Fields that begin with `userdb_` go to `userdb prefetch`.',
    values: {
      user: 'The name to go on with, as in the case of the database.',
      proxy: 'The login is passed on to `host`, whatever the value.',
      host: 'Server that a proxy connects to.',
      allow_nets: 'Networks from which this user may log in.',
      nologin: 'The user may not log in; `reason` says why.',
      nopassword: 'Any password is right; the password must be empty.',
    },
    example: 'passdb ldap {\n  fields {\n    user = %{ldap:uid}\n    password = %{ldap:userPassword}\n  }\n}',
    seeAlso: ['passdb_fields_import_all', 'userdb_fields'],
    old: ['passdb/default_fields', 'passdb/override_fields', 'dovecot-ldap.conf.ext/pass_attrs'],
  },
  passdb_fields_import_all: {
    summary: 'Takes over every field that the lookup returned, not only those in `fields`.',
    details: 'For LDAP the default is `no`, as a directory entry has many attributes that mean nothing to Dovecot.',
    example: 'passdb sql {\n  fields_import_all = no\n}',
    seeAlso: ['passdb_fields'],
  },
  passdb_imapc: {
    summary: 'Settings of the IMAP client for passdbs with the driver `imap`.',
    details: 'The `imapc_*` settings may stand in the `passdb` block itself as well.',
    example: 'passdb imap {\n  imapc_host = imap.example.com\n  imapc_port = 993\n  imapc_ssl = imaps\n}',
    seeAlso: ['imapc_host', 'passdb_driver'],
  },
  passdb_ldap: {
    summary: 'Settings of all passdbs with the driver `ldap`.',
    details: "Dovecot's own defaults for the driver live here; usually settings are written in the `passdb` block.",
    example: 'passdb_ldap {\n  bind = yes\n}',
    seeAlso: ['passdb_ldap_filter', 'passdb_ldap_bind', 'ldap_uris'],
  },
  passdb_ldap_bind: {
    summary: "Checks the password by logging in to the LDAP server as the user, instead of reading the user's hash.",
    details:
      'Dovecot needs no right to read passwords. Only mechanisms that send the password work, as PLAIN and LOGIN, and logins cannot be pipelined on one connection.',
    example: 'passdb ldap {\n  bind = yes\n  filter = (&(objectClass=posixAccount)(uid=%{user}))\n}',
    seeAlso: ['passdb_ldap_bind_userdn', 'passdb_ldap_filter', 'ldap_connection_group'],
    old: ['dovecot-ldap.conf.ext/auth_bind'],
  },
  passdb_ldap_bind_userdn: {
    summary: "Template of the user's DN, which saves the search before `bind = yes` can log in.",
    details:
      'Works only where all users lie in one branch. As nothing is searched, `filter` and `fields` are ignored and the name keeps the case that the client sent.',
    example: 'passdb ldap {\n  bind = yes\n  bind_userdn = uid=%{user},ou=people,dc=example,dc=com\n}',
    seeAlso: ['passdb_ldap_bind', 'auth_username_format'],
    old: ['dovecot-ldap.conf.ext/auth_bind_userdn'],
  },
  passdb_ldap_filter: {
    summary: 'LDAP filter that finds the entry of the user who logs in.',
    details: 'It must match one entry only. Values of variables are escaped.',
    example: 'passdb ldap {\n  filter = (&(objectClass=posixAccount)(uid=%{user}))\n}',
    seeAlso: ['ldap_base', 'passdb_fields', 'userdb_ldap_filter'],
    old: ['dovecot-ldap.conf.ext/pass_filter'],
  },
  passdb_lua: {
    summary: 'Settings of all passdbs with the driver `lua`.',
    details: 'By default scripts run in auth workers (`use_worker = yes`), so that a slow one blocks nobody else.',
    example: 'passdb lua {\n  lua_file = /etc/dovecot/auth.lua\n}',
    seeAlso: ['lua_file', 'passdb_use_worker'],
  },
  passdb_master: {
    summary: 'Makes the users of this passdb master users, who may log in as anybody.',
    details:
      'The client sends both names, with the separator or by SASL, and the password of the master. Let it end with `result_success = continue`, so that the other name must exist too.',
    example:
      'auth_master_user_separator = *\npassdb masters {\n  driver = passwd-file\n  passwd_file_path = /etc/dovecot/masters\n  master = yes\n  result_success = continue\n}',
    seeAlso: ['auth_master_user_separator', 'passdb_result_success', 'acl_user'],
    old: ['passdb/master'],
  },
  passdb_mechanisms_filter: {
    summary: 'Uses the passdb only for logins with these mechanisms.',
    details: 'Empty means all.',
    values: { none: 'Lookups without a login, as those of LMTP and doveadm.' },
    example: 'passdb pam {\n  mechanisms_filter = plain login\n}',
    seeAlso: ['auth_mechanisms', 'passdb_username_filter'],
    old: ['passdb/mechanisms'],
  },
  passdb_name: {
    summary: 'Name of the passdb in the configuration and the log; the word after `passdb`.',
    details: 'Without `driver` it says the driver as well. Two blocks of one name are one passdb.',
    example: 'passdb staff {\n  driver = ldap\n}',
    seeAlso: ['passdb', 'passdb_driver'],
    old: ['passdb/name'],
  },
  passdb_pam: {
    summary: 'Settings of all passdbs with the driver `pam`.',
    details: 'By default PAM is asked in auth workers (`use_worker = yes`), since it blocks.',
    example: 'passdb_pam {\n  service_name = dovecot\n}',
    seeAlso: ['passdb_pam_service_name', 'passdb_use_worker'],
  },
  passdb_pam_failure_show_msg: {
    summary: 'Gives the client the error message of PAM instead of `Authentication failed`.',
    details: 'May tell strangers that an account exists or has expired.',
    example: 'passdb pam {\n  failure_show_msg = yes\n}',
    seeAlso: ['auth_verbose'],
  },
  passdb_pam_max_requests: {
    summary: 'Number of PAM lookups after which an auth worker ends.',
    details: 'Many PAM modules leak memory; a lower number hides that at the cost of more new processes.',
    unit: 'lookups',
    example: 'passdb pam {\n  max_requests = 100\n}',
    seeAlso: ['service_restart_request_count'],
  },
  passdb_pam_service_name: {
    summary: 'Name of the PAM service, that is of the file in `/etc/pam.d`.',
    details: 'A variable as `%{protocol}` lets each protocol have rules of its own.',
    example: 'passdb pam {\n  service_name = %{protocol}\n}',
    seeAlso: ['passdb_pam'],
  },
  passdb_pam_session: {
    summary: 'Opens a PAM session at login and closes it at once.',
    details: 'Enough for modules such as `pam_mkhomedir`, which makes missing home directories.',
    example: 'passdb pam {\n  session = yes\n}',
    seeAlso: ['passdb_pam_setcred'],
  },
  passdb_pam_setcred: {
    summary: 'Has PAM create the credentials of the user, as tickets of Kerberos or AFS.',
    details: 'Nothing deletes them again, which confuses some modules.',
    example: 'passdb pam {\n  setcred = yes\n}',
    seeAlso: ['passdb_pam_session'],
  },
  passdb_passwd: {
    summary: 'Settings of all passdbs with the driver `passwd`, which takes system users from NSS.',
    details: 'By default it runs in auth workers and passwords are of the scheme `CRYPT`.',
    example: 'passdb_passwd {\n  passdb_default_password_scheme = CRYPT\n}',
    seeAlso: ['userdb_passwd', 'passdb_pam'],
  },
  passdb_passwd_file: {
    summary: 'Settings of all passdbs with the driver `passwd-file`.',
    details: 'Usually settings are written in the `passdb passwd-file` block.',
    example: 'passdb_passwd_file {\n  passdb_default_password_scheme = SHA512-CRYPT\n}',
    seeAlso: ['passwd_file_path', 'userdb_passwd_file'],
  },
  passdb_result_failure: {
    summary: 'What follows when the user is not in the passdb or the password is wrong.',
    details: 'With the default, `continue`, the next passdb is tried, and the login fails after the last one.',
    values: results,
    example: 'passdb ldap {\n  result_failure = return-fail\n}',
    seeAlso: ['passdb_result_success', 'passdb_result_internalfail', 'passdb_skip'],
    old: ['passdb/result_failure'],
  },
  passdb_result_internalfail: {
    summary: 'What follows when the passdb could not be asked, as when the database is down.',
    details:
      'If no later passdb succeeds, the client gets an internal error, not a wrong password. Where passdbs add to each other say `return-fail`, or users get in with half of their fields.',
    values: results,
    example: 'passdb sql {\n  result_internalfail = return-fail\n}',
    seeAlso: ['passdb_result_success', 'passdb_result_failure'],
    old: ['passdb/result_internalfail'],
  },
  passdb_result_success: {
    summary: 'What follows when the passdb found the user and the password is right.',
    details:
      '`continue` and `continue-ok` let later passdbs add fields. In a master passdb they go on with the first passdb that is not one; 2.3 could say `pass = yes` for `continue`.',
    values: results,
    example: 'passdb masters {\n  driver = passwd-file\n  master = yes\n  result_success = continue\n}',
    seeAlso: ['passdb_result_failure', 'passdb_result_internalfail', 'passdb_master'],
    old: ['passdb/result_success'],
  },
  passdb_skip: {
    summary: 'Passes the passdb over, depending on what the earlier ones found.',
    values: {
      never: 'Always asked.',
      authenticated: 'Passed over if the user is already let in.',
      unauthenticated: 'Passed over if the user is not let in yet; for passdbs that only add fields.',
    },
    example: 'passdb extra {\n  driver = sql\n  skip = unauthenticated\n}',
    seeAlso: ['passdb_result_success', 'passdb_username_filter'],
    old: ['passdb/skip'],
  },
  passdb_sql_query: {
    summary: 'SQL query that returns the password and other fields of the user, one row.',
    details:
      'Columns are named as Dovecot names its fields, so use `AS`. Values of variables are escaped; put them in quotes.',
    example: "passdb sql {\n  query = SELECT userid AS user, password FROM users WHERE userid = '%{user}'\n}",
    seeAlso: ['sql_driver', 'passdb_fields', 'passdb_default_password_scheme', 'userdb_sql_query'],
    old: ['dovecot-sql.conf.ext/password_query'],
  },
  passdb_sql_update_query: {
    summary: 'SQL query that stored a new password after a login with a one-time password.',
    details:
      'Only the mechanism OTP used it, and later releases of 2.4 no longer know it; take it out before upgrading.',
    example: "passdb_sql_update_query = UPDATE users SET hash = '%{password}' WHERE userid = '%{user}'",
    seeAlso: ['passdb_sql_query'],
    old: ['dovecot-sql.conf.ext/update_query'],
  },
  passdb_static: {
    summary: 'Settings of all passdbs with the driver `static`, which knows every user name.',
    details:
      'Anybody who has the password gets in under any name, so it is for tests and for proxies that leave the check to the backend.',
    example: 'passdb static {\n  fields {\n    nopassword = yes\n    proxy = yes\n    host = 10.0.0.5\n  }\n}',
    seeAlso: ['passdb_static_password', 'passdb_fields', 'userdb_static'],
  },
  passdb_static_password: {
    summary: 'Password of all users in a passdb with the driver `static`.',
    details: 'On a backend it can be the password that the proxies log in with; restrict the networks by `allow_nets`.',
    example: 'passdb static {\n  password = CHANGEME\n  fields {\n    allow_nets = 10.0.0.0/24\n  }\n}',
    seeAlso: ['passdb_static', 'passdb_fields'],
  },
  passdb_use_cache: {
    summary: 'Keeps results of this passdb in the auth cache.',
    details:
      'Say `no` for databases whose answer must always be fresh. Without `auth_cache_size` nothing is cached anyway.',
    example: 'passdb passwd-file {\n  use_cache = no\n}',
    seeAlso: ['auth_cache_size', 'userdb_use_cache'],
  },
  passdb_use_worker: {
    summary: 'Asks the passdb in auth workers instead of the one auth process.',
    details:
      'For databases that block, and for password schemes that need much time, since workers use all processors. Each worker has connections of its own. PAM, passwd and Lua use workers by default.',
    example: 'passdb ldap {\n  use_worker = yes\n}',
    seeAlso: ['userdb_use_worker', 'auth_cache_verify_password_with_worker', 'service_process_limit'],
  },
  passdb_username_filter: {
    summary: 'Uses the passdb only for user names that match.',
    details:
      'Patterns with `*` and `?`, separated by blanks or commas; one with `!` in front excludes. Assigns domains to databases, so that a name that cannot be there is not looked up.',
    example: 'passdb ldap {\n  username_filter = *@example.com !guest@example.com\n}',
    seeAlso: ['passdb_mechanisms_filter', 'passdb_skip'],
    old: ['passdb/username_filter'],
  },
  passwd_file_path: {
    summary: 'File that a passdb or userdb with the driver `passwd-file` reads.',
    details:
      'Lines are `user:password:uid:gid::home::fields`; for a passdb the first two suffice. Variables allow a file per domain. In 2.3 the path was part of `args`.',
    example: 'passdb passwd-file {\n  passwd_file_path = /etc/dovecot/%{user | domain}/passwd\n}',
    seeAlso: ['passdb_passwd_file', 'userdb_passwd_file', 'passdb_default_password_scheme'],
  },
};
