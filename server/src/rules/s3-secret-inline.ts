/** A secret in the middle of the configuration that everybody copies. */

import { isKnown } from '../config/holes.ts';
import { storageSystem } from '../config/storage/system.ts';
import { allDrivers, s3Drivers } from '../config/storage/types.ts';
import { statementAround } from '../lint/driverSetting.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { defineRule, pro } from '../lint/rule.ts';

export const s3SecretInline = defineRule({
  id: 's3-secret-inline',
  dialects: pro,
  severity: 'hint',
  profile: 'strict',
  statements: [],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  docs: {
    summary: 'The secret of an S3 access key stands among the other settings.',
    why: 'Configuration is copied into tickets, repositories and backups, and the secret goes along. In a file of its own, which only root may read and which !include_try brings in, it stays behind. On AWS an IAM role needs no secret at all.',
    exceptions: 'No manual states this as a rule. Leave it where the whole configuration is kept like a secret.',
    noFix: 'Where secrets are kept is for you to decide.',
    bad: [
      pro31(
        'fs_s3_url = https://s3.example.com/\nfs_s3_access_key = key\nfs_s3_secret = <|secret|>\nobox {\n  fs s3 {\n  }\n}\n',
      ),
      pro30(
        'plugin {\n  obox_fs = aws-s3:https://key:<|secret|>@mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1\n}\n',
      ),
    ],
    good: [
      {
        ...pro31('fs_s3_url = https://s3.example.com/\n!include_try secret.conf\nobox {\n  fs s3 {\n  }\n}\n'),
        files: { 'secret.conf': 'fs_s3_access_key = key\nfs_s3_secret = secret\n' },
      },
      pro31('fs_s3_url = https://s3.example.com/\nfs_s3_secret = $ENV:S3_SECRET\nobox {\n  fs s3 {\n  }\n}\n'),
      pro31('fs_s3_url = https://s3.example.com/\nfs_s3_secret = </run/secrets/s3\nobox {\n  fs s3 {\n  }\n}\n'),
    ],
  },
  messages: {
    aws: 'The secret of the access key stands in this file: use an IAM role, or keep it in a file of its own (!include_try).',
    other: 'The secret of the access key stands in this file: keep it in a file of its own (!include_try).',
  },
  check({ storage, configuration, report }) {
    const apart = new Set(
      configuration.includes.flatMap(({ include, resolved }) =>
        include.optional && resolved.kind === 'files' ? resolved.uris : [],
      ),
    );
    for (const driver of allDrivers(storage)) {
      if (!s3Drivers.has(driver.name.text)) continue;
      const secret = driver.get('fs_s3_secret') ?? driver.url?.password;
      if (secret === undefined || !isKnown(secret.text) || apart.has(secret.document.uri)) continue;
      if (secret.text === '' || statementAround(secret)?.value.style === 'file') continue;
      report({ at: secret, message: storageSystem(driver) === 'aws-s3' ? 'aws' : 'other' });
    }
  },
});
