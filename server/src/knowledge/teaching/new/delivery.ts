/** Delivery: LDA and LMTP, the mails they send themselves, and the way those go out. */

import type { Teachings } from '../../types.ts';

export const delivery: Teachings = {
  lda_mailbox_autocreate: {
    summary: 'Create a mailbox that a delivery names but that does not exist.',
    details:
      'Applies to LDA, LMTP and `fileinto` of Sieve, which may also ask for it by `:create`. Otherwise the mail goes to INBOX. Together with `lmtp_save_to_detail_mailbox` it lets strangers create folders.',
    example: 'lda_mailbox_autocreate = yes',
    seeAlso: ['lda_mailbox_autosubscribe', 'lmtp_save_to_detail_mailbox', 'mailbox_auto'],
  },
  lda_mailbox_autosubscribe: {
    summary: 'Subscribe to a mailbox that a delivery created.',
    details: 'Clients that list subscriptions only do not show it otherwise.',
    example: 'lda_mailbox_autosubscribe = yes',
    seeAlso: ['lda_mailbox_autocreate'],
  },
  lda_original_recipient_header: {
    summary: 'Header from which LDA takes the address a mail was first sent to.',
    details:
      'Used when the MTA does not give that address with `-a`. Set it to a header that only your MTA can write, as senders can put any other there.',
    example: 'lda_original_recipient_header = X-Original-To',
    seeAlso: ['recipient_delimiter', 'lmtp_hdr_delivery_address'],
  },
  lmtp_add_received_header: {
    summary: 'Add a `Received:` header to each mail that LMTP delivers.',
    details: 'Without it a mail is stored as the MTA gave it, and one hop is missing when its way is traced.',
    example: 'lmtp_add_received_header = no',
    seeAlso: ['lmtp_hdr_delivery_address', 'submission_add_received_header'],
  },
  lmtp_client_workarounds: {
    summary: 'Deviations from the protocol for the sake of faulty LMTP clients.',
    example: 'lmtp_client_workarounds = whitespace-before-path mailbox-for-path',
    seeAlso: ['submission_client_workarounds'],
  },
  lmtp_hdr_delivery_address: {
    summary: 'Which recipient address is written into `Delivered-To:` and `Received:`.',
    details: 'A mail with several recipients gets none, so that they do not learn of each other.',
    values: {
      final: 'The one of RCPT TO, after all rewriting by the MTA.',
      original: 'The one of the ORCPT parameter, as the sender wrote it.',
      none: 'None.',
    },
    example: 'lmtp_hdr_delivery_address = original',
    seeAlso: ['lmtp_add_received_header', 'lda_original_recipient_header'],
  },
  lmtp_proxy: {
    summary: 'Ask the passdb for each recipient whether the mail has to go on to another server.',
    details:
      'It does when the passdb returns the field `proxy`; `host` and others say where to. Others are delivered here.',
    example: 'protocol lmtp {\n  lmtp_proxy = yes\n}',
    seeAlso: ['lmtp_proxy_rawlog_dir', 'lmtp_verbose_replies', 'login_trusted_networks'],
  },
  lmtp_proxy_rawlog_dir: {
    summary: 'Folder into which the traffic between the LMTP proxy and its backends is written.',
    details: 'For debugging only: whole mails are in it. Variables of the user are empty in the path.',
    example: 'lmtp_proxy_rawlog_dir = /tmp/lmtp-proxy-rawlog',
    seeAlso: ['lmtp_rawlog_dir', 'lmtp_proxy'],
  },
  lmtp_rawlog_dir: {
    summary: 'Folder into which the traffic between MTA and LMTP server is written.',
    details: 'For debugging only: whole mails are in it. Variables of the user are empty in the path.',
    example: 'lmtp_rawlog_dir = /tmp/lmtp-rawlog',
    seeAlso: ['lmtp_proxy_rawlog_dir'],
  },
  lmtp_rcpt_check_quota: {
    summary: 'Check the quota already when the MTA names a recipient, before it sends the mail.',
    details:
      'The MTA can then refuse such a recipient without taking the mail. Costs one quota lookup for each recipient; the quota is checked again when the mail is saved.',
    example: 'lmtp_rcpt_check_quota = yes',
    seeAlso: ['quota_exceeded_message'],
  },
  lmtp_save_to_detail_mailbox: {
    summary: 'Save mail for `user+detail@…` into the mailbox named `detail`.',
    details:
      'If there is no such mailbox, it goes to INBOX unless `lda_mailbox_autocreate` is on. A Sieve script that files the mail has the last word.',
    example: 'lmtp_save_to_detail_mailbox = yes',
    seeAlso: ['recipient_delimiter', 'lda_mailbox_autocreate'],
  },
  lmtp_user_concurrency_limit: {
    summary: 'Number of deliveries to one user that may run at the same time.',
    details:
      'More are put off with a temporary error, so that a flood to one user does not take all LMTP processes. Since 2.4.1 there is a limit by default.',
    values: { unlimited: 'No limit.' },
    unit: 'deliveries',
    example: 'lmtp_user_concurrency_limit = 5',
    seeAlso: ['mail_max_userip_connections', 'service_process_limit'],
  },
  lmtp_verbose_replies: {
    summary: 'Tell the client in full why proxying a recipient failed.',
    details: 'Only for troubleshooting: the texts show addresses and ports of backends.',
    example: 'lmtp_verbose_replies = yes',
    seeAlso: ['lmtp_proxy'],
  },
  postmaster_address: {
    summary: 'Sender address of the mails that Dovecot itself writes, as rejections.',
    details: 'Replies to them arrive there, so the address should exist and be read.',
    example: 'postmaster_address = postmaster@example.com',
    seeAlso: ['rejection_reason', 'submission_host', 'hostname'],
  },
  recipient_delimiter: {
    summary: 'Character that separates user and detail in an address, as `+` in `user+detail@example.com`.',
    details:
      'Has to be the same as in the MTA. Of several characters each one separates. Sieve (`subaddress`) and LMTP take the detail from there.',
    example: 'recipient_delimiter = +-',
    seeAlso: ['lmtp_save_to_detail_mailbox'],
    old: ['plugin/recipient_delimiter'],
  },
  rejection_reason: {
    summary: 'Text of the mail that tells a sender that a message was rejected.',
    details: 'May hold `%{to}`, `%{reason}` and `%{subject}`; a line ends with CR and LF.',
    example: "rejection_reason = Your message to <%{to}> was rejected:%{literal('\\r\\n')}%{reason}",
    seeAlso: ['rejection_subject', 'postmaster_address'],
  },
  rejection_subject: {
    summary: 'Subject of the mail that tells a sender that a message was rejected.',
    details: 'May hold `%{to}`, `%{reason}` and `%{subject}`.',
    example: 'rejection_subject = Undelivered: %{subject}',
    seeAlso: ['rejection_reason'],
  },
  sendmail_path: {
    summary: 'Program that takes the mails Dovecot sends itself: rejections, vacation answers, redirects.',
    details: 'Not used when `submission_host` is set, which suits containers without a local MTA better.',
    example: 'sendmail_path = /usr/sbin/sendmail',
    seeAlso: ['submission_host', 'postmaster_address'],
  },
  submission_host: {
    summary: 'SMTP server, with an optional port, for the mails Dovecot sends itself.',
    details: 'Takes precedence over `sendmail_path`. Has nothing to do with the submission service for users.',
    example: 'submission_host = mta.example.com:25',
    seeAlso: ['sendmail_path', 'submission_ssl', 'submission_timeout'],
  },
  submission_ssl: {
    summary: 'How the connection to `submission_host` is encrypted.',
    details: 'Certificates are checked by the settings `ssl_client_*`.',
    values: {
      no: 'Not at all.',
      smtps: 'With TLS from the first byte.',
      submissions: 'With TLS from the first byte, as `smtps`.',
      starttls: 'By the command STARTTLS.',
    },
    example: 'submission_host = mta.example.com:587\nsubmission_ssl = starttls',
    seeAlso: ['submission_host', 'ssl_client_require_valid_cert'],
  },
  submission_timeout: {
    summary: 'How long handing over a mail to `submission_host` may take.',
    details: 'Delivery waits for it: a slow MTA holds up LMTP.',
    example: 'submission_timeout = 30s',
    seeAlso: ['submission_host'],
  },
};
