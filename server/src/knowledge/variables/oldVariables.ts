/** What 2.3 has and 2.4 writes in another way: long names, letters that stand for no long name, functions, modifiers. */

import type { OldFunctionTeaching, OldVariableTeaching } from './types.ts';

/** Names that 2.4 has as well are not here. */
export const oldVariables: Readonly<Record<string, OldVariableTeaching>> = {
  auth_domain: {
    new: 'auth_user | domain',
    summary: 'Part behind the `@` of the name that the client authenticated with.',
  },
  auth_username: {
    new: 'auth_user | username',
    summary: 'Part in front of the `@` of the name that the client authenticated with.',
  },
  crlf: { new: "literal('\\r\\n')", summary: 'Line end of mails: CR LF.' },
  domain: {
    new: 'user | domain',
    in: { oauth2: 'domain' },
    summary: 'Part of the user name behind the `@`; empty without one.',
  },
  gid: { new: 'process:gid', summary: 'Group id that the session runs with.' },
  hostname: {
    new: 'system:hostname',
    in: { mail_user: 'hostname' },
    summary: 'Host name: of the machine, or in mail settings what the setting `hostname` says.',
  },
  ip: { new: null, summary: 'IP address of the director’s backend.' },
  lip: { new: 'local_ip' },
  login_domain: { new: 'login_user | domain', summary: 'Domain of the user for whom a master user logs in.' },
  login_username: {
    new: 'login_user | username',
    summary: 'Name without the domain of the user for whom a master user logs in.',
  },
  lport: { new: 'local_port' },
  mech: { new: 'mechanism' },
  orig_domain: { new: 'original_user | domain', summary: 'Domain of the user name as the client sent it.' },
  orig_user: { new: 'original_user' },
  orig_username: {
    new: 'original_user | username',
    summary: 'Name without the domain, as the client sent it.',
  },
  original_domain: { new: 'original_user | domain', summary: 'Domain of the user name as the client sent it.' },
  original_username: {
    new: 'original_user | username',
    summary: 'Name without the domain, as the client sent it.',
  },
  pid: {
    new: 'process:pid',
    in: { auth: 'client_pid' },
    summary: 'Process id: in authentication the login process’s, elsewhere the own.',
  },
  real_lip: { new: 'real_local_ip' },
  real_lport: { new: 'real_local_port' },
  real_rip: { new: 'real_remote_ip' },
  real_rport: { new: 'real_remote_port' },
  rip: { new: 'remote_ip' },
  rport: { new: 'remote_port' },
  service: {
    new: 'service',
    in: { auth: 'protocol', login: 'protocol' },
    summary: 'Protocol or service: `imap`, `pop3`, `lmtp`, `lda`, `doveadm`.',
  },
  uid: {
    new: 'process:uid',
    in: { pop3_uidl_format: 'uid' },
    summary: 'User id that the session runs with; in `pop3_uidl_format` the UID of the mail.',
  },
  username: {
    new: 'user | username',
    in: { notify_status: 'username', oauth2: 'username' },
    summary: 'Part of the user name in front of the `@`; all of it without one.',
  },
};

/** Letters without a long name, by context. */
export const oldLetters: Readonly<Record<string, Readonly<Record<string, OldVariableTeaching>>>> = {
  auth: { '!': { new: 'id', summary: 'Number of the passdb or userdb that is being asked.' } },
  deliver_log_format: { $: { new: 'message', summary: 'What became of the mail, such as `saved mail to INBOX`.' } },
  login_line: {
    $: { new: 'message', summary: 'What is logged.' },
    s: { new: 'elements', summary: 'All non-empty elements of `login_log_format_elements`, joined by commas.' },
  },
};

function hash(name: string, replacement: string | null): OldFunctionTeaching {
  return {
    form: `%{${name};rounds=2,salt=x,truncate=32,format=hex:user}`,
    summary: `Hash of a variable by ${name}.`,
    details: 'Options, all of them optional: `rounds`, `salt`, `truncate` in bits, and `format` hex, hexuc or base64.',
    new: replacement,
  };
}

const crypt: OldFunctionTeaching = {
  form: '%{encrypt;algorithm=aes-256-cbc,key=…,iv=…:user}',
  summary: 'Encrypts or decrypts a variable; needs the plugin var-expand-crypt.',
  new: 'user | encrypt(…)',
};

