/** Mailbox formats, layouts, quota, compression and full text search. */

import { in23, inNew, inPro } from './dialects.ts';
import type { Words } from './types.ts';

export const compression: Words = {
  bz2: {
    summary: 'bzip2: small, and slow in both directions.',
    details: 'Levels 1 to 9. Of interest for old mails only; `zstd` comes close at a fraction of the time.',
  },
  deflate: {
    summary: 'Bare deflate stream, without a header.',
    details:
      'Meant for the network: nothing at the start of a file tells a reader that it is compressed, so do not save mails with it.',
  },
  gz: {
    summary: 'gzip, which every tool can read.',
    details: 'Levels 0 to 9, 6 being usual. `zstd` is faster and smaller.',
  },
  lz4: {
    summary: 'LZ4: very fast, compresses less.',
    details: 'For servers that are short of CPU rather than disk.',
  },
  xz: {
    summary: 'XZ, only for reading mails of long ago.',
    details:
      'Nothing is written with it since 2.3.14; 2.4 and Pro 3.0 cannot even read it. Convert such mails before an upgrade.',
    dialects: in23,
    replacedBy: 'zstd',
  },
  zstd: {
    summary: 'Zstandard: fast and small; the best choice.',
    details: 'Levels 1 to 22, 3 being usual.',
  },
};

export const fts: Words = {
  dovecot: {
    summary: 'Search engine of Dovecot Pro, made for object storage.',
    details: 'Needs the plugins `fts` and `fts_dovecot`, and a chain of fs drivers of its own, with `fts-cache` first.',
    dialects: inPro,
  },
  flatcurve: {
    summary: 'Xapian files beside the mailbox indexes; part of Dovecot since 2.4.',
    details: 'Needs the plugins `fts` and `fts_flatcurve`. The right choice without a search server.',
    dialects: inNew,
  },
  lucene: {
    summary: 'CLucene library, long unmaintained.',
    details: 'Gone in 2.4; indexes have to be built anew with another engine.',
    dialects: in23,
    replacedBy: 'flatcurve',
  },
  solr: {
    summary: 'Apache Solr server, for many users and several backends.',
    details:
      'Needs the plugins `fts` and `fts_solr`, the schema that comes with Dovecot, and regular commits of the server.',
  },
  squat: {
    summary: 'Old index of substrings in one file for each mailbox.',
    details: 'Slow to build and outdated already in 2.3. Gone in 2.4.',
    dialects: in23,
    replacedBy: 'flatcurve',
  },
  xapian: {
    summary: 'Xapian through the plugin `fts_xapian` of another author.',
    details: 'Not part of Dovecot: must be built for exactly the release in use.',
  },
};

export const ftsDecoder: Words = {
  script: {
    summary: 'Script service that turns attachments into text.',
    details: 'Needs the socket of the service; the script gets one attachment at a time.',
  },
  tika: {
    summary: 'Apache Tika server that turns attachments into text.',
    details: 'Needs the address of the server, which reads all attachments: keep it on a trusted network.',
  },
};

export const languageFilters: Words = {
  contractions: {
    summary: 'Drops prefixes such as `l’` and `d’`.',
    details: 'For French, where they stick to the word behind them.',
  },
  'english-possessive': {
    summary: 'Drops `’s` at the end of words.',
    details: 'For English; not needed with `snowball`.',
  },
  lowercase: {
    summary: 'Makes letters small.',
    details: 'Not needed with `normalizer-icu`, which does so too; needed before `snowball` and `stopwords`.',
  },
  'normalizer-icu': {
    summary: 'Brings letters into one form with ICU: small, without accents, composed alike.',
    details: 'Dovecot must be built with libicu. After a change mails have to be indexed anew.',
  },
  snowball: {
    summary: 'Reduces words to their stem, so that `mails` finds `mail`.',
    details: 'Dovecot must be built with libstemmer; the language must be one of those it knows.',
  },
  stopwords: {
    summary: 'Drops very common words, as `the` or `and`.',
    details: 'With several languages searches may miss mails, so use it with one only. Lists come with Dovecot.',
  },
};

export const languageTokenizers: Words = {
  'email-address': {
    summary: 'Keeps e-mail addresses as one word.',
    details: 'Stands behind `generic`: text passes the last of the list first.',
  },
  generic: {
    summary: 'Cuts text into words at blanks and punctuation.',
    details: 'Two algorithms: a simple one, and that of Unicode TR29.',
  },
  kuromoji: {
    summary: 'Cuts Japanese text into words.',
    details: 'Needs the Kuromoji service; Dovecot Pro only.',
    dialects: inPro,
  },
};

