/** Settings of the formats Maildir, mbox, sdbox and mdbox. */

import type { Teachings } from '../../types.ts';

/** The ways to lock an mbox file. */
const locks = {
  dotlock: 'A file `NAME.lock` beside the mbox; works everywhere, but the directory must be writable.',
  dotlock_try: 'As `dotlock`, but goes on without it where the directory is not writable or the disk is full.',
  fcntl: 'The kernel lock that works over NFS too, if its lock daemon does.',
  flock: 'A kernel lock that old NFS does not pass on.',
  lockf: 'On most systems the same lock as `fcntl`, but always exclusive.',
} as const;

export const mailboxFormats: Teachings = {
  maildir: {
    summary: 'Settings for mailboxes of the format Maildir only.',
    details:
      "Dovecot's own defaults for Maildir, as its `mail_path`, live here as well. Write a setting here if another namespace uses another format.",
    example: 'maildir {\n  very_dirty_syncs = yes\n}',
    seeAlso: ['mail_driver', 'mail_path'],
  },
  maildir_broken_filename_sizes: {
    summary: 'Does not trust the size in file names (`S=…`) and asks the file system instead.',
    details: 'For mails that another program wrote with wrong sizes. Costs a `stat()` per mail.',
    example: 'maildir_broken_filename_sizes = yes',
    seeAlso: ['maildir'],
  },
  maildir_copy_with_hardlinks: {
    summary: 'Copies a mail by a hard link instead of writing it again.',
    details: 'Fast and without risk, so leave it on unless the file system has no or only slow hard links.',
    example: 'maildir_copy_with_hardlinks = yes',
    seeAlso: ['maildir'],
  },
  maildir_empty_new: {
    summary: 'Moves mails from `new/` to `cur/` as soon as they are seen, not only when they stop being recent.',
    details: 'Useful where `new/` grows so large that the file system becomes slow.',
    example: 'maildir_empty_new = yes',
    seeAlso: ['maildir'],
  },
  maildir_stat_dirs: {
    summary: 'Checks when listing folders that each name with a leading dot is really a directory.',
    details:
      'Needed only where plain files with a leading dot lie in the Maildir. Many file systems tell it for free; on others each name costs a `stat()`.',
    example: 'maildir_stat_dirs = yes',
    seeAlso: ['maildir'],
  },
  maildir_very_dirty_syncs: {
    summary: 'Reads `cur/` again only when its time stamp changed unexpectedly or a mail is missing.',
    details:
      'Much faster for big folders, if nothing but Dovecot changes `cur/`. Other programs may still deliver to `new/`; changes they make in `cur/` can go unnoticed for a while.',
    example: 'maildir_very_dirty_syncs = yes',
    seeAlso: ['mailbox_list_index_very_dirty_syncs', 'mail_nfs_storage'],
  },
  mbox: {
    summary: 'Settings for mailboxes of the format mbox only.',
    details: 'Write a setting here if another namespace uses another format.',
    example: 'mbox {\n  write_locks = fcntl\n}',
    seeAlso: ['mail_driver', 'mail_inbox_path'],
  },
  mbox_dirty_syncs: {
    summary: 'Takes it that a grown mbox only got new mails at its end, and reads just those.',
    details:
      'Safe, since a mail is checked before it is read and the whole file is read again if something does not fit. Flags that other programs change show up later.',
    example: 'mbox_dirty_syncs = yes',
    seeAlso: ['mbox_very_dirty_syncs', 'mbox_lazy_writes'],
  },
  mbox_dotlock_change_timeout: {
    summary: 'Takes over a dotlock that is this old if the mbox has not changed meanwhile.',
    details: 'Such locks were left behind by a crash. It must be longer than any delivery takes to write.',
    example: 'mbox_dotlock_change_timeout = 2 mins',
    seeAlso: ['mbox_lock_timeout', 'mbox_write_locks'],
  },
  mbox_lazy_writes: {
    summary: 'Writes flags and ids into the mbox only at the end of a session or at EXPUNGE and CHECK.',
    details:
      'Rewriting an mbox is dear, and with POP3 most mails are deleted anyway. Dovecot sees the changes at once in its index, other mail programs only later.',
    example: 'mbox_lazy_writes = yes',
    seeAlso: ['mbox_dirty_syncs'],
  },
  mbox_lock_timeout: {
    summary: 'How long to wait for all locks of an mbox before giving up.',
    details: '`mail_max_lock_timeout` can shorten it.',
    example: 'mbox_lock_timeout = 5 mins',
    seeAlso: ['mail_max_lock_timeout', 'mbox_dotlock_change_timeout'],
  },
  mbox_md5: {
    summary: 'Which headers go into the MD5 sum that `%{md5}` gives in POP3 UIDLs.',
    details: 'Choose what the old server did, so that POP3 clients do not fetch all mails again.',
    values: {
      apop3d: 'The few headers that the server apop3d takes.',
      all: 'All headers.',
    },
    example: 'mbox_md5 = apop3d',
    seeAlso: ['pop3_uidl_format'],
  },
  mbox_min_index_size: {
    summary: 'For smaller mbox files no index files are written.',
    details: 'An index that exists is read but not updated. Leave it at the default.',
    values: { '0': 'Every mbox gets an index.' },
    example: 'mbox_min_index_size = 0',
    seeAlso: ['mail_cache_min_mail_count'],
  },
  mbox_read_locks: {
    summary: 'How an mbox is locked while it is read.',
    details:
      'Must fit what the other programs on the mbox use, or mailboxes get corrupted. Locks are taken in the order given; programs that take them in different orders block each other.',
    values: locks,
    example: 'mbox_read_locks = fcntl',
    seeAlso: ['mbox_write_locks', 'mbox_lock_timeout'],
  },
  mbox_very_dirty_syncs: {
    summary: 'As `mbox_dirty_syncs`, but also at SELECT, EXAMINE, EXPUNGE and CHECK.',
    details: 'Fastest, and the slowest to notice what other programs change.',
    example: 'mbox_very_dirty_syncs = yes',
    seeAlso: ['mbox_dirty_syncs'],
  },
  mbox_write_locks: {
    summary: 'How an mbox is locked while it is written.',
    details:
      'Must fit what the MTA and other programs on the mbox use; Debian wants `fcntl dotlock`. With `dotlock` the directory must be writable, see `mail_privileged_group`.',
    values: locks,
    example: 'mbox_write_locks = dotlock fcntl',
    seeAlso: ['mbox_read_locks', 'mail_privileged_group'],
  },
  mdbox: {
    summary: 'Settings for mailboxes of the format mdbox only.',
    details: "Dovecot's own defaults for mdbox, as its `mail_path`, live here as well.",
    example: 'mdbox {\n  rotate_size = 100M\n}',
    seeAlso: ['mail_driver', 'sdbox', 'mail_alt_path'],
  },
  mdbox_preallocate_space: {
    summary: 'Reserves the full rotation size on disk when a new mdbox file is made.',
    details: 'Less fragmentation on ext4 and XFS under Linux; elsewhere it does nothing.',
    example: 'mdbox_preallocate_space = yes',
    seeAlso: ['mdbox_rotate_size'],
  },
  mdbox_rotate_interval: {
    summary: 'Age after which an mdbox file gets no more mails and a new one is begun.',
    details: 'Young files make incremental backups small, since a closed file does not change until it is purged.',
    values: { '0': 'Age does not matter, only size.' },
    example: 'mdbox_rotate_interval = 1 day',
    seeAlso: ['mdbox_rotate_size'],
  },
  mdbox_rotate_size: {
    summary: 'Size after which an mdbox file gets no more mails and a new one is begun.',
    details:
      'Larger files mean fewer files to back up, but `doveadm purge` must rewrite more to free the space of deleted mails.',
    example: 'mdbox_rotate_size = 10M',
    seeAlso: ['mdbox_rotate_interval', 'mdbox_preallocate_space'],
  },
  sdbox: {
    summary: 'Settings for mailboxes of the format sdbox only.',
    details: "Dovecot's own defaults for sdbox, as its `mail_path`, live here as well.",
    example: 'sdbox {\n  mail_path = %{home}/sdbox\n}',
    seeAlso: ['mail_driver', 'mdbox', 'mail_alt_path'],
  },
};
