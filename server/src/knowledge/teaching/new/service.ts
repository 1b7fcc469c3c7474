/** Services, which are the kinds of processes Dovecot runs, and the sockets they listen on. */

import type { Teachings } from '../../types.ts';

export const service: Teachings = {
  fifo_listener: {
    summary: 'Named pipe that a service reads from, named by its path.',
    details:
      'For services of your own that only take reports, such as those of login proxies; no service of CE has one. Relative paths start at `base_dir`.',
    example:
      'service proxy-watch {\n  executable = /usr/local/libexec/proxy-watch\n  fifo_listener login/proxy-notify {\n    mode = 0666\n  }\n}',
    seeAlso: ['service', 'fifo_listener_path', 'unix_listener'],
    old: ['service/fifo_listener'],
  },
  fifo_listener_group: {
    summary: 'Group that owns the named pipe; empty means root.',
    details: 'Give the group write access with the mode, too.',
    example:
      'service proxy-watch {\n  executable = /usr/local/libexec/proxy-watch\n  fifo_listener login/proxy-notify {\n    mode = 0620\n    group = dovecot\n  }\n}',
    seeAlso: ['fifo_listener_user', 'fifo_listener_mode'],
    old: ['service/fifo_listener/group'],
  },
  fifo_listener_mode: {
    summary: 'Permissions of the named pipe, as an octal number.',
    details:
      'Write the leading zero: without it the number is decimal. Whoever writes to the pipe needs write permission.',
    values: { '0': 'The listener is switched off.' },
    example:
      'service proxy-watch {\n  executable = /usr/local/libexec/proxy-watch\n  fifo_listener login/proxy-notify {\n    mode = 0666\n  }\n}',
    seeAlso: ['fifo_listener_user', 'fifo_listener_group'],
    old: ['service/fifo_listener/mode'],
  },
  fifo_listener_path: {
    summary: 'Path of the named pipe; normally written as the name of the block.',
    details: 'Relative paths start at `base_dir`.',
    example:
      'service proxy-watch {\n  executable = /usr/local/libexec/proxy-watch\n  fifo_listener login/proxy-notify {\n    mode = 0666\n  }\n}',
    seeAlso: ['fifo_listener', 'base_dir'],
    old: ['service/fifo_listener/path'],
  },
  fifo_listener_type: {
    summary: 'Tells the service what kind of pipe it is, where the service has several kinds.',
    details: 'Which words there are depends on the service; empty is right for nearly all.',
    seeAlso: ['fifo_listener', 'unix_listener_type'],
  },
  fifo_listener_user: {
    summary: 'User who owns the named pipe; empty means root.',
    details: 'A name or a number; it must exist when Dovecot starts.',
    example:
      'service proxy-watch {\n  executable = /usr/local/libexec/proxy-watch\n  fifo_listener login/proxy-notify {\n    user = vmail\n  }\n}',
    seeAlso: ['fifo_listener_group', 'fifo_listener_mode'],
    old: ['service/fifo_listener/user'],
  },
  inet_listener: {
    summary: 'TCP port on which a service takes connections.',
    details:
      'The login services have theirs already (`imap`, `imaps`, `pop3` …): a block of the same name changes it. Which addresses are bound says `listen`, globally or inside the block.',
    example:
      'service imap-login {\n  inet_listener imap {\n    port = 0\n  }\n  inet_listener imaps {\n    port = 993\n    ssl = yes\n  }\n}',
    seeAlso: ['inet_listener_port', 'inet_listener_ssl', 'listen'],
    old: ['service/inet_listener'],
  },
  inet_listener_haproxy: {
    summary: 'Expects the PROXY protocol, by which load balancers tell the address of the client.',
    details:
      'The port then serves load balancers only, since a client that connects directly sends no such header. Their addresses must be in `haproxy_trusted_networks`.',
    example:
      'haproxy_trusted_networks = 10.0.0.0/24\nservice imap-login {\n  inet_listener imaps_proxied {\n    port = 10993\n    ssl = yes\n    haproxy = yes\n  }\n}',
    seeAlso: ['haproxy_trusted_networks', 'haproxy_timeout', 'inet_listener'],
    old: ['service/inet_listener/haproxy'],
  },
  inet_listener_name: {
    summary: 'Name of the TCP listener; normally written as the name of the block.',
    details:
      'Serves to change a listener again and as `%{listener}` in login variables; some services tell listeners apart by it.',
    example: 'service imap-login {\n  inet_listener imap_internal {\n    port = 1143\n  }\n}',
    seeAlso: ['inet_listener', 'inet_listener_type'],
    old: ['service/inet_listener/name'],
  },
  inet_listener_port: {
    summary: 'TCP port to listen on.',
    details: 'Ports below 1024 are no problem: the master process opens them as root.',
    values: { '0': 'The listener is switched off.' },
    example: 'service pop3-login {\n  inet_listener pop3 {\n    port = 0\n  }\n}',
    seeAlso: ['inet_listener', 'listen'],
    old: ['service/inet_listener/port'],
  },
  inet_listener_reuse_port: {
    summary: 'Gives each process its own socket on the port, so that the kernel spreads connections.',
    details: 'From 2.4.4 on it is a setting of the whole service, `service_reuse_port`.',
    example: 'service imap-login {\n  inet_listener imaps {\n    reuse_port = yes\n  }\n}',
    seeAlso: ['service_reuse_port', 'inet_listener'],
  },
  inet_listener_ssl: {
    summary: 'Starts TLS with the first byte, as on port 993.',
    details: 'Not needed for STARTTLS. With `ssl = no` such listeners are not opened at all.',
    example: 'service imap-login {\n  inet_listener imaps {\n    port = 993\n    ssl = yes\n  }\n}',
    seeAlso: ['ssl', 'inet_listener_port', 'ssl_server_cert_file'],
    old: ['service/inet_listener/ssl'],
  },
  inet_listener_type: {
    summary: 'Tells the service what is spoken on the port, where the service knows several protocols.',
    details: 'Which words there are depends on the service; `doveadm` and `stats` speak HTTP with `http`.',
    example: 'service doveadm {\n  inet_listener http {\n    port = 8080\n    type = http\n  }\n}',
    seeAlso: ['inet_listener', 'unix_listener_type'],
  },
  service: {
    summary: 'One kind of process: which program, as whom, how many of them, and what they listen on.',
    details:
      'A block with the name of a known service changes only what it says. A new name makes a service of your own, for example a `script` that other processes can call.',
    example: 'service imap {\n  process_limit = 4096\n  vsz_limit = 1G\n}',
    seeAlso: ['service_process_limit', 'service_client_limit', 'service_vsz_limit', 'unix_listener'],
  },
  service_chroot: {
    summary: 'Directory that the processes are locked into when they start.',
    details:
      'Relative paths start at `base_dir`. Login services use `login`, which holds just the sockets they need; such a service cannot also drop its privileges before it starts the program.',
    example: 'service imap-login {\n  chroot = login\n}',
    seeAlso: ['service_drop_priv_before_exec', 'base_dir', 'mail_chroot'],
    old: ['service/chroot'],
  },
  service_client_limit: {
    summary: 'Connections one process of the service serves at the same time.',
    details:
      'When all are taken, the next connection starts another process. `1` is right for mail services; login services and `auth` serve many, and `auth` must be able to hold a connection of every process that may ask it.',
    unit: 'connections',
    example: 'service imap-login {\n  client_limit = 4000\n}',
    seeAlso: ['service_process_limit', 'default_client_limit', 'service_restart_request_count'],
    old: ['service/client_limit'],
  },
  service_drop_priv_before_exec: {
    summary: 'Gives up root before the program is started, not by the program itself.',
    details:
      'Used for scripts, and to get core files on systems that refuse them to processes that changed their user. Not together with a chroot.',
    example: 'service health-check {\n  drop_priv_before_exec = yes\n}',
    seeAlso: ['service_user', 'service_chroot'],
    old: ['service/drop_priv_before_exec'],
  },
  service_executable: {
    summary: 'Program to run, with its arguments.',
    details:
      'Without a leading slash it is looked for in `libexec_dir`. `script /path` runs a program of your own, `imap imap-postlogin` runs the service `imap-postlogin` after each login first. Empty switches the service off.',
    example:
      'service quota-warning {\n  executable = script /usr/local/bin/quota-warning.sh\n  unix_listener quota-warning {\n    mode = 0600\n    user = vmail\n  }\n}',
    seeAlso: ['libexec_dir', 'service_user', 'execute'],
    old: ['service/executable'],
  },
  service_extra_groups: {
    summary: 'Further groups the processes belong to.',
    details: 'A way to let a service read a key or reach a socket without running it as root.',
    example: 'service auth {\n  extra_groups = shadow\n}',
    seeAlso: ['service_group', 'service_privileged_group', 'mail_access_groups'],
    old: ['service/extra_groups'],
  },
  service_group: {
    summary: 'Primary group of the processes; empty takes the one of the user.',
    details: 'A name or a number.',
    example: 'service auth {\n  group = dovecot\n}',
    seeAlso: ['service_user', 'service_extra_groups'],
    old: ['service/group'],
  },
  service_idle_kill_interval: {
    summary: 'How often superfluous idle processes of the service are ended.',
    details:
      'Over the interval the lowest number of idle processes is noted, and that many are told to stop. Longer keeps processes ready for the next wave of logins and costs memory.',
    values: {
      infinite: 'Idle processes are kept.',
      unlimited: 'Same as infinite.',
    },
    example: 'service lmtp {\n  idle_kill_interval = 5 mins\n}',
    seeAlso: ['default_idle_kill_interval', 'service_process_min_avail'],
    old: ['service/idle_kill'],
  },
  service_name: {
    summary: 'Name of the service; normally written as the name of the block.',
    details: 'Settings can be made for one service by its name with `protocol NAME`.',
    example: 'service imap-hibernate {\n  process_limit = 1\n}',
    seeAlso: ['service', 'service_protocol'],
    old: ['service/name'],
  },
  service_privileged_group: {
    summary: 'Group the processes can switch to for the moment they need it.',
    details: 'For mail processes use `mail_privileged_group`.',
    example: 'service imap {\n  privileged_group = mail\n}',
    seeAlso: ['mail_privileged_group', 'service_extra_groups'],
    old: ['service/privileged_group'],
  },
  service_process_limit: {
    summary: 'How many processes of the service may run.',
    details:
      'Mail services need one for each connection (`imap`, `pop3`), so this bounds how many users can be connected. When it is reached, new connections wait, and the log says so.',
    unit: 'processes',
    example: 'service imap {\n  process_limit = 8192\n}',
    seeAlso: ['service_client_limit', 'default_process_limit', 'service_vsz_limit'],
    old: ['service/process_limit'],
  },
  service_process_min_avail: {
    summary: 'Processes that are kept ready for new connections.',
    details:
      'For login services in high-performance mode (`restart_request_count = unlimited`) set it to the number of CPU cores. For mail services it spares users the start of a process, at the price of idle ones.',
    unit: 'processes',
    example: 'service imap-login {\n  process_min_avail = 8\n  restart_request_count = unlimited\n}',
    seeAlso: ['service_restart_request_count', 'service_client_limit', 'service_idle_kill_interval'],
    old: ['service/process_min_avail'],
  },
  service_protocol: {
    summary: 'Protocol that must be listed in `protocols` for the service to run.',
    details: 'Empty means it always runs. Services that Dovecot brings have it right.',
    example: 'service imap-hibernate {\n  protocol = imap\n}',
    seeAlso: ['protocols', 'service'],
    old: ['service/protocol'],
  },
  service_restart_request_count: {
    summary: 'Connections after which a process ends and a fresh one takes its place.',
    details:
      'For login services `1` is the safest, as no two users share a process, and `unlimited` the fastest. Some hundred are a fair middle for mail services: memory that leaked or fragmented is given back.',
    values: {
      '1': 'One connection for each process.',
      unlimited: 'Processes live on.',
    },
    unit: 'connections',
    example: 'service imap-login {\n  restart_request_count = unlimited\n  process_min_avail = 4\n}',
    seeAlso: ['service_process_min_avail', 'service_client_limit', 'process_shutdown_filter'],
    old: ['service/service_count'],
  },
  service_reuse_port: {
    summary: 'Gives each process of the service its own socket on each port, so the kernel spreads connections.',
    details:
      'Helps busy login services, where otherwise few processes grab most connections. Sockets for as many processes as `process_limit` says are opened at start.',
    example: 'service imap-login {\n  reuse_port = yes\n  process_limit = 8\n  process_min_avail = 8\n}',
    seeAlso: ['inet_listener', 'service_process_limit', 'service_process_min_avail'],
    old: ['service/inet_listener/reuse_port'],
  },
  service_type: {
    summary: 'Marks services that the master process treats in a special way.',
    details: 'Leave it as it is for services Dovecot brings. Services of your own want it empty or `startup`.',
    values: {
      login: 'Told when all processes are full, so that they drop connections that have not logged in yet.',
      worker: 'May fill up to its process limit without a warning.',
      startup: 'One process is started together with Dovecot.',
      log: 'The log process.',
      config: 'The process that serves the configuration.',
      anvil: 'The process that counts connections of users.',
    },
    example: 'service my-daemon {\n  type = startup\n  executable = /usr/local/libexec/my-daemon\n}',
    seeAlso: ['service', 'service_process_limit'],
    old: ['service/type'],
  },
  service_user: {
    summary: 'User the processes run as; empty means root.',
    details:
      'Login services belong to `default_login_user`, what needs no privileges to `default_internal_user`. Mail services start as root and become the user of the mailbox after login.',
    example: 'service auth-worker {\n  user = $SET:default_internal_user\n}',
    seeAlso: ['service_group', 'default_internal_user', 'default_login_user', 'mail_uid'],
    old: ['service/user'],
  },
  service_vsz_limit: {
    summary: 'Address space a process of the service may use.',
    details:
      'Beyond it the process dies with "Out of memory". Raise it for `imap` and `lmtp` with very large mailboxes and for anything that maps big index files; it is a net for leaks, not a means to save memory.',
    values: { unlimited: 'No limit.' },
    example: 'service imap {\n  vsz_limit = 1G\n}',
    seeAlso: ['default_vsz_limit', 'service_process_limit'],
    old: ['service/vsz_limit'],
  },
  unix_listener: {
    summary: 'UNIX socket on which a service takes connections, named by its path.',
    details:
      'Relative paths start at `base_dir`; absolute ones reach into other places, such as the queue directory of Postfix. Who may connect is decided by owner and mode only.',
    example:
      'service lmtp {\n  unix_listener /var/spool/postfix/private/dovecot-lmtp {\n    mode = 0600\n    user = postfix\n    group = postfix\n  }\n}',
    seeAlso: ['unix_listener_mode', 'unix_listener_user', 'service', 'base_dir'],
    old: ['service/unix_listener'],
  },
  unix_listener_group: {
    summary: 'Group that owns the socket; empty means root.',
    details: 'Give the group access with the mode, too.',
    example: 'service dict {\n  unix_listener dict {\n    mode = 0660\n    group = vmail\n  }\n}',
    seeAlso: ['unix_listener_user', 'unix_listener_mode', 'mail_access_groups'],
    old: ['service/unix_listener/group'],
  },
  unix_listener_mode: {
    summary: 'Permissions of the socket, as an octal number.',
    details:
      'Write the leading zero: without it the number is decimal. With `0666` any local user may connect, which is too much for sockets that hand out mailboxes or users.',
    values: { '0': 'The listener is switched off.' },
    example: 'service auth {\n  unix_listener auth-userdb {\n    mode = 0600\n    user = vmail\n  }\n}',
    seeAlso: ['unix_listener_user', 'unix_listener_group'],
    old: ['service/unix_listener/mode'],
  },
  unix_listener_path: {
    summary: 'Path of the socket; normally written as the name of the block.',
    details: 'Relative paths start at `base_dir`. With `%{pid}` in it, every process has its own socket.',
    example:
      'service stats {\n  unix_listener /run/exporter/dovecot-stats {\n    type = reader\n    mode = 0660\n    group = exporter\n  }\n}',
    seeAlso: ['unix_listener', 'base_dir'],
    old: ['service/unix_listener/path'],
  },
  unix_listener_type: {
    summary: 'Tells the service what may be asked on the socket, where the service knows several protocols.',
    details:
      'Set it when a socket gets a name of your own, so that the service does not have to guess from the name. The values here are those of `service auth`; other services have others.',
    values: {
      auth: 'Clients such as Postfix check passwords.',
      login: 'Login services check passwords and finish logins.',
      master: 'Processes of Dovecot that auth trusts.',
      userdb: 'Lookups of users, without passwords.',
      token: 'Logins with tokens of a session.',
    },
    example:
      'service auth {\n  unix_listener /var/spool/postfix/private/auth {\n    type = auth\n    mode = 0660\n    user = postfix\n  }\n}',
    seeAlso: ['unix_listener', 'auth_socket_path'],
  },
  unix_listener_user: {
    summary: 'User who owns the socket; empty means root.',
    details: 'A name or a number; it must exist when Dovecot starts.',
    example: 'service auth {\n  unix_listener auth-userdb {\n    mode = 0600\n    user = vmail\n  }\n}',
    seeAlso: ['unix_listener_group', 'unix_listener_mode'],
    old: ['service/unix_listener/user'],
  },
};