export const layout: Words = {
  fs: {
    summary: 'Mailboxes are nested folders on disk, as in their names.',
    details:
      'Usual for all formats but Maildir. The format’s own folder names, as `dbox-Mails`, cannot be mailbox names.',
  },
  imapc: {
    summary: 'Mailboxes are those of the remote server.',
    details: 'Belongs to the format `imapc`, which sets it by itself.',
  },
  imapdir: {
    summary: 'Like Maildir++ without the leading dot; INBOX is a folder of that name.',
    details: 'For mail stores taken over from other software.',
  },
  index: {
    summary: 'Names stand in the index only; folders on disk are named by GUIDs.',
    details: 'Renaming is cheap and every name is possible. If the list index is lost, so are the names: back it up.',
  },
  'maildir++': {
    summary: 'All mailboxes lie side by side, as `.Sub.Folder`.',
    details: 'Usual with Maildir. Names cannot contain dots, unless an escape character is set.',
  },
  none: {
    summary: 'No list of mailboxes at all: just one mailbox.',
    details: 'For stores that have nothing but INBOX, as that of `pop3c`.',
  },
  shared: {
    summary: 'Internal layout of shared namespaces.',
    details: 'Chosen by Dovecot itself.',
  },
};

export const mailDriver: Words = {
  dbox: {
    summary: 'Other name of `sdbox`.',
    replacedBy: 'sdbox',
  },
  fail: {
    summary: 'Storage whose every operation fails, for namespaces that could not be opened.',
    details: 'Internal.',
  },
  imapc: {
    summary: 'Mails of a remote server, over IMAP.',
    details:
      'For proxies with features of their own and for migrations with dsync. Every access costs a round trip unless indexes and cache are kept here.',
  },
  maildir: {
    summary: 'Each mail is a file whose name carries the flags.',
    details:
      'Robust and readable by other programs. Many files; slower than dbox on big mailboxes, and its file names must not be changed by anybody else.',
  },
  mbox: {
    summary: 'All mails of a mailbox in one file.',
    details:
      'Needs locking with all programs that write it, and rewrites much for little. For `/var/mail` of system users.',
  },
  mdbox: {
    summary: 'Many mails in each file, flags in the index.',
    details:
      'Fast for big mailboxes and backups. The indexes are not a cache but data: without them flags are lost. Needs `doveadm purge` regularly.',
  },
  obox: {
    summary: 'Mails as objects in an object store, the format of Dovecot Pro.',
    details: 'Needs the plugin `obox` and chains of fs drivers for mails and for indexes.',
    dialects: inPro,
  },
  pop3c: {
    summary: 'INBOX of a remote server, over POP3.',
    details: 'For migrations with dsync; POP3 knows neither folders nor flags.',
  },
  raw: {
    summary: 'Single mail from a file or a stream.',
    details: 'Internal: dovecot-lda, LMTP and Sieve open mails in delivery with it.',
  },
  sdbox: {
    summary: 'Each mail is a file with metadata, flags are in the index.',
    details: 'Faster than Maildir. The indexes are not a cache but data: without them flags are lost.',
  },
  shared: {
    summary: 'Internal storage of shared namespaces, before it is known whose mails are meant.',
    details: 'Chosen by Dovecot itself.',
  },
  virtual: {
    summary: 'Mailboxes that show mails of others, by search rules.',
    details: 'Needs the plugin `virtual` and a folder with a file `dovecot-virtual` for each mailbox.',
  },
};

export const quota: Words = {
  count: {
    summary: 'Sums up the sizes that are kept in the index files.',
    details: 'Right for almost everyone. In 2.3 it needs `quota_vsizes = yes` beside it.',
  },
  dict: {
    summary: 'Keeps the usage in a dict and adds up changes.',
    details:
      'Drifts away from the truth now and then. Gone in 2.4 and Pro 3.0; to publish the usage there is the plugin `quota_clone`.',
    dialects: in23,
    replacedBy: 'count',
  },
  dirsize: {
    summary: 'Adds up file sizes at each request.',
    details: 'Slow, and useful with mbox only. Gone in 2.4 and Pro 3.0.',
    dialects: in23,
    replacedBy: 'count',
  },
  fs: {
    summary: 'Asks the quota of the file system, also over NFS.',
    details: 'The file system enforces the limits; Dovecot shows them.',
  },
  imapc: {
    summary: 'Asks the remote server of an imapc storage.',
    details: 'Shows what the other server says and enforces nothing here.',
  },
  maildir: {
    summary: 'Keeps the file `maildirsize` of Maildir++.',
    details: 'Only for Maildir, where other programs read that file too. Deletions from outside make it wrong.',
  },
};
