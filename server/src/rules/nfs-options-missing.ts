/** Mount options that mail storage on NFS should have. */

import { insertBelow } from '../lint/edits.ts';
import { withManifest } from '../lint/examples.ts';
import { defineRule, type Fix, palomarAndUpgrade } from '../lint/rule.ts';
import type { NfsMount } from '../manifest/infrastructure.ts';
import { lineStart } from '../text/lines.ts';
import type { SourceDocument } from '../workspace/document.ts';

const volume = (options: string) =>
  `kind: PersistentVolume\nmetadata:\n  name: <|mails|>\nspec:\n  mountOptions:\n${options}  nfs:\n    server: nfs.example.com\n    path: /mails\n`;
const good = '    - nfsvers=3\n    - noatime\n    - nordirplus\n    - actimeo=60\n';

export const nfsOptionsMissing = defineRule({
  id: 'nfs-options-missing',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  docs: {
    summary: 'An NFS mount lacks an option that is strongly recommended for mails.',
    why: '`noatime` and `nordirplus` spare the server requests that Dovecot has no use for, and `actimeo=60` keeps attributes for a minute. Without them the load on the server is a multiple. `noac`, or a shorter `actimeo`, undoes it.',
    exceptions: 'A mount that holds no mails needs none of it.',
    bad: [withManifest(volume('    - nfsvers=3\n'), volume(good).replace('<|mails|>', 'mails'))],
    good: [
      withManifest(volume(good).replace('<|mails|>', 'mails')),
      withManifest(
        'kind: Pod\nspec:\n  volumes:\n    - name: m\n      nfs:\n        server: nfs.example.com\n        path: /m\n',
      ),
    ],
  },
  messages: {
    missing: "NFS mount '{mount}' lacks {options}, strongly recommended for mails.",
    noac: "NFS mount '{mount}' does not keep attributes ('{option}'): have it keep them for 60 seconds or more.",
  },
  checkManifest({ document, infrastructure, report }) {
    for (const mount of infrastructure.nfsMounts) {
      if (!mount.takesOptions || mount.options.some(({ value }) => /\{\{|\$/.test(value))) continue;
      const short = mount.options.find(({ value }) => value === 'noac' || isShort(value));
      const data = { mount: mount.at.value };
      if (short !== undefined) {
        report({ at: { document, span: short }, message: 'noac', data: { ...data, option: short.value } });
      }
      const missing = missingOptions(mount);
      if (missing.length > 0) {
        report({
          at: { document, span: mount.at },
          message: 'missing',
          data: { ...data, options: missing.map((option) => `'${option}'`).join(', ') },
          fixes: addOptions(document, mount, missing),
        });
      }
    }
  },
});

function isShort(option: string): boolean {
  const match = /^actimeo=(\d+)$/.exec(option);
  return match !== null && Number(match[1]) < 60;
}

/** Behind the last option, where each has a line of its own. */
function addOptions(document: SourceDocument, { options }: NfsMount, missing: readonly string[]): Fix[] {
  const last = options[options.length - 1];
  if (last === undefined) return [];
  const start = lineStart(document.text, last.from);
  if (!/^[ \t]*-[ \t]+$/.test(document.text.slice(start, last.from))) return [];
  const dash = document.text.indexOf('-', start);
  const edits = [
    insertBelow(
      document,
      { from: dash, to: last.to },
      missing.map((option) => `- ${option}`),
    ),
  ];
  return [{ title: 'Add the options (volumes must be mounted again)', safe: false, edits }];
}

function missingOptions({ options }: NfsMount): string[] {
  const has = (pattern: RegExp) => options.some(({ value }) => pattern.test(value));
  return [
    ...(has(/^noatime$/) ? [] : ['noatime']),
    ...(has(/^nordirplus$/) ? [] : ['nordirplus']),
    ...(has(/^(actimeo=|noac$)/) ? [] : ['actimeo=60']),
  ];
}
