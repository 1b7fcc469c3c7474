/**
 * What 2.4 writes for settings of 2.3, as far as that keeps the meaning: a table by the path of 2.3. What is not listed,
 * or has a value that its row does not know, has to be rewritten by a person.
 */

/** What becomes of a value. */
export type Change =
  /** Nothing: both read it in the same way. */
  | 'same'
  /** `yes` becomes `no`, and the other way round. */
  | 'opposite'
  /** `<path`, whose content 2.3 reads, becomes the path. */
  | 'file'
  /** A count of milliseconds gets its unit. */
  | 'milliseconds'
  /** `0`, which sets no limit, becomes `unlimited`. */
  | 'unlimited'
  /** `+a -b` becomes a section with `a = yes` and `b = no`. */
  | 'signed words'
  /** By word; null leaves nothing behind. */
  | { readonly words: Readonly<Record<string, string | null>> }
  /** Whatever it was. */
  | { readonly always: string };

/** One setting of 2.4 that an old one becomes. */
export interface Successor {
  /** Its full name. */
  readonly name: string;
  readonly change: Change;
  /** The section that it goes into, from the place of the old one. */
  readonly inside?: string;
  /** Whether a person should look: mails, or whom Dovecot lets in, depend on it. */
  readonly delicate?: true;
  /** An assignment, somewhere in the configuration, beside which 2.4 refuses a value of this one. */
  readonly refused?: { readonly value: string; readonly beside: readonly [setting: string, value: string] };
}

/** Values that hold several things at once, each taken apart by a function of its own. */
export type Composite =
  | 'arguments'
  | 'dictionary'
  | 'fields'
  | 'full text index'
  | 'languages'
  | 'location'
  | 'quota root'
  | 'quota rule'
  | 'sieve personal'
  | 'sieve script'
  | 'solr';

export interface Composition {
  readonly composite: Composite;
  /** The section that the outcome goes into. */
  readonly inside?: string;
}

export type Upgrade =
  | readonly Successor[]
  | Composition
  /** It did nothing that anybody would miss. */
  | 'needless'
  /** What it was for is no part of 2.4. */
  | 'gone';

function renamed(name: string, change: Change = 'same'): Upgrade {
  return [{ name, change }];
}

function delicate(name: string, change: Change = 'same'): Upgrade {
  return [{ name, change, delicate: true }];
}

function words(table: Readonly<Record<string, string | null>>): Change {
  return { words: table };
}

const location: Upgrade = { composite: 'location' };
const sieveScript: Upgrade = { composite: 'sieve script' };

