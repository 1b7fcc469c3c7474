/** Our own examples: the installations of examples/ and those of the rules' pages that are for CE. */

import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path/posix';
import { rules } from '../../server/src/rules/index.ts';
import { oracleVersions } from '../../tools/oracle/releases.ts';
import { takeSpan } from '../support/markers.ts';
import { type OracleCase, targets, withVersion } from './case.ts';

export function exampleCases(): OracleCase[] {
  return oracleVersions.flatMap((version) => {
    const { dialect } = targets[version];
    const installation: OracleCase = { id: `examples/${dialect}`, version, files: filesOf(`examples/${dialect}`) };
    const ofRules = rules.flatMap(({ id, docs }) =>
      [...docs.bad, ...docs.good]
        .filter((example) => example.dialect === dialect)
        .map((example, index): OracleCase => {
          const { text } = takeSpan(example.text);
          const files = { ...example.files, 'dovecot.conf': version === '2.4' ? withVersion(text) : text };
          return { id: `${id} ${index + 1}`, version, files };
        }),
    );
    return [installation, ...ofRules];
  });
}

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`;
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
  );
}
