/** Fields that passdbs and userdbs give. Others may be there, too: a userdb's fields are settings of the user. */

import type { Words } from './types.ts';

export const passdbFields: Words = {
  allow_nets: {
    summary: 'Networks from which the user may log in.',
    details: 'A list with commas; `local` stands for connections without an address.',
  },
  destuser: { summary: 'User name that the proxy logs in with.' },
  host: { summary: 'Server that the proxy connects to.' },
  master: { summary: 'Master user that the proxy logs in as.' },
  nologin: {
    summary: 'Refuses the login although the password is right.',
    details: 'With `reason` the user is told why.',
  },
  nopassword: {
    summary: 'Any password is right.',
    details: 'Only behind a check of another kind, as a certificate or an address.',
  },
  pass: { summary: 'Password that the proxy logs in with.' },
  password: { summary: 'Password of the user, with its scheme in front: `{CRYPT}…`.' },
  port: { summary: 'Port that the proxy connects to.' },
  proxy: { summary: 'Hands the connection on to another server.' },
  proxy_maybe: { summary: 'Hands the connection on, unless the server is this one.' },
  proxy_timeout: { summary: 'How long the proxy waits for a connection.' },
  reason: { summary: 'Text for the user whose login is refused.' },
  ssl: { summary: 'TLS from the first byte between proxy and server.' },
  starttls: { summary: 'TLS after STARTTLS between proxy and server.' },
  user: { summary: 'Name that takes the place of the one that was given.' },
};

export const userdbFields: Words = {
  chroot: { summary: 'Directory that mail processes of the user are confined to.' },
  gid: { summary: 'Group of the mail processes, by number or name.' },
  home: { summary: 'Home directory of the user.', details: 'Every user needs one of their own.' },
  mail_driver: { summary: 'Mailbox format of the user.' },
  mail_path: { summary: 'Place of the mails of the user.' },
  nice: { summary: 'Priority of the mail processes, as nice gives it.' },
  quota_storage_size: { summary: 'Storage that the user may fill.' },
  system_groups_user: { summary: 'System user whose further groups the mail processes get.' },
  uid: { summary: 'User that the mail processes run as, by number or name.' },
  user: { summary: 'Name that the session goes on with.' },
};
