/** S19: User SAS with a part missing. */

import { azureAuthentication } from '../lint/azureAuthentication.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

export const azureAuthIncomplete = defineRule({
  id: 'azure-auth-incomplete',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S19'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/azure.html',
  docs: {
    summary: 'User SAS for Azure Blob Storage lacks a tenant, a client or its secret.',
    why: 'Dovecot needs all three to fetch a key from Azure. With one missing no request can be signed, and no mail can be read or written.',
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; <|azure|>:https://account@mails.blob.core.windows.net/?auth_tenant_id=t&client_secret=CHANGEME ; refcounting-table\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = dictmap:proxy:dict-async:cassandra ; azure:https://account@mails.blob.core.windows.net/?auth_tenant_id=t&client_secret=CHANGEME&auth_client_id=CHANGEME_CLIENT ; refcounting-table\n}\n\nservice fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nfs_azure_account_name = account\nfs_azure_container_name = mails\nfs_azure_auth_user_sas_tenant_id = t\nfs_azure_auth_user_sas_client_id = c\nfs_azure_user_sas_client_secret = CHANGEME\nobox {\n  fs azure {\n  }\n}\n',
      },
    ],
  },
  messages: {
    incomplete: 'User SAS for Azure needs a tenant id, a client id and a client secret; missing: {missing}.',
  },
  check({ storage, configuration, report }) {
    for (const chain of storage.chains) {
      for (const driver of chain.drivers) {
        const authentication = azureAuthentication(driver, configuration);
        if (authentication?.kind !== 'incomplete') continue;
        const missing = authentication.missing.join(', ');
        report({ at: driver.name, message: 'incomplete', data: { missing }, fixes: [authentication.addMissing] });
      }
    }
  },
});
