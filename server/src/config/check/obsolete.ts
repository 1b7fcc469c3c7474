/** What 2.3 still understands of 1.x and 2.x, with a warning, and what it makes of it. */

import type { Entry } from '../configuration.ts';

/** Settings by path, with what to write instead; empty where nothing is needed any more. */
const settings: ReadonlyMap<string, string> = new Map([
  ['auth_chroot', 'service auth { chroot }'],
  ['auth_count', ''],
  ['auth_executable', 'service auth { executable }'],
  ['auth_process_size', 'service auth { vsz_limit }'],
  ['auth_user', 'service auth { user }'],
  ['dbox_rotate_days', ''],
  ['dbox_rotate_min_size', ''],
  ['dbox_rotate_size', 'mdbox_rotate_size'],
  ['director_consistent_hashing', ''],
  ['fsync_disable', 'mail_fsync'],
  ['login_chroot', 'service imap-login { chroot }'],
  ['login_dir', ''],
  ['login_executable', 'service imap-login { executable }'],
  ['login_max_connections', 'service imap-login { client_limit }'],
  ['login_max_processes_count', 'service imap-login { process_limit }'],
  ['login_process_per_connection', 'service imap-login { service_count }'],
  ['login_process_size', 'service imap-login { vsz_limit }'],
  ['login_processes_count', 'service imap-login { process_min_avail }'],
  ['login_user', 'service imap-login { user }'],
  ['mail_cache_compress_continued_percentage', 'mail_cache_purge_continued_percentage'],
  ['mail_cache_compress_delete_percentage', 'mail_cache_purge_delete_percentage'],
  ['mail_cache_compress_header_continue_count', 'mail_cache_purge_header_continue_count'],
  ['mail_cache_compress_min_size', 'mail_cache_purge_min_size'],
  ['mail_drop_priv_before_exec', 'service imap { drop_priv_before_exec }'],
  ['mail_executable', 'service imap { executable }'],
  ['mail_log_max_lines_per_sec', ''],
  ['mail_process_size', 'service imap { vsz_limit }'],
  ['maildir_copy_preserve_filename', ''],
  ['max_mail_processes', 'service imap { process_limit }'],
  ['plugin/imap_zlib_compress_level', 'imap_compress_deflate_level'],
  ['sieve', 'plugin { sieve }'],
  ['sieve_storage', 'plugin { sieve_dir }'],
  ['ssl_ca_file', 'ssl_ca = <FILE'],
  ['ssl_cert_file', 'ssl_cert = <FILE'],
  ['ssl_dh_parameters_length', ''],
  ['ssl_disable', 'ssl'],
  ['ssl_key_file', 'ssl_key = <FILE'],
  ['ssl_listen', 'service imap-login { inet_listener imaps { port } }'],
  ['ssl_parameters_regenerate', ''],
  ['ssl_protocols', 'ssl_min_protocol'],
]);

/** What takes the place of a setting that only its old meaning makes known; undefined when it is simply not known. */
export function obsoleteSetting(path: string, { statement: { value } }: Entry): string | undefined {
  // Files and variables are looked at later, when the old names are no longer understood. (`<%` begins a template.)
  if (
    (value.style === 'file' && !value.content.text.startsWith('%')) ||
    (value.style === 'bare' && value.content.text.includes('$'))
  )
    return undefined;
  return settings.get(path);
}

/** Sections by word and name; the value says what to write instead. */
export function obsoleteSection(word: string, name: string | undefined, path: string): string | undefined {
  if (path !== '') return undefined;
  if (word === 'auth') return 'auth_ settings';
  if (word === 'protocol' && name === 'managesieve') return 'protocol sieve';
  if (word === 'service' && name === 'dns_client') return 'service dns-client';
  return undefined;
}
