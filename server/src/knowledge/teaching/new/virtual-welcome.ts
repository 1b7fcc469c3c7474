/** The plugins for virtual mailboxes and for the first login. */

import type { Teachings } from '../../types.ts';

export const virtualWelcome: Teachings = {
  virtual: {
    summary: 'Holds settings for storages of driver `virtual` only.',
    details:
      'Virtual mailboxes show mails of other mailboxes that match a search; each needs a `dovecot-virtual` file.',
    example: 'virtual {\n  max_open_mailboxes = 128\n}',
    seeAlso: ['virtual_max_open_mailboxes', 'mail_driver'],
  },
  virtual_max_open_mailboxes: {
    summary: 'How many of the mailboxes behind a virtual one are open at the same time.',
    details:
      'Raise it when users have more mailboxes than this and searches in a virtual "All mail" are slow; each open one takes memory and files.',
    unit: 'mailboxes',
    example: 'virtual_max_open_mailboxes = 128',
    seeAlso: ['virtual'],
    old: ['plugin/virtual_max_open_mailboxes'],
  },
  welcome: {
    summary: 'Runs a script when the INBOX of a user is created, mostly at the first login.',
    details: 'Mostly to put a first mail there. Needs `welcome` in `mail_plugins`.',
    example: 'welcome {\n  execute welcome {\n    args = %{user}\n  }\n}',
    seeAlso: ['welcome_wait', 'execute'],
    old: ['plugin/welcome_script'],
  },
  welcome_wait: {
    summary: 'Whether the login waits until the welcome script has ended.',
    details: 'With `no` the client may see an empty INBOX before the first mail is there.',
    example: 'welcome {\n  wait = yes\n  execute welcome {\n    args = %{user}\n  }\n}',
    seeAlso: ['welcome'],
    old: ['plugin/welcome_wait'],
  },
};
