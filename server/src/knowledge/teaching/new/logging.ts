/** Where log messages go, which of them are written, and what deliveries and protocols write. */

import type { Teachings } from '../../types.ts';

export const logging: Teachings = {
  debug_log_path: {
    summary: 'File for debug messages; empty sends them where informational messages go.',
    details: 'A file of its own keeps them away from monitoring and makes them easy to throw away.',
    example: 'debug_log_path = /var/log/dovecot-debug.log',
    seeAlso: ['log_path', 'info_log_path', 'log_debug'],
  },
  deliver_log_format: {
    summary: 'Text of the log line for each mail that LMTP or LDA delivers.',
    details:
      'Beside `%{message}`, which says what became of the mail, there are `%{msgid}`, `%{subject}`, `%{from}`, `%{from_envelope}`, `%{to_envelope}`, `%{size}`, `%{vsize}`, `%{delivery_time}`, `%{session_time}` and `%{storage_id}`.',
    example:
      'deliver_log_format = from=<%{from_envelope}> msgid=%{msgid} size=%{size} time=%{delivery_time}ms: %{message}',
    seeAlso: ['mail_log_prefix', 'login_log_format'],
  },
  info_log_path: {
    summary: 'File for informational messages; empty sends them where errors go.',
    details: 'Separates the daily noise of logins from what needs attention.',
    example: 'info_log_path = /var/log/dovecot-info.log',
    seeAlso: ['log_path', 'debug_log_path'],
  },
  log_core_filter: {
    summary: 'Messages at which a process aborts and leaves a core file.',
    details:
      'For hunting an error whose cause the message alone does not show. A filter that matches often takes the service down.',
    example: 'log_core_filter = "category=error AND message=\\"*stale NFS*\\""',
    seeAlso: ['log_debug', 'process_shutdown_filter'],
  },
  log_debug: {
    summary: 'Which debug messages are written, as an event filter.',
    details:
      'Filter by category, event, field or source file, joined with AND, OR and NOT. It can stand in `local`, `remote` and `protocol` blocks, which limits the noise to one client.',
    values: {
      'category=auth': 'Authentication.',
      'category=mail': 'Mail storage and plugins.',
      'category=ssl': 'TLS handshakes and certificates.',
    },
    example: 'log_debug = category=auth OR category=ssl',
    seeAlso: ['debug_log_path', 'auth_verbose', 'log_core_filter'],
  },
  log_path: {
    summary: 'Where log messages go.',
    details:
      'Files must be rotated with `doveadm log reopen` afterwards. `doveadm log find` shows where messages end up.',
    values: {
      syslog: 'The log of the system.',
      '/dev/stderr': 'Standard error, for containers.',
    },
    example: 'log_path = /var/log/dovecot.log',
    seeAlso: ['info_log_path', 'debug_log_path', 'syslog_facility', 'log_timestamp'],
  },
  log_timestamp: {
    summary: 'Time in front of each line in log files, in the notation of `strftime()`.',
    details: 'Does not concern syslog, which writes its own. Keep a blank at the end, in double quotes.',
    example: 'log_timestamp = "%Y-%m-%d %H:%M:%S "',
    seeAlso: ['log_path'],
  },
  rawlog_dir: {
    summary: 'Directory into which everything sent and received by clients is written, for debugging.',
    details:
      'Nothing is written as long as the directory does not exist or cannot be written to, so it can be set for all and created for one user. The files contain the mails.',
    example: 'protocol imap {\n  rawlog_dir = /var/tmp/rawlog/%{user}\n}',
    seeAlso: ['log_debug', 'login_proxy_rawlog_dir', 'lmtp_rawlog_dir'],
  },
  syslog_facility: {
    summary: 'Facility under which messages are given to syslog.',
    details: 'Takes the usual names, such as `mail`, `daemon` and `local0` to `local7`; anything else is refused.',
    example: 'syslog_facility = local5',
    seeAlso: ['log_path'],
  },
};
