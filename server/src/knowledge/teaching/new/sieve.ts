/** The Sieve interpreter: what scripts may use, its limits, the senders it writes as, its logs. */

import type { Teachings } from '../../types.ts';

export const sieve: Teachings = {
  sieve_enabled: {
    summary: 'Whether Sieve works for the user at all.',
    details:
      'Return `no` from userdb for accounts without filters: no script runs for them and ManageSieve turns them away.',
    example: 'sieve_enabled = no',
    seeAlso: ['sieve_script'],
    old: ['plugin/sieve_enabled'],
  },
  sieve_env_location_mda: {
    summary: 'Holds Sieve settings for scripts that run at delivery: LMTP and LDA.',
    example: 'sieve_env_location_mda {\n  sieve_max_cpu_time = 10s\n}',
    seeAlso: ['sieve_env_location_ms', 'sieve_env_location_mta', 'sieve_max_cpu_time'],
  },
  sieve_env_location_ms: {
    summary: 'Holds Sieve settings for scripts that run on stored mail: IMAP and the sieve tools.',
    details: 'The limit on CPU time is lifted here unless you set one.',
    example: 'sieve_env_location_ms {\n  sieve_max_cpu_time = 1 min\n}',
    seeAlso: ['sieve_env_location_mda', 'sieve_max_cpu_time'],
  },
  sieve_env_location_mta: {
    summary: 'Holds Sieve settings for scripts that run inside a mail transfer agent.',
    details: 'Dovecot itself runs scripts at delivery and in the mail store only.',
    example: 'sieve_env_location_mta {\n  sieve_max_redirects = 0\n}',
    seeAlso: ['sieve_env_location_mda', 'sieve_env_location_ms'],
  },
  sieve_extensions: {
    summary: 'Extensions of the Sieve language that scripts may `require`.',
    details:
      'A line with `=` replaces the default list; a block adds or takes away single ones. Extensions that run programs belong in `sieve_global_extensions`.',
    values: {
      editheader: 'Adds and deletes headers of the mail.',
      extlists: 'Tests against lists kept outside the script.',
      imapsieve: 'Scripts on IMAP events; comes with the plugin `sieve_imapsieve`.',
      spamtest: 'Tests the spam score; configure the `sieve_spamtest_` settings.',
      'vacation-seconds': 'Automatic replies more often than once a day.',
      'vnd.dovecot.filter': 'Changes the mail by an external program; comes with `sieve_extprograms`.',
      'vnd.dovecot.pipe': 'Hands the mail to an external program; comes with `sieve_extprograms`.',
    },
    example: 'sieve_extensions {\n  vacation-seconds = yes\n  editheader = yes\n}',
    seeAlso: ['sieve_global_extensions', 'sieve_plugins', 'sieve_implicit_extensions'],
    old: ['plugin/sieve_extensions'],
  },
  sieve_global_extensions: {
    summary: 'Extensions that only scripts of the administrator may use.',
    details:
      'What stands here is denied to personal scripts even when `sieve_extensions` has it. The right place for extensions that run programs or change mails.',
    example: 'sieve_global_extensions {\n  vnd.dovecot.pipe = yes\n  vnd.dovecot.environment = yes\n}',
    seeAlso: ['sieve_extensions', 'sieve_plugins'],
    old: ['plugin/sieve_global_extensions'],
  },
  sieve_implicit_extensions: {
    summary: 'Extensions that scripts may use without `require`.',
    details:
      'Breaks the Sieve standard. Only for scripts that were written for another server and leave `require` out.',
    example: 'sieve_implicit_extensions = fileinto imap4flags',
    seeAlso: ['sieve_extensions'],
    old: ['plugin/sieve_implicit_extensions'],
  },
  sieve_max_actions: {
    summary: 'Most actions that one run of a script may take.',
    values: { '0': 'No limit.' },
    unit: 'actions',
    example: 'sieve_max_actions = 64',
    seeAlso: ['sieve_max_redirects', 'sieve_max_cpu_time'],
    old: ['plugin/sieve_max_actions'],
  },
  sieve_max_cpu_time: {
    summary: 'CPU time that a script may use.',
    details:
      'A script beyond it ends with an error and the mail is kept in INBOX. Costly runs also add up over `sieve_resource_usage_timeout`; a script that reaches the limit this way is disabled.',
    example: 'sieve_max_cpu_time = 30s',
    seeAlso: ['sieve_resource_usage_timeout', 'sieve_env_location_ms', 'sieve_max_actions'],
    old: ['plugin/sieve_max_cpu_time'],
  },
  sieve_max_redirects: {
    summary: 'Most `redirect` actions in one run of a script.',
    details: 'Keep it low: a stolen account can use redirects to multiply mail.',
    values: { '0': 'Scripts may not redirect.' },
    unit: 'redirects',
    example: 'sieve_max_redirects = 4',
    seeAlso: ['sieve_max_actions', 'sieve_redirect_envelope_from', 'sieve_redirect_duplicate_period'],
    old: ['plugin/sieve_max_redirects'],
  },
  sieve_max_script_size: {
    summary: 'Largest script that is compiled.',
    values: { '0': 'No limit.' },
    example: 'sieve_max_script_size = 1M',
    seeAlso: ['sieve_quota_storage_size', 'sieve_quota_script_count'],
    old: ['plugin/sieve_max_script_size'],
  },
  sieve_plugin_dir: {
    summary: 'Folder from which the plugins of the interpreter are loaded.',
    details: 'Change it only when plugins are installed elsewhere than the package puts them.',
    example: 'sieve_plugin_dir = /usr/lib/dovecot/modules/sieve',
    seeAlso: ['sieve_plugins'],
    old: ['plugin/sieve_plugin_dir'],
  },
  sieve_plugins: {
    summary: 'Plugins of the Sieve interpreter.',
    details:
      'A plugin only registers its extensions; they must also stand in `sieve_extensions` or `sieve_global_extensions`.',
    example: 'sieve_plugins {\n  sieve_extprograms = yes\n}',
    seeAlso: ['sieve_global_extensions', 'sieve_plugin_dir', 'sieve_pipe_bin_dir'],
    old: ['plugin/sieve_plugins'],
  },
  sieve_redirect_duplicate_period: {
    summary: 'How long a mail that was redirected is not redirected again to the same address.',
    details: 'Stops loops between accounts that forward to each other.',
    unit: 'seconds',
    example: 'sieve_redirect_duplicate_period = 43200',
    seeAlso: ['sieve_max_redirects', 'sieve_redirect_envelope_from'],
    old: ['plugin/sieve_redirect_duplicate_period'],
  },
  sieve_redirect_envelope_from: {
    summary: 'Envelope sender of mails that `redirect` sends on.',
    details:
      'With the original sender SPF of that domain fails at the next server; an own address avoids this, but bounces then come to it. Mail from the null sender always stays `<>`.',
    values: {
      sender: 'The sender of the mail; the default.',
      recipient: 'The final recipient.',
      orig_recipient: 'The recipient before aliases were resolved.',
      user_email: 'The address in `sieve_user_email`, or the sender when that is empty.',
      postmaster: 'The address in `postmaster_address`.',
      '<user@domain>': 'A fixed address; the angle brackets are needed, `<>` is allowed.',
    },
    example: 'sieve_redirect_envelope_from = recipient',
    seeAlso: ['sieve_user_email', 'postmaster_address', 'sieve_max_redirects'],
    old: ['plugin/sieve_redirect_envelope_from'],
  },
  sieve_resource_usage_timeout: {
    summary: 'How long the CPU time of costly runs is remembered and added up.',
    details:
      'Runs of more than 1.5 seconds count. A script that reaches `sieve_max_cpu_time` in sum is disabled until it is uploaded or compiled again.',
    example: 'sieve_resource_usage_timeout = 1 hour',
    seeAlso: ['sieve_max_cpu_time'],
    old: ['plugin/sieve_resource_usage_timeout'],
  },
  sieve_trace_addresses: {
    summary: 'Adds the addresses of the byte code to the trace.',
    details: 'Of use only to those who work on the interpreter.',
    example: 'sieve_trace_addresses = yes',
    seeAlso: ['sieve_trace_dir', 'sieve_trace_debug'],
    old: ['plugin/sieve_trace_addresses'],
  },
  sieve_trace_debug: {
    summary: 'Adds debug messages for developers of the interpreter to the trace.',
    example: 'sieve_trace_debug = yes',
    seeAlso: ['sieve_trace_dir', 'sieve_trace_level'],
    old: ['plugin/sieve_trace_debug'],
  },
  sieve_trace_dir: {
    summary: 'Folder into which each run of a script writes what it did.',
    details:
      'Nothing is written while the folder does not exist; `~/` and relative paths are below the home of the user. Every mail makes a file, so return it from userdb for single users and remove it afterwards.',
    example: 'sieve_trace_dir = ~/sieve-trace',
    seeAlso: ['sieve_trace_level', 'sieve_trace_debug', 'sieve_user_log_path'],
    old: ['plugin/sieve_trace_dir'],
  },
  sieve_trace_level: {
    summary: 'How much the trace of a script tells.',
    values: {
      none: 'Nothing; tracing is off.',
      actions: 'Actions that were taken, as keep, fileinto or redirect.',
      commands: 'All commands except tests.',
      tests: 'All commands and all tests.',
      matching: 'Commands, tests and the values that were compared; the one to find out why a rule does not match.',
    },
    example: 'sieve_trace_level = matching',
    seeAlso: ['sieve_trace_dir', 'sieve_trace_debug'],
    old: ['plugin/sieve_trace_level'],
  },
  sieve_user_email: {
    summary: 'Main address of the user, for mails that a script sends.',
    details:
      'Return it from userdb. Needed where there is no envelope to take an address from, as in scripts that run in IMAP. Without it the postmaster or the null sender is used, depending on the action.',
    example: 'sieve_user_email = info@example.com',
    seeAlso: ['sieve_redirect_envelope_from', 'sieve_vacation_check_recipient', 'sieve_report_from'],
    old: ['plugin/sieve_user_email'],
  },
  sieve_user_log_path: {
    summary: 'File with the errors of the scripts of the user.',
    details:
      'Users cannot see the log of the server, this file they can. Unset it is the script file with `.log` behind it, or `~/.dovecot.sieve.log`.',
    example: 'sieve_user_log_path = ~/sieve.log',
    seeAlso: ['sieve_trace_dir'],
    old: ['plugin/sieve_user_log'],
  },
};
