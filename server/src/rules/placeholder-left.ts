/** A placeholder that a quick-fix put in, or that came with a sample of the manual, and nobody has replaced. */

import { allDocuments } from '../config/configuration.ts';
import { type Located, locatedSlice } from '../config/located.ts';
import { allDrivers, type FsDriver } from '../config/storage/types.ts';
import { withManifest } from '../lint/examples.ts';
import { defineRule } from '../lint/rule.ts';
import { forEachStatement } from '../parser/cst.ts';
import { sourceSpan } from '../text/mappedText.ts';

export const placeholderLeft = defineRule({
  id: 'placeholder-left',
  dialects: 'any',
  severity: 'warning',
  suppressible: false,
  statements: [],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  docs: {
    summary: 'A placeholder is left in a value.',
    why: 'A quick-fix inserts CHANGEME where only you know the value, and the samples of the manual have words such as BUCKETNAME in the endpoints of storage. Dovecot would take them literally.',
    noFix: 'Only you know the real value.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_s3_auth_role = <|CHANGEME_ROLE|>\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_index_fs = compress:zstd:3:dictmap:proxy:dict-async:cassandra ; s3:https://storage:<|SECRET|>@s3.example.com/?bucket=mails&region=eu-1 ; diff-table\n}\n',
      },
      withManifest('kind: DovecotDeployment\nsites:\n  - name: fra\n    region: <|CHANGEME_REGION|>\n'),
      { dialect: 'ce-2.3', text: 'plugin {\n  quota = dict:User quota::proxy::<|CHANGEME|>\n}\n' },
    ],
    good: [
      withManifest('kind: DovecotDeployment\n# CHANGEME: declare the users\n'),
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n# CHANGEME below\nfs_s3_auth_role = mails\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n# The REGION is below.\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/REGION-x/\nfs_s3_region = eu-central-1\nobox {\n  fs aws-s3 {\n  }\n}\n',
      },
    ],
  },
  messages: {
    left: 'Replace this placeholder by the real value.',
  },
  checkManifest({ deploymentFile, report }) {
    const document = deploymentFile?.document;
    if (document === undefined) return;
    for (const match of document.text.matchAll(/(?<=^[^#\n]*)CHANGEME[A-Za-z0-9_]*/gm)) {
      report({ at: { document, span: { from: match.index, to: match.index + match[0].length } }, message: 'left' });
    }
  },
  check({ configuration, storage, report }) {
    for (const at of allDrivers(storage).flatMap(sampleWords)) report({ at, message: 'left' });
    for (const document of allDocuments(configuration)) {
      if (!document.text.includes('CHANGEME')) continue;
      forEachStatement(document.tree.statements, (statement) => {
        if (statement.kind !== 'assignment') return;
        const { content } = statement.value;
        for (const match of content.text.matchAll(/CHANGEME[A-Za-z0-9_]*/g)) {
          report({
            at: { document, span: sourceSpan(content, match.index, match.index + match[0].length) },
            message: 'left',
          });
        }
      });
    }
  },
});

/** What the manual writes where a value of one's own belongs: as a whole part of an endpoint or of a setting. */
const sample = /(?<![\w-])(?:ACCESSKEY|SECRET|SHARED_KEY(?:_BASE64)?|BUCKETNAME|REGION|SPROXYD_SCALITY_URL)(?![\w-])/g;

const settings = ['fs_s3_access_key', 'fs_s3_secret', 'fs_s3_bucket', 'fs_s3_region', 'fs_sproxyd_url'];

function sampleWords({ url, get, extent }: FsDriver): readonly Located[] {
  const values = [url?.user, url?.password, url?.host, ...settings.map(get)];
  // What should be a URL and is none, is such a word as a whole.
  const inUrl = url?.parameters.map(({ value }) => value) ?? [extent];
  return [...values, ...inUrl].flatMap((value) =>
    value === undefined
      ? []
      : [...value.text.matchAll(sample)].map((match) =>
          locatedSlice(value, match.index, match.index + match[0].length),
        ),
  );
}
