// The storage support report: what each statement comes to for a configuration, and how it is shown.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { DeploymentFacts } from '../../server/src/config/deployment.ts';
import { statements } from '../../server/src/knowledge/statements.ts';
import { lint } from '../../server/src/lint/run.ts';
import { reportData, type StatementData } from '../../server/src/report/data.ts';
import { reportHtml } from '../../server/src/report/html.ts';
import { judges } from '../../server/src/report/judges.ts';
import { reportMarkdown } from '../../server/src/report/markdown.ts';
import { makeReport } from '../../server/src/report/report.ts';
import { rules } from '../../server/src/rules/index.ts';
import { ConfigDocument } from '../../server/src/workspace/document.ts';
import { configurationOf, folder } from '../support/memory.ts';

function dataOf(text: string, deployment?: DeploymentFacts) {
  const configuration = { ...configurationOf({ 'dovecot.conf': text }), deployment };
  const findings = lint(configuration, { rules, onError: (_rule, error) => assert.fail(String(error)) });
  return reportData(
    makeReport(configuration, findings),
    (uri) => uri.slice(folder.length + 1),
    ({ document, span }) => document.lines.positionAt(span.from).line + 1,
  );
}

function line(text: string, id: string, deployment?: DeploymentFacts): StatementData {
  return dataOf(text, deployment).statements.find((each) => each.id === id)!;
}

const head = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';
const chain = (fs: string) => `${head}mail_driver = obox\nobox {\n${fs}}\n`;
const dictmap = '  fs dictmap {\n    dict proxy {\n      name = mails\n    }\n  }\n';
const ring = chain(`${dictmap}  fs sproxyd {\n  }\n`);
const nfs = chain('  fs posix {\n    prefix = /srv/mails/\n  }\n');

const manifest = new ConfigDocument('file:///workspace/dovecot-deployment.yaml', 'users: 300000\n', 'ext');
const declared = <T>(value: T) => ({ value, document: manifest, span: { from: 0, to: 5 } });
const deployment = (facts: Partial<DeploymentFacts>): DeploymentFacts => ({
  storage: {},
  database: {},
  document: manifest,
  ...facts,
});

describe('statements', () => {
  test('each has a judge, and each judge a statement', () => {
    assert.deepEqual(
      Object.keys(judges).sort(),
      statements.map(({ id }) => id),
    );
    assert.equal(statements.length, 34);
  });

  test('the storage in use decides the level', () => {
    assert.equal(dataOf(ring).level, 'premium');
    assert.deepEqual(
      dataOf(ring).storages.map(({ title, place }) => `${title} ${place.file}:${place.line}`),
      ['Scality RING over sproxyd dovecot.conf:10'],
    );
    assert.equal(dataOf(nfs).level, 'basic');
    assert.equal(dataOf(chain('  fs swift {\n  }\n')).level, 'unlisted');
    assert.equal(dataOf(head).level, 'unknown');
  });

  test('findings have the last word', () => {
    const { verdict, evidence } = line(chain('  fs sproxyd {\n  }\n'), 'S23');
    assert.equal(verdict, 'not-supported');
    assert.equal(evidence[0]!.line, 5);
    assert.equal(line(ring, 'S23').verdict, 'supported');
  });

  test('what nothing shows is unknown and says how to declare it', () => {
    assert.deepEqual([line(ring, 'S12').verdict, line(ring, 'S12').declare], ['unknown', 'sites']);
    assert.deepEqual([line(nfs, 'S20').verdict, line(nfs, 'S20').declare], ['unknown', 'users']);
    assert.equal(line(chain('  fs {{ driver }} {\n  }\n'), 'S03').verdict, 'unknown');
  });

  test('what does not concern the storage in use does not apply', () => {
    assert.equal(line(ring, 'S20').verdict, 'not-applicable');
    assert.equal(line(nfs, 'S14').verdict, 'not-applicable');
    for (const id of ['S24', 'S25', 'S26', 'S29']) assert.equal(line(nfs, id).reason, 'Dictmap is not used.');
    assert.equal(line(ring, 'S25').verdict, 'unknown');
    assert.equal(line(nfs.replace('  fs posix', '  fs {{ storage }}'), 'S25').verdict, 'unknown');
  });

  test('dbox is named as what is not obox', () => {
    const { verdict, reason } = line(
      'mail_plugins = obox\nmail_location = mdbox:~/mdbox\nplugin {\n  obox_fs = posix:prefix=/data/%u/\n}\n',
      'S05',
    );
    assert.deepEqual([verdict, reason], ['not-supported', "'mdbox' is not obox."]);
  });

  test('the deployment manifest answers', () => {
    assert.equal(line(nfs, 'S20', deployment({ users: declared(1000) })).verdict, 'supported');
    const many = { users: declared(300_000) };
    assert.equal(line(nfs, 'S20', deployment(many)).declare, 'license.nfsSla');
    assert.equal(line(nfs, 'S20', deployment({ ...many, nfsSla: declared(true) })).verdict, 'supported');
    assert.equal(line(nfs, 'S20', deployment({ ...many, nfsSla: declared(false) })).verdict, 'not-supported');
    assert.equal(line(ring, 'S25', deployment({ database: { nodesPerSite: declared(3) } })).verdict, 'supported');
    assert.equal(line(ring, 'S27', deployment({ database: { system: declared('scylladb') } })).verdict, 'at-your-risk');
    assert.match(
      line(ring, 'S33', deployment({ version: declared('3.1.2') })).reason,
      /Release Notes of Dovecot Pro 3\.1\.2/,
    );
    const site = (region: string) => ({
      region: declared(region),
      zones: [],
      document: manifest,
      span: { from: 0, to: 1 },
    });
    const sites = [site('eu-central-1'), site('us-east-1')];
    assert.equal(line(nfs, 'S12', deployment({ sites })).verdict, 'not-supported');
    assert.equal(line(ring, 'S12', deployment({ sites })).verdict, 'supported');
  });

  test('CE has no lines', () => {
    const data = dataOf('mail_location = maildir:~/Maildir\nplugin {\n}\n');
    assert.deepEqual([data.level, data.statements.length], ['not-applicable', 0]);
  });
});

