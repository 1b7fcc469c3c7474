// Imports the facts tables that were read out of Dovecot's binaries and source (names, types, defaults, values) into
// server/src/knowledge/generated. Run by hand with the folder of the tables: `node tools/import-facts.ts ../shared/facts`.
// The output is committed, so building needs no tables.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface RawSetting {
  type: string;
  section?: string;
  default?: string;
  values?: string[];
  alias_of?: string;
  component?: string;
  required_setting?: string;
  since?: string;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node tools/import-facts.ts FOLDER');

function importTable(file: string, output: string, source: string): void {
  const raw = JSON.parse(readFileSync(join(folder as string, file), 'utf8')) as {
    settings: Record<string, RawSetting>;
  };
  const settings = Object.fromEntries(
    Object.entries(raw.settings)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, fact]) => [
        name,
        {
          type: fact.type,
          ...(typeof fact.default === 'string' && { default: fact.default }),
          ...(fact.values !== undefined && { values: fact.values }),
          ...(fact.alias_of !== undefined && { aliasOf: fact.alias_of }),
          ...(fact.component !== undefined && { component: fact.component }),
          ...(fact.required_setting !== undefined && { required: fact.required_setting }),
          ...(fact.since !== undefined && { since: fact.since }),
        },
      ]),
  );
  const lines = Object.entries(settings).map(([name, fact]) => `    ${JSON.stringify(name)}: ${JSON.stringify(fact)}`);
  writeFileSync(
    join('server/src/knowledge/generated', output),
    `{\n  "source": ${JSON.stringify(source)},\n  "settings": {\n${lines.join(',\n')}\n  }\n}\n`,
  );
  console.log(`${output}: ${lines.length} settings`);
}

importTable('settings-2.4.json', 'settings-2.4.json', 'memory tables of doveconf 2.4.1 and 2.4.5, Dovecot core source');
importTable('settings-2.3.json', 'settings-2.3.json', 'memory tables of doveconf 2.3.19.1, Dovecot core source');
