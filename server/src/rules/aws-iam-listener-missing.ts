/** S16: an IAM role needs the fs-auth listener, owned by the user who reads the mails. */

import type { Configuration } from '../config/configuration.ts';
import { findIn } from '../config/effective/find.ts';
import { isKnown } from '../config/holes.ts';
import { type Located, locatedValue } from '../config/located.ts';
import { storageSystem } from '../config/storage/system.ts';
import { appendToFile, insertIntoSection } from '../lint/edits.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

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
    user: "The fs-auth listener belongs to '{owner}', but mail processes run as '{user}' (mail_uid).",
    ownerless: "The fs-auth listener has no user, so it belongs to root: mail processes run as '{user}' (mail_uid).",
  },
  check({ storage, configuration, report }) {
    if (!configuration.complete) return;
    const role = firstRole();
    if (role === undefined) return;
    const user = mailUser(configuration);
    if (user === undefined) return;
    const opening = configuration.openings.find(({ scope }) => scope.path === listenerPath);
    const owner = listenerOwner(configuration);
    if (opening === undefined && owner === undefined) {
      const lines = ['service fs-auth {', '\tunix_listener fs-auth {', `\t\tuser = ${user}`, '\t}', '}'];
      const title = 'Add the fs-auth listener';
      const edits = [appendToFile(configuration.root, lines)];
      report({ at: role, message: 'missing', data: { user }, fixes: [{ title, safe: true, edits }] });
    } else if (owner !== undefined && owner.text !== user && isKnown(owner.text)) {
      const fix = { title: `Give the listener to ${user}`, safe: true, edits: [replace(owner, user)] };
      report({ at: owner, message: 'user', data: { owner: owner.text, user }, fixes: [fix] });
    } else if (owner === undefined && opening !== undefined) {
      const { document, section } = opening;
      const edits = [insertIntoSection({ document, section }, [`user = ${user}`])];
      const fix = { title: `Give the listener to ${user}`, safe: true, edits };
      report({
        at: { document, span: section.name ?? section.key },
        message: 'ownerless',
        data: { user },
        fixes: [fix],
      });
    }

    function firstRole(): Located | undefined {
      for (const chain of storage.chains) {
        for (const driver of chain.drivers) {
          const found = driver.get('fs_s3_auth_role');
          if (storageSystem(driver) === 'aws-s3' && found !== undefined && found.text !== '') return found;
        }
      }
      return undefined;
    }
  },
});

/** `mail_uid`, or Pro's default `vmail`; undefined when a hole decides. */
function mailUser(configuration: Configuration): string | undefined {
  const user = findIn(configuration, 'mail_uid', '')?.statement.value.content.text ?? 'vmail';
  return user !== '' && isKnown(user) && !user.includes('%') ? user : undefined;
}

const listenerPath = 'service:fs-auth/unix_listener:fs-auth';

/** The listener's `user` value, when it is set. */
function listenerOwner(configuration: Configuration): Located | undefined {
  const setting = configuration.decision.grammar === 'old' ? 'user' : 'unix_listener_user';
  const entry = findIn(configuration, setting, listenerPath);
  return entry === undefined ? undefined : locatedValue(entry.statement, entry.document);
}
