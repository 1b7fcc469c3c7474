/** Arguments of posix in a URI string that Dovecot does not know. */

import { isKnown } from '../config/holes.ts';
import { type Located, locatedSlice } from '../config/located.ts';
import { allChains } from '../config/storage/types.ts';
import { defineRule, type Fix, replace } from '../lint/rule.ts';
import { NearNames } from '../text/near.ts';

export const posixArgumentUnknown = defineRule({
  id: 'posix-argument-unknown',
  dialects: ['ce-2.3', 'pro-2.3', 'pro-3.0'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/',
  docs: {
    summary: 'The posix driver is given an argument that it does not know.',
    why: 'posix takes prefix=, mode= (octal or auto), lock= (flock or dotlock), and the words dirs, no-fsync and accurate-mtime, separated by colons. Anything else makes Dovecot refuse the whole chain.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:1G:/var/cache/mails:posix:prefix=/data/mails/:<|nofsync|>:dirs\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:1G:/var/cache/mails:posix:prefix=/data/mails/:no-fsync:dirs\n}\n',
      },
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = sis posix:<|mode=0888|>\nplugin {\n}\n' },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'plugin {\n  obox_fs = posix:prefix=/data/%{user}/:mode=auto:lock=dotlock:no-fsync:accurate-mtime:dirs\n  obox_index_fs = posix:{{ arguments }}\n}\n',
      },
      { dialect: 'ce-2.3', text: 'mail_attachment_fs = sis posix\nplugin {\n}\n' },
    ],
  },
  messages: {
    argument:
      "posix does not know '{argument}'. It takes 'prefix=', 'mode=', 'lock=', 'dirs', 'no-fsync' and 'accurate-mtime'.",
    mode: "'{argument}' is no mode: it takes an octal number with a right to read or write, or 'auto'.",
    lock: "'{argument}' is no way to lock: posix has 'flock' and 'dotlock'.",
  },
  check({ storage, report }) {
    for (const { drivers } of allChains(storage)) {
      for (const { name, extent } of drivers) {
        if (name.text !== 'posix') continue;
        for (const at of argumentsOf(extent)) {
          const message = judge(at.text);
          if (message !== undefined) report({ at, message, data: { argument: at.text }, fixes: didYouMean(at) });
        }
      }
    }
  },
});

const words = new NearNames(['accurate-mtime', 'dirs', 'lock=dotlock', 'lock=flock', 'mode=auto', 'no-fsync']);

function didYouMean(at: Located): Fix[] {
  const word = words.find(at.text);
  return word === undefined ? [] : [{ title: `Write '${word}'`, safe: false, edits: [replace(at, word)] }];
}

/** The parts behind `posix`; a colon inside `%{…}` separates nothing. */
function argumentsOf(extent: Located): readonly Located[] {
  return [...extent.text.matchAll(/(?<=:)(?:%\{[^}]*\}|[^:])+/g)].flatMap((match) =>
    isKnown(match[0]) ? [locatedSlice(extent, match.index, match.index + match[0].length)] : [],
  );
}

function judge(argument: string): 'argument' | 'mode' | 'lock' | undefined {
  if (/^(?:prefix=.*|dirs|no-fsync|accurate-mtime|lock=(?:flock|dotlock)|mode=auto)$/.test(argument)) return undefined;
  if (argument.startsWith('lock=')) return argument.includes('%') ? undefined : 'lock';
  if (!argument.startsWith('mode=')) return 'argument';
  const mode = argument.slice('mode='.length);
  if (mode.includes('%')) return undefined;
  return /^[0-7]+$/.test(mode) && (Number.parseInt(mode, 8) & 0o666) !== 0 ? undefined : 'mode';
}
