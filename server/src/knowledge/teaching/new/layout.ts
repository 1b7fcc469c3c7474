/** Blocks for settings that depend on how mailboxes are laid out on disk. */

import type { Teachings } from '../../types.ts';

export const layout: Teachings = {
  layout_fs: {
    summary: 'Block for settings that apply only where `mailbox_list_layout` is `fs`.',
    details: 'Names inside are written in full. Handy where namespaces differ in layout.',
    example: 'layout_fs {\n  mailbox_list_storage_escape_char = ^\n}',
    seeAlso: ['mailbox_list_layout', 'mailbox_list_storage_escape_char'],
  },
  layout_imapc: {
    summary: 'Block for settings that apply only where `mailbox_list_layout` is `imapc`.',
    details: 'By default it sets the escape characters that names of the remote server may need.',
    example: 'layout_imapc {\n  mailbox_list_visible_escape_char = ~\n}',
    seeAlso: ['mailbox_list_layout', 'imapc', 'mailbox_list_visible_escape_char'],
  },
  layout_imapdir: {
    summary: 'Block for settings that apply only where `mailbox_list_layout` is `imapdir`.',
    example: 'layout_imapdir {\n  mailbox_list_storage_escape_char = ^\n}',
    seeAlso: ['mailbox_list_layout'],
  },
  layout_index: {
    summary: 'Block for settings that apply only where `mailbox_list_layout` is `index`.',
    details: 'By default it makes `^` the escape character of names on disk.',
    example: 'layout_index {\n  mailbox_list_storage_escape_char = ^\n}',
    seeAlso: ['mailbox_list_layout', 'mailbox_list_storage_escape_char'],
  },
  'layout_maildir++': {
    summary: 'Block for settings that apply only where `mailbox_list_layout` is `maildir++`.',
    details: 'An escape character makes dots possible in mailbox names, which otherwise separate levels.',
    example: 'layout_maildir++ {\n  mailbox_list_storage_escape_char = ^\n}',
    seeAlso: ['mailbox_list_layout', 'mailbox_list_storage_escape_char'],
  },
};
