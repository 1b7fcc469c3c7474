/** What `dovecot.index.cache` keeps, and when index files are rewritten. */

import type { Teachings } from '../../types.ts';

/** The fields that the three lists of fields know. */
const fields = {
  'hdr.NAME': 'One header, as `hdr.subject`; what clients show in lists should be here.',
  flags: 'Whether the mail has CRLF line ends and NUL characters.',
  'date.received': 'When the mail arrived (INTERNALDATE).',
  'date.sent': 'The `Date:` header as a time.',
  'date.save': 'When the mail was put into this mailbox; autoexpunge asks for it. mdbox always has it.',
  'size.physical': 'Size as stored, before compression and encryption.',
  'size.virtual': 'Size with CRLF line ends, as clients and quota see it.',
  'imap.bodystructure': 'MIME structure for IMAP clients.',
  'imap.body': 'Short form of the structure; not needed where `imap.bodystructure` is cached.',
  'imap.envelope': 'Parsed address headers; Dovecot makes them from cached headers as well.',
  'mime.parts': 'Sizes and places of the MIME parts.',
  'binary.parts': 'Decoded sizes of the MIME parts, for IMAP BINARY.',
  'body.snippet': 'First words of the text, for the preview in lists.',
  'pop3.uidl': 'UIDLs, where they were migrated or come from `X-UIDL`.',
  'pop3.order': 'Order of mails in POP3, where it was migrated.',
  guid: "Dovecot's global id of the mail.",
} as const;

