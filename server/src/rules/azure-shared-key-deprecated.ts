/** S19: the older way to authenticate at Azure. */

import { azureAuthentication } from '../lint/azureAuthentication.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const azureSharedKeyDeprecated = defineRule({
  id: 'azure-shared-key-deprecated',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S19'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/azure.html',
  docs: {
    summary: 'Azure Blob Storage is accessed with the shared key of the account.',
    why: 'The shared key opens the whole account and is the older way. Support for one way to authenticate will stay, and User SAS is the one to prefer.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; azure:https://<|account|>:CHANGEME@mails.blob.core.windows.net/ ; refcounting-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; azure:https://account@mails.blob.core.windows.net/?auth_tenant_id=CHANGEME_TENANT&auth_client_id=CHANGEME_CLIENT&client_secret=CHANGEME_SECRET ; refcounting-table\n}\n\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; azure:https://account@mails.blob.core.windows.net/?auth_tenant_id=t&auth_client_id=c&client_secret=CHANGEME ; refcounting-table\n}\n',
      },
    ],
  },
  messages: {
    sharedKey:
      'The shared key of the account is the older way to authenticate: move to User SAS (tenant id, client id, client secret).',
  },
  check({ storage, configuration, report }) {
    for (const chain of storage.chains) {
      for (const driver of chain.drivers) {
        const account = driver.url?.user;
        const authentication = azureAuthentication(driver, configuration);
        if (account === undefined || authentication?.kind !== 'shared-key') continue;
        report({ at: account, message: 'sharedKey', fixes: [authentication.moveToSas] });
      }
    }
  },
});
