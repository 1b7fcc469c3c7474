/** Percent signs and special characters in storage URLs, which Dovecot and the URL both read. */

import { isKnown } from '../config/holes.ts';
import { type Located, locatedSlice } from '../config/located.ts';
import { allDrivers } from '../config/storage/types.ts';
import type { StorageUrl } from '../config/storage/url.ts';
import { pro23, pro30, pro31 } from '../lint/examples.ts';
import { defineRule, pro, replace, type Severity } from '../lint/rule.ts';

const s3 = 'https://key:a<|%2f|>b@s3.example.com/?bucket=mails';

export const urlEscapeMismatch = defineRule({
  id: 'url-escape-mismatch',
  dialects: pro,
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/http_storages/',
  docs: {
    summary: 'A character in a storage URL is not escaped as this grammar needs it.',
    why: 'In a URL a character with a meaning of its own is written as % and two hex digits. Up to 3.0 Dovecot expands % first, so the sign is doubled: %%2f. From 3.1 on only %{ begins a variable and %%2f stays as it is, which no URL may contain. A raw / or @ ends user name and password too early. In each case Dovecot cannot log in to the storage, or refuses the URL.',
    exceptions:
      'Values that come from a user database are not expanded: there one % is right in every release. A shared key of Azure may be plain base64. The signs + = and : may stand in a user name or password as they are.',
    bad: [
      pro30(
        `plugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; s3:${s3} ; refcounting-table\n}\n`,
        `plugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; s3:https://key:a%%2fb@s3.example.com/?bucket=mails ; refcounting-table\n}\n`,
      ),
      pro31(
        'fs_sproxyd_url = http://alice:a<|%%2f|>b%%40c@ring.example.com/\nobox {\n  fs sproxyd {\n  }\n}\n',
        'fs_sproxyd_url = http://alice:a%2fb%40c@ring.example.com/\nobox {\n  fs sproxyd {\n  }\n}\n',
      ),
      pro31(
        'fs_s3_url = https://key:a<|/|>b@s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
        'fs_s3_url = https://key:a%2Fb@s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n',
      ),
      pro23(
        'plugin {\n  obox_fs = s3:https://key:a<|@|>b@s3.example.com/?bucket=mails\n}\n',
        'plugin {\n  obox_fs = s3:https://key:a%%40b@s3.example.com/?bucket=mails\n}\n',
      ),
    ],
    good: [
      pro30('plugin {\n  obox_fs = s3:https://key:a%%2fb+c=@s3.example.com/%2Mu/?bucket=mails&addhdr=X-Hash:%2Mu\n}\n'),
      pro31('fs_s3_url = https://key:a%2fb+c=@s3.example.com/%{user}/alice@example.com/\nobox {\n  fs s3 {\n  }\n}\n'),
      pro31('fs_s3_url = https://key:{{ secret }}@s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n'),
    ],
  },
  messages: {
    single: 'Dovecot takes this % for the beginning of a variable before it reads the URL: write %% here.',
    doubled: 'Since 3.1 Dovecot leaves %% as it is, which breaks the URL: write a single % here.',
    raw: 'This character ends the user name and password of the URL too early: write it as % and its two hex digits.',
  },
  check({ storage, report }) {
    for (const driver of allDrivers(storage)) {
      if (driver.url === undefined) continue;
      const old = driver.section === undefined;
      reportFirst('warning', old ? singlePercents(driver.url) : doubledPercents(driver.url));
      // The shared key of Azure is documented as plain base64, which has slashes.
      if (driver.name.text !== 'azure') reportFirst('error', rawCharacters(driver.url, old));
    }

    /** One finding for all places of a URL, which one fix puts right. */
    function reportFirst(severity: Severity, { message, title, places }: Wrong): void {
      const [first] = places;
      if (first === undefined) return;
      const edits = places.map(({ at, text }) => replace(at, text));
      const fix = { title: `${title} (check the user name and password after it)`, safe: false, edits };
      report({ at: first.at, message, severity, fixes: [fix] });
    }
  },
});

interface Wrong {
  readonly message: 'single' | 'doubled' | 'raw';
  readonly title: string;
  readonly places: readonly { readonly at: Located; readonly text: string }[];
}

function singlePercents(url: StorageUrl): Wrong {
  const userinfo = [url.user, url.password].flatMap(escapes);
  // Elsewhere `%3d` may well be the domain's first three letters: only what ends in no variable's letter is certain.
  const values = url.parameters.flatMap(({ value }) => escapes(value)).filter(({ text }) => /[abcf]$/i.test(text));
  const wrong = [...userinfo, ...values].filter((found) => found.percents % 2 === 1 && needsEscape(found.hex));
  const places = wrong.map(({ at, text }) => ({ at, text: `%${text}` }));
  return { message: 'single', title: 'Write %% so that the escape reaches the URL', places };
}

function doubledPercents({ whole }: StorageUrl): Wrong {
  const places = escapes(whole)
    .filter(({ percents }) => percents > 1)
    .map(({ at, hex }) => ({ at, text: `%${hex}` }));
  return { message: 'doubled', title: 'Write a single %', places };
}

interface Escape {
  readonly at: Located;
  readonly text: string;
  /** How many percent signs stand in front. */
  readonly percents: number;
  readonly hex: string;
}

/** Every run of percent signs with two hex digits behind it. */
function escapes(part: Located | undefined): Escape[] {
  const found: Escape[] = [];
  for (const { 0: text, 1: hex, index } of part?.text.matchAll(/%+([0-9a-f]{2})?/gi) ?? []) {
    if (hex === undefined) continue;
    found.push({ at: locatedSlice(part!, index, index + text.length), text, percents: text.length - 2, hex });
  }
  return found;
}

/** Letters, digits and `-._~` need no escape, so what looks like one is a variable: `%2d`. */
function needsEscape(hex: string): boolean {
  return !/[\w.~-]/.test(String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What neither a user name nor a password may contain as it is; `%` is judged on its own, a blank may be a joined line's. */
const notInUserinfo = /[^\w\s\-.~!$&'()*+,;=:%\u0080-\uffff]/g;

function rawCharacters(url: StorageUrl, old: boolean): Wrong {
  const parts = [url.user, url.password].filter((part) => part !== undefined);
  const isOpen = parts.some(({ text }) => !isKnown(text) || text.includes('%{'));
  const places = (isOpen ? [] : parts).flatMap((part) =>
    [...part.text.matchAll(notInUserinfo)].map((match) => ({
      at: locatedSlice(part, match.index, match.index + 1),
      text: encodeURIComponent(match[0]).replace('%', old ? '%%' : '%'),
    })),
  );
  return { message: 'raw', title: 'Escape the special characters', places };
}
