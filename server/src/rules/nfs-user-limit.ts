/** S20: NFS is supported up to a number of users. */

import { usesSystem } from '../config/storage/model.ts';
import { withManifest } from '../lint/examples.ts';
import { defineRule, type Fix, palomar } from '../lint/rule.ts';

const limit = 250_000;
const nfs = 'mail_driver = obox\nobox {\n  fs posix {\n    prefix = /srv/mails/%{user}/\n  }\n}\n';

export const nfsUserLimit = defineRule({
  id: 'nfs-user-limit',
  dialects: palomar,
  severity: 'error',
  statements: ['S20'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'There are 250,000 users or more on NFS, without the NFS SLA add-on.',
    why: 'NFS is supported for fewer than 250,000 users. From there on the licence must have the NFS SLA add-on, or the storage is not covered.',
    exceptions: 'Declare `license.nfsSla: true` where the licence has it.',
    bad: [
      withManifest('kind: DovecotDeployment\nusers: <|300000|>\nlicense:\n  nfsSla: false\n', undefined, nfs),
      withManifest(
        'kind: DovecotDeployment\nusers: <|300000|>\n',
        'kind: DovecotDeployment\nusers: 300000\nlicense:\n  nfsSla: true\n',
        nfs,
      ),
    ],
    good: [
      withManifest('kind: DovecotDeployment\nusers: 249999\n', undefined, nfs),
      withManifest('kind: DovecotDeployment\nusers: 300000\nlicense:\n  nfsSla: true\n', undefined, nfs),
      withManifest('kind: DovecotDeployment\nusers: 300000\n'),
    ],
  },
  messages: {
    over: 'NFS is supported for fewer than 250,000 users, and the licence has no NFS SLA add-on.',
    undeclared:
      'NFS is supported for fewer than 250,000 users unless the licence has the NFS SLA add-on: declare license.nfsSla.',
  },
  checkManifest({ deploymentFile, configurations, report }) {
    const { users, nfsSla, document } = deploymentFile?.facts ?? {};
    if (users === undefined || document === undefined || users.value < limit || nfsSla?.value === true) return;
    if (!configurations.some((configuration) => usesSystem(configuration, 'nfs'))) return;
    const related = nfsSla === undefined ? [] : [{ ...nfsSla, message: 'Declared here.' }];
    if (nfsSla !== undefined) report({ at: users, message: 'over', related });
    else report({ at: users, message: 'undeclared', severity: 'warning', fixes: [declare(users, document.text)] });
  },
});

/** Whoever takes it has looked into the licence. */
function declare(
  { document, span }: { readonly document: Fix['edits'][number]['document']; readonly span: { readonly to: number } },
  text: string,
): Fix {
  const newline = text.indexOf('\n', span.to);
  const at = newline === -1 ? text.length : newline + 1;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = newline === -1 ? lineEnd : '';
  const edit = { document, span: { from: at, to: at }, text: `${gap}license:${lineEnd}  nfsSla: true${lineEnd}` };
  return { title: 'Declare that the licence has the NFS SLA add-on (look into it first)', safe: false, edits: [edit] };
}
