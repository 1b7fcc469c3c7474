/** More processes or threads for Cassandra than are of use. */

import { findIn } from '../config/effective/find.ts';
import { plain, plainValue } from '../config/entries.ts';
import type { Located } from '../config/located.ts';
import { defineRule, type Fix, replace } from '../lint/rule.ts';

const blocks = (threads: string, service: string) =>
  `dovecot_config_version = 3.1.2\ndict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_protocol_version = 4\n${threads}  }\n}\nservice dict-async {\n${service}}\n`;

export const dictAsyncSingleRecommended = defineRule({
  id: 'dict-async-single-recommended',
  dialects: ['pro-2.3', 'pro-3.0', 'pro-3.1'],
  severity: 'information',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/dictmap/',
  docs: {
    summary: 'Several processes of dict-async, or several threads of the Cassandra driver, are asked for.',
    why: 'Each process and each thread opens connections of its own to all nodes of Cassandra. One thread can have 32,000 requests under way, so one process with one thread is nearly always enough, and more of them only burden the database.',
    exceptions: "The log line 'All connections on all I/O threads are busy' is the reason to have more.",
    bad: [
      { dialect: 'pro-3.1', text: blocks('', '  process_limit = <|4|>\n'), fixed: blocks('', '  process_limit = 1\n') },
      {
        dialect: 'pro-3.1',
        text: blocks('    cassandra_io_thread_count = <|8|>\n', '  process_limit = 1\n'),
        fixed: blocks('    cassandra_io_thread_count = 1\n', '  process_limit = 1\n'),
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:mails.conf.ext\n}\nservice dict-async {\n  vsz_limit = 0\n}\n',
        files: { 'mails.conf.ext': 'connect = host=a host=b host=c keyspace=mails version=4 num_threads=<|4|>\n' },
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: blocks('    cassandra_io_thread_count = 1\n', '  process_limit = 1\n') },
      { dialect: 'pro-3.1', text: blocks('', '  process_limit = {{ processes }}\n') },
    ],
  },
  messages: {
    processes:
      'Usually one process of dict-async is enough: each one has connections of its own to all nodes of Cassandra.',
    threads: 'Usually one thread is enough for Cassandra: each one has connections of its own to all nodes.',
  },
  check({ storage, configuration, report }) {
    if (storage.cql.length === 0) return;
    const setting = configuration.decision.grammar === 'old' ? 'process_limit' : 'service_process_limit';
    const limit = plainValue(findIn(configuration, setting, 'service:dict-async'));
    if (isSeveral(limit)) report({ at: limit, message: 'processes', fixes: [one(limit)] });
    for (const { get } of storage.cql) {
      const threads = plain(get('cassandra_io_thread_count'));
      if (isSeveral(threads)) report({ at: threads, message: 'threads', fixes: [one(threads)] });
    }
  },
});

function one(count: Located): Fix {
  return { title: 'Have one (unless the log asks for more)', safe: false, edits: [replace(count, '1')] };
}

function isSeveral(count: Located | undefined): count is Located {
  return count !== undefined && /^\d+$/.test(count.text) && Number(count.text) > 1;
}
