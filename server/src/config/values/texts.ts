/** Texts that Dovecot reads closer than their type tells: filters, addresses, URLs, names without certain characters. */

import type { Grammar } from '../../knowledge/dialect.ts';
import { parseNetwork } from '../network.ts';
import { aclIdError, aclRightsError } from './acl.ts';
import { addressError, addressSourceError } from './address.ts';
import { attachmentHashError } from './attachmentHash.ts';
import { eventFilterError } from './eventFilter.ts';
import { groupByError } from './statistics.ts';
import { type ValueError, type ValueErrorCode, valueError } from './types.ts';
import { httpUrlError, uriError } from './uri.ts';

type TextForm = (text: string, grammar: Grammar) => ValueError | undefined;

const inBoth: Readonly<Record<string, TextForm>> = {
  auth_verbose_passwords: passwordsError,
  log_core_filter: eventFilterError,
  log_debug: eventFilterError,
  process_shutdown_filter: eventFilterError,
};

const textForms: Readonly<Record<Grammar, Readonly<Record<string, TextForm>>>> = {
  new: {
    ...inBoth,
    acl_id: aclIdError,
    acl_rights: aclRightsError,
    http_client_proxy_url: (text) => httpUrlError(text, false),
    mail_ext_attachment_hash: attachmentHashError,
    mail_server_admin: uriError,
    mailbox_root_directory_name: without(/\//),
    metric_filter: eventFilterError,
    push_notification_ox_url: (text) => httpUrlError(text, true),
    redis_host: ipError,
    sieve_editheader_header_name: without(/[^!-9;-~]/),
    sieve_notify_mailto_envelope_from: addressSourceError,
    sieve_redirect_envelope_from: addressSourceError,
    sieve_report_from: addressSourceError,
    sieve_script_name: without(/[/\p{Cc}\u2028\u2029]/u),
    sieve_script_storage: without(/[/\p{Cc}\u2028\u2029]/u),
    sieve_user_email: addressError,
  },
  old: {
    ...inBoth,
    mail_attachment_hash: attachmentHashError,
    'metric/filter': eventFilterError,
    'metric/group_by': groupByError,
  },
};

/** Why Dovecot refuses a setting's text; undefined where it takes any. */
export function textError(name: string, text: string, grammar: Grammar): ValueError | undefined {
  const forms = textForms[grammar];
  return Object.hasOwn(forms, name) ? forms[name]!(text, grammar) : undefined;
}

function without(characters: RegExp, code: ValueErrorCode = 'character-unexpected'): TextForm {
  return (text) => {
    const match = characters.exec(text);
    return match === null ? undefined : valueError(code, match.index, match.index + match[0].length);
  };
}

/** 2.4 asks the system for addresses of IPv4, which takes `127.1`, too. */
function ipError(text: string): ValueError | undefined {
  const isRight = /^(?:(?:\d|0x[\da-f])[\da-f]*\.?){1,4}$/i.test(text) || text.includes('%');
  if (isRight || (!text.includes('/') && parseNetwork(text) !== undefined)) return undefined;
  return valueError('ip-invalid', 0, text.length);
}

/** A word, and behind a colon how many letters are logged. */
function passwordsError(text: string): ValueError | undefined {
  const colon = text.indexOf(':');
  if (colon === -1 || /^0*[1-9]\d*$/.test(text.slice(colon + 1))) return undefined;
  return valueError('truncation-invalid', colon + 1, text.length);
}
