/** S19: Azure without any authentication. */

import { azureAuthentication } from '../lint/azureAuthentication.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const azureAuthMissing = defineRule({
  id: 'azure-auth-missing',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S19'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/azure.html',
  docs: {
    summary: 'Azure Blob Storage is used without authentication.',
    why: 'Azure refuses every request that is not authenticated: no mail can be read or written. User SAS, with tenant, client and client secret, is the way to prefer.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; <|azure|>:https://account@mails.blob.core.windows.net/ ; refcounting-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; azure:https://account@mails.blob.core.windows.net/?auth_tenant_id=CHANGEME_TENANT&auth_client_id=CHANGEME_CLIENT&client_secret=CHANGEME_SECRET ; refcounting-table\n}\n\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_azure_account_name = account\nfs_azure_container_name = mails\nobox {\n  fs <|azure|> {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_azure_account_name = account\nfs_azure_container_name = mails\nobox {\n  fs azure {\n    fs_azure_auth_user_sas_tenant_id = CHANGEME_TENANT\n    fs_azure_auth_user_sas_client_id = CHANGEME_CLIENT\n    fs_azure_user_sas_client_secret = CHANGEME_SECRET\n  }\n}\n\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; azure:https://account@mails.blob.core.windows.net/?auth_tenant_id=CHANGEME&auth_client_id=CHANGEME&client_secret=CHANGEME ; refcounting-table\n}\n',
      },
    ],
  },
  messages: {
    missing:
      'Azure refuses requests without authentication: configure User SAS (tenant id, client id and client secret).',
  },
  check({ storage, configuration, report }) {
    for (const chain of storage.chains) {
      for (const driver of chain.drivers) {
        const authentication = azureAuthentication(driver, configuration);
        if (authentication?.kind !== 'none') continue;
        report({ at: driver.name, message: 'missing', fixes: [authentication.addMissing] });
      }
    }
  },
});
