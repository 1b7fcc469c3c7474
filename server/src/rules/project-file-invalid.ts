/** A `.dovelint.yaml` that says something which nobody understands. */

import { defineRule, type Fix } from '../lint/rule.ts';
import type { ShapeProblem } from '../manifest/shape.ts';
import type { SourceDocument } from '../workspace/document.ts';

const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

export const projectFileInvalid = defineRule({
  id: 'project-file-invalid',
  dialects: 'any',
  severity: 'error',
  suppressible: false,
  statements: [],
  fixable: true,
  docs: {
    summary: 'The .dovelint.yaml has a key, a rule or a value that does not exist, or is no YAML.',
    why: 'What is not understood would be left out in silence, and a rule that you believe to be on would be off. In the editor the rest of the file counts; dovelint does not run at all.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: v24,
        files: { '.dovelint.yaml': '<|profil|>: strict\n' },
        fixed: 'profile: strict\n',
      },
      {
        dialect: 'ce-2.4',
        text: v24,
        files: { '.dovelint.yaml': 'rules:\n  <|comment-ambigous|>: off\n' },
        fixed: 'rules:\n  comment-ambiguous: off\n',
      },
      {
        dialect: 'ce-2.4',
        text: v24,
        files: { '.dovelint.yaml': 'rules:\n  comment-ambiguous: <|info|>\n' },
      },
      {
        dialect: 'ce-2.4',
        text: v24,
        files: { '.dovelint.yaml': 'exclude: <|old|>\n' },
      },
      {
        dialect: 'ce-2.4',
        text: v24,
        files: { '.dovelint.yaml': 'rules:\n  comment-ambiguous: off\n  <|comment-ambiguous|>: error\n' },
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: v24,
        files: {
          '.dovelint.yaml':
            'target: ce-2.4@2.4.1\nprofile: strict\nrules:\n  comment-ambiguous: hint\npaths:\n  /etc/dovecot: files\nexclude:\n  - old/\n  - "**/*.bak.conf"\nfailOn: warning\nbaseline: .dovelint-baseline.json\n',
        },
      },
      { dialect: 'ce-2.4', text: v24, files: { '.dovelint.yaml': '# nothing yet\nrules:\n' } },
    ],
  },
  messages: {
    'not-yaml': '{word}',
    'key-unknown': "There is no key '{word}' here.",
    'name-unknown': "There is no {noun} '{word}'.",
    'value-unknown': 'This must be {word}.',
    'kind-wrong': 'This must be {word}.',
  },
  checkProjectFile({ file: { document, problems }, report }) {
    for (const problem of problems) {
      const { code, word, noun } = problem;
      const fixes = didYouMean(document, problem);
      report({ at: { document, span: problem }, message: code, data: { word, noun }, fixes });
    }
  },
});

/** Another word means another thing: a human decides. */
function didYouMean(document: SourceDocument, { from, to, meant }: ShapeProblem): readonly Fix[] {
  if (meant === undefined) return [];
  return [{ title: `Write '${meant}'`, safe: false, edits: [{ document, span: { from, to }, text: meant }] }];
}
