/** What is declared of the storage is not what is configured. */

import { storageModel } from '../config/storage/model.ts';
import { storageSystem } from '../config/storage/system.ts';
import { finalDriver } from '../config/storage/types.ts';
import { type StorageSystem, supportCard } from '../knowledge/support.ts';
import { withManifest } from '../lint/examples.ts';
import { defineRule, type Fix, type Place, palomarAndUpgrade, replace } from '../lint/rule.ts';

const ring = 'mail_driver = obox\nobox {\n  fs sproxyd {\n    url = http://ring.example.com/\n  }\n}\n';
const declared = (system: string) => `kind: DovecotDeployment\nstorage:\n  mail:\n    system: ${system}\n`;

export const storageDeclaredMismatch = defineRule({
  id: 'storage-declared-mismatch',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: ['S03'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'The deployment manifest declares another mail storage than the configuration uses.',
    why: 'One of them is wrong. The report answers for what is configured, while people plan with what is declared.',
    exceptions: 'During a migration an entry point may have a `storage` of its own.',
    bad: [withManifest(declared('<|aws-s3|>'), declared('scality-ring'), ring)],
    good: [withManifest(declared('scality-ring'), undefined, ring), withManifest(declared('other'))],
  },
  messages: {
    mismatch: "Declared is '{declared}', but mails are stored on {used}.",
    configured: "Mails are stored on {used}, but '{declared}' is declared.",
  },
  checkManifest({ deploymentFile, configurations, report }) {
    const system = deploymentFile?.facts.storage.system;
    if (system === undefined) return;
    for (const configuration of configurations) {
      // An entry point that says otherwise for itself has its own declaration.
      if (configuration.deployment?.storage.system?.span.from !== system.span.from) continue;
      const used = mailStorage(configuration);
      if (
        used === undefined ||
        used.system === system.value ||
        (used.system === 'unlisted' && system.value === 'other')
      )
        continue;
      const data = { declared: system.value, used: supportCard(used.system).title };
      const related = [{ ...used.driver.name, message: 'Configured here.' }];
      report({ at: system, message: 'mismatch', data, fixes: declaring(system, used.system), related });
      return;
    }
  },
});

function declaring(declared: Place, system: StorageSystem): Fix[] {
  const value = system === 'unlisted' ? 'other' : system;
  const title = `Declare ${value}, as the configuration has it`;
  return [{ title, safe: false, edits: [replace(declared, value)] }];
}

function mailStorage(configuration: Parameters<typeof storageModel>[0]) {
  const chain = storageModel(configuration).chains.find(({ role }) => role === 'mail');
  const driver = chain && finalDriver(chain);
  const system = driver && storageSystem(driver);
  return driver && system && { driver, system };
}
