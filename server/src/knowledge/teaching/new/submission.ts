/** The submission service: an authenticating front for an MTA, the relay. */

import type { Teachings } from '../../types.ts';

export const submission: Teachings = {
  submission_add_received_header: {
    summary: 'Add a `Received:` header to each submitted mail.',
    details: '`no` hides the address of the client from recipients, and makes abuse harder to trace.',
    example: 'submission_add_received_header = no',
    seeAlso: ['lmtp_add_received_header', 'submission_relay_trusted'],
  },
  submission_backend_capabilities: {
    summary: 'SMTP capabilities taken as those of the relay or backend, so that it need not be asked first.',
    details:
      'Without it the relay is contacted when a user logs in. List only what the relay can really do; unknown names are refused.',
    example: 'submission_backend_capabilities = 8BITMIME DSN VRFY',
    seeAlso: ['submission_relay_host'],
  },
  submission_client_workarounds: {
    summary: 'Deviations from the protocol for the sake of faulty submission clients.',
    example: 'submission_client_workarounds = implicit-auth-external',
    seeAlso: ['lmtp_client_workarounds', 'ssl_server_request_client_cert'],
  },
  submission_logout_format: {
    summary: 'What is logged about a submission session when it ends.',
    details:
      'Besides `%{input}` and `%{output}` there are `%{command_count}`, `%{reply_count}` and `%{transaction_id}`.',
    example: 'submission_logout_format = in=%{input} out=%{output} commands=%{command_count}',
    seeAlso: ['imap_logout_format'],
  },
  submission_max_mail_size: {
    summary: 'Largest mail accepted from users; announced as SIZE.',
    details: 'Keep it at or below the limit of the relay, or users upload mails that are refused afterwards.',
    example: 'submission_max_mail_size = 50M',
    seeAlso: ['submission_max_recipients', 'submission_relay_host'],
  },
  submission_max_recipients: {
    summary: 'Number of recipients accepted for a mail.',
    details: 'The relay may have a lower limit of its own.',
    values: { unlimited: 'No limit; 2.4.1 wrote `0` for it.' },
    unit: 'recipients',
    example: 'submission_max_recipients = 100',
    seeAlso: ['submission_max_mail_size'],
  },
  submission_relay_command_timeout: {
    summary: 'How long the relay may be silent during a command.',
    details: 'Counts from the last data in either direction, so long uploads do not run into it.',
    example: 'submission_relay_command_timeout = 5 mins',
    seeAlso: ['submission_relay_connect_timeout', 'submission_relay_max_idle_time'],
  },
  submission_relay_connect_timeout: {
    summary: 'How long connecting and logging in to the relay may take.',
    example: 'submission_relay_connect_timeout = 10s',
    seeAlso: ['submission_relay_command_timeout', 'submission_relay_host'],
  },
  submission_relay_host: {
    summary: 'MTA that all submitted mail is passed on to.',
    details: 'The submission service cannot work without it.',
    example: 'protocols {\n  submission = yes\n}\nsubmission_relay_host = mta.example.com',
    seeAlso: ['submission_relay_port', 'submission_relay_ssl', 'submission_relay_user', 'submission_relay_trusted'],
  },
  submission_relay_master_user: {
    summary: 'User that logs in to the relay on behalf of the one in `submission_relay_user`.',
    example: 'submission_relay_master_user = submission',
    seeAlso: ['submission_relay_user', 'submission_relay_password'],
  },
  submission_relay_max_idle_time: {
    summary: 'How long an idle connection to the relay is kept open.',
    details: 'Set it below the time after which the relay closes it by itself.',
    example: 'submission_relay_max_idle_time = 4 mins',
    seeAlso: ['submission_relay_command_timeout'],
  },
  submission_relay_password: {
    summary: 'Password for the relay, of the master user if there is one.',
    example: 'submission_relay_password = CHANGEME',
    seeAlso: ['submission_relay_user', 'submission_relay_master_user'],
  },
  submission_relay_port: {
    summary: 'Port of the relay.',
    details: 'Has to fit `submission_relay_ssl`: usually 465 with `smtps`, 25 or 587 otherwise.',
    example: 'submission_relay_port = 587',
    seeAlso: ['submission_relay_host', 'submission_relay_ssl'],
  },
  submission_relay_rawlog_dir: {
    summary: 'Folder into which the traffic with the relay is written.',
    details: 'For debugging only: passwords and whole mails are in it.',
    example: 'submission_relay_rawlog_dir = /tmp/relay-rawlog',
    seeAlso: ['submission_relay_host', 'rawlog_dir'],
  },
  submission_relay_ssl: {
    summary: 'How the connection to the relay is encrypted.',
    values: {
      no: 'Not at all; fits a relay on the same machine.',
      smtps: 'With TLS from the first byte, on port 465.',
      starttls: 'By the command STARTTLS.',
    },
    example: 'submission_relay_ssl = starttls',
    seeAlso: ['submission_relay_port', 'submission_relay_ssl_verify'],
  },
  submission_relay_ssl_verify: {
    summary: 'Insist on a valid certificate of the relay.',
    details: 'Without it anybody on the way can pose as the relay; `no` is for tests.',
    example: 'submission_relay_ssl_verify = no',
    seeAlso: ['submission_relay_ssl', 'ssl_client_ca_file'],
  },
  submission_relay_trusted: {
    summary: 'Tell the relay with XCLIENT who the real client is.',
    details:
      'The relay then logs and judges the address of the user, not that of Dovecot. It has to allow XCLIENT from here: in Postfix that is `smtpd_authorized_xclient_hosts`.',
    example: 'submission_relay_trusted = yes',
    seeAlso: ['submission_relay_host', 'login_trusted_networks'],
  },
  submission_relay_user: {
    summary: 'User name for the relay, if it wants a login.',
    details: 'A relay that trusts the address of this server needs none.',
    example: 'submission_relay_user = dovecot\nsubmission_relay_password = CHANGEME',
    seeAlso: ['submission_relay_password', 'submission_relay_master_user'],
  },
};
