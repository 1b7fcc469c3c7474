// Every recorded case of real Dovecot, judged by our rules: refused or not, and on which line the first error is.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseTarget } from '../../../server/src/config/dialect.ts';
import { lint } from '../../../server/src/lint/run.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { memoryProject, uriOf } from '../../support/memory.ts';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly raw: boolean;
  readonly res: Readonly<Record<string, { readonly rc: number; readonly err: string }>>;
}

/** Where we differ, and why that is right. `ID` for all releases, `ID 2.4.5` for one. */
const reasons: Readonly<Record<string, readonly string[]>> = {
  'needs the disk: the file that a value names': ['F04', 'F08', 'F11', 'F13', 'F18', 'F20', 'F35'],
  'needs the host: its users, its resolver': ['O28', 'O37', 'R10'],
  'is about the arguments of doveconf': ['Z09', 'Z13', 'Z16'],
  'Dovecot refuses it at its start, or with -x; doveconf -n does not look': [
    'V13',
    'V15',
    'B30 2.4.5',
    'O01 2.4.5',
    'O26 2.4.5',
  ],
  'may be filled in by a template, so it is a warning or nothing': [
    'V04',
    'V08',
    'V09',
    'V30',
    'V31',
    'V34',
    'V44',
    'V45',
  ],
  'the dict service refuses the map when it is first used; doveconf does not look': ['N70'],
  'needs the list of filters that exist': ['V23 2.4.5'],
  'is a statement of the event filter language, which is not read': ['N62', 'O34'],
  'is a variable where 2.4.1 happens to need the value': ['X93 2.4.1'],
  'Debian does not build the driver, others do': ['N63'],
  'a continued line runs on into the including file, which the parser does not follow': ['I18'],
  'we point at the lone brace, Dovecot at the line above': ['S03'],
  'we point at the head of the section, Dovecot at its end': ['N21', 'N59'],
  'that the section stays open is said as well': ['S07'],
  'that the head is wrong is said as well': ['G05'],
  'we point at the marker, Dovecot at a later line': [
    'F26 2.4.1',
    'F27 2.4.1',
    'F28',
    'F29',
    'F30 2.4.1',
    'F31',
    'F32 2.4.5',
    'F33 2.4.1',
    'F34 2.4.1',
    'F36',
    'F37 2.4.1',
    'F38 2.4.1',
  ],
};
const explained = new Set(Object.values(reasons).flat());
const used = new Set<string>();

const targets: Readonly<Record<string, string>> = {
  '2.3.19': 'ce-2.3@2.3.19',
  '2.4.1': 'ce-2.4@2.4.1',
  '2.4.5': 'ce-2.4@2.4.5',
};

const versionLines = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

const cases: Case[] = JSON.parse(readFileSync('test/fixtures/doveconf-cases.json', 'utf8'));

/** The lines of our errors by file, ascending. */
function errorLines({ text, files, raw }: Case, version: string): Map<string, number[]> {
  const head = version.startsWith('2.4') && !raw ? versionLines : '';
  const texts = { 't.conf': head + text, ...files };
  const project = memoryProject(texts, { target: parseTarget(targets[version]!)!, roots: ['t.conf'] });
  const found = project.configurations().flatMap((configuration) =>
    lint(configuration, {
      rules,
      onError: (rule, error) => assert.fail(`${rule.id}: ${error instanceof Error ? error.stack : error}`),
    }),
  );
  const lines = new Map<string, number[]>();
  for (const { document, span, severity } of found) {
    if (severity !== 'error') continue;
    const name = document.uri.slice(uriOf('').length);
    const own = lines.get(name) ?? [];
    lines.set(name, own);
    // Of a continued line Dovecot names the last one.
    own.push(document.lines.positionAt(span.to).line + 1);
  }
  for (const own of lines.values()) own.sort((a, b) => a - b);
  return lines;
}

describe('errors are those of Dovecot', () => {
  for (const version of Object.keys(targets)) {
    test(version, () => {
      const different: string[] = [];
      const counts = { cases: 0, refused: 0, line: 0, explained: 0 };
      for (const one of cases) {
        const verdict = one.res[version];
        if (verdict === undefined) continue;
        counts.cases++;
        const refused = verdict.rc !== 0;
        if (refused) counts.refused++;
        const lines = errorLines(one, version);
        const place = /Error in configuration file (\S+) line (\d+)/.exec(verdict.err);
        const sameLine = place === null || lines.get(place[1]!)?.[0] === Number(place[2]);
        if (refused && place !== null && sameLine) counts.line++;
        const isSame = refused === lines.size > 0 && (!refused || sameLine);
        const id = [one.id, `${one.id} ${version}`].find((key) => explained.has(key));
        if (isSame) continue;
        if (id === undefined) different.push(`${one.id}: ${JSON.stringify(one.text)} ${verdict.err} | ${[...lines]}`);
        else {
          counts.explained++;
          used.add(id);
        }
      }
      console.log(
        `${version}: ${counts.cases} cases, ${counts.refused} refused by Dovecot, ${counts.line} of them on the line that we name first; ${counts.explained} explained differences, ${different.length} others`,
      );
      assert.deepEqual(different, []);
      assert.ok(counts.cases > 300 && counts.line > 80);
    });
  }

  test('every explanation explains something', () => {
    assert.deepEqual(
      [...explained].filter((id) => !used.has(id)),
      [],
    );
  });
});
