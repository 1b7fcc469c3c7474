/** S16: an IAM role needs the fs-auth listener, owned by the user who reads the mails. */

import { storageSystem } from '../config/storage/system.ts';
import { allDrivers } from '../config/storage/types.ts';
import { fsAuthListenerProblem, listenerMessages } from '../lint/fsAuthListener.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const awsIamListenerMissing = defineRule({
  id: 'aws-iam-listener-missing',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S16'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/aws.html',
  docs: {
    summary: 'An IAM role is used, but the fs-auth listener for it is missing or belongs to another user.',
    why: 'The credentials of a role are fetched by the fs-auth service. Mail processes reach it only through a listener that their user (mail_uid) owns; without it every access to the bucket fails.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_uid = vmail\nfs_s3_region = eu-central-1\nfs_s3_auth_role = <|mails|>\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nobox {\n  fs aws-s3 {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_uid = vmail\nfs_s3_region = eu-central-1\nfs_s3_auth_role = mails\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nobox {\n  fs aws-s3 {\n  }\n}\n\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nmail_uid = vmail\nfs_s3_auth_role = mails\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nobox {\n  fs aws-s3 {\n  }\n}\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nmail_uid = vmail\nplugin {\n  obox_fs = dictmap:proxy:dict-async:c ; aws-s3:https://mails.s3.eu-central-1.amazonaws.com/?region=eu-central-1&auth_role=mails ; refcounting-table\n}\nservice fs-auth {\n  unix_listener fs-auth {\n    user = $mail_uid\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n!include {{ services }}\nfs_s3_auth_role = mails\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nobox {\n  fs aws-s3 {\n  }\n}\n',
      },
    ],
  },
  messages: {
    missing:
      "The IAM role needs the listener 'service fs-auth { unix_listener fs-auth { user = {user} } }', which is not there.",
    ...listenerMessages,
  },
  check({ storage, configuration, report }) {
    const roles = allDrivers(storage).filter((driver) => storageSystem(driver) === 'aws-s3');
    const role = roles
      .map((driver) => driver.get('fs_s3_auth_role'))
      .find((found) => found !== undefined && found.text !== '');
    const problem = role === undefined ? undefined : fsAuthListenerProblem(configuration);
    if (problem === undefined) return;
    report({ at: problem.at ?? role!, message: problem.kind, data: problem.data, fixes: problem.fixes });
  },
});
