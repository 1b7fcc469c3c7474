/** Workarounds and feature switches. */

import { inNew, inOld } from './dialects.ts';
import type { Words } from './types.ts';

export const attachmentDetection: Words = {
  'add-flags': {
    summary: 'Marks mails with `$HasAttachment` or `$HasNoAttachment` when they are saved or fetched.',
    details:
      'At a fetch only if that costs no extra disk access. Clients and searches then need not look into the mails.',
  },
  'add-flags-on-save': {
    summary: 'Old name of `add-flags`.',
    replacedBy: 'add-flags',
  },
  'content-type=*': {
    summary: 'Says which types of parts count as attachments: `content-type=!TYPE` takes one out.',
    details: '`content-type=TYPE` exempts a type from an exclusion, as `image/*` stands for all images.',
  },
  'exclude-inlined': {
    summary: 'Parts that are shown inside the text never count as attachments.',
    details: 'Keeps signatures with a logo from being taken for attachments.',
  },
  'no-flags-on-fetch': {
    summary: 'With `add-flags`: marks mails only when they are saved.',
    details: 'Mails from before the option stay unmarked.',
  },
};

export const dsyncFeatures: Words = {
  'empty-header-workaround': {
    summary: 'Copes with servers that sometimes send empty headers, such as Zimbra.',
    details: 'Without it dsync takes a mail for another one and copies it again.',
  },
  'no-header-hashes': {
    summary: 'Takes mails with the same UID as the same without comparing headers.',
    details:
      'Much faster with servers that must read each mail for its headers. Only for a migration into empty mailboxes.',
  },
};

export const imapcFeatures: Words = {
  acl: {
    summary: 'Forwards ACL commands to the remote server.',
    details: 'Needs the plugin `imap_acl`. Since 2.4 it is so unless `no-acl` is set.',
    dialects: inOld,
  },
  'delay-login': {
    summary: 'Connects only when the first command needs the remote server.',
    details: 'Since 2.4 it is so unless `no-delay-login` is set.',
    dialects: inOld,
  },
  'fetch-bodystructure': {
    summary: 'Asks the remote server for the structure of mails.',
    details: 'Spares fetching whole mails. Since 2.4 it is so unless `no-fetch-bodystructure` is set.',
    dialects: inOld,
  },
  'fetch-empty-is-expunged': {
    summary: 'Takes a mail that the server answers without content for a deleted one.',
    details: 'For servers that say so instead of reporting the deletion.',
  },
  'fetch-fix-broken-mails': {
    summary: 'Takes a mail that the server fails to send for an empty one.',
    details:
      'Lets a migration go on past broken mails. Dangerous, as the failure may pass: turn it on for single users only.',
  },
  'fetch-headers': {
    summary: 'Asks the remote server for single header fields.',
    details: 'Spares fetching all headers. Since 2.4 it is so unless `no-fetch-headers` is set.',
    dialects: inOld,
  },
  'fetch-msn-workarounds': {
    summary: 'Trusts UIDs more than wrong message numbers in answers.',
    details: 'For servers that lose count when mails are deleted.',
  },
  'gmail-migration': {
    summary: 'Takes POP3 UIDLs and labels from the extensions of Gmail.',
    details: 'Set `pop3_deleted_flag` too, to see what POP3 clients have deleted there.',
  },
  'guid-forced': {
    summary: 'Treats mails as if the server gave them a GUID even if it does not.',
    details: 'Copies of a mail may then share a GUID.',
  },
  modseq: {
    summary: 'Uses modification sequences (CONDSTORE) of the remote server.',
    details: 'Since 2.4 it is so unless `no-modseq` is set.',
    dialects: inOld,
  },
  'no-acl': { summary: 'Does not forward ACL commands even if the plugin `imap_acl` is loaded.' },
  'no-delay-login': { summary: 'Connects at once rather than when the first command needs it.' },
  'no-examine': {
    summary: 'Opens with SELECT where EXAMINE would do.',
    details: 'For Courier, which keeps the UIDVALIDITY of a new mailbox only after SELECT.',
  },
  'no-fetch-bodystructure': {
    summary: 'Computes the structure of mails here, from the whole mail.',
    details: 'For servers that answer BODYSTRUCTURE wrongly.',
  },
  'no-fetch-headers': {
    summary: 'Fetches all headers of a mail, not single fields.',
    details: 'For servers that leave out header fields that were asked for.',
  },
  'no-fetch-size': {
    summary: 'Computes sizes here, from the whole mail.',
    details: 'For servers whose RFC822.SIZE is wrong.',
  },
  'no-metadata': { summary: 'Ignores the METADATA of the remote server.', dialects: inNew },
  'no-modseq': { summary: 'Ignores modification sequences of the remote server.' },
  'no-msn-updates': {
    summary: 'Ignores updates that go by message number and come unasked.',
    details: 'Safer with servers that lose count; changes are then seen at the next sync only.',
  },
  'no-qresync': { summary: 'Does not use QRESYNC; for Zimbra.', dialects: inNew },
  'no-search': {
    summary: 'Searches here instead of on the remote server, which fetches what is searched.',
    details: 'Sensible together with a local search index.',
  },
  proxyauth: {
    summary: 'Logs in for other users with the command PROXYAUTH of Sun and Oracle servers.',
    details: 'Needs `imapc_master_user`.',
  },
  'rfc822.size': {
    summary: 'Asks the remote server for the size of mails.',
    details: 'Spares fetching whole mails. Since 2.4 it is so unless `no-fetch-size` is set.',
    dialects: inOld,
  },
  search: {
    summary: 'Searches on the remote server.',
    details: 'Since 2.4 it is so unless `no-search` is set.',
    dialects: inOld,
  },
  'send-id': {
    summary: 'Introduces itself to the remote server with the command ID.',
    details: 'Passes the id of the session on too, which helps to compare the logs of both.',
  },
  'zimbra-workarounds': {
    summary: 'Fetches a mail as headers and body, since Zimbra may give other headers with the whole.',
    details: 'For migrations from Zimbra of mails with illegal characters in headers; hardly needed any more.',
  },
};

