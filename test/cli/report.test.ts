// The storage support report of a folder of manifests.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReportData } from '../../server/src/report/data.ts';
import { DovelintFolder } from '../support/dovelint.ts';

const folder = new DovelintFolder({
  'mail.yaml': `kind: ConfigMap
metadata:
  name: mail
data:
  dovecot.conf: |
    dovecot_config_version = 3.1.2
    dovecot_storage_version = 3.1.2
    mail_driver = obox
    obox {
      fs dictmap {
        dict proxy {
          name = mails
        }
      }
      fs aws-s3 {
        fs_s3_url = https://b.s3.eu-central-1.amazonaws.com/
      }
    }
---
kind: ConfigMap
metadata:
  name: cassandra-init
data:
  init.cql: |
    CREATE KEYSPACE mails WITH replication = {'class': 'NetworkTopologyStrategy', 'fra': 1};
`,
});

test('manifests are evidence, and evidence inside YAML is found in the YAML', () => {
  const [report]: ReportData[] = JSON.parse(folder.run(['report', '--format', 'json']).stdout).reports;
  assert.equal(report?.root, 'mail.yaml (dovecot.conf)');
  assert.deepEqual(
    report?.storages.map(({ place: { file, line } }) => [file, line]),
    [['mail.yaml', 15]],
  );
  const weak = report?.statements.find(({ id }) => id === 'S25');
  assert.equal(weak?.verdict, 'not-supported');
  assert.ok(weak?.evidence.some(({ file, line }) => file === 'mail.yaml' && line === 25));
});
