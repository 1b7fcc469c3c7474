/** S12: whether several sites are in one region only the region tells. */

import { knownSystems } from '../config/storage/model.ts';
import { withManifest } from '../lint/examples.ts';
import { defineRule, palomar } from '../lint/rule.ts';

const s3 = 'mail_driver = obox\nfs_s3_url = https://s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n';
const sites = (second: string) =>
  `kind: DovecotDeployment\nsites:\n  - name: fra\n    region: eu-central-1\n  - name: ${second}\n`;

export const siteRegionUndeclared = defineRule({
  id: 'site-region-undeclared',
  dialects: palomar,
  severity: 'information',
  statements: ['S12'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'One of several sites has no region.',
    why: 'Several sites in one region are fine on every storage, several regions are not. Without the region of each site the question stays open.',
    bad: [withManifest(sites('<|dub|>'), sites('dub\n    region: CHANGEME_REGION'), s3)],
    good: [
      withManifest(sites('dub\n    region: eu-central-1'), undefined, s3),
      withManifest('kind: DovecotDeployment\nsites:\n  - name: fra\n', undefined, s3),
    ],
  },
  messages: { region: "Site '{site}' has no region, so whether the storage may serve all sites is unknown." },
  checkManifest({ deploymentFile, configurations, report }) {
    const sitesDeclared = deploymentFile?.facts.sites ?? [];
    const systems = configurations.flatMap((configuration) => knownSystems(configuration));
    if (sitesDeclared.length < 2 || systems.every((system) => system === 'scality-ring')) return;
    for (const { name, region } of sitesDeclared) {
      if (region !== undefined || name === undefined) continue;
      const { document, span } = name;
      const text = document.text.includes('\r\n') ? '\r\n' : '\n';
      const edit = { document, span: { from: span.to, to: span.to }, text: `${text}    region: CHANGEME_REGION` };
      const fix = { title: 'Declare the region (replace CHANGEME_REGION)', safe: false, edits: [edit] };
      report({ at: name, message: 'region', data: { site: name.value }, fixes: [fix] });
    }
  },
});
