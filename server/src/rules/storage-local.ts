/** S01: mails on storage that is gone with its machine. */

import { withManifest } from '../lint/examples.ts';
import { mailPaths } from '../lint/mailStorage.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const nfs = 'mail_driver = obox\nobox {\n  fs posix {\n    prefix = /srv/mails/%{user}/\n  }\n}\n';
const workload = (path: string, volume: string) =>
  `kind: StatefulSet\nmetadata:\n  name: dovecot\nspec:\n  template:\n    spec:\n      containers:\n        - name: dovecot\n          volumeMounts:\n            - name: data\n              mountPath: ${path}\n      volumes:\n        - name: data\n          ${volume}\n`;

export const storageLocal = defineRule({
  id: 'storage-local',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S01'],
  fixable: false,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'Mails are stored on a volume that belongs to one machine.',
    why: 'Palomar moves users between backends, which must all see the same mails. What lies in an emptyDir, a hostPath or a local volume is seen by one of them, and is lost with the machine or the pod.',
    exceptions: 'Caches (fscache, the home directory of obox) belong on local disks.',
    noFix: 'The mails must move to another storage first.',
    bad: [
      withManifest(workload('/srv/mails', '<|emptyDir|>: {}'), undefined, nfs),
      withManifest(workload('/srv', '<|hostPath|>:\n            path: /data'), undefined, nfs),
    ],
    good: [
      withManifest(workload('/var/cache/mails', 'emptyDir: {}'), undefined, nfs),
      withManifest(workload('/srv/mails', 'persistentVolumeClaim:\n            claimName: mails'), undefined, nfs),
    ],
  },
  messages: {
    local:
      "Mails are stored below '{path}', on a volume ({volume}) that belongs to one machine. Use storage that all backends share.",
  },
  checkManifest({ document, infrastructure, configurations, report }) {
    const paths = mailPaths(configurations);
    for (const { kind, at, mountPaths } of infrastructure.localVolumes) {
      for (const { value } of mountPaths) {
        const mount = value.replace(/\/+$/, '');
        const path = paths.find((each) => each === mount || each.startsWith(`${mount}/`));
        if (path !== undefined) report({ at: { document, span: at }, message: 'local', data: { path, volume: kind } });
      }
    }
  },
});
