/** Filters that Dovecot 2.4 does not have. */

import type { Expansion, TemplateWord } from '../config/variables/newTemplate.ts';
import { isTemplate, spanInDocument, variableValues } from '../config/variables/values.ts';
import { compareReleases } from '../knowledge/releases.ts';
import { variableNames } from '../knowledge/variables/contexts.ts';
import { filterSince } from '../knowledge/variables/facts.ts';
import { filters } from '../knowledge/variables/filters.ts';
import { variablesManual } from '../knowledge/variables/render.ts';
import { defineRule } from '../lint/rule.ts';
import { nearest } from '../text/near.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const variableFilterUnknown = defineRule({
  id: 'variable-filter-unknown',
  dialects: ['ce-2.4', 'pro-3.1'],
  severity: 'warning',
  statements: [],
  fixable: true,
  source: variablesManual.new,
  docs: {
    summary: 'A filter inside %{…} does not exist.',
    why: 'Dovecot accepts the configuration and fails when it expands the value: at a login, at a delivery, when a log line is written.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = /srv/%{user | <|lowr|>}\n`,
        fixed: `${v24}mail_path = /srv/%{user | lower}\n`,
      },
      { dialect: 'ce-2.4', text: `${v24}mail_path = /srv/%{user | lower | <|trim|>}\n` },
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = "/srv/%{user | default(\\"x\\") | \\\n  <|uppr|> | reverse}"\n`,
        fixed: `${v24}mail_path = "/srv/%{user | default(\\"x\\") | \\\n  upper | reverse}"\n`,
      },
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = /srv/%{<|litteral|>('x')}\n`,
        fixed: `${v24}mail_path = /srv/%{literal('x')}\n`,
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: `${v24}mail_path = /srv/%{user | username | lower | substr(0, 1)}/%{user | }/%{lookup('user')}/%{user('x')}\n`,
      },
    ],
  },
  messages: {
    unknown: "There is no filter '{name}': the expansion will fail.",
    near: "There is no filter '{name}': the expansion will fail. Perhaps it is '{near}'.",
    newer: "The filter '{name}' needs Dovecot {since}.",
  },
  check({ configuration, report }) {
    const { release, dialect } = configuration.decision;
    for (const value of variableValues(configuration)) {
      const { document, analysis } = value;
      const { parts, errors } = analysis.new;
      if (errors.length > 0 || isTemplate(value)) continue;
      for (const name of parts.flatMap((part) => (part.kind === 'expansion' ? filterNames(part) : []))) {
        const at = { document, span: spanInDocument(value, name) };
        if (Object.hasOwn(filters, name.text)) {
          const since = filterSince(name.text);
          if (
            since !== undefined &&
            dialect === 'ce-2.4' &&
            release !== undefined &&
            compareReleases(release, since) < 0
          )
            report({ at, message: 'newer', data: { name: name.text, since } });
          continue;
        }
        const near = nearest(name.text, Object.keys(filters));
        report({
          at,
          message: near === undefined ? 'unknown' : 'near',
          data: { name: name.text, near: near ?? '' },
          fixes: near === undefined ? [] : [{ title: `Write '${near}'`, safe: false, edits: [{ ...at, text: near }] }],
        });
      }
    }
  },
});

/** The names that must be filters: behind a bar, or with arguments and no variable's. */
function filterNames({ filters: chain }: Expansion): TemplateWord[] {
  return chain.flatMap(({ name, arguments: list }, index) => {
    if (name === undefined) return [];
    const isFilter = index > 0 || (list.length > 0 && !variableNames(undefined, 'new').has(name.text));
    return isFilter ? [name] : [];
  });
}
