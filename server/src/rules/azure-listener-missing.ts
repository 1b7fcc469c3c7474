/** User SAS needs the fs-auth listener, owned by the user who reads the mails. */

import { allDrivers } from '../config/storage/types.ts';
import { azureAuthentication } from '../lint/azureAuthentication.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { fsAuthListenerProblem, listenerMessages } from '../lint/fsAuthListener.ts';
import { defineRule, palomar } from '../lint/rule.ts';

const azure =
  'azure:https://account@mails.blob.core.windows.net/?auth_tenant_id=t&auth_client_id=c&client_secret=CHANGEME&reason_header_max_length=200&loghdr=x-ms-client-request-id&loghdr=x-ms-request-id';
const chain = `dictmap:proxy:dict-async:c ; <|azure|>${azure.slice(5)} ; storage-objectid-prefix=%u/mails/`;
const unmarked = chain.replace('<|', '').replace('|>', '');
const blocks = `fs_http_reason_header_max_length = 200\nfs_azure_account_name = account\nfs_azure_container_name = mails\nfs_azure_auth_user_sas_tenant_id = t\nfs_azure_auth_user_sas_client_id = c\nfs_azure_user_sas_client_secret = CHANGEME\nobox {\n  fs azure {\n  }\n}\n`;
const service = (user: string) => `service fs-auth {\n  unix_listener fs-auth {\n    user = ${user}\n  }\n}\n`;

export const azureListenerMissing = defineRule({
  id: 'azure-listener-missing',
  dialects: palomar,
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/azure.html',
  docs: {
    summary: 'User SAS is used for Azure, but the fs-auth listener for it is missing or belongs to another user.',
    why: 'The keys of User SAS are fetched by the fs-auth service. Mail processes reach it only through a listener that their user (mail_uid) owns; without it every access to the container fails.',
    bad: [
      pro30(
        `mail_uid = vmail\nplugin {\n  obox_fs = ${chain}\n}\n`,
        `mail_uid = vmail\nplugin {\n  obox_fs = ${unmarked}\n}\n\n${service('vmail')}`,
      ),
      pro31(`mail_uid = vmail\n${blocks}${service('<|dovecot|>')}`, `mail_uid = vmail\n${blocks}${service('vmail')}`),
    ],
    good: [
      pro31(`${blocks}${service('vmail')}`),
      pro30(`mail_uid = vmail\nplugin {\n  obox_fs = ${unmarked}\n}\n!include {{ services }}\n`),
      pro30(`mail_uid = 5000\nplugin {\n  obox_fs = ${unmarked}\n}\n${service('vmail')}`),
    ],
  },
  messages: {
    missing:
      "User SAS needs the listener 'service fs-auth { unix_listener fs-auth { user = {user} } }', which is not there.",
    ...listenerMessages,
  },
  check({ storage, configuration, report }) {
    const driver = allDrivers(storage).find((each) => azureAuthentication(each, configuration)?.kind === 'user-sas');
    const problem = driver === undefined ? undefined : fsAuthListenerProblem(configuration);
    if (problem === undefined) return;
    report({ at: problem.at ?? driver!.name, message: problem.kind, data: problem.data, fixes: problem.fixes });
  },
});