export const imapWorkarounds: Words = {
  'delay-newmail': {
    summary: 'Tells of new mail in answers to NOOP and CHECK only.',
    details: 'For old Mac OS X Mail and Outlook Express, which show errors otherwise.',
  },
  'tb-extra-mailbox-sep': {
    summary: 'Ignores a superfluous `/` at the end of mailbox names.',
    details: 'For Thunderbird with the layout `fs`.',
  },
  'tb-lsub-flags': {
    summary: 'Marks folders that cannot be opened in LSUB answers too.',
    details: 'Thunderbird then greys them out instead of failing at a click.',
  },
};

export const lmtpWorkarounds: Words = {
  'mailbox-for-path': {
    summary: 'Allows addresses without `<` and `>`.',
    details: 'For clients that are no real mail servers.',
  },
  'whitespace-before-path': {
    summary: 'Allows blanks between `MAIL FROM:` or `RCPT TO:` and the address.',
    details: 'For clients that are no real mail servers.',
  },
};

export const pop3cFeatures: Words = {
  'no-pipelining': {
    summary: 'Waits for each answer of the remote server, even if it offers PIPELINING.',
    details: 'Slower; for servers that mix up answers.',
  },
};

export const pop3Workarounds: Words = {
  'oe-ns-eoh': {
    summary: 'Sends the empty line after the headers even if the mail has none.',
    details: 'For Outlook Express and Netscape Mail, which break off otherwise.',
  },
  'outlook-no-nuls': {
    summary: 'Replaces NUL characters in mails.',
    details: 'For old Outlooks, which hang at them.',
  },
};

export const submissionWorkarounds: Words = {
  'exotic-backend': {
    summary: 'As a proxy, announces only SMTP extensions that the backend is known to have.',
    details: 'For backends other than Dovecot; list what they know in `submission_backend_capabilities`.',
  },
  'implicit-auth-external': {
    summary: 'Logs in a client by its valid TLS certificate at the first MAIL command.',
    details: 'For clients that forget to say AUTH EXTERNAL, such as Thunderbird. Needs the mechanism EXTERNAL.',
  },
  'mailbox-for-path': {
    summary: 'Allows addresses without `<` and `>`.',
    details: 'For old or home-made mail programs.',
  },
  'whitespace-before-path': {
    summary: 'Allows blanks between `MAIL FROM:` or `RCPT TO:` and the address.',
    details: 'For old or home-made mail programs.',
  },
};
