/** Connections to MySQL, PostgreSQL, SQLite and Redis. */

import type { Teachings } from '../../types.ts';

export const databases: Teachings = {
  mysql: {
    summary: 'One MySQL or MariaDB server, named by its host or socket.',
    details:
      'With several blocks lookups are spread over the servers, and a failing one is passed over. Stands at top level or inside the `passdb`, `userdb` or `dict` that uses it, together with `sql_driver = mysql`.',
    example:
      'sql_driver = mysql\nmysql db1.example.com {\n  dbname = mails\n  user = dovecot\n  password = CHANGEME\n}\nmysql db2.example.com {\n  dbname = mails\n  user = dovecot\n  password = CHANGEME\n}',
    seeAlso: ['sql_driver', 'mysql_host', 'passdb_sql_query', 'userdb_sql_query'],
    old: ['dovecot-sql.conf.ext/connect', 'dovecot-dict-sql.conf.ext/connect'],
  },
  mysql_client_flags: {
    summary: 'Flags of the MySQL client library for the connection, added up to one decimal number.',
    details: 'The numbers are those of the `CLIENT_…` constants in the C interface of MySQL. Hardly ever needed.',
    values: { '0': 'No special flags.' },
    example: 'mysql db1.example.com {\n  client_flags = 65536\n}',
    seeAlso: ['mysql_option_file'],
  },
  mysql_connect_timeout: {
    summary: 'How long to wait for a connection to the MySQL server.',
    details: 'Short values make the change to another server quick.',
    example: 'mysql db1.example.com {\n  connect_timeout = 5 secs\n}',
    seeAlso: ['mysql_read_timeout', 'mysql_write_timeout'],
  },
  mysql_connection_limit: {
    summary: 'How many connections one process may hold to this MySQL server.',
    details:
      'Queries block the process, so a process uses one at a time. Lookups run side by side because there are many auth workers: their `process_limit` says how many connections the server gets in all.',
    unit: 'connections',
    example: 'mysql db1.example.com {\n  connection_limit = 5\n}',
    seeAlso: ['service_process_limit', 'passdb_use_worker'],
  },
  mysql_dbname: {
    summary: 'Database on the MySQL server that the queries use.',
    example: 'mysql db1.example.com {\n  dbname = mails\n}',
    seeAlso: ['mysql', 'mysql_user'],
  },
  mysql_host: {
    summary: 'Host name, address or socket path of the MySQL server; by default the name of the `mysql` block.',
    details:
      'The client library takes `localhost` for the default socket as long as no port is set; write `127.0.0.1` to get TCP.',
    example: 'mysql primary {\n  host = 10.0.0.11\n}',
    seeAlso: ['mysql_port', 'mysql'],
  },
  mysql_option_file: {
    summary: 'File in the format of `my.cnf` from which the MySQL client library takes further options.',
    details: 'The auth processes must be able to read it.',
    example: 'mysql db1.example.com {\n  option_file = /etc/mysql/dovecot.cnf\n}',
    seeAlso: ['mysql_option_group'],
  },
  mysql_option_group: {
    summary: 'Section of `mysql_option_file` that is read.',
    example: 'mysql db1.example.com {\n  option_file = /etc/mysql/dovecot.cnf\n  option_group = dovecot\n}',
    seeAlso: ['mysql_option_file'],
  },
  mysql_password: {
    summary: 'Password for the MySQL user.',
    details: 'Keep it in a file of its own that only root can read, and include that file.',
    example: 'mysql db1.example.com {\n  user = dovecot\n  password = CHANGEME\n}',
    seeAlso: ['mysql_user'],
  },
  mysql_port: {
    summary: 'Port of the MySQL server.',
    values: { '0': 'The default port of MySQL, 3306, where TCP is used.' },
    example: 'mysql db1.example.com {\n  port = 3307\n}',
    seeAlso: ['mysql_host'],
  },
  mysql_read_timeout: {
    summary: 'How long to wait for the answer of the MySQL server to a query.',
    details: 'Meanwhile an auth worker is busy, so a slow server soon uses up all of them.',
    example: 'mysql db1.example.com {\n  read_timeout = 30 secs\n}',
    seeAlso: ['mysql_write_timeout', 'mysql_connect_timeout'],
  },
  mysql_ssl: {
    summary: 'Uses TLS to the MySQL server.',
    details: 'Certificates and ciphers come from the `ssl_client_*` settings, which can stand in the same block.',
    example: 'mysql db1.example.com {\n  ssl = yes\n  ssl_client_ca_file = /etc/dovecot/mysql-ca.pem\n}',
    seeAlso: ['ssl_client_ca_file', 'ssl_client_require_valid_cert'],
  },
  mysql_user: {
    summary: 'MySQL user to log in as.',
    details: 'It needs no more than SELECT on the tables of users, and writing only where a dictionary is kept.',
    example: 'mysql db1.example.com {\n  user = dovecot\n}',
    seeAlso: ['mysql_password', 'mysql_dbname'],
  },
  mysql_write_timeout: {
    summary: 'How long sending a query to the MySQL server may take.',
    example: 'mysql db1.example.com {\n  write_timeout = 30 secs\n}',
    seeAlso: ['mysql_read_timeout'],
  },
  pgsql: {
    summary: 'One PostgreSQL server, named by its host.',
    details:
      'With several blocks lookups are spread over the servers, and a failing one is passed over. All but the host goes into `parameters`.',
    example:
      'sql_driver = pgsql\npgsql db.example.com {\n  parameters {\n    dbname = mails\n    user = dovecot\n    password = CHANGEME\n  }\n}',
    seeAlso: ['sql_driver', 'pgsql_parameters', 'passdb_sql_query'],
    old: ['dovecot-sql.conf.ext/connect', 'dovecot-dict-sql.conf.ext/connect'],
  },
  pgsql_connection_limit: {
    summary: 'How many connections one process may hold to this PostgreSQL server.',
    details: 'Queries do not block, so the auth process runs this many side by side.',
    unit: 'connections',
    example: 'pgsql db.example.com {\n  connection_limit = 10\n}',
    seeAlso: ['pgsql'],
  },
  pgsql_host: {
    summary: 'Host of the PostgreSQL server, or the directory of its socket; by default the name of the block.',
    example: 'pgsql primary {\n  host = /run/postgresql\n}',
    seeAlso: ['pgsql', 'pgsql_parameters'],
  },
  pgsql_parameters: {
    summary: 'Connection parameters of PostgreSQL itself: database, user, password, port, `sslmode` and others.',
    details: 'Any keyword that libpq knows. TLS is set here too, not with `ssl_client_*`.',
    example:
      'pgsql db.example.com {\n  parameters {\n    dbname = mails\n    user = dovecot\n    sslmode = verify-full\n  }\n}',
    seeAlso: ['pgsql'],
  },
  redis_db_id: {
    summary: 'Number of the Redis database that is selected after connecting.',
    example: 'last_login {\n  dict redis {\n    redis_db_id = 2\n  }\n}',
    seeAlso: ['redis_key_prefix', 'dict'],
  },
  redis_expire: {
    summary: 'Life of the keys that Dovecot writes to Redis.',
    values: { '0': 'Keys stay for ever.' },
    example: 'last_login {\n  dict redis {\n    redis_expire = 180 days\n  }\n}',
    seeAlso: ['redis_key_prefix'],
  },
  redis_host: {
    summary: 'IP address of the Redis server.',
    details: 'Host names are refused.',
    example: 'last_login {\n  dict redis {\n    redis_host = 10.0.0.21\n  }\n}',
    seeAlso: ['redis_port', 'redis_socket_path'],
  },
  redis_key_prefix: {
    summary: 'What stands before every key in Redis.',
    details: 'Keeps the keys of several uses or platforms apart in one Redis; a change makes the old keys invisible.',
    example: 'last_login {\n  dict redis {\n    redis_key_prefix = dovecot/\n  }\n}',
    seeAlso: ['redis_db_id'],
  },
  redis_password: {
    summary: 'Password that Dovecot sends to Redis with AUTH.',
    details: 'The connection is not encrypted, so keep it inside a trusted network.',
    example: 'last_login {\n  dict redis {\n    redis_password = CHANGEME\n  }\n}',
    seeAlso: ['redis_host'],
  },
  redis_port: {
    summary: 'Port of the Redis server.',
    example: 'last_login {\n  dict redis {\n    redis_port = 6380\n  }\n}',
    seeAlso: ['redis_host'],
  },
  redis_request_timeout: {
    summary: 'How long to wait for an answer of Redis before the request fails.',
    example: 'last_login {\n  dict redis {\n    redis_request_timeout = 5 secs\n  }\n}',
    seeAlso: ['redis_host'],
  },
  redis_socket_path: {
    summary: 'UNIX socket of the Redis server, used instead of host and port.',
    example: 'last_login {\n  dict redis {\n    redis_socket_path = /run/redis/redis.sock\n  }\n}',
    seeAlso: ['redis_host', 'redis_port'],
  },
  sqlite_busy_timeout: {
    summary: 'How long to wait while another process has locked the SQLite file.',
    details: 'Raise it if the log tells that the database is locked.',
    example: 'sqlite_busy_timeout = 5 secs',
    seeAlso: ['sqlite_journal_mode'],
  },
  sqlite_journal_mode: {
    summary: 'How SQLite keeps its file whole when a write is interrupted.',
    details: 'Both write files beside the database, so the directory must be writable unless `sqlite_readonly` is set.',
    values: {
      wal: 'Write-ahead log; reading goes on during a write. Not for network file systems.',
      delete: 'Rollback journal; readers wait while something is written.',
    },
    example: 'sqlite_journal_mode = wal',
    seeAlso: ['sqlite_synchronous', 'sqlite_readonly'],
  },
  sqlite_path: {
    summary: 'File of the SQLite database.',
    details: 'The processes that use it, usually auth or dict, need the rights for it.',
    example: 'sql_driver = sqlite\nsqlite_path = /etc/dovecot/users.sqlite',
    seeAlso: ['sql_driver', 'sqlite_readonly', 'passdb_sql_query'],
    old: ['dovecot-sql.conf.ext/connect', 'dovecot-dict-sql.conf.ext/connect'],
  },
  sqlite_readonly: {
    summary: 'Opens the SQLite file for reading only and never creates it.',
    details: 'Right for a table of users that another program maintains; a wrong path then shows as an error.',
    example: 'sqlite_readonly = yes',
    seeAlso: ['sqlite_path', 'sqlite_journal_mode'],
  },
  sqlite_synchronous: {
    summary: 'How often SQLite waits until its data is on disk.',
    details: 'Less waiting is faster, but a power failure can cost the last changes or, with `off`, the whole file.',
    values: {
      default: 'What the SQLite library is built with.',
      off: 'Never waits.',
      normal: 'Waits at the most critical moments; safe with the write-ahead log but for the last changes.',
      full: 'Waits at every transaction.',
      extra: 'As `full`, and waits for the directory as well when the journal is removed.',
    },
    example: 'sqlite_synchronous = normal',
    seeAlso: ['sqlite_journal_mode'],
  },
};
