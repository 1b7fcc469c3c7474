/** Plugins of mail processes: access control lists, AppArmor, charset aliases and encryption with keys of each user. */

import type { Teachings } from '../../types.ts';

export const mailPlugins: Teachings = {
  acl: {
    summary: 'One access rule: whom it is for stands in the block name, what is allowed in `rights`.',
    details:
      'At top level it holds for all mailboxes, inside `namespace` or `mailbox` only for those. Users cannot change these rules over IMAP, which makes them fit for limits that must hold.',
    example: 'namespace inbox {\n  mailbox Archive {\n    acl owner {\n      rights = lrs\n    }\n  }\n}',
    seeAlso: ['acl_id', 'acl_rights', 'acl_driver'],
  },
  acl_cache_ttl: {
    summary: 'How long a process trusts what it read from a `dovecot-acl` file before it looks again.',
    details: 'Longer saves `stat()` calls, which counts on NFS; changed rights take that much longer to be seen.',
    example: 'acl_cache_ttl = 1 min',
    seeAlso: ['acl_driver', 'acl_globals_only'],
  },
  acl_defaults_from_inbox: {
    summary: 'Takes the rights of mailboxes that have no rules of their own from the INBOX.',
    details:
      'Holds for private and shared namespaces, not for public ones. Whoever may read the INBOX may then read every folder that does not say otherwise.',
    example: 'acl_defaults_from_inbox = yes',
    seeAlso: ['acl', 'acl_driver'],
    old: ['plugin/acl_defaults_from_inbox'],
  },
  acl_dict_index: {
    summary: 'Tells that the sharing map can be searched by owner, so updates need not read all of it.',
    details: 'Turn it on where the map lives in SQL or Cassandra and has maps for the reverse keys.',
    example: 'acl_dict_index = yes',
    seeAlso: ['acl_sharing_map'],
    old: ['plugin/acl_dict_index'],
  },
  acl_driver: {
    summary: 'Where rights of mailboxes are stored; empty switches the acl plugin off.',
    details: 'Loading the plugin in `mail_plugins` alone does nothing without it.',
    values: { vfile: 'A file `dovecot-acl` in each mailbox. So far the only driver.' },
    example: 'mail_plugins {\n  acl = yes\n}\nacl_driver = vfile',
    seeAlso: ['acl', 'acl_globals_only', 'mail_plugins'],
    old: ['plugin/acl'],
  },
  acl_global_path: {
    summary: 'File with access rules for all users, in the old format with a mailbox pattern on each line.',
    details: 'Only early releases of 2.4 read it; write the rules as `acl` blocks instead.',
    example: 'acl_global_path = /etc/dovecot/dovecot-acl',
    seeAlso: ['acl', 'acl_globals_only'],
  },
  acl_globals_only: {
    summary: 'Ignores the `dovecot-acl` files of mailboxes and uses only the rules of the configuration.',
    details: 'Saves disk accesses where users share nothing themselves; rights set over IMAP lose their effect.',
    example: 'acl_globals_only = yes',
    seeAlso: ['acl', 'acl_driver'],
    old: ['plugin/acl_globals_only'],
  },
  acl_groups: {
    summary: 'Groups the user belongs to when rules for `group=` and `group-override=` are looked up.',
    details: 'Usually returned by the userdb for each user. UNIX groups do not count.',
    example: 'acl_groups = staff admins',
    seeAlso: ['acl', 'acl_user'],
    old: ['plugin/acl_groups'],
  },
  acl_id: {
    summary: 'Whom an `acl` block is for; taken from the block name unless written out.',
    details:
      'A minus in front takes rights away. More telling identifiers win: a rule for a user overrides one for the group.',
    values: {
      owner: 'The owner of the mailbox.',
      'user=NAME': 'One user.',
      'group=NAME': 'Members of a group in `acl_groups`.',
      'group-override=NAME': 'Like `group=`, but it also overrides rules for single users.',
      authenticated: 'Everybody who is logged in.',
      anyone: 'Everybody, anonymous logins included.',
    },
    example: 'acl support {\n  id = group=support\n  rights = lr\n}',
    seeAlso: ['acl', 'acl_rights', 'acl_groups'],
  },
  acl_ignore: {
    summary: 'Switches access control off, usually for one namespace.',
    details: 'Inside the block everybody who reaches a mailbox has all rights to it.',
    example: 'namespace public {\n  acl_ignore = yes\n}',
    seeAlso: ['acl', 'acl_driver'],
    old: ['plugin/acl_ignore_namespace'],
  },
  acl_rights: {
    summary: 'Rights that an `acl` block grants, as the letters of the IMAP ACL extension.',
    details: 'Empty grants nothing. `lrwstipekxa` is everything.',
    values: {
      l: 'Lookup: the mailbox is listed and can be subscribed to.',
      r: 'Read: the mailbox can be opened.',
      w: 'Write: flags can be changed, except Seen and Deleted.',
      s: 'Seen flag can be changed.',
      t: 'Deleted flag can be changed.',
      i: 'Insert: mails can be saved and copied into the mailbox.',
      p: 'Post: delivery, for example by Sieve, can save into the mailbox.',
      e: 'Expunge: mails can be removed for good.',
      k: 'Create: mailboxes can be created below this one.',
      x: 'Delete: the mailbox itself can be deleted.',
      a: 'Administer: rights of the mailbox can be changed.',
    },
    example: 'acl user=auditor {\n  rights = lr\n}',
    seeAlso: ['acl', 'acl_id'],
  },
  acl_sharing_map: {
    summary: 'Dictionary that remembers who shares mailboxes with whom, so that clients see them in lists.',
    details:
      'Rights work without it, yet nobody finds the shared mailboxes. It must be one dictionary for all users and backends; a file will not do for a cluster.',
    example: 'acl_sharing_map {\n  dict file {\n    path = /var/lib/dovecot/shared-mailboxes.db\n  }\n}',
    seeAlso: ['acl_dict_index', 'acl_driver', 'dict'],
    old: ['plugin/acl_shared_dict'],
  },
  acl_user: {
    summary: 'Name under which rights are looked up, where it is not the logged-in user.',
    details:
      'By default a master user is judged by the own name and needs rules of its own. Set it to `%{user}` to give master users the rights of the owner.',
    example: 'acl_user = %{user}',
    seeAlso: ['acl', 'acl_groups', 'auth_master_user_separator'],
    old: ['plugin/acl_user', 'plugin/master_user'],
  },
  apparmor_hats: {
    summary: 'AppArmor hats a mail process changes into when it starts to serve a user.',
    details:
      'The process leaves the hat when it is done with the user. The profile of the service must define the hats.',
    example: 'apparmor_hats = imap_user',
    seeAlso: ['mail_plugins', 'log_debug'],
    old: ['plugin/apparmor_hat'],
  },
  charset_aliases: {
    summary: 'Charsets that are read as another one when mail text is converted to UTF-8.',
    details: 'Helps with mails that name a standard charset but use the characters of a vendor extension of it.',
    example: 'charset_aliases {\n  shift_jis = sjis-win\n  euc-jp = eucjp-win\n}',
    seeAlso: ['mail_plugins'],
    old: ['plugin/charset_aliases'],
  },
  crypt_acl_require_secure_key_sharing: {
    summary: 'Refuses to share an encrypted folder with a group or with a user who has no public key.',
    details: 'Without it such a share stores the folder key unencrypted, so that the others can read it.',
    example: 'crypt_acl_require_secure_key_sharing = yes',
    seeAlso: ['crypt_user_key_curve', 'acl_driver'],
    old: ['plugin/mail_crypt_acl_require_secure_key_sharing'],
  },
  crypt_private_key_name: {
    summary: 'Name of a private key block; it only tells several keys apart.',
    details: 'Taken from the block name of `crypt_global_private_key` and `crypt_user_key_encryption_key`.',
    example: 'crypt_user_key_encryption_key master {\n  crypt_private_key_file = /etc/dovecot/master.pem\n}',
    seeAlso: ['crypt_private_key_file', 'crypt_user_key_encryption_key'],
  },
  crypt_user_key_curve: {
    summary: 'Elliptic curve for generating the key pairs of users and folders.',
    details:
      'Needed for encryption with keys of each user; with global keys nothing is generated and it stays empty. Any curve of the crypto library works, and changing it affects only new keys.',
    values: {
      X25519: 'Modern and fast; capital X.',
      X448: 'Like X25519, with a larger security margin.',
      prime256v1: 'The NIST curve P-256.',
      secp521r1: 'The NIST curve P-521.',
    },
    example: 'crypt_user_key_curve = X25519',
    seeAlso: ['crypt_user_key_password', 'crypt_user_key_require_encrypted', 'crypt_global_private_key'],
    old: ['plugin/mail_crypt_curve'],
  },
  crypt_user_key_encryption_key: {
    summary: 'Private keys that open the private keys of users.',
    details:
      'An alternative to a password for each user: whoever holds this key can read all mails. List older keys as well while users still have keys locked with them.',
    example: 'crypt_user_key_encryption_key master {\n  crypt_private_key_file = /etc/dovecot/master.pem\n}',
    seeAlso: ['crypt_private_key_file', 'crypt_user_key_password', 'crypt_user_key_require_encrypted'],
    old: ['plugin/mail_crypt_private_key'],
  },
  crypt_user_key_password: {
    summary: 'Password that unlocks the private key of the user.',
    details:
      'Comes from the passdb or userdb for each login, never from a fixed text. Mail can then be read only while the user is logged in; when the login password changes, the key must be encrypted anew.',
    example: 'crypt_user_key_password = %{userdb:crypt_user_key_password}',
    seeAlso: ['crypt_user_key_require_encrypted', 'crypt_user_key_encryption_key'],
    old: ['plugin/mail_crypt_private_password'],
  },
  crypt_user_key_require_encrypted: {
    summary: 'Refuses to generate a user key that neither a password nor another key protects.',
    details: 'User keys that already lie unprotected in storage stay as they are.',
    example: 'crypt_user_key_require_encrypted = yes',
    seeAlso: ['crypt_user_key_password', 'crypt_user_key_encryption_key'],
    old: ['plugin/mail_crypt_require_encrypted_user_key'],
  },
};
