/** An Azure URL in Microsoft's order, which Dovecot reads otherwise. */

import { hasHole } from '../config/holes.ts';
import { locatedSlice } from '../config/located.ts';
import { allDrivers } from '../config/storage/types.ts';
import { pro30 } from '../lint/examples.ts';
import { defineRule } from '../lint/rule.ts';

const sas = 'auth_tenant_id=t&auth_client_id=c&client_secret=CHANGEME&reason_header_max_length=200';
const headers = 'loghdr=x-ms-client-request-id&loghdr=x-ms-request-id';
const listener = 'service fs-auth {\n  unix_listener fs-auth {\n    user = vmail\n  }\n}\n';
const config = (address: string) =>
  `plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; azure:https://${address}?${sas}&${headers} ; storage-objectid-prefix=%u/mails/\n}\n${listener}`;

export const azureUrlMismatch = defineRule({
  id: 'azure-url-mismatch',
  dialects: ['pro-3.0'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/3.0.0/storage/providers/azure.html',
  docs: {
    summary: 'The URL of an Azure storage has the account in the host and the container in the path.',
    why: 'That is how Microsoft writes it. Dovecot takes the account from the place of the user name and the container from the first part of the host: it would look for a container with the name of the account, log in as nobody, and find no mail.',
    bad: [
      pro30(config('<|account.blob.core.windows.net/mails|>/'), config('account@mails.blob.core.windows.net/')),
      pro30(config('<|account.blob.core.windows.net/mails|>'), config('account@mails.blob.core.windows.net/')),
    ],
    good: [
      pro30(config('account@mails.blob.core.windows.net/')),
      pro30(config('account@mails.blob.core.windows.net/below/')),
      pro30(config('{{ account }}.blob.core.windows.net/mails/')),
    ],
  },
  messages: {
    order: 'Dovecot wants the account as the user name and the container as the first part of the host.',
  },
  check({ storage, report }) {
    for (const { name, url } of allDrivers(storage)) {
      if (name.text !== 'azure' || url === undefined || url.user !== undefined) continue;
      const account = /^([a-z0-9]+)(\.blob\.core\.[a-z.]+)$/.exec(url.host.text);
      const container = /^\/([a-z0-9-]+)(?=\/|$)/.exec(url.path.text);
      if (account === null || container === null || url.port !== undefined || hasHole(url.whole.text)) continue;
      const { to } = locatedSlice(url.path, 0, container[0].length).span;
      const at = { document: url.whole.document, span: { from: url.host.span.from, to } };
      const end = container[0] === url.path.text ? '/' : '';
      const title = 'Move account and container to where Dovecot reads them (check both)';
      const edit = { ...at, text: `${account[1]}@${container[1]}${account[2]}${end}` };
      report({ at, message: 'order', fixes: [{ title, safe: false, edits: [edit] }] });
    }
  },
});
