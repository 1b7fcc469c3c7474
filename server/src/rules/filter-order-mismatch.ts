/** Connection filters in the wrong order. */

import { isOpening, type Problem } from '../config/check/problem.ts';
import { defineProblemRule } from '../lint/problemRule.ts';
import { type Fix, replace } from '../lint/rule.ts';
import { pathAt, type Section } from '../parser/cst.ts';

export const filterOrderMismatch = defineProblemRule({
  id: 'filter-order-mismatch',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: "The filters 'local', 'local_name', 'remote' and 'protocol' stand in the wrong order.",
    why: "Dovecot takes them in this order only: 'local' around 'local_name' around 'remote' around 'protocol', each of which may be left out. A network inside of another one must be a part of it.",
    bad: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nprotocol imap {\n  <|remote|> 10.0.0.0/8 {\n  }\n}\n',
        fixed: 'plugin {\n}\nremote 10.0.0.0/8 {\n  protocol imap {\n  }\n}\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nlocal 10.0.0.0/8 {\n  local <|11.1.0.0/16|> {\n  }\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nprotocol imap {\n  <|protocol|> pop3 {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nlocal 10.0.0.0/8 {\n  local 10.1.0.0/16 {\n    remote mail.example.com {\n      protocol imap {\n      }\n    }\n  }\n}\n',
      },
    ],
  },
  messages: {
    'filter-order': "'{inner}' cannot stand inside of '{outer}': put '{inner}' outside and '{outer}' inside.",
    'filter-repeated': "A 'protocol' cannot stand inside of another one.",
    'filter-network-outside': "This network must be a part of the '{section}' network around it.",
  },
  fixes: { 'filter-order': swap },
});

/** Where the outer one holds nothing else, the two can change places. */
function swap({ subject, document }: Problem): Fix[] {
  if (subject === undefined || !isOpening(subject)) return [];
  const inner = subject.section;
  const path = pathAt(document.tree, inner.from);
  const outer = path[path.indexOf(inner) - 1];
  if (path.length !== 2 || outer?.kind !== 'section' || outer.body.length !== 1) return [];
  const head = ({ key, name }: Section) => ({ from: key.from, to: (name ?? key).to });
  const text = (section: Section) => document.text.slice(head(section).from, head(section).to);
  const edits = [
    replace({ document, span: head(outer) }, text(inner)),
    replace({ document, span: head(inner) }, text(outer)),
  ];
  return [{ title: 'Let them change places', safe: false, edits }];
}
