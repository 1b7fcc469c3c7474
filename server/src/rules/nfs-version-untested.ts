/** S22: NFSv3 is known to work, later versions probably do. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const volume = (options: string) =>
  `kind: PersistentVolume\nmetadata:\n  name: mails\nspec:\n  mountOptions:\n${options}  nfs:\n    server: nfs.example.com\n    path: /mails\n`;

export const nfsVersionUntested = defineRule({
  id: 'nfs-version-untested',
  dialects: palomarAndUpgrade,
  severity: 'information',
  statements: ['S22'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  docs: {
    summary: 'NFS is mounted with a version that nobody has reported production use of.',
    why: 'Version 3 is known to work. Version 4 probably does, but its locks and its state make it another protocol, and there is no experience with it. Version 2 is too old.',
    exceptions: 'Silence it with a reason where your own tests have shown that it works.',
    bad: [
      withManifest(volume('    - <|nfsvers=4.1|>\n    - noatime\n'), volume('    - nfsvers=3\n    - noatime\n')),
      withManifest(
        'volumes:\n  mails:\n    driver_opts:\n      type: nfs\n      o: "addr=192.0.2.1,<|vers=2|>,rw"\n',
        'volumes:\n  mails:\n    driver_opts:\n      type: nfs\n      o: "addr=192.0.2.1,vers=3,rw"\n',
      ),
      withManifest('kind: DovecotDeployment\nstorage:\n  mail:\n    system: nfs\n    nfs:\n      version: <|4|>\n'),
    ],
    good: [withManifest(volume('    - nfsvers=3\n')), withManifest(volume('    - {{ .Values.nfs }}\n'))],
  },
  messages: {
    untested: 'NFS version {version} probably works, but nobody has reported production use; version 3 is known to.',
    old: 'NFS version {version} is too old: use version 3.',
  },
  checkManifest({ document, infrastructure, deploymentFile, report }) {
    const found = (at: Parameters<typeof report>[0]['at'], version: string, text?: string) => {
      if (/^3(\.|$)/.test(version)) return;
      const isOld = /^[12](\.|$)/.test(version);
      const title = 'Mount with version 3 (at the next mount; the server must offer it)';
      const fixes = text === undefined ? [] : [{ title, safe: false, edits: [{ ...at, text }] }];
      report({
        at,
        message: isOld ? 'old' : 'untested',
        data: { version },
        ...(isOld && { severity: 'error' }),
        fixes,
      });
    };
    for (const { options } of infrastructure.nfsMounts) {
      for (const option of options) {
        const match = /^(nfsvers|vers)=(\d+(?:\.\d+)?)$/.exec(option.value);
        if (match === null) continue;
        // `type: nfs4` says it without an option: there the type must change.
        const isWritten = document.text.slice(option.from, option.to) === option.value;
        found({ document, span: option }, match[2]!, isWritten ? `${match[1]}=3` : 'nfs');
      }
    }
    const declared = deploymentFile?.facts.storage.nfsVersion;
    if (declared !== undefined) found(declared, declared.value);
  },
});