/** A `#` stands for the number at the end of names that are counted. */
const upgrades: Readonly<Record<string, Upgrade>> = {
  auth_default_realm: renamed('auth_default_domain'),
  auth_policy_server_timeout_msecs: [
    { name: 'http_client_request_timeout', change: 'milliseconds', inside: 'auth_policy' },
  ],
  auth_stats: 'gone',
  auth_worker_max_count: [{ name: 'service_process_limit', change: 'same', inside: 'service auth-worker' }],
  config_cache_size: 'needless',
  default_idle_kill: renamed('default_idle_kill_interval'),
  disable_plaintext_auth: [
    {
      name: 'auth_allow_cleartext',
      change: 'opposite',
      refused: { value: 'yes', beside: ['ssl', 'required'] },
    },
  ],
  director_flush_socket: 'gone',
  director_mail_servers: 'gone',
  director_max_parallel_kicks: 'gone',
  director_max_parallel_moves: 'gone',
  director_output_buffer_size: 'gone',
  director_ping_idle_timeout: 'gone',
  director_ping_max_timeout: 'gone',
  director_servers: 'gone',
  director_user_expire: 'gone',
  director_user_kick_delay: 'gone',
  director_username_hash: 'gone',
  doveadm_http_rawlog_dir: [{ name: 'http_client_rawlog_dir', change: 'same', inside: 'doveadm_server' }],
  'event_exporter/format_args': renamed(
    'event_exporter_time_format',
    words({ 'time-rfc3339': 'rfc3339', 'time-unix': 'unix' }),
  ),
  'event_exporter/transport': renamed('event_exporter_driver'),
  fsync_disable: renamed('mail_fsync', words({ yes: 'never', no: 'optimized' })),
  imapc_ssl_verify: [{ name: 'ssl_client_require_valid_cert', change: 'same', inside: 'imapc' }],
  mail: location,
  mail_attachment_dir: delicate('mail_ext_attachment_path'),
  mail_attachment_hash: delicate('mail_ext_attachment_hash'),
  mail_attachment_min_size: delicate('mail_ext_attachment_min_size'),
  mail_attribute_dict: { composite: 'dictionary', inside: 'mail_attribute' },
  mail_location: location,
  'namespace/location': location,
  'namespace/mail': location,
  'namespace/mail_location': location,
  'passdb/args': { composite: 'arguments' },
  'passdb/mechanisms': renamed('passdb_mechanisms_filter'),
  'passdb/override_fields': { composite: 'fields' },
  'passdb/pass': delicate('passdb_result_success', words({ yes: 'continue', no: null })),
  old_stats_carbon_interval: 'gone',
  old_stats_carbon_name: 'gone',
  old_stats_carbon_server: 'gone',
  old_stats_command_min_time: 'gone',
  old_stats_domain_min_time: 'gone',
  old_stats_ip_min_time: 'gone',
  old_stats_memory_limit: 'gone',
  old_stats_session_min_time: 'gone',
  old_stats_user_min_time: 'gone',
  'service/idle_kill': renamed('service_idle_kill_interval'),
  'service/inet_listener/address': renamed('listen'),
  'service/service_count': renamed('service_restart_request_count', 'unlimited'),
  replication_dsync_parameters: 'gone',
  replication_full_sync_interval: 'gone',
  replication_max_conns: 'gone',
  replicator_host: 'gone',
  replicator_port: 'gone',
  ssl_alt_cert: renamed('ssl_server_alt_cert_file', 'file'),
  ssl_alt_key: renamed('ssl_server_alt_key_file', 'file'),
  ssl_ca: [
    { name: 'ssl_server_ca_file', change: 'file', delicate: true },
    { name: 'ssl_client_ca_file', change: 'file' },
  ],
  ssl_cert: renamed('ssl_server_cert_file', 'file'),
  ssl_cert_username_field: renamed('ssl_server_cert_username_field'),
  ssl_client_cert: renamed('ssl_client_cert_file', 'file'),
  ssl_client_key: renamed('ssl_client_key_file', 'file'),
  ssl_dh: renamed('ssl_server_dh_file', 'file'),
  ssl_dh_parameters_length: 'needless',
  ssl_disable: renamed('ssl', words({ yes: 'no', no: 'yes' })),
  ssl_key: renamed('ssl_server_key_file', 'file'),
  ssl_key_password: renamed('ssl_server_key_password'),
  ssl_parameters_regenerate: 'needless',
  ssl_prefer_server_ciphers: renamed('ssl_server_prefer_ciphers', words({ yes: 'server', no: 'client' })),
  ssl_protocols: renamed(
    'ssl_min_protocol',
    words({
      '!SSLv2 !SSLv3': 'TLSv1',
      '!SSLv3': 'TLSv1',
      '!SSLv2 !SSLv3 !TLSv1': 'TLSv1.1',
      '!SSLv3 !TLSv1': 'TLSv1.1',
      '!SSLv2 !SSLv3 !TLSv1 !TLSv1.1': 'TLSv1.2',
      '!SSLv3 !TLSv1 !TLSv1.1': 'TLSv1.2',
      'TLSv1.2': 'TLSv1.2',
    }),
  ),
  ssl_require_crl: renamed('ssl_server_require_crl'),
  ssl_verify_client_cert: delicate('ssl_server_request_client_cert'),
  stats_http_rawlog_dir: [{ name: 'http_client_rawlog_dir', change: 'same', inside: 'stats_server' }],
  'userdb/args': { composite: 'arguments' },
  'userdb/override_fields': { composite: 'fields' },
  verbose_ssl: renamed('log_debug', words({ yes: 'category=ssl', no: null })),

  'plugin/acl': renamed('acl_driver', words({ vfile: 'vfile' })),
  'plugin/acl_anyone': renamed('imap_acl_allow_anyone', words({ allow: 'yes' })),
  'plugin/acl_shared_dict': { composite: 'dictionary', inside: 'acl_sharing_map' },
  'plugin/fts': { composite: 'full text index' },
  'plugin/fts_decoder': [
    { name: 'fts_decoder_driver', change: { always: 'script' } },
    { name: 'fts_decoder_script_socket_path', change: 'same' },
  ],
  'plugin/fts_enforced': [
    { name: 'fts_search_add_missing', change: words({ yes: 'yes', no: 'body-search-only' }) },
    { name: 'fts_search_read_fallback', change: 'opposite' },
  ],
  'plugin/fts_index_timeout': renamed('fts_search_timeout'),
  'plugin/fts_language_config': renamed('textcat_config_path'),
  'plugin/fts_languages': { composite: 'languages' },
  'plugin/fts_solr': { composite: 'solr' },
  'plugin/fts_tika': [
    { name: 'fts_decoder_driver', change: { always: 'tika' } },
    { name: 'fts_decoder_tika_url', change: 'same' },
  ],
  'plugin/last_login_dict': { composite: 'dictionary', inside: 'last_login' },
  'plugin/lazy_expunge': delicate('lazy_expunge_mailbox'),
  'plugin/listescape_char': delicate('mailbox_list_storage_escape_char'),
  'plugin/mail_crypt_acl_require_secure_key_sharing': delicate('crypt_acl_require_secure_key_sharing'),
  'plugin/mail_crypt_curve': delicate('crypt_user_key_curve'),
  'plugin/mail_crypt_private_password': delicate('crypt_user_key_password'),
  'plugin/mail_crypt_require_encrypted_user_key': delicate('crypt_user_key_require_encrypted'),
  'plugin/mail_lua_script': [{ name: 'lua_file', change: 'same', inside: 'mail_lua' }],
  'plugin/master_user': delicate('acl_user'),
  'plugin/mail_replica': 'gone',
  'plugin/old_stats_refresh': 'gone',
  'plugin/old_stats_track_cmds': 'gone',
  'plugin/replication_sync_timeout': 'gone',
  'plugin/quota': { composite: 'quota root' },
  'plugin/quota_grace': renamed('quota_storage_grace'),
  'plugin/quota_max_mail_size': renamed('quota_mail_size'),
  'plugin/quota_over_flag': renamed('quota_over_status_current'),
  'plugin/quota_over_flag_lazy_check': renamed('quota_over_status_lazy_check'),
  'plugin/quota_over_flag_value': renamed('quota_over_status_mask'),
  'plugin/quota_rule': { composite: 'quota rule' },
  'plugin/quota_vsizes': 'needless',
  'plugin/sieve': { composite: 'sieve personal' },
  'plugin/sieve_after': sieveScript,
  'plugin/sieve_after#': sieveScript,
  'plugin/sieve_before': sieveScript,
  'plugin/sieve_before#': sieveScript,
  'plugin/sieve_default': sieveScript,
  'plugin/sieve_discard': sieveScript,
  'plugin/sieve_extensions': renamed('sieve_extensions', 'signed words'),
  'plugin/sieve_global': sieveScript,
  'plugin/sieve_global_extensions': renamed('sieve_global_extensions', 'signed words'),
  'plugin/sieve_quota_max_scripts': renamed('sieve_quota_script_count'),
  'plugin/sieve_quota_max_storage': renamed('sieve_quota_storage_size'),
  'plugin/sieve_spamtest_max_header': renamed('sieve_spamtest_score_max_header'),
  'plugin/sieve_spamtest_max_value': renamed('sieve_spamtest_score_max_value'),
  'plugin/sieve_user_log': renamed('sieve_user_log_path'),
  'plugin/sieve_vacation_dont_check_recipient': renamed('sieve_vacation_check_recipient', 'opposite'),
  'plugin/sieve_variables_max_scope_size': renamed('sieve_variables_max_scope_count'),
  'plugin/sieve_variables_max_variable_size': renamed('sieve_variables_max_value_size'),
  'plugin/sieve_virustest_max_header': renamed('sieve_virustest_score_max_header'),
  'plugin/sieve_virustest_max_value': renamed('sieve_virustest_score_max_value'),
  'plugin/zlib_save': delicate('mail_compress_write_method', words({ gz: 'gz', bz2: 'bz2', lz4: 'lz4', zstd: 'zstd' })),
};