export const oldFunctions: Readonly<Record<string, OldFunctionTeaching>> = {
  decrypt: { ...crypt, form: '%{decrypt;algorithm=aes-256-cbc,key=…,iv=…:user}', new: 'user | decrypt(…)' },
  dict: {
    form: '%{dict:key.field}',
    summary: 'Value that a dict passdb or userdb looked up under one of its keys.',
    new: null,
  },
  encrypt: crypt,
  env: {
    form: '%{env:NAME}',
    summary: 'Variable of the process’s environment; empty when it is not set.',
    new: 'env:NAME',
  },
  if: {
    form: '%{if;left;operator;right;then;else}',
    summary: 'Chooses between two values by a comparison.',
    details:
      'Values may hold variables; `\\` in front of `%`, `:` or `;` keeps their meaning off. Operators: `==` `!=` `<` `<=` `>` `>=` for numbers, `eq` `ne` `lt` `le` `gt` `ge` for text, `*` for wildcards, `~` for regular expressions.',
    new: "if(left, 'operator', right, then, else)",
  },
  ldap: {
    form: '%{ldap:attribute:default}',
    summary: 'Attribute of the LDAP entry that was found.',
    new: "ldap:attribute | default('default')",
  },
  ldap_dn: { form: '%{ldap_dn}', summary: 'Distinguished name of the LDAP entry that was found.', new: null },
  ldap_ptr: {
    form: '%{ldap_ptr:attribute}',
    summary: 'Attribute of the LDAP entry whose name another attribute holds.',
    new: null,
  },
  md4: hash('md4', "user | hash('md4')"),
  md5: hash('md5', 'user | md5'),
  oauth2: { form: '%{oauth2:field}', summary: 'Field of the oauth2 token.', new: 'oauth2:field' },
  passdb: {
    form: '%{passdb:field:default}',
    summary: 'Extra field that a passdb gave, or a default.',
    new: "passdb:field | default('default')",
  },
  pkcs5: hash('pkcs5', null),
  sha1: hash('sha1', 'user | sha1'),
  sha256: hash('sha256', 'user | sha256'),
  'sha3-256': hash('sha3-256', "user | hash('sha3-256')"),
  'sha3-512': hash('sha3-512', "user | hash('sha3-512')"),
  sha384: hash('sha384', 'user | sha384'),
  sha512: hash('sha512', 'user | sha512'),
  userdb: {
    form: '%{userdb:field:default}',
    summary: 'Extra field that the userdb gave, or a default.',
    new: "userdb:field | default('default')",
  },
};

export const oldModifiers: Readonly<Record<string, OldFunctionTeaching>> = {
  D: {
    form: '%Dd',
    summary: 'Makes an LDAP name of a domain: `example.com` becomes `example,dc=com`.',
    new: 'user | domain | ldap_dn',
  },
  E: { form: '%Eu', summary: 'Puts a backslash in front of quotes and backslashes.', new: 'user | escape' },
  H: {
    form: '%Hu',
    summary: 'Old hash, as hexadecimal digits. It spreads badly; `N` does better.',
    details: 'A width is the number of values (`%256Hu`: 0 to ff), an offset the digits to fill up to.',
    new: null,
  },
  L: { form: '%Lu', summary: 'Changes to lower case.', new: 'user | lower' },
  M: { form: '%Mu', summary: 'MD5, as hexadecimal digits.', new: 'user | md5' },
  N: {
    form: '%Nu',
    summary: 'Hash from the first 64 bits of the MD5, as hexadecimal digits.',
    details:
      'A width is the number of values (`%256Nu`: 0 to ff), an offset the digits to fill up to (`%2.256Nu`: 00 to ff).',
    new: 'user | md5 | substr(0, 8) % 256 | hex(2)',
  },
  R: { form: '%Ru', summary: 'Turns the order of the characters around.', new: 'user | reverse' },
  T: { form: '%Tu', summary: 'Removes blanks at the end.', new: null },
  U: { form: '%Us', summary: 'Changes to upper case.', new: 'service | upper' },
  X: { form: '%Xu', summary: 'Writes a decimal number in hexadecimal digits.', new: 'uid | hex' },
};
