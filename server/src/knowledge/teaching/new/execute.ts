/** External programs that features such as quota warnings run. */

import type { Teachings } from '../../types.ts';

export const execute: Teachings = {
  execute: {
    summary: 'External program that a feature runs, such as a quota warning or the welcome plugin.',
    details: 'Stands inside the block of that feature. One program for each feature.',
    example:
      'quota_warning storage-90 {\n  quota_storage_percentage = 90\n  execute quota-warning {\n    args = 90 %{user}\n  }\n}',
    seeAlso: ['execute_driver', 'execute_args', 'quota_warning', 'service_executable'],
  },
  execute_args: {
    summary: 'Arguments for the program; variables are replaced.',
    details: 'They come after those in the `executable` of the script service.',
    example:
      'quota_warning storage-90 {\n  quota_storage_percentage = 90\n  execute quota-warning {\n    args = 90 %{user}\n  }\n}',
    seeAlso: ['execute', 'service_executable'],
  },
  execute_driver: {
    summary: 'How the program is reached.',
    details: 'Through a script service it runs as the user of that service; forked, as the user of the mailbox.',
    values: {
      unix: 'A script service on a UNIX socket.',
      fork: 'The program is started directly.',
      tcp: 'A script service on a TCP port.',
    },
    example:
      'quota_warning storage-90 {\n  quota_storage_percentage = 90\n  execute /usr/local/bin/quota-warning.sh {\n    driver = fork\n    args = 90 %{user}\n  }\n}',
    seeAlso: ['execute_unix_socket_path', 'execute_fork_path', 'execute_tcp_host'],
  },
  execute_fork_path: {
    summary: 'Path of the program to start, with the driver `fork`; empty takes the block name.',
    example:
      'quota_warning storage-90 {\n  quota_storage_percentage = 90\n  execute warn {\n    driver = fork\n    fork_path = /usr/local/bin/quota-warning.sh\n    args = 90 %{user}\n  }\n}',
    seeAlso: ['execute_driver', 'execute_args'],
  },
  execute_name: {
    summary: 'Name of the block, which is also the socket, path or host unless those are set.',
    details: 'What it means depends on the driver.',
    example:
      'quota_warning storage-90 {\n  quota_storage_percentage = 90\n  execute quota-warning {\n    driver = unix\n  }\n}',
    seeAlso: ['execute_driver', 'execute_unix_socket_path', 'execute_fork_path', 'execute_tcp_host'],
  },
  execute_tcp_host: {
    summary: 'Host of the script service, with the driver `tcp`; empty takes the block name.',
    example:
      'quota_warning storage-90 {\n  quota_storage_percentage = 90\n  execute warn {\n    driver = tcp\n    tcp_host = scripts.example.com\n    tcp_port = 12345\n    args = 90 %{user}\n  }\n}',
    seeAlso: ['execute_tcp_port', 'execute_driver'],
  },
  execute_tcp_port: {
    summary: 'Port of the script service, with the driver `tcp`; empty takes it from the block name.',
    details: 'The block name is then written as `host:port`.',
    example:
      'quota_warning storage-90 {\n  quota_storage_percentage = 90\n  execute scripts.example.com:12345 {\n    driver = tcp\n    args = 90 %{user}\n  }\n}',
    seeAlso: ['execute_tcp_host', 'execute_driver'],
  },
  execute_unix_socket_path: {
    summary: 'Socket of the script service, with the driver `unix`; empty takes the block name.',
    details: 'Relative paths start at `base_dir`. The mail user must be allowed to connect.',
    example:
      'quota_warning storage-90 {\n  quota_storage_percentage = 90\n  execute warn {\n    unix_socket_path = quota-warning\n    args = 90 %{user}\n  }\n}',
    seeAlso: ['execute_driver', 'unix_listener', 'service_executable'],
  },
};