/** Keys of `plugin { }` whose values 2.4 reads in another way under the same name. */
const otherForm: ReadonlySet<string> = new Set(['acl_user', 'push_notification_driver']);

/** How a path of 2.3 is upgraded; undefined where the table knows no way. */
export function upgradeOf(path: string): Upgrade | undefined {
  const counted = path.replace(/\d+$/, '#');
  for (const key of [path, counted]) if (Object.hasOwn(upgrades, key)) return upgrades[key];
  return undefined;
}

/** Whether a key of `plugin { }` may stand outside of it as it is. */
export function keepsForm(key: string): boolean {
  return !otherForm.has(key);
}

/** All paths that the table has. */
export const upgradePaths: readonly string[] = Object.keys(upgrades);

/** The parts of a location behind the path, as `INDEX` in `maildir:~/Maildir:INDEX=/var/index`. */
export const locationParts: Readonly<Record<string, string>> = {
  ALT: 'mail_alt_path',
  CONTROL: 'mail_control_path',
  INBOX: 'mail_inbox_path',
  INDEX: 'mail_index_path',
  INDEXCACHE: 'mail_cache_path',
  INDEXPVT: 'mail_index_private_path',
  LAYOUT: 'mailbox_list_layout',
  SUBSCRIPTIONS: 'mailbox_subscriptions_filename',
  VOLATILEDIR: 'mail_volatile_path',
};

/** Mailbox formats of a location that 2.4 has under the same name. */
export const locationDrivers: ReadonlySet<string> = new Set([
  'imapc',
  'maildir',
  'mbox',
  'mdbox',
  'obox',
  'pop3c',
  'sdbox',
  'virtual',
]);

/** What the words of `args` become, by `passdb/driver` and `userdb/driver`. A row `*` stands for the word without `=`. */
export const argumentWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'passdb/pam': {
    '*': 'passdb_pam_service_name',
    failure_show_msg: 'passdb_pam_failure_show_msg',
    max_requests: 'passdb_pam_max_requests',
    session: 'passdb_pam_session',
    setcred: 'passdb_pam_setcred',
  },
  'passdb/passwd-file': {
    '*': 'passwd_file_path',
    scheme: 'passdb_default_password_scheme',
    username_format: 'auth_username_format',
  },
  'passdb/static': { password: 'passdb_static_password' },
  'userdb/passwd-file': { '*': 'passwd_file_path', username_format: 'auth_username_format' },
  'userdb/static': { allow_all_users: 'userdb_static_allow_all_users' },
};

/** Drivers whose other words of `args` are fields of the user. */
export const fieldDrivers: ReadonlySet<string> = new Set(['passdb/static', 'userdb/static']);
