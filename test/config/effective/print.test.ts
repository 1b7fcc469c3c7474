// Our output against that of real Dovecot 2.3.19, 2.4.1 and 2.4.5 (test/fixtures), line for line.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseTarget } from '../../../server/src/config/dialect.ts';
import { printEffective } from '../../../server/src/config/effective/print/index.ts';
import { memoryProject } from '../../support/memory.ts';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly raw: boolean;
  readonly args: readonly string[] | null;
  readonly res: Readonly<Record<string, { readonly rc: number; readonly out: string }>>;
}

const cases: Case[] = JSON.parse(readFileSync('test/fixtures/doveconf-cases.json', 'utf8'));

const targets: Readonly<Record<string, string>> = {
  '2.3.19': 'ce-2.3@2.3.19',
  '2.4.1': 'ce-2.4@2.4.1',
  '2.4.5': 'ce-2.4@2.4.5',
};

/** Where we differ, and why that is right. */
const explained: Readonly<Record<string, string>> = {
  B23: "doveconf splits an element with '=' in its name at the wrong place",
  N66: '2.4.5 hides key files, 2.4.1 does not yet; we always do',
  O05: 'auth { } sections of 1.x are not followed',
  R33: 'doveconf prints a filter that matches everything twice',
  S22: 'a setting written as a section gets a number that means nothing',
};

function printed({ text, files, raw }: Case, version: string): string {
  const lines =
    raw || version === '2.3.19' ? '' : `dovecot_config_version = ${version}\ndovecot_storage_version = ${version}\n`;
  const project = memoryProject(
    { 't.conf': lines + text, ...files },
    { target: parseTarget(targets[version]!)!, roots: ['t.conf'] },
  );
  const [configuration] = project.configurations();
  return printEffective(configuration!, false)
    .split('\n')
    .filter((line) => !/^dovecot_(?:config|storage)_version = /.test(line))
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

describe('doveconf -n', () => {
  for (const version of Object.keys(targets)) {
    test(version, () => {
      const different: string[] = [];
      let compared = 0;
      for (const one of cases) {
        const verdict = one.res[version];
        if (verdict?.rc !== 0 || (one.args !== null && one.args.join(' ') !== '-n')) continue;
        if (Object.hasOwn(explained, one.id)) continue;
        compared++;
        const ours = printed(one, version);
        if (ours !== verdict.out)
          different.push(`${one.id}: ${JSON.stringify(one.text)}\n${verdict.out}\n--- ours\n${ours}\n`);
      }
      console.log(`${version}: ${compared} outputs compared, ${different.length} different`);
      assert.ok(compared > 200);
      assert.equal(different.join('\n'), '');
    });
  }
});

// Also run through 2.4.1.
test('escapes in names and in quoted keys', () => {
  const text = String.raw`service imap {
  unix_listener a\sb {
    mode = 0600
  }
  unix_listener a\eb {
    mode = 0600
  }
  unix_listener a\\b {
    mode = 0600
  }
}
passdb static {
  fields {
    "q\"b" = d
    "q\sb" = e
  }
}
`;
  const out = String.raw`service imap {
  unix_listener a/b {
    mode = 0600
  }
  unix_listener "a=b" {
    mode = 0600
  }
  unix_listener a\b {
    mode = 0600
  }
}
passdb static {
  fields {
    "q\\\"b" = d
    "q\\sb" = e
  }
}`;
  assert.equal(printed({ id: '', text, files: {}, raw: false, args: null, res: {} }, '2.4.1'), out);
});
