/** S12: several sites share mails only on sproxyd. */

import { isKnown } from '../config/holes.ts';
import { knownSystems } from '../config/storage/model.ts';
import { withManifest } from '../lint/examples.ts';
import { defineRule, palomar, replace } from '../lint/rule.ts';

const sites = (second: string) =>
  `kind: DovecotDeployment\nsites:\n  - name: fra\n    region: eu-central-1\n  - name: dub\n    region: ${second}\n`;
const s3 = 'mail_driver = obox\nfs_s3_url = https://s3.example.com/\nobox {\n  fs s3 {\n  }\n}\n';
const ring = 'mail_driver = obox\nobox {\n  fs sproxyd {\n    url = http://ring.example.com/\n  }\n}\n';

export const geoRedundancyUnsupported = defineRule({
  id: 'geo-redundancy-unsupported',
  dialects: palomar,
  severity: 'error',
  statements: ['S12', 'S14'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/palomar/components/storage.html',
  docs: {
    summary: 'Sites are in several regions, and the mail storage is not sproxyd.',
    why: 'Scality RING over sproxyd is the only storage on which several sites may share one set of mails. Others replicate late or not at all as Dovecot sees it, and a user who moves to another site finds another mailbox.',
    exceptions:
      'Several availability zones of one AWS region are fine, each as a site of its own: declare the same region for them.',
    bad: [withManifest(sites('<|eu-west-1|>'), sites('eu-central-1'), s3)],
    good: [withManifest(sites('eu-west-1'), undefined, ring), withManifest(sites('eu-central-1'), undefined, s3)],
  },
  messages: {
    regions: "This site is in '{region}', another one in '{other}': only sproxyd may serve several regions.",
  },
  checkManifest({ deploymentFile, configurations, report }) {
    const regions = (deploymentFile?.facts.sites ?? []).flatMap(({ region }) =>
      region !== undefined && isKnown(region.value) ? [region] : [],
    );
    const [first] = regions;
    const second = regions.find(({ value }) => value !== first?.value);
    if (first === undefined || second === undefined) return;
    const systems = configurations.flatMap((configuration) => knownSystems(configuration));
    if (systems.length === 0 || systems.every((system) => system === 'scality-ring')) return;
    const related = [{ ...first, message: 'The other region.' }];
    const title = `Declare ${first.value} (right where both are availability zones of it)`;
    const fix = { title, safe: false, edits: [replace(second, first.value)] };
    report({
      at: second,
      message: 'regions',
      data: { region: second.value, other: first.value },
      fixes: [fix],
      related,
    });
  },
});
