// Every storage support statement is visible in the ways that it needs, and the hovers that promise to name it do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hover } from '../../server/src/features/hover.ts';
import { statements } from '../../server/src/knowledge/statements.ts';
import { hoversNaming } from '../../server/src/knowledge/support.ts';
import { takeSpan } from '../support/markers.ts';
import { configurationOf } from '../support/memory.ts';
import { statementGaps } from '../support/statements.ts';

test('all 34 statements are shown in every way they need', () => {
  const gaps = statementGaps();
  assert.equal(gaps.length, 34);
  assert.deepEqual(
    gaps.filter(({ missing }) => missing.length > 0),
    [],
  );
});

const head = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';
const storage = (driver: string, more = '') =>
  `${head}mail_driver = obox\n${more}obox {\n  fs <|${driver}|> {\n  }\n}\n`;
const database = (host: string) =>
  `${head}dict_server {\n  dict mails {\n    driver = sql\n    sql_driver = cassandra\n    cassandra_hosts = <|${host}|>\n  }\n}\n`;

/** A place to hover over, by what hover is said to show there. */
const places: Readonly<Record<string, string>> = {
  'Scality RING over sproxyd': storage('sproxyd'),
  'AWS S3': storage('aws-s3', 'fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\n'),
  'S3-compatible storage': storage('s3', 'fs_s3_url = https://s3.example.com/\n'),
  'Azure Blob Storage': storage('azure'),
  NFS: storage('posix'),
  'Storage that is not on the list': storage('swift'),
  'Apache Cassandra': database('192.0.2.10'),
  'Managed CQL service': database('cassandra.eu-central-1.amazonaws.com'),
  'Mailbox formats': `${head}mail_driver = <|sdbox|>\n`,
};

test('hover names the statements that it is said to', () => {
  const shown = Object.entries(places).flatMap(([title, marked]) => {
    const { text, span } = takeSpan(marked);
    const configuration = configurationOf({ 'dovecot.conf': text });
    const { markdown } = hover(configuration, configuration.root, span!.from + 1)!;
    const named = markdown.split('\n').filter((line) => /^(?:- \*\*|And in general)/.test(line));
    return [...named.join('\n').matchAll(/\((S\d\d)\)/g)].map(([, id]) => `${id} ${title}`);
  });
  const promised = statements.flatMap(({ id }) => hoversNaming(id).map((title) => `${id} ${title}`));
  assert.deepEqual(shown.sort(), promised.sort());
});

test('a card is short: a line for what is said of the storage, one line for all that holds in general', () => {
  for (const [title, marked] of Object.entries(places)) {
    const { text, span } = takeSpan(marked);
    const configuration = configurationOf({ 'dovecot.conf': text });
    const { markdown } = hover(configuration, configuration.root, span!.from + 1)!;
    const lines = markdown.split('\n').filter((line) => line !== '');
    assert.ok(lines.length <= 12, `${title}: ${lines.length} lines`);
    const statementLines = lines.filter((line) => line.startsWith('- **'));
    assert.deepEqual(
      statementLines.filter((line) => line.length > 200),
      [],
      title,
    );
  }
});
