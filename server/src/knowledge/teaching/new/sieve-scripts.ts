/** Where Sieve scripts come from, when they run, and ManageSieve, through which users edit them. */

import type { Teachings } from '../../types.ts';

export const sieveScripts: Teachings = {
  managesieve_client_workarounds: {
    summary: 'Workarounds for mistakes of ManageSieve clients.',
    details: 'There are none so far: leave it empty, any word is refused.',
    seeAlso: ['managesieve_implementation_string'],
  },
  managesieve_extlists_capability: {
    summary: 'List schemes that ManageSieve announces as `EXTLISTS` before login.',
    details: 'Filled in by asking the Sieve interpreter when you leave it unset.',
    seeAlso: ['managesieve_sieve_capability', 'sieve_extlists_list'],
  },
  managesieve_implementation_string: {
    summary: 'Name under which the ManageSieve server introduces itself.',
    details: 'Some old clients expect the name of Cyrus timsieved here.',
    example: 'managesieve_implementation_string = Dovecot Pigeonhole',
    seeAlso: ['managesieve_sieve_capability'],
  },
  managesieve_logout_format: {
    summary: 'What is logged when a ManageSieve session ends.',
    details: '`%{input}` and `%{output}` are the bytes read from and sent to the client.',
    example: 'managesieve_logout_format = in=%{input} out=%{output}',
    seeAlso: ['managesieve_max_line_length'],
  },
  managesieve_max_compile_errors: {
    summary: 'How many errors of a script a client is told when it uploads or checks one.',
    unit: 'errors',
    example: 'managesieve_max_compile_errors = 10',
    seeAlso: ['sieve_max_script_size'],
  },
  managesieve_max_line_length: {
    summary: 'Longest command line accepted from a ManageSieve client.',
    details: 'Scripts are sent as literals and do not count, so there is hardly a reason to change it.',
    example: 'managesieve_max_line_length = 64k',
    seeAlso: ['sieve_max_script_size'],
  },
  managesieve_notify_capability: {
    summary: 'Notification methods that ManageSieve announces as `NOTIFY` before login.',
    details: 'Filled in by asking the Sieve interpreter when you leave it unset.',
    example: 'managesieve_notify_capability = mailto',
    seeAlso: ['managesieve_sieve_capability'],
  },
  managesieve_sieve_capability: {
    summary: 'Extensions that ManageSieve announces as `SIEVE` before login.',
    details:
      'Filled in by asking the Sieve interpreter when you leave it unset; after login the list of the user counts. A proxy without Sieve of its own needs it set to what the backends have.',
    example: 'managesieve_sieve_capability = fileinto reject envelope vacation imap4flags',
    seeAlso: ['sieve_extensions', 'managesieve_notify_capability'],
  },
  sieve_quota_script_count: {
    summary: 'How many personal scripts a user may store.',
    details: 'Checked when ManageSieve or doveadm puts a script. From 2.4.5 on `0` is refused.',
    values: { unlimited: 'No limit.' },
    unit: 'scripts',
    example: 'sieve_quota_script_count = 20',
    seeAlso: ['sieve_quota_storage_size', 'sieve_max_script_size'],
    old: ['plugin/sieve_quota_max_scripts'],
  },
  sieve_quota_storage_size: {
    summary: 'How many bytes all personal scripts of a user may take together.',
    details: 'Checked when ManageSieve or doveadm puts a script. From 2.4.5 on `0` is refused.',
    values: { unlimited: 'No limit.' },
    example: 'sieve_quota_storage_size = 5M',
    seeAlso: ['sieve_quota_script_count', 'sieve_max_script_size'],
    old: ['plugin/sieve_quota_max_storage'],
  },
  sieve_script: {
    summary: 'Adds a script storage: a place with Sieve scripts, and when they run.',
    details:
      'Storages of one type run in the order in which they stand, unless `sieve_script_precedence` says otherwise. Without any personal storage Dovecot looks for `~/.dovecot.sieve` and `~/sieve`.',
    example: 'sieve_script personal {\n  path = ~/sieve\n  active_path = ~/.dovecot.sieve\n}',
    seeAlso: ['sieve_script_type', 'sieve_script_driver', 'sieve_script_path', 'sieve_script_precedence'],
    old: [
      'plugin/sieve',
      'plugin/sieve_before',
      'plugin/sieve_after',
      'plugin/sieve_default',
      'plugin/sieve_discard',
      'plugin/sieve_global',
    ],
  },
  sieve_script_active_path: {
    summary: 'Symbolic link that points to the script in use, for a personal storage that is a folder.',
    details:
      'ManageSieve moves it when the user activates another script. Keep it outside the folder with the scripts.',
    example: 'sieve_script personal {\n  path = ~/sieve\n  active_path = ~/.dovecot.sieve\n}',
    seeAlso: ['sieve_script_path', 'sieve_script'],
  },
  sieve_script_bin_path: {
    summary: 'Where the compiled form of the scripts is kept.',
    details:
      'Files are compiled next to the script when that folder may be written to. For driver `dict` or `ldap` set it, or the script is fetched and compiled for every mail.',
    example: 'sieve_script personal {\n  driver = ldap\n  bin_path = ~/.sieve-bin\n}',
    seeAlso: ['sieve_script_path', 'sieve_script_driver'],
  },
  sieve_script_cause: {
    summary: 'On which occasions the scripts of the storage run.',
    details:
      'Unset, personal scripts run on all of them and others on delivery only. The IMAP ones need `imap_sieve` in `mail_plugins` and `sieve_imapsieve` in `sieve_plugins`.',
    values: {
      delivery: 'A mail arrives over LMTP or LDA.',
      append: 'A client saves a mail with APPEND.',
      copy: 'A client copies or moves a mail.',
      flag: 'A client changes flags.',
    },
    example:
      'sieve_script learn-spam {\n  type = before\n  cause = copy append\n  path = /etc/dovecot/sieve/learn-spam.sieve\n}',
    seeAlso: ['sieve_script_type', 'imapsieve_from', 'sieve_plugins'],
    old: ['plugin/imapsieve_mailbox1_causes'],
  },
  sieve_script_dict: {
    summary: 'Holds settings for script storages of driver `dict` only.',
    example: 'sieve_script_dict {\n  dict proxy {\n    name = sieve\n  }\n}',
    seeAlso: ['sieve_script_driver', 'sieve_script', 'dict'],
  },
  sieve_script_driver: {
    summary: 'What kind of place the scripts come from.',
    details: 'ManageSieve can write only to `file`.',
    example: 'sieve_script personal {\n  driver = dict\n  dict proxy {\n    name = sieve\n  }\n}',
    seeAlso: ['sieve_script_path', 'sieve_script_bin_path', 'sieve_script_ldap_filter'],
  },
  sieve_script_ldap_filter: {
    summary: 'LDAP filter that finds the entry with the script.',
    details: '`%{user}` is the user, `%{name}` the name of the script.',
    example: 'sieve_script personal {\n  driver = ldap\n  ldap_filter = (&(objectClass=posixAccount)(uid=%{user}))\n}',
    seeAlso: ['sieve_script_ldap_script_attribute', 'sieve_script_driver', 'ldap_base'],
  },
  sieve_script_ldap_modified_attribute: {
    summary: 'Attribute whose change tells that the script must be fetched again.',
    details: 'Mostly `modifyTimestamp`, which the LDAP server keeps by itself.',
    example: 'sieve_script_ldap_modified_attribute = modifyTimestamp',
    seeAlso: ['sieve_script_ldap_script_attribute', 'sieve_script_bin_path'],
  },
  sieve_script_ldap_script_attribute: {
    summary: 'Attribute that holds the text of the script.',
    example: 'sieve_script_ldap_script_attribute = mailSieveRuleSource',
    seeAlso: ['sieve_script_ldap_modified_attribute', 'sieve_script_ldap_filter'],
  },
  sieve_script_name: {
    summary: 'Name of the script that the storage gives.',
    details:
      'A storage of type `default` becomes visible to ManageSieve clients under this name. A global storage with one script needs it, so that `include` finds the script.',
    example:
      'sieve_script default {\n  type = default\n  name = roundcube\n  path = /var/lib/dovecot/sieve/default.sieve\n}',
    seeAlso: ['sieve_script_type', 'sieve_script_storage'],
    old: ['plugin/sieve_default_name'],
  },
  sieve_script_path: {
    summary: 'Script file, or folder with `.sieve` files, of a file storage.',
    details:
      'Relative paths and `~/` are below the home of the user. A folder of type `before` or `after` runs all its scripts in the order of their names. Compile global ones beforehand with sievec, since users may not write there.',
    example: 'sieve_script spam {\n  type = before\n  path = /etc/dovecot/sieve/before.d\n}',
    seeAlso: ['sieve_script_active_path', 'sieve_script_type', 'sieve_script_bin_path'],
    old: ['plugin/sieve_dir'],
  },
  sieve_script_precedence: {
    summary: 'Order among the storages of one type; lower numbers come first.',
    details: 'Storages without a number come last, in the order in which they stand.',
    values: { unlimited: 'After all that have a number.' },
    example: 'sieve_script spam {\n  type = before\n  path = /etc/dovecot/sieve/spam.sieve\n  precedence = 10\n}',
    seeAlso: ['sieve_script_type', 'sieve_script'],
  },
  sieve_script_storage: {
    summary: 'Name of the script storage in the configuration, the log and command line tools.',
    details: 'The name of the `sieve_script` block sets it. A second block of the same name adds to the first.',
    example: 'sieve_script_storage = personal',
    seeAlso: ['sieve_script', 'sieve_script_name'],
  },
  sieve_script_type: {
    summary: 'When the scripts of the storage run.',
    details:
      'A script is followed by the next one only if it ends with a keep. Of `personal`, `default` and `discard` only the first storage counts.',
    example: 'sieve_script spam {\n  type = before\n  path = /etc/dovecot/sieve/spam.sieve\n}',
    seeAlso: ['sieve_script', 'sieve_script_precedence', 'sieve_script_cause'],
  },
};
