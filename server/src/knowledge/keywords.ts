/** The words of the language itself: they stand where a setting could, and no list of settings has them. */

import type { Grammar } from './dialect.ts';

export interface Keyword {
  /** What a statement that begins with it is. */
  readonly kind: 'assignment' | 'include' | 'section';
  /** One sentence. */
  readonly summary: string;
  readonly details: string;
  readonly snippet: string;
  /** Also inside of connection filters. */
  readonly everywhere: boolean;
  /** The grammar that has it; both unless told otherwise. */
  readonly grammar?: Grammar;
}

export const keywords: Readonly<Record<string, Keyword>> = {
  '!include': {
    kind: 'include',
    summary: 'Reads other files at this place. A pattern may match several; no match is an error.',
    details:
      'A relative path starts at the file that holds the line. Files of one pattern are read in the order of their names.',
    snippet: '!include ${0:conf.d/*.conf}',
    everywhere: false,
  },
  '!include_try': {
    kind: 'include',
    summary: 'Like `!include`, but no match and no permission are fine.',
    details: 'What is wrong inside of a file that is there is still an error.',
    snippet: '!include_try ${0:local.conf}',
    everywhere: false,
  },
  dovecot_config_version: {
    kind: 'assignment',
    summary: 'The release whose settings and defaults this configuration is written for.',
    details:
      'It must be the first setting. A newer Dovecot keeps to the defaults of this release, so that an upgrade changes nothing by itself; raise it after reading what has changed since. It cannot be newer than the Dovecot that reads it.',
    snippet: 'dovecot_config_version = ${0:2.4.5}',
    everywhere: false,
    grammar: 'new',
  },
  group: {
    kind: 'section',
    summary: 'Settings under a label and a name, for inclusion by `@label = name`.',
    details: 'A group is read where it is included, and must stand before that. It cannot include itself.',
    snippet: 'group @${1:label} ${2:name} {\n\t$0\n}',
    everywhere: false,
    grammar: 'new',
  },
  local: {
    kind: 'section',
    summary: 'Settings for connections to this address or network of the server.',
    details: 'It may hold `local_name`, `remote` and `protocol`, in this order from the outside to the inside.',
    snippet: 'local ${1:192.0.2.1} {\n\t$0\n}',
    everywhere: true,
  },
  local_name: {
    kind: 'section',
    summary: 'Settings for connections whose TLS handshake asks for this host name.',
    details: 'Mostly for certificates of several names. A wildcard may stand for one label: `*.example.com`.',
    snippet: 'local_name ${1:imap.example.com} {\n\t$0\n}',
    everywhere: true,
  },
  protocol: {
    kind: 'section',
    summary: 'Settings for one protocol; `!name` for all but that one.',
    details: 'What it sets goes before what the top level sets, wherever both stand in the file.',
    snippet: 'protocol ${1:imap} {\n\t$0\n}',
    everywhere: true,
  },
  remote: {
    kind: 'section',
    summary: 'Settings for clients from this address or network.',
    details: 'It may stand inside of `local` and `local_name`, and hold `protocol`.',
    snippet: 'remote ${1:192.0.2.0/24} {\n\t$0\n}',
    everywhere: true,
  },
};

export function findKeyword(word: string, grammar: Grammar | undefined): Keyword | undefined {
  const keyword = Object.hasOwn(keywords, word) ? keywords[word]! : undefined;
  const fits = keyword?.grammar === undefined || grammar === undefined || keyword.grammar === grammar;
  return fits ? keyword : undefined;
}
