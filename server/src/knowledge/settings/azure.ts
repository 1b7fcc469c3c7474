/** The `azure` fs driver (3.0 and later). Parts of the old URL that have no name there: `account_name`, `container_name`, `shared_key`. */

import type { Setting } from '../types.ts';
import { newPro, oldPro30, pages } from './shared.ts';

export const azureSettings: readonly Setting[] = [
  {
    new: { name: 'fs_azure', place: 'setting', dialects: newPro },
    type: 'named_filter',
    summary: 'Filter with settings for the `azure` driver.',
    details: 'Settings inside apply to that driver only, wherever it stands in a chain.',
    example: 'fs_azure {\n  http_client_request_timeout = 20s\n}',
    seeAlso: ['fs_azure_account_name'],
    source: pages.azure,
  },
  {
    old: { name: 'account_name', place: 'fs-uri', drivers: ['azure'], dialects: oldPro30 },
    new: { name: 'fs_azure_account_name', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Azure storage account.',
    details: "An old URL has it before the @, unlike the addresses in Microsoft's own manual.",
    example: 'fs_azure_account_name = mailaccount',
    seeAlso: ['fs_azure_container_name', 'fs_azure_auth_type'],
    source: pages.azure,
  },
  {
    new: { name: 'fs_azure_auth_type', place: 'setting', default: 'user-sas', dialects: newPro },
    type: 'enum',
    values: {
      'user-sas': 'Credentials of Microsoft Entra fetch a short-lived key that signs the requests.',
    },
    summary: 'Way in which requests to Azure are authenticated.',
    details: 'Azure answers no request without authentication. Only the default value is documented publicly.',
    example: 'fs_azure_auth_type = user-sas',
    seeAlso: [
      'fs_azure_auth_user_sas_tenant_id',
      'fs_azure_auth_user_sas_client_id',
      'fs_azure_auth_user_sas_client_secret',
    ],
    source: pages.azure,
  },
  {
    old: { name: 'auth_client_id', place: 'fs-uri', drivers: ['azure'], dialects: oldPro30 },
    new: { name: 'fs_azure_auth_user_sas_client_id', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Client of Microsoft Entra that Dovecot signs in as.',
    details:
      'Required with `user-sas`. The fs-auth listener must belong to `mail_uid`. The manual also spells it `fs_azure_user_sas_client_id`.',
    example: 'fs_azure_auth_user_sas_client_id = 00000000-0000-0000-0000-000000000000',
    seeAlso: ['fs_azure_user_sas_client_id', 'mail_uid'],
    source: pages.azure,
  },
  {
    new: { name: 'fs_azure_auth_user_sas_client_secret', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Spelling of the client secret that matches its neighbours.',
    details:
      'The manual itself shows `fs_azure_user_sas_client_secret`; this form is a conclusion from the names beside it and may be unknown to a release.',
    example: 'fs_azure_auth_user_sas_client_secret = CHANGEME',
    seeAlso: ['fs_azure_user_sas_client_secret'],
    source: pages.azure,
  },
  {
    old: { name: 'auth_tenant_id', place: 'fs-uri', drivers: ['azure'], dialects: oldPro30 },
    new: { name: 'fs_azure_auth_user_sas_tenant_id', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Tenant of Microsoft Entra that the client belongs to.',
    details:
      'Required with `user-sas`, together with the client ID and its secret. The manual also spells it `fs_azure_user_sas_tenant_id`.',
    example: 'fs_azure_auth_user_sas_tenant_id = 00000000-0000-0000-0000-000000000000',
    seeAlso: ['fs_azure_user_sas_tenant_id', 'fs_azure_auth_user_sas_client_id'],
    source: pages.azure,
  },
  {
    old: { name: 'container_name', place: 'fs-uri', drivers: ['azure'], dialects: oldPro30 },
    new: { name: 'fs_azure_container_name', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Blob container in which the objects lie.',
    details:
      "An old URL has it as the first part of the host name, where Microsoft's addresses have the account. Swapping the two fails at the first request.",
    example: 'fs_azure_container_name = mails',
    seeAlso: ['fs_azure_account_name'],
    source: pages.azure,
  },
  {
    new: { name: 'fs_azure_user_sas_client_id', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Second spelling of the Entra client setting in the manual.',
    details:
      'The manual uses it in its text and `fs_azure_auth_user_sas_client_id` in its example; accept both and prefer the one of the example.',
    example: 'fs_azure_user_sas_client_id = 00000000-0000-0000-0000-000000000000',
    seeAlso: ['fs_azure_auth_user_sas_client_id'],
    source: pages.azure,
  },
  {
    old: { name: 'client_secret', place: 'fs-uri', drivers: ['azure'], dialects: oldPro30 },
    new: { name: 'fs_azure_user_sas_client_secret', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Secret of the Entra client, in base64.',
    details:
      'Required with `user-sas`. The manual writes this name although its neighbours have `auth_` in theirs; `fs_azure_auth_user_sas_client_secret` is the name one would expect. Which of them a release takes is not known publicly.',
    example: 'fs_azure_user_sas_client_secret = CHANGEME',
    seeAlso: ['fs_azure_auth_user_sas_client_secret', 'fs_azure_auth_user_sas_client_id'],
    source: pages.azure,
  },
  {
    new: { name: 'fs_azure_user_sas_tenant_id', place: 'setting', dialects: newPro },
    type: 'string',
    summary: 'Second spelling of the Entra tenant setting in the manual.',
    details:
      'The manual uses it in its text and `fs_azure_auth_user_sas_tenant_id` in its example; accept both and prefer the one of the example.',
    example: 'fs_azure_user_sas_tenant_id = 00000000-0000-0000-0000-000000000000',
    seeAlso: ['fs_azure_auth_user_sas_tenant_id'],
    source: pages.azure,
  },
  {
    old: { name: 'shared_key', place: 'fs-uri', drivers: ['azure'], dialects: oldPro30 },
    type: 'string',
    summary: 'Account key in the password part of the URL, plain or in base64.',
    details:
      'The older method: `user-sas` is preferred. Special characters are written as %hex, with a doubled percent sign in an old file. How 3.1 spells it is not known publicly.',
    example: 'obox_fs = azure:https://mailaccount:CHANGEME@mails.blob.core.windows.net/',
    seeAlso: ['fs_azure_auth_type', 'fs_azure_account_name'],
    source: pages.azure,
  },
];
