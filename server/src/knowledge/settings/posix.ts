/** The `posix` fs driver, for local file systems and NFS. */

import type { Setting } from '../types.ts';
import { newAll, oldAll, pages } from './shared.ts';

export const posixSettings: readonly Setting[] = [
  {
    old: { name: 'accurate-mtime', place: 'fs-uri', drivers: ['posix'], dialects: oldAll },
    new: { name: 'fs_posix_accurate_mtime', place: 'setting', default: 'no', dialects: newAll },
    type: 'bool',
    summary: "Setting of a file's modification time to a precise clock after writing.",
    details:
      'File systems may record a time that lags by a few milliseconds. The sample for NFS on Pro switches it on. In an old URI the bare word means yes.',
    example: 'fs_posix_accurate_mtime = yes',
    seeAlso: ['fs_posix_fsync'],
    source: pages.settings,
  },
  {
    old: { name: 'dirs', place: 'fs-uri', drivers: ['posix'], dialects: oldAll },
    new: { name: 'fs_posix_autodelete_empty_directories', place: 'setting', default: 'no', dialects: newAll },
    type: 'bool',
    summary: 'Removal of directories that have become empty.',
    details:
      'The old word `dirs` keeps them, so its sense is turned round. Sources disagree on the default: the binary says no, a draft of the manual said yes.',
    example: 'fs_posix_autodelete_empty_directories = no',
    seeAlso: ['fs_posix_prefix'],
    source: pages.settings,
  },
  {
    old: { name: 'no-fsync', place: 'fs-uri', drivers: ['posix'], dialects: oldAll },
    new: { name: 'fs_posix_fsync', place: 'setting', default: 'yes', dialects: newAll },
    type: 'bool',
    summary: 'Waiting until written files have reached the disk.',
    details:
      'The old word `no-fsync` means no. The sample for NFS on Pro switches it off for speed; elsewhere mails may be lost when power fails.',
    example: 'fs_posix_fsync = yes',
    seeAlso: ['fs_posix_accurate_mtime', 'mail_fsync'],
    source: pages.settings,
  },
  {
    old: { name: 'lock', place: 'fs-uri', drivers: ['posix'], default: 'flock', dialects: oldAll },
    new: { name: 'fs_posix_lock_method', place: 'setting', default: 'flock', dialects: newAll },
    type: 'enum',
    values: {
      flock: 'Locks by the flock system call; gone with the process, the right choice nearly always.',
      dotlock: 'Creates a lock file beside the file; works everywhere, slower, may stay behind after a breakdown.',
    },
    summary: 'Method of locking files.',
    details: 'Change it only where the file system does not support the default, as some network file systems.',
    example: 'fs_posix_lock_method = flock',
    seeAlso: ['fs_posix_prefix'],
    source: pages.settings,
  },
  {
    old: { name: 'mode', place: 'fs-uri', drivers: ['posix'], default: '0600', dialects: oldAll },
    new: { name: 'fs_posix_mode', place: 'setting', default: '0600', dialects: newAll },
    type: 'octal',
    summary: 'Permissions of new files, in octal.',
    details:
      'Directories get the matching execute bits. The old parameter also takes `auto`, which follows the parent directory.',
    example: 'fs_posix_mode = 0600',
    seeAlso: ['fs_posix_prefix'],
    source: pages.settings,
  },
  {
    old: { name: 'prefix', place: 'fs-uri', drivers: ['posix'], dialects: oldAll },
    new: { name: 'fs_posix_prefix', place: 'setting', default: '', dialects: newAll },
    type: 'string',
    summary: 'Text put before every path, as a rule a directory with a slash at its end.',
    details:
      'A slash is not added since 2.3: `/tmp/foo` and `file` become `/tmp/foofile`. Put some level of hash directories into it, and never give mails the directory of the full text index.',
    example: 'fs_posix_prefix = /data/mails/%{user | md5 | hexlify(2)}/%{user}/',
    seeAlso: ['fs_posix_mode', 'fs_posix_autodelete_empty_directories'],
    source: pages.settings,
  },
];
