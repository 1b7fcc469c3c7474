/** Keys of `dovecot-sql.conf.ext`, the file that `args` of an SQL passdb or userdb names in 2.3. */

import type { Teachings } from '../../types.ts';

export const sqlExt: Teachings = {
  'dovecot-sql.conf.ext/connect': {
    summary: 'How to reach the database: words of `name=value`, or a path for SQLite.',
    details:
      'Several `host=` words are used in turn and as reserve. In 2.4 a block of the database, as `mysql HOST` or `pgsql HOST`, or `sqlite_path`.',
    example: 'connect = host=localhost dbname=mail user=dovecot password=CHANGEME',
    seeAlso: ['dovecot-sql.conf.ext/driver'],
  },
  'dovecot-sql.conf.ext/default_pass_scheme': {
    summary: 'Scheme of passwords from SQL that have no `{SCHEME}` in front.',
    example: 'default_pass_scheme = SHA512-CRYPT',
    seeAlso: ['dovecot-sql.conf.ext/password_query'],
    replacedBy: 'passdb_default_password_scheme',
  },
  'dovecot-sql.conf.ext/driver': {
    summary: 'Which database it is.',
    details: 'Each is a package of its own on many systems, as dovecot-mysql.',
    example: 'driver = mysql',
    seeAlso: ['dovecot-sql.conf.ext/connect'],
    replacedBy: 'sql_driver',
  },
  'dovecot-sql.conf.ext/iterate_query': {
    summary: 'Query that lists all users, for `doveadm -A` and expiring mails.',
    details: 'Returns `user`, or `username` and `domain`.',
    example: 'iterate_query = SELECT username, domain FROM users',
    seeAlso: ['dovecot-sql.conf.ext/user_query'],
    replacedBy: 'userdb_sql_iterate_query',
  },
  'dovecot-sql.conf.ext/password_query': {
    summary: 'Query that gives the password of a user who logs in.',
    details:
      'Columns are passdb fields; those with `userdb_` in front save a second lookup with the userdb `prefetch`. Variables are escaped, so quote them with single quotes.',
    example: "password_query = SELECT password FROM users WHERE username = '%n' AND domain = '%d'",
    seeAlso: ['dovecot-sql.conf.ext/user_query', 'dovecot-sql.conf.ext/default_pass_scheme'],
    replacedBy: 'passdb_sql_query',
  },
  'dovecot-sql.conf.ext/update_query': {
    summary: 'Query that stores a new password of the user.',
    details: 'Only needed for one-time passwords. 2.4.1 still has it, 2.4.5 no longer.',
    example: "update_query = UPDATE users SET hash = '%w' WHERE username = '%n' AND domain = '%d'",
    seeAlso: ['dovecot-sql.conf.ext/password_query'],
    replacedBy: 'passdb_sql_update_query',
  },
  'dovecot-sql.conf.ext/user_query': {
    summary: 'Query that gives home, uid, gid and other fields of a user.',
    details: 'Columns are userdb fields, also names of settings, as `quota_rule`.',
    example: "user_query = SELECT home, uid, gid FROM users WHERE username = '%n' AND domain = '%d'",
    seeAlso: ['dovecot-sql.conf.ext/password_query', 'dovecot-sql.conf.ext/iterate_query'],
    replacedBy: 'userdb_sql_query',
  },
  'dovecot-sql.conf.ext/userdb_warning_disable': {
    summary: 'Had a warning silenced; has no effect any more in an SQL file.',
    example: 'userdb_warning_disable = yes',
    seeAlso: ['dovecot-sql.conf.ext/user_query'],
    replacedBy: null,
  },
};
