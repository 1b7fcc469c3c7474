/** Counting events (metrics), sending them elsewhere (exporters), and the stats service. */

import type { Teachings } from '../../types.ts';

export const statistics: Teachings = {
  event_exporter: {
    summary: 'Target that events are sent to: where it is, and in which format.',
    details: 'Nothing is sent until a `metric` names it as its exporter.',
    example:
      'event_exporter to_log {\n  driver = log\n  format = json\n}\nmetric failed_logins {\n  filter = event=auth_request_finished AND NOT success=yes\n  exporter = to_log\n}',
    seeAlso: ['metric_exporter', 'event_exporter_driver', 'event_exporter_format'],
  },
  event_exporter_driver: {
    summary: 'How events leave Dovecot.',
    details:
      'All of it is done by the stats process; a slow receiver makes it grow, as events are kept until they are sent.',
    example:
      'event_exporter lake {\n  driver = http-post\n  http_post_url = https://lake.example.com/dovecot\n  format = json\n}',
    seeAlso: ['event_exporter_file_path', 'event_exporter_unix_path', 'event_exporter_http_post_url'],
    old: ['event_exporter/transport'],
  },
  event_exporter_file_path: {
    summary: 'File that events are appended to, with the driver `file`.',
    details: 'After rotating it run `doveadm stats reopen`. The stats process writes it, as the internal user.',
    example:
      'event_exporter audit {\n  driver = file\n  file_path = /var/log/dovecot-events.log\n  format = tab-text\n}',
    seeAlso: ['event_exporter_driver', 'event_exporter_format'],
  },
  event_exporter_format: {
    summary: 'How an event is written.',
    values: {
      json: 'A JSON object.',
      'tab-text': 'Fields with tabs between.',
    },
    example: 'event_exporter to_log {\n  driver = log\n  format = tab-text\n}',
    seeAlso: ['event_exporter_time_format', 'metric_exporter_include'],
    old: ['event_exporter/format'],
  },
  event_exporter_http_post: {
    summary: 'Block for settings that hold only for exporters that post over HTTP.',
    details:
      'Place for HTTP client and TLS settings. The time limit of a request is short on purpose, since unsent events fill memory.',
    example: 'event_exporter_http_post {\n  http_client_request_absolute_timeout = 1s\n}',
    seeAlso: ['event_exporter_http_post_url', 'http_client_request_absolute_timeout'],
  },
  event_exporter_http_post_url: {
    summary: 'Address that events are posted to, with the driver `http-post`.',
    details: 'There is one request for each event.',
    example:
      'event_exporter lake {\n  driver = http-post\n  http_post_url = https://lake.example.com/dovecot\n  format = json\n}',
    seeAlso: ['event_exporter_driver', 'event_exporter_http_post'],
  },
  event_exporter_name: {
    summary: 'Name by which metrics refer to the exporter; normally written as the name of the block.',
    example: 'event_exporter to_log {\n  driver = log\n  format = json\n}',
    seeAlso: ['metric_exporter', 'event_exporter'],
    old: ['event_exporter/name'],
  },
  event_exporter_time_format: {
    summary: 'How times are written in exported events.',
    values: {
      rfc3339: 'As 2026-03-01T12:00:00.123456Z.',
      unix: 'Seconds since 1970.',
    },
    example: 'event_exporter to_log {\n  driver = log\n  format = json\n  time_format = unix\n}',
    seeAlso: ['event_exporter_format'],
    old: ['event_exporter/format_args'],
  },
  event_exporter_unix_connect_timeout: {
    summary: 'How long connecting to the socket of the exporter may take.',
    details: 'Keep it short: the stats process waits meanwhile.',
    example:
      'event_exporter local {\n  driver = unix\n  unix_path = /run/collector.sock\n  unix_connect_timeout = 500 ms\n  format = json\n}',
    seeAlso: ['event_exporter_unix_path'],
  },
  event_exporter_unix_path: {
    summary: 'UNIX socket that events are written to, with the driver `unix`.',
    details: 'A collector must listen on it; the stats process needs permission to connect.',
    example: 'event_exporter local {\n  driver = unix\n  unix_path = /run/collector.sock\n  format = json\n}',
    seeAlso: ['event_exporter_driver', 'event_exporter_unix_connect_timeout'],
  },
  metric: {
    summary: 'Counts the events that match a filter, under a name.',
    details: 'See the numbers with `doveadm stats dump` or over OpenMetrics. They start at zero with each reload.',
    example: 'metric imap_command {\n  filter = event=imap_command_finished\n  group_by cmd_name {\n  }\n}',
    seeAlso: ['metric_filter', 'metric_group_by', 'metric_fields', 'event_exporter'],
  },
  metric_description: {
    summary: 'Help text of the metric in OpenMetrics.',
    example:
      'metric auth_failures {\n  filter = event=auth_request_finished AND NOT success=yes\n  description = Failed logins\n}',
    seeAlso: ['metric'],
    old: ['metric/description'],
  },
  metric_exporter: {
    summary: 'Name of the exporter that matching events are sent to; empty only counts them.',
    example:
      'metric logins {\n  filter = event=auth_request_finished\n  exporter = to_log\n}\nevent_exporter to_log {\n  driver = log\n  format = json\n}',
    seeAlso: ['event_exporter', 'metric_exporter_include'],
    old: ['metric/exporter'],
  },
  metric_exporter_include: {
    summary: 'Which parts of an event are exported.',
    details: 'Fewer parts make smaller messages; all of them are sent unless it is set.',
    values: {
      name: 'Name of the event.',
      hostname: 'Name of this server.',
      timestamps: 'When it began and ended.',
      categories: 'Its categories.',
      fields: 'Its fields.',
    },
    example:
      'metric logins {\n  filter = event=auth_request_finished\n  exporter = to_log\n  exporter_include = name timestamps fields\n}\nevent_exporter to_log {\n  driver = log\n  format = json\n}',
    seeAlso: ['metric_exporter', 'event_exporter_format'],
    old: ['metric/exporter_include'],
  },
  metric_fields: {
    summary: 'Fields whose values are summed up beside the number of events.',
    details: 'For each of them sum, average and percentiles are kept. The duration of the event is always there.',
    example: 'metric imap_traffic {\n  filter = event=imap_command_finished\n  fields = net_in_bytes net_out_bytes\n}',
    seeAlso: ['metric_group_by', 'metric_filter'],
    old: ['metric/fields'],
  },
  metric_filter: {
    summary: 'Which events count: by name, category and fields.',
    details:
      'Conditions are joined with AND, OR, NOT and parentheses; `*` and `?` are wildcards. Always name an event, or unnamed ones are counted too.',
    example:
      'metric select_failed {\n  filter = event=imap_command_finished AND cmd_name=SELECT AND NOT tagged_reply_state=OK\n}',
    seeAlso: ['metric', 'log_debug'],
    old: ['metric/filter'],
  },
  metric_group_by: {
    summary: 'Splits a metric by the values of a field; several blocks split further and further.',
    details: 'Each value makes a metric of its own in memory, so do not group by users, addresses or sessions.',
    example:
      'metric imap_command {\n  filter = event=imap_command_finished\n  group_by cmd_name {\n  }\n  group_by tagged_reply_state {\n  }\n}',
    seeAlso: ['metric_group_by_method', 'metric_fields'],
    old: ['metric/group_by'],
  },
  metric_group_by_field: {
    summary: 'Field to split by; normally written as the name of the block.',
    example: 'metric auth {\n  filter = event=auth_request_finished\n  group_by success {\n  }\n}',
    seeAlso: ['metric_group_by'],
  },
  metric_group_by_method: {
    summary: 'How values of the field are put into groups; the name of the block is the method.',
    details: 'Without such a block each value is a group. Numbers such as durations want ranges.',
    example:
      'metric imap_command {\n  filter = event=imap_command_finished\n  group_by duration {\n    method exponential {\n      base = 10\n      min_magnitude = 1\n      max_magnitude = 6\n    }\n  }\n}',
    seeAlso: ['metric_group_by_method_method', 'metric_group_by'],
  },
  metric_group_by_method_discrete_modifier: {
    summary: 'Changes a value before it becomes a group, written with `%{value}`.',
    details: 'So users can be counted by domain without a metric for each of them.',
    example:
      'metric login_domains {\n  filter = event=auth_request_finished\n  group_by user {\n    method discrete {\n      modifier = %{value | domain | lower}\n    }\n  }\n}',
    seeAlso: ['metric_group_by_method', 'metric_group_by'],
  },
  metric_group_by_method_exponential_base: {
    summary: 'Factor from one range to the next.',
    details: 'Dovecot supports only two of them.',
    values: {
      '2': 'Ranges double.',
      '10': 'Ranges grow tenfold.',
    },
    example:
      'metric delivery {\n  filter = event=mail_delivery_finished\n  group_by duration {\n    method exponential {\n      base = 10\n      min_magnitude = 3\n      max_magnitude = 7\n    }\n  }\n}',
    seeAlso: ['metric_group_by_method_exponential_min_magnitude', 'metric_group_by_method_exponential_max_magnitude'],
  },
  metric_group_by_method_exponential_max_magnitude: {
    summary: 'Power of the base at which the last bounded range ends; larger values share one range.',
    details:
      'With base 10 and `6` everything above a million is one group; for durations, in microseconds, that is a second.',
    example:
      'metric delivery {\n  filter = event=mail_delivery_finished\n  group_by duration {\n    method exponential {\n      base = 10\n      min_magnitude = 3\n      max_magnitude = 6\n    }\n  }\n}',
    seeAlso: ['metric_group_by_method_exponential_min_magnitude', 'metric_group_by_method_exponential_base'],
  },
  metric_group_by_method_exponential_min_magnitude: {
    summary: 'Power of the base at which the first range ends; smaller values share it.',
    details: 'With base 10 and `3` everything up to a thousand is one group.',
    example:
      'metric mails {\n  filter = event=mail_delivery_finished\n  group_by duration {\n    method exponential {\n      base = 2\n      min_magnitude = 10\n      max_magnitude = 20\n    }\n  }\n}',
    seeAlso: ['metric_group_by_method_exponential_max_magnitude', 'metric_group_by_method_exponential_base'],
  },
  metric_group_by_method_linear_max: {
    summary: 'Where the last bounded range ends; larger values share one range.',
    example:
      'metric imap_out {\n  filter = event=imap_command_finished\n  group_by net_out_bytes {\n    method linear {\n      min = 0\n      max = 100000\n      step = 10000\n    }\n  }\n}',
    seeAlso: ['metric_group_by_method_linear_min', 'metric_group_by_method_linear_step'],
  },
  metric_group_by_method_linear_min: {
    summary: 'Where the first range ends; all values up to it share one range.',
    example:
      'metric imap_out {\n  filter = event=imap_command_finished\n  group_by net_out_bytes {\n    method linear {\n      min = 1000\n      max = 11000\n      step = 1000\n    }\n  }\n}',
    seeAlso: ['metric_group_by_method_linear_max', 'metric_group_by_method_linear_step'],
  },
  metric_group_by_method_linear_step: {
    summary: 'Width of each range between the lowest and the highest bound.',
    details: 'A small step over a wide span makes many groups.',
    example:
      'metric imap_out {\n  filter = event=imap_command_finished\n  group_by net_out_bytes {\n    method linear {\n      min = 0\n      max = 50000\n      step = 5000\n    }\n  }\n}',
    seeAlso: ['metric_group_by_method_linear_min', 'metric_group_by_method_linear_max'],
  },
  metric_group_by_method_method: {
    summary: 'Kind of grouping; normally written as the name of the `method` block.',
    values: {
      discrete: 'Each value is a group.',
      exponential: 'Numbers fall into ranges that grow by a factor.',
      linear: 'Numbers fall into ranges of the same width.',
    },
    example:
      'metric imap_command {\n  filter = event=imap_command_finished\n  group_by cmd_name {\n    method discrete {\n      modifier = %{value | upper}\n    }\n  }\n}',
    seeAlso: ['metric_group_by_method', 'metric_group_by'],
  },
  metric_name: {
    summary: 'Name of the metric; normally written as the name of the block.',
    details:
      'Use letters, digits and underscores: other names are left out of OpenMetrics, where it appears as `dovecot_NAME_total`.',
    example: 'metric auth_success {\n  filter = event=auth_request_finished AND success=yes\n}',
    seeAlso: ['metric', 'metric_description'],
    old: ['metric/metric_name'],
  },
  stats_server: {
    summary: 'Block for settings that hold only for the HTTP server of the stats service.',
    details: 'That server answers with OpenMetrics once `service stats` has a TCP listener.',
    example:
      'service stats {\n  inet_listener http {\n    port = 9900\n  }\n}\nstats_server {\n  http_server_rawlog_dir = /var/tmp/stats-rawlog\n}',
    seeAlso: ['metric', 'inet_listener'],
  },
  stats_writer_socket_path: {
    summary: 'Socket on which processes report their events to the stats process.',
    details: 'Relative paths start at `base_dir`.',
    values: { '': 'Nothing is reported, so there are no statistics.' },
    example: 'stats_writer_socket_path = stats-writer',
    seeAlso: ['metric', 'base_dir'],
  },
};
