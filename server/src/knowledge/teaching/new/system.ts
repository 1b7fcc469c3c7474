/** The installation as a whole: directories, users, limits for all services, addresses, host names and locks. */

import type { Teachings } from '../../types.ts';

export const system: Teachings = {
  base_dir: {
    summary: 'Directory of sockets and other files of the running Dovecot.',
    details:
      'Change it only to run a second instance. Relative paths of listeners start here, and doveadm looks for its sockets here.',
    example: 'base_dir = /run/dovecot-test',
    seeAlso: ['state_dir', 'instance_name', 'unix_listener'],
  },
  default_client_limit: {
    summary: 'Connections for each process, in services that set no limit of their own.',
    details:
      'Raise it on large servers together with the limit of open files; at start Dovecot says which services are too low for the others.',
    unit: 'connections',
    example: 'default_client_limit = 4096',
    seeAlso: ['service_client_limit', 'default_process_limit'],
  },
  default_idle_kill_interval: {
    summary: 'How often superfluous idle processes are ended, in services that do not say.',
    values: { infinite: 'Idle processes are kept.' },
    example: 'default_idle_kill_interval = 2 mins',
    seeAlso: ['service_idle_kill_interval'],
    old: ['default_idle_kill'],
  },
  default_internal_group: {
    summary: 'Group that owns the sockets processes of Dovecot share among themselves.',
    details: 'Keep untrusted accounts out of it: members reach dictionaries and connection counters.',
    example: 'default_internal_group = dovecot',
    seeAlso: ['default_internal_user', 'unix_listener_group'],
  },
  default_internal_user: {
    summary: 'User of processes that need no privileges and do not talk to clients.',
    details: 'Must not be the login user, or a broken login process could disturb the rest.',
    example: 'default_internal_user = dovecot',
    seeAlso: ['default_login_user', 'default_internal_group', 'service_user'],
  },
  default_login_user: {
    summary: 'User of the login processes, the ones exposed to the Internet.',
    details: 'The least trusted user of all: it must own nothing and have access to nothing.',
    example: 'default_login_user = dovenull',
    seeAlso: ['default_internal_user', 'service_user'],
  },
  default_process_limit: {
    summary: 'How many processes may run, in services that set no limit of their own.',
    unit: 'processes',
    details: 'Services that need many processes, as `imap`, have limits of their own that this does not change.',
    example: 'default_process_limit = 500',
    seeAlso: ['service_process_limit', 'default_client_limit'],
  },
  default_vsz_limit: {
    summary: 'Address space for each process, in services that set no limit of their own.',
    details: 'A net for memory leaks. Too low a limit shows as "Out of memory" in the log.',
    values: { unlimited: 'No limit.' },
    example: 'default_vsz_limit = 1G',
    seeAlso: ['service_vsz_limit'],
  },
  dns_client_socket_path: {
    summary: 'Socket of the service that resolves host names for other processes.',
    details: 'Relative paths start at `base_dir`. Processes ask it since a lookup of their own would block them.',
    example: 'dns_client_socket_path = dns-client',
    seeAlso: ['dns_client_timeout', 'base_dir'],
  },
  dns_client_timeout: {
    summary: 'How long to wait for a host name to be resolved.',
    details: 'Lower it where a second attempt elsewhere is better than a long wait, as for proxies.',
    example: 'dns_client_timeout = 3 secs',
    seeAlso: ['dns_client_socket_path'],
  },
  dotlock_use_excl: {
    summary: 'Creates `.lock` files with `O_EXCL`, which is faster than hard links.',
    details: 'Safe with NFS from version 3 on. Turn it off only for older NFS.',
    example: 'dotlock_use_excl = yes',
    seeAlso: ['lock_method'],
  },
  dovecot_storage_version: {
    summary: 'Oldest release that must be able to read what this one writes to storage.',
    details:
      'Required. In a cluster keep the old release until all backends are upgraded and there is no way back; then raise it.',
    example: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.0',
    seeAlso: ['version_ignore'],
  },
  first_valid_gid: {
    summary: 'Lowest primary group with which a user may log in.',
    details: 'Users below it are refused even if the password is right.',
    unit: 'GID',
    example: 'first_valid_gid = 1000',
    seeAlso: ['last_valid_gid', 'first_valid_uid', 'mail_gid'],
  },
  first_valid_uid: {
    summary: 'Lowest user number with which a user may log in.',
    details:
      'Keeps system accounts such as root out. Lower it if `vmail` has a number below, as on some distributions.',
    unit: 'UID',
    example: 'first_valid_uid = 1000',
    seeAlso: ['last_valid_uid', 'first_valid_gid', 'mail_uid'],
  },
  haproxy_timeout: {
    summary: 'How long to wait for the PROXY header of a load balancer.',
    details: 'Connections without a complete header by then are dropped.',
    example: 'haproxy_timeout = 5 secs',
    seeAlso: ['haproxy_trusted_networks', 'inet_listener_haproxy'],
  },
  haproxy_trusted_networks: {
    summary: 'Addresses of load balancers that may send a PROXY header.',
    details:
      'Anything else that connects to such a port is dropped at once. List only the balancers: what they send is taken as the address of the client.',
    example: 'haproxy_trusted_networks = 10.0.0.10 10.0.0.11 2001:db8::/64',
    seeAlso: ['inet_listener_haproxy', 'haproxy_timeout', 'login_trusted_networks'],
  },
  hostname: {
    summary: 'Name of this server in LMTP and SMTP greetings and in mails Dovecot writes itself.',
    details: 'Empty takes the name of the system. Set it if that name means nothing outside.',
    example: 'hostname = mail.example.com',
    seeAlso: ['postmaster_address', 'lmtp_add_received_header'],
  },
  import_environment: {
    summary: 'Environment variables that the processes get; all others are removed at start.',
    details:
      'Entries add to those that Dovecot itself needs. Use `%{env:NAME}` to pass on the value Dovecot was started with.',
    example: 'import_environment {\n  TZ = %{env:TZ}\n  MALLOC_ARENA_MAX = 2\n}',
    seeAlso: ['service'],
  },
  instance_name: {
    summary: 'Name of this Dovecot where several run on one machine.',
    details: 'Then `doveadm -i NAME` finds the right one. It also leads the process titles.',
    example: 'instance_name = dovecot-backend',
    seeAlso: ['base_dir', 'state_dir', 'verbose_proctitle'],
  },
  libexec_dir: {
    summary: 'Directory with the programs of the services.',
    details: 'Set by the package; change it only to run another build.',
    example: 'libexec_dir = /opt/dovecot/libexec/dovecot',
    seeAlso: ['service_executable', 'base_dir'],
  },
  listen: {
    summary: 'Addresses that TCP listeners bind to.',
    details: 'IP addresses or host names. Inside an `inet_listener` block it holds for that port only.',
    values: {
      '*': 'All IPv4 addresses.',
      '::': 'All IPv6 addresses.',
    },
    example: 'listen = 192.0.2.25, 2001:db8::25',
    seeAlso: ['inet_listener', 'inet_listener_port'],
    old: ['service/inet_listener/address'],
  },
  lock_method: {
    summary: 'How index files are locked.',
    details:
      'All servers that use the same storage must use the same method. Locks do not make it safe to open one mailbox on several servers: keep each user on one.',
    values: {
      fcntl: 'POSIX locks. Work locally and, with a lock daemon, over NFS.',
      flock: 'BSD locks. Local file systems.',
      dotlock: 'Lock files beside the data. Work everywhere and are slow.',
    },
    example: 'lock_method = fcntl',
    seeAlso: ['mmap_disable', 'mail_nfs_index', 'dotlock_use_excl'],
  },
  process_shutdown_filter: {
    summary: 'Events after which a process ends once its connections are done.',
    details:
      'Gets rid of processes that have grown large, as their memory is not given back otherwise. Only useful where processes serve more than one connection.',
    example: 'process_shutdown_filter = "event=mail_user_session_finished AND rss > 100M"',
    seeAlso: ['service_restart_request_count', 'log_core_filter'],
  },
  protocols: {
    summary: 'Which services for clients are started.',
    details:
      'A list after `=` replaces what was set before, a block changes single entries. What is not installed must not be listed.',
    example: 'protocols {\n  imap = yes\n  lmtp = yes\n}',
    seeAlso: ['service_protocol', 'listen'],
  },
  shutdown_clients: {
    summary: 'Ends all connections when Dovecot is stopped or restarted.',
    details:
      'With `no` users stay connected through a restart, yet to processes of the old version, which is not what you want after a security update.',
    example: 'shutdown_clients = yes',
    seeAlso: ['version_ignore'],
  },
  state_dir: {
    summary: 'Directory of files that must survive a reboot, such as the list of instances.',
    details: 'Change it only for a second instance or for running Dovecot as an ordinary user.',
    example: 'state_dir = /var/lib/dovecot-test',
    seeAlso: ['base_dir', 'instance_name'],
  },
  valid_chroot_dirs: {
    summary: 'Directories below which mail processes may be locked in when a userdb asks for it.',
    details: 'Empty allows none. Local users must not be able to write there, or a chroot becomes a way to root.',
    example: 'valid_chroot_dirs = /var/mail',
    seeAlso: ['mail_chroot', 'service_chroot'],
  },
  verbose_proctitle: {
    summary: 'Shows in `ps` whom a process serves and from which address.',
    details: 'Handy when one process eats the CPU. Every local user can then see who is connected.',
    example: 'verbose_proctitle = yes',
    seeAlso: ['instance_name'],
  },
  version_ignore: {
    summary: 'Lets processes of different Dovecot versions talk to each other.',
    details:
      'Otherwise a process that finds another version refuses to run, as after an upgrade without a restart. A last resort.',
    example: 'version_ignore = no',
    seeAlso: ['shutdown_clients', 'dovecot_storage_version'],
  },
};
