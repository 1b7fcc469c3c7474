/** Settings of single Sieve extensions: duplicate, editheader, external programs, lists, vacation, spam tests and others. */

import type { Teachings } from '../../types.ts';

export const sieveExtensions: Teachings = {
  sieve_duplicate_default_period: {
    summary: 'How long the `duplicate` test remembers a message when the script does not say.',
    details: 'May not be longer than `sieve_duplicate_max_period`.',
    example: 'sieve_duplicate_default_period = 12 hours',
    seeAlso: ['sieve_duplicate_max_period'],
    old: ['plugin/sieve_duplicate_default_period'],
  },
  sieve_duplicate_max_period: {
    summary: 'Longest time for which a script may let the `duplicate` test remember a message.',
    details: 'Longer times make the database of seen messages of each user larger.',
    example: 'sieve_duplicate_max_period = 2 days',
    seeAlso: ['sieve_duplicate_default_period'],
    old: ['plugin/sieve_duplicate_max_period'],
  },
  sieve_editheader_header: {
    summary: 'Restricts what scripts may do with one header.',
    details:
      'For headers other programs rely on, as the verdict of a spam filter. `Subject` cannot be restricted, and `Received` and `Auto-Submitted` can never be deleted.',
    example: 'sieve_editheader_header X-Spam-Status {\n  forbid_add = yes\n  forbid_delete = yes\n}',
    seeAlso: ['sieve_editheader_header_forbid_add', 'sieve_editheader_header_forbid_delete', 'sieve_extensions'],
  },
  sieve_editheader_header_forbid_add: {
    summary: 'Keeps scripts from adding this header.',
    example: 'sieve_editheader_header X-Verified {\n  forbid_add = yes\n}',
    seeAlso: ['sieve_editheader_header', 'sieve_editheader_header_forbid_delete'],
    old: ['plugin/sieve_editheader_forbid_add'],
  },
  sieve_editheader_header_forbid_delete: {
    summary: 'Keeps scripts from deleting this header.',
    example: 'sieve_editheader_header X-Verified {\n  forbid_delete = yes\n}',
    seeAlso: ['sieve_editheader_header', 'sieve_editheader_header_forbid_add'],
    old: ['plugin/sieve_editheader_forbid_delete'],
  },
  sieve_editheader_header_name: {
    summary: 'Header to which the restrictions apply.',
    details: 'The name of the `sieve_editheader_header` block sets it.',
    example: 'sieve_editheader_header_name = X-Verified',
    seeAlso: ['sieve_editheader_header'],
  },
  sieve_editheader_max_header_size: {
    summary: 'Longest value that `addheader` may write.',
    details: 'Less than 1024 bytes is refused.',
    example: 'sieve_editheader_max_header_size = 2k',
    seeAlso: ['sieve_editheader_header'],
    old: ['plugin/sieve_editheader_max_header_size'],
  },
  sieve_environment: {
    summary: 'Values that scripts can read, by the extension `vnd.dovecot.environment`.',
    details:
      'A script sees `name` as the environment item `vnd.dovecot.config.name`. Lets one global script serve users with different folders or hosts; return single values from userdb.',
    example: 'sieve_environment {\n  spam_folder = Junk\n}',
    seeAlso: ['sieve_extensions', 'sieve_global_extensions'],
  },
  sieve_execute_bin_dir: {
    summary: 'Folder with the programs that scripts may call by `execute`.',
    details:
      'Only names in this folder can be called, never paths. The program runs as the user of the mail process and starts anew for each call; use `sieve_execute_socket_dir` for another user.',
    example: 'sieve_execute_bin_dir = /usr/lib/dovecot/sieve-execute',
    seeAlso: ['sieve_execute_socket_dir', 'sieve_execute_exec_timeout', 'sieve_plugins', 'sieve_global_extensions'],
    old: ['plugin/sieve_execute_bin_dir'],
  },
  sieve_execute_exec_timeout: {
    summary: 'How long a program called by `execute` may run before it is killed.',
    details: 'The delivery waits that long.',
    example: 'sieve_execute_exec_timeout = 10s',
    seeAlso: ['sieve_execute_bin_dir'],
    old: ['plugin/sieve_execute_exec_timeout'],
  },
  sieve_execute_input_eol: {
    summary: 'Line ends of the data given to programs called by `execute`.',
    values: { crlf: 'CR and LF, as in mails.', lf: 'LF alone, as most Unix tools expect.' },
    example: 'sieve_execute_input_eol = lf',
    seeAlso: ['sieve_execute_bin_dir'],
    old: ['plugin/sieve_execute_input_eol'],
  },
  sieve_execute_socket_dir: {
    summary: 'Folder with the sockets of script services that scripts may call by `execute`.',
    details:
      'Relative to `base_dir`; the name in the script is the name of the socket. Searched before `sieve_execute_bin_dir`.',
    example: 'sieve_execute_socket_dir = sieve-execute',
    seeAlso: ['sieve_execute_bin_dir', 'base_dir'],
    old: ['plugin/sieve_execute_socket_dir'],
  },
  sieve_extlists_list: {
    summary: 'Adds a list outside the script that tests with `:list` can ask.',
    details:
      'Each list is a dict lookup, for example an address book or a block list. Add `extlists` to `sieve_extensions`.',
    example: 'sieve_extlists_list :addrbook:default {\n  dict proxy {\n    name = addressbook\n  }\n}',
    seeAlso: ['sieve_extlists_list_max_lookup_size', 'sieve_extensions', 'dict'],
  },
  sieve_extlists_list_max_lookup_size: {
    summary: 'Longest value that is looked up in the list; longer ones never match.',
    example: 'sieve_extlists_list_max_lookup_size = 512B',
    seeAlso: ['sieve_extlists_list'],
  },
  sieve_extlists_list_name: {
    summary: 'Name by which scripts address the list: a URI, or `:addrbook:` and a name.',
    details: 'The name of the `sieve_extlists_list` block sets it.',
    example: 'sieve_extlists_list_name = tag:example.com,2026-01-01:Suppliers',
    seeAlso: ['sieve_extlists_list'],
  },
  sieve_filter_bin_dir: {
    summary: 'Folder with the programs through which scripts may pass a mail by `filter`.',
    details:
      'The mail goes in, the changed mail comes out. Only names in this folder can be called; the program runs as the user of the mail process.',
    example: 'sieve_filter_bin_dir = /usr/lib/dovecot/sieve-filter',
    seeAlso: ['sieve_filter_socket_dir', 'sieve_filter_exec_timeout', 'sieve_plugins', 'sieve_global_extensions'],
    old: ['plugin/sieve_filter_bin_dir'],
  },
  sieve_filter_exec_timeout: {
    summary: 'How long a program called by `filter` may run before it is killed.',
    details: 'The delivery waits that long.',
    example: 'sieve_filter_exec_timeout = 30s',
    seeAlso: ['sieve_filter_bin_dir'],
    old: ['plugin/sieve_filter_exec_timeout'],
  },
  sieve_filter_input_eol: {
    summary: 'Line ends of the mail given to programs called by `filter`.',
    values: { crlf: 'CR and LF, as in mails.', lf: 'LF alone, as most Unix tools expect.' },
    example: 'sieve_filter_input_eol = lf',
    seeAlso: ['sieve_filter_bin_dir'],
    old: ['plugin/sieve_filter_input_eol'],
  },
  sieve_filter_socket_dir: {
    summary: 'Folder with the sockets of script services that scripts may call by `filter`.',
    details:
      'Relative to `base_dir`; the name in the script is the name of the socket. Searched before `sieve_filter_bin_dir`.',
    example: 'sieve_filter_socket_dir = sieve-filter',
    seeAlso: ['sieve_filter_bin_dir', 'base_dir'],
    old: ['plugin/sieve_filter_socket_dir'],
  },
  sieve_include_max_includes: {
    summary: 'Most scripts that one script may draw in by `include`, at all levels together.',
    unit: 'scripts',
    example: 'sieve_include_max_includes = 255',
    seeAlso: ['sieve_include_max_nesting_depth'],
    old: ['plugin/sieve_include_max_includes'],
  },
  sieve_include_max_nesting_depth: {
    summary: 'How deep scripts may include each other.',
    unit: 'levels',
    example: 'sieve_include_max_nesting_depth = 10',
    seeAlso: ['sieve_include_max_includes'],
    old: ['plugin/sieve_include_max_nesting_depth'],
  },
  sieve_notify_mailto_envelope_from: {
    summary: 'Envelope sender of mails that `notify` sends.',
    details: 'Takes the same words as `sieve_redirect_envelope_from`, or an address in angle brackets.',
    example: 'sieve_notify_mailto_envelope_from = user_email',
    seeAlso: ['sieve_redirect_envelope_from', 'sieve_notify_mailto_max_recipients', 'sieve_user_email'],
    old: ['plugin/sieve_notify_mailto_envelope_from'],
  },
  sieve_notify_mailto_max_headers: {
    summary: 'Most headers that the `mailto:` address of a notification may set.',
    unit: 'headers',
    example: 'sieve_notify_mailto_max_headers = 16',
    seeAlso: ['sieve_notify_mailto_max_recipients'],
  },
  sieve_notify_mailto_max_recipients: {
    summary: 'Most recipients that the `mailto:` address of a notification may name.',
    unit: 'recipients',
    example: 'sieve_notify_mailto_max_recipients = 8',
    seeAlso: ['sieve_notify_mailto_max_headers', 'sieve_notify_max_notifications'],
  },
  sieve_notify_max_notifications: {
    summary: 'Most notifications that one run of a script may send.',
    unit: 'notifications',
    example: 'sieve_notify_max_notifications = 10',
    seeAlso: ['sieve_notify_mailto_max_recipients', 'sieve_max_actions'],
  },
  sieve_pipe_bin_dir: {
    summary: 'Folder with the programs to which scripts may hand a mail by `pipe`.',
    details:
      'Only names in this folder can be called, never paths. The program runs as the user of the mail process; use `sieve_pipe_socket_dir` for another user.',
    example: 'sieve_pipe_bin_dir = /usr/lib/dovecot/sieve-pipe',
    seeAlso: ['sieve_pipe_socket_dir', 'sieve_pipe_exec_timeout', 'sieve_plugins', 'sieve_global_extensions'],
    old: ['plugin/sieve_pipe_bin_dir'],
  },
  sieve_pipe_exec_timeout: {
    summary: 'How long a program called by `pipe` may run before it is killed.',
    details: 'The delivery, or the IMAP command that started the script, waits that long.',
    example: 'sieve_pipe_exec_timeout = 30s',
    seeAlso: ['sieve_pipe_bin_dir'],
    old: ['plugin/sieve_pipe_exec_timeout'],
  },
  sieve_pipe_input_eol: {
    summary: 'Line ends of the mail given to programs called by `pipe`.',
    values: { crlf: 'CR and LF, as in mails.', lf: 'LF alone, as most Unix tools expect.' },
    example: 'sieve_pipe_input_eol = lf',
    seeAlso: ['sieve_pipe_bin_dir'],
    old: ['plugin/sieve_pipe_input_eol'],
  },
  sieve_pipe_socket_dir: {
    summary: 'Folder with the sockets of script services that scripts may call by `pipe`.',
    details:
      'Relative to `base_dir`; the name in the script is the name of the socket. Searched before `sieve_pipe_bin_dir`.',
    example: 'sieve_pipe_socket_dir = sieve-pipe',
    seeAlso: ['sieve_pipe_bin_dir', 'base_dir'],
    old: ['plugin/sieve_pipe_socket_dir'],
  },
  sieve_report_from: {
    summary: 'Sender of abuse reports that scripts send by the extension `vnd.dovecot.report`.',
    details: 'Takes the same words as `sieve_redirect_envelope_from`, or an address in angle brackets.',
    example: 'sieve_report_from = postmaster',
    seeAlso: ['sieve_redirect_envelope_from', 'sieve_user_email'],
    old: ['plugin/sieve_report_from'],
  },
  sieve_spamtest_score_max_header: {
    summary: 'Header from which the highest possible spam score is read.',
    details: 'Written as `sieve_spamtest_status_header`. Set this or `sieve_spamtest_score_max_value`, not both.',
    example: 'sieve_spamtest_score_max_header = X-Spam-Score: [-0-9.]+ / ([0-9.]+)',
    seeAlso: ['sieve_spamtest_score_max_value', 'sieve_spamtest_status_header'],
    old: ['plugin/sieve_spamtest_max_header'],
  },
  sieve_spamtest_score_max_value: {
    summary: 'Spam score that counts as certain spam.',
    details:
      'Scores are scaled with it to the 1 to 10 of `spamtest`, or the per cent of `spamtestplus`. Mostly the threshold of the spam filter.',
    example: 'sieve_spamtest_score_max_value = 5.0',
    seeAlso: ['sieve_spamtest_score_max_header', 'sieve_spamtest_status_header', 'sieve_spamtest_status_type'],
    old: ['plugin/sieve_spamtest_max_value'],
  },
  sieve_spamtest_status_header: {
    summary: 'Header with the verdict of the spam filter, and how to read it.',
    details:
      'A header name, then optionally a colon and a POSIX regular expression whose parentheses catch the value. Where the header is missing or does not match, the mail counts as not tested. Of type `score` or `strlen` it also needs the highest score, or Dovecot refuses the configuration.',
    example:
      'sieve_spamtest_status_header = X-Spam-Status: [[:alpha:]]+, score=(-?[0-9.]+)\nsieve_spamtest_score_max_value = 5.0',
    seeAlso: ['sieve_spamtest_status_type', 'sieve_spamtest_score_max_value', 'sieve_extensions'],
    old: ['plugin/sieve_spamtest_status_header'],
  },
  sieve_spamtest_status_type: {
    summary: 'What the value of the spam header is.',
    values: {
      score: 'A number, set against the highest score.',
      strlen: 'A row of equal characters; its length is the score.',
      text: 'Words; `sieve_spamtest_text_value` says what they mean.',
    },
    example: 'sieve_spamtest_status_type = strlen',
    seeAlso: ['sieve_spamtest_status_header', 'sieve_spamtest_text_value'],
    old: ['plugin/sieve_spamtest_status_type'],
  },
  sieve_spamtest_text_value: {
    summary: 'Which words of the spam header stand for which result of `spamtest`.',
    details: 'Keys are 0 (not tested) to 10 (spam for certain). Only with `sieve_spamtest_status_type = text`.',
    example: 'sieve_spamtest_text_value {\n  1 = Not Spam\n  10 = Spam\n}',
    seeAlso: ['sieve_spamtest_status_type', 'sieve_spamtest_status_header'],
  },
  sieve_vacation_check_recipient: {
    summary: 'Sends an automatic reply only if the mail is addressed to the user.',
    details:
      'The address must stand in To, Cc or the like, or among the `:addresses` of the script. With `no` also mail by Bcc and from lists is answered, against the standard.',
    example: 'sieve_vacation_check_recipient = yes',
    seeAlso: ['sieve_vacation_use_original_recipient', 'sieve_user_email'],
    old: ['plugin/sieve_vacation_dont_check_recipient'],
  },
  sieve_vacation_default_period: {
    summary: 'How long a sender gets no second automatic reply when the script does not say.',
    details:
      'Must lie between `sieve_vacation_min_period` and `sieve_vacation_max_period`, or Dovecot refuses the configuration.',
    example: 'sieve_vacation_default_period = 7 days',
    seeAlso: ['sieve_vacation_min_period', 'sieve_vacation_max_period'],
    old: ['plugin/sieve_vacation_default_period'],
  },
  sieve_vacation_default_subject: {
    summary: 'Subject of an automatic reply when neither the script nor the mail gives one.',
    example: 'sieve_vacation_default_subject = Out of office',
    seeAlso: ['sieve_vacation_default_subject_template'],
    old: ['plugin/sieve_vacation_default_subject'],
  },
  sieve_vacation_default_subject_template: {
    summary: 'Subject of an automatic reply when the script gives none, made from that of the mail.',
    details:
      '`%%{subject}` becomes the subject of the mail; a single `%` is refused, because settings are expanded first. Unset it is `Auto: ` and that subject.',
    example: 'sieve_vacation_default_subject_template = Out of office: %%{subject}',
    seeAlso: ['sieve_vacation_default_subject'],
    old: ['plugin/sieve_vacation_default_subject_template'],
  },
  sieve_vacation_max_period: {
    summary: 'Longest time between two automatic replies to one sender that a script may ask for.',
    details: 'Longer wishes are cut to it.',
    example: 'sieve_vacation_max_period = 60 days',
    seeAlso: ['sieve_vacation_min_period', 'sieve_vacation_default_period'],
    old: ['plugin/sieve_vacation_max_period'],
  },
  sieve_vacation_min_period: {
    summary: 'Shortest time between two automatic replies to one sender that a script may ask for.',
    details: 'Less than a day only makes sense with the extension `vacation-seconds`.',
    values: { '0': 'A script may answer every mail, which invites loops.' },
    example: 'sieve_vacation_min_period = 1 days',
    seeAlso: ['sieve_vacation_max_period', 'sieve_vacation_default_period', 'sieve_extensions'],
    old: ['plugin/sieve_vacation_min_period'],
  },
  sieve_vacation_send_from_recipient: {
    summary: 'Sends automatic replies with the address of the user as envelope sender.',
    details:
      'Normally the null sender `<>` is used, which prevents loops. Set it only if a mail server refuses the null sender.',
    example: 'sieve_vacation_send_from_recipient = yes',
    seeAlso: ['sieve_vacation_check_recipient', 'sieve_redirect_envelope_from'],
    old: ['plugin/sieve_vacation_send_from_recipient'],
  },
  sieve_vacation_to_header_ignore_envelope: {
    summary: 'Takes the To header of an automatic reply from the sender headers of the mail.',
    details:
      'Normally a sender header is used only if it equals the envelope sender. Helps where the envelope sender was rewritten, as by SRS; the reply itself still goes to the envelope sender.',
    example: 'sieve_vacation_to_header_ignore_envelope = yes',
    seeAlso: ['sieve_vacation_send_from_recipient'],
    old: ['plugin/sieve_vacation_to_header_ignore_envelope'],
  },
  sieve_vacation_use_original_recipient: {
    summary: 'Accepts the address before aliases were resolved when replies check for whom a mail is.',
    details:
      'For accounts with aliases. Dovecot must know that address, see `lda_original_recipient_header`; an alias to several accounts then brings several replies.',
    example: 'sieve_vacation_use_original_recipient = yes',
    seeAlso: ['sieve_vacation_check_recipient', 'lda_original_recipient_header'],
    old: ['plugin/sieve_vacation_use_original_recipient'],
  },
  sieve_variables_max_scope_count: {
    summary: 'Most variables that a script may declare, local and global ones each.',
    details: 'Less than 128 is refused.',
    unit: 'variables',
    example: 'sieve_variables_max_scope_count = 255',
    seeAlso: ['sieve_variables_max_value_size'],
    old: ['plugin/sieve_variables_max_scope_size'],
  },
  sieve_variables_max_value_size: {
    summary: 'Longest value of a variable; longer ones are cut.',
    details: 'Less than 4000 bytes is refused.',
    example: 'sieve_variables_max_value_size = 4k',
    seeAlso: ['sieve_variables_max_scope_count'],
    old: ['plugin/sieve_variables_max_variable_size'],
  },
  sieve_virustest_score_max_header: {
    summary: 'Header from which the highest possible virus score is read.',
    details: 'Written as `sieve_virustest_status_header`. Set this or `sieve_virustest_score_max_value`, not both.',
    example: 'sieve_virustest_score_max_header = X-Virus-Score: [0-9]+ / ([0-9]+)',
    seeAlso: ['sieve_virustest_score_max_value', 'sieve_virustest_status_header'],
    old: ['plugin/sieve_virustest_max_header'],
  },
  sieve_virustest_score_max_value: {
    summary: 'Virus score that counts as a virus for certain.',
    details: 'Scores are scaled with it to the 1 to 5 of `virustest`.',
    example: 'sieve_virustest_score_max_value = 5',
    seeAlso: ['sieve_virustest_score_max_header', 'sieve_virustest_status_header'],
    old: ['plugin/sieve_virustest_max_value'],
  },
  sieve_virustest_status_header: {
    summary: 'Header with the verdict of the virus scanner, and how to read it.',
    details:
      'A header name, then optionally a colon and a POSIX regular expression whose parentheses catch the value. Where the header is missing or does not match, the mail counts as not tested.',
    example:
      'sieve_virustest_status_type = text\nsieve_virustest_status_header = X-Virus-Scan: Found to be (.+)\\.\nsieve_virustest_text_value {\n  1 = clean\n  5 = infected\n}',
    seeAlso: ['sieve_virustest_status_type', 'sieve_virustest_text_value', 'sieve_extensions'],
    old: ['plugin/sieve_virustest_status_header'],
  },
  sieve_virustest_status_type: {
    summary: 'What the value of the virus header is.',
    values: {
      score: 'A number, set against the highest score.',
      strlen: 'A row of equal characters; its length is the score.',
      text: 'Words; `sieve_virustest_text_value` says what they mean.',
    },
    example: 'sieve_virustest_status_type = text',
    seeAlso: ['sieve_virustest_status_header', 'sieve_virustest_text_value'],
    old: ['plugin/sieve_virustest_status_type'],
  },
  sieve_virustest_text_value: {
    summary: 'Which words of the virus header stand for which result of `virustest`.',
    details: 'Keys are 0 (not tested) to 5 (virus for certain). Only with `sieve_virustest_status_type = text`.',
    example: 'sieve_virustest_text_value {\n  1 = clean\n  5 = infected\n}',
    seeAlso: ['sieve_virustest_status_type', 'sieve_virustest_status_header'],
  },
};
