/** The plugin `lazy_expunge`, which keeps expunged mails for a while. */

import type { Teachings } from '../../types.ts';

export const lazyExpunge: Teachings = {
  lazy_expunge_mailbox: {
    summary: 'Mailbox into which expunged mails are moved instead of being lost.',
    details:
      'The plugin does nothing without it. Empty inside a `mailbox` or `namespace` block it makes an exception; let the mails go some day with `mailbox_autoexpunge`, and think of quota.',
    example:
      'mail_plugins {\n  lazy_expunge = yes\n}\nlazy_expunge_mailbox = .EXPUNGED\nnamespace inbox {\n  mailbox .EXPUNGED {\n    autoexpunge = 7 days\n  }\n  mailbox Drafts {\n    lazy_expunge_mailbox =\n  }\n}',
    seeAlso: ['lazy_expunge_only_last_instance', 'mailbox_autoexpunge'],
    old: ['plugin/lazy_expunge'],
  },
  lazy_expunge_only_last_instance: {
    summary: 'Keep an expunged mail only if the user has no other copy of it.',
    details:
      'Otherwise each move of a mail, being copy and expunge, leaves one more copy behind. Needs a format that knows copies: sdbox, mdbox, or Maildir with hard links.',
    example: 'lazy_expunge_only_last_instance = yes',
    seeAlso: ['lazy_expunge_mailbox', 'maildir_copy_with_hardlinks'],
    old: ['plugin/lazy_expunge_only_last_instance'],
  },
};