describe('renderings', () => {
  const secret = chain(`${dictmap}  fs s3 {\n    fs_s3_url = https://KEY:hunter2@s3.example.com/\n  }\n`);

  test('tell the same, and no secret', () => {
    const data = dataOf(secret);
    const markdown = reportMarkdown([data]);
    const html = reportHtml([data], { hrefOf: ({ uri, line: number }) => `${uri}#${number}` });
    for (const text of [markdown, html, JSON.stringify(data)]) {
      assert.match(text, /S18/);
      assert.doesNotMatch(text, /hunter2/);
    }
    assert.match(html, /<a href="file:\/\/\/workspace\/dovecot\.conf#\d+">/);
  });

  test('markup in names stays text', () => {
    const data = { ...dataOf(ring), root: '<b>*x*</b>' };
    assert.match(reportMarkdown([data]), /\\<b\\>\\\*x\\\*/);
    assert.doesNotMatch(reportHtml([data], { hrefOf: () => undefined }), /<b>/);
  });

  test('the page is whole and names its language', () => {
    const html = reportHtml([dataOf(ring)], { hrefOf: () => undefined });
    assert.match(html, /^<!DOCTYPE html>\n<html lang="en">/);
    for (const tag of ['section', 'table', 'details', 'ul', 'p', 'th', 'a'])
      assert.equal(html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length, html.split(`</${tag}>`).length - 1, tag);
    assert.doesNotMatch(html, /<script|<link|<img|url\(/);
  });

  test('headings lead through the page: the roots, and in each its verdicts', () => {
    const html = reportHtml([dataOf(ring), { ...dataOf(nfs), root: 'other.conf' }], { hrefOf: () => undefined });
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], 1);
    for (const [index, level] of levels.slice(1).entries())
      assert.ok(level <= levels[index]! + 1, `h${level} behind h${levels[index]}`);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    assert.deepEqual(targets, ['root-1', 'root-2']);
    for (const id of targets) assert.match(html, new RegExp(`<h2 id="${id}">`));
  });

  test('what a line says twice is printed once', () => {
    const data = dataOf(chain('  fs sproxyd {\n  }\n'));
    const { reason } = data.statements.find(({ id }) => id === 'S23')!;
    assert.equal(reportMarkdown([data]).split(reason).length, 2);
    assert.equal(line(chain(`${dictmap}  fs sproxyd {\n  }\n`), 'S24').evidence.length, 0);
  });

  test('all that can be declared is named at once, with a link where there is one', () => {
    const data = dataOf(ring);
    assert.match(
      reportMarkdown([data]),
      /Declare `sites`, `dictmap\.database\.nodesPerSite`, `dictmap\.database\.system`\./,
    );
    const html = reportHtml([data], { hrefOf: () => undefined, declareHref: (key) => `command:x?${key}` });
    assert.match(html, /Declare <a href="command:x\?sites"><code>sites<\/code><\/a>/);
  });

  test('the summary counts what asks for something', () => {
    assert.match(
      dataOf(chain('  fs sproxyd {\n  }\n')).summary,
      /Of 34 statements: 1 not supported, .*\d to check by yourself\./,
    );
  });

  test('nothing is said of a Dovecot that nobody knows', () => {
    const data = dataOf('log_path = /var/log/dovecot.log\n');
    assert.deepEqual([data.level, data.statements.length], ['unknown', 0]);
    assert.match(reportMarkdown([data]), /declare `dovecot\.edition`/);
  });
});

test('the JSON form is the published one', () => {
  const schema = JSON.parse(readFileSync('schemas/storage-report.schema.json', 'utf8'));
  const data = JSON.parse(JSON.stringify(dataOf(ring)));
  const report = schema.properties.reports.items;
  assert.deepEqual(Object.keys(data).sort(), Object.keys(report.properties).sort());
  assert.deepEqual(
    Object.keys(data.statements[0]).sort(),
    Object.keys(report.properties.statements.items.properties).sort(),
  );
  for (const { verdict } of data.statements)
    assert.ok(report.properties.statements.items.properties.verdict.enum.includes(verdict));
});
