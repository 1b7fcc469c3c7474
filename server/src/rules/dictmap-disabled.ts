/** S23 in values of a chart: object storage without dictmap. */

import { withManifest } from '../lint/examples.ts';
import { defineRule, palomarAndUpgrade } from '../lint/rule.ts';

const values = (enabled: string) =>
  `dovecot:\n  dictmap:\n    enabled: ${enabled}\n  objectStorage:\n    bucket: mails\n`;

export const dictmapDisabled = defineRule({
  id: 'dictmap-disabled',
  dialects: palomarAndUpgrade,
  severity: 'error',
  statements: ['S23'],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/dictmap.html',
  docs: {
    summary: 'The values of a chart turn dictmap off although mails are on object storage.',
    why: 'Dovecot Pro 3.x requires dictmap for mails, index bundles and search indexes on every object storage.',
    bad: [withManifest(values('<|false|>'), values('true'))],
    good: [withManifest(values('true')), withManifest('dovecot:\n  dictmap:\n    enabled: false\n')],
  },
  messages: { disabled: 'Dictmap is off although mails are on object storage, which requires it.' },
  checkManifest({ document, infrastructure, report }) {
    for (const span of infrastructure.disabledDictmaps) {
      const at = { document, span };
      const title = 'Turn dictmap on (it needs a CQL database of several nodes)';
      report({ at, message: 'disabled', fixes: [{ title, safe: false, edits: [{ ...at, text: 'true' }] }] });
    }
  },
});
