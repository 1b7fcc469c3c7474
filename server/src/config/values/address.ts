/** Addresses of mail, as Dovecot's SMTP code takes them, and where Sieve takes a sender from. */

import { type ValueError, valueError } from './types.ts';

const localPart = '(?:"(?:[^"\\\\]|\\\\.)*"|[^\\s\\p{Cc}()<>\\[\\]:;@\\\\,"]+)';
const domain = '(?:[\\w-]+(?:\\.[\\w-]+)*|\\[[^\\[\\]\\s]+\\])';
const mailbox = `${localPart}@${domain}`;

const bare = new RegExp(`^(?:${mailbox}|<${mailbox}>)$`, 'su');
const bracketed = new RegExp(`^<(?:${mailbox})?>$`, 'su');

/** Words for an address that is only known when a mail comes. */
const sources = ['default', 'orig_recipient', 'postmaster', 'recipient', 'sender', 'user_email'];

export function addressError(text: string): ValueError | undefined {
  return text === '' || bare.test(text) ? undefined : valueError('address-invalid', 0, text.length);
}

/** One of the words, or an address in angle brackets. */
export function addressSourceError(text: string): ValueError | undefined {
  const isRight = text === '' || sources.includes(text.toLowerCase()) || bracketed.test(text);
  return isRight ? undefined : valueError('address-source-invalid', 0, text.length);
}