export const mailCache: Teachings = {
  mail_always_cache_fields: {
    summary: 'Fields that are cached for every mail, even if no client ever asks for them.',
    details:
      'They are written when a mail is saved and never dropped. Name what a webmail or POP3 needs that a user opens only now and then; each field makes cache files larger.',
    values: fields,
    example: 'mail_always_cache_fields = date.save',
    seeAlso: ['mail_cache_fields', 'mail_never_cache_fields', 'mail_cache_unaccessed_field_drop'],
  },
  mail_cache_fields: {
    summary: "Fields that a new user's inbox caches before Dovecot has seen what the clients ask for.",
    details:
      'Used once, when the inbox is made; other mailboxes copy the decisions of the inbox, and after that use decides. So a change reaches no existing user.',
    values: fields,
    example: 'mail_cache_fields = flags date.received hdr.date hdr.subject hdr.from imap.bodystructure mime.parts',
    seeAlso: ['mail_always_cache_fields', 'mail_never_cache_fields'],
  },
  mail_cache_max_header_name_length: {
    summary: 'Longer header names are not cached as such, so that odd clients cannot bloat the cache.',
    details: 'Guards against clients that ask for made-up headers. `0` is refused.',
    unit: 'characters',
    example: 'mail_cache_max_header_name_length = 100',
    seeAlso: ['mail_cache_max_headers_count'],
  },
  mail_cache_max_headers_count: {
    summary: 'How many different headers one mailbox may have in its cache.',
    details: 'Guards against clients that ask for ever new headers. `0` is refused.',
    values: { unlimited: 'No limit.' },
    unit: 'headers',
    example: 'mail_cache_max_headers_count = 100',
    seeAlso: ['mail_cache_max_header_name_length'],
  },
  mail_cache_max_size: {
    summary: 'Largest size of one `dovecot.index.cache` file.',
    details:
      'More than 1 GB is not possible. A smaller limit costs huge mailboxes their cache and so opens more mails.',
    example: 'mail_cache_max_size = 1G',
    seeAlso: ['mail_cache_purge_min_size'],
  },
  mail_cache_min_mail_count: {
    summary: 'Mailboxes with fewer mails get no updates to their cache file.',
    details: 'Trades disk writes for reads: small mailboxes are read again instead of cached.',
    values: { '0': 'Every mailbox is cached.' },
    unit: 'mails',
    example: 'mail_cache_min_mail_count = 0',
    seeAlso: ['mail_cache_fields'],
  },
  mail_cache_purge_continued_percentage: {
    summary: 'Rewrites the cache file when its records lie in this many pieces on average.',
    details: '`200` means two continuations, that is three pieces per mail. Lower values read faster and write more.',
    unit: 'percent',
    example: 'mail_cache_purge_continued_percentage = 200',
    seeAlso: ['mail_cache_purge_delete_percentage', 'mail_cache_purge_min_size'],
  },
  mail_cache_purge_delete_percentage: {
    summary: 'Rewrites the cache file when this share of its records belongs to deleted mails.',
    details: 'Lower values keep files small at the cost of more rewriting.',
    unit: 'percent',
    example: 'mail_cache_purge_delete_percentage = 20',
    seeAlso: ['mail_cache_purge_continued_percentage', 'mail_cache_purge_min_size'],
  },
  mail_cache_purge_header_continue_count: {
    summary: 'Rewrites the cache file when its header has been continued more often than this.',
    details: 'The header lists the cached fields and grows with each new one; there is hardly a reason to change it.',
    unit: 'continuations',
    example: 'mail_cache_purge_header_continue_count = 4',
    seeAlso: ['mail_cache_purge_min_size'],
  },
  mail_cache_purge_min_size: {
    summary: 'Cache files below this size are never rewritten to clean them up.',
    example: 'mail_cache_purge_min_size = 32k',
    seeAlso: ['mail_cache_purge_delete_percentage', 'mail_cache_max_size'],
  },
  mail_cache_record_max_size: {
    summary: 'Cache data of one mail that would grow beyond this size is not stored.',
    details: 'Keeps a few mails with giant headers from filling the file.',
    example: 'mail_cache_record_max_size = 64k',
    seeAlso: ['mail_cache_max_size'],
  },
  mail_cache_unaccessed_field_drop: {
    summary: 'After this time without use a field is cached only for new mails, after twice the time not at all.',
    details:
      'Happens when the cache file is rewritten. Make it longer for users who open the webmail only every few months, or name the fields in `mail_always_cache_fields`.',
    example: 'mail_cache_unaccessed_field_drop = 90 days',
    seeAlso: ['mail_always_cache_fields', 'mail_cache_fields'],
  },
  mail_index_log2_max_age: {
    summary: 'Age at which the previous transaction log, `dovecot.index.log.2`, is deleted.',
    details: 'Old logs let QRESYNC clients and dsync catch up without a full comparison, so do not be too quick.',
    example: 'mail_index_log2_max_age = 2 days',
    seeAlso: ['mail_index_log_rotate_min_age', 'mail_index_log_rotate_max_size'],
  },
  mail_index_log_rotate_max_size: {
    summary: 'Size at which a transaction log is rotated however young it is.',
    example: 'mail_index_log_rotate_max_size = 1M',
    seeAlso: ['mail_index_log_rotate_min_size', 'mail_index_log_rotate_min_age'],
  },
  mail_index_log_rotate_min_age: {
    summary: 'Age that a transaction log needs before its smaller rotation size counts.',
    details: 'Works together with `mail_index_log_rotate_min_size`: both must be reached.',
    example: 'mail_index_log_rotate_min_age = 5 mins',
    seeAlso: ['mail_index_log_rotate_min_size', 'mail_index_log_rotate_max_size'],
  },
  mail_index_log_rotate_min_size: {
    summary: 'Size that a transaction log must have to be rotated once it is old enough.',
    details:
      'Small logs mean little to read when a mailbox is opened, large ones fewer rotations and a longer memory for QRESYNC.',
    example: 'mail_index_log_rotate_min_size = 32k',
    seeAlso: ['mail_index_log_rotate_min_age', 'mail_index_log_rotate_max_size'],
  },
  mail_index_rewrite_max_log_bytes: {
    summary: 'Log bytes after which `dovecot.index` is rewritten in any case.',
    details: 'The more log lies behind the index, the longer a mailbox takes to open.',
    example: 'mail_index_rewrite_max_log_bytes = 128k',
    seeAlso: ['mail_index_rewrite_min_log_bytes'],
  },
  mail_index_rewrite_min_log_bytes: {
    summary: 'Log bytes that must have come together before `dovecot.index` is rewritten.',
    details: 'Higher values write less, but the next session has more log to read.',
    example: 'mail_index_rewrite_min_log_bytes = 8k',
    seeAlso: ['mail_index_rewrite_max_log_bytes'],
  },
  mail_never_cache_fields: {
    summary: 'Fields that are never cached, whatever clients ask for.',
    details:
      'Leave it at `imap.envelope`: that is made from cached headers, so storing it would only waste space. Other fields here make clients slow.',
    values: fields,
    example: 'mail_never_cache_fields = imap.envelope',
    seeAlso: ['mail_cache_fields', 'mail_always_cache_fields'],
  },
};
