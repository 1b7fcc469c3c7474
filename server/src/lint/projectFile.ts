/** `.dovelint.yaml`: what a project wants of the linter, for the editor and the command line alike. */

import { parseTarget, type Target } from '../config/dialect.ts';
import { memberOf, nameOf, type Shape, type ShapeProblem, shapeProblems, type Words } from '../manifest/shape.ts';
import type { YamlDocument, YamlNode } from '../manifest/yamlDocument.ts';
import { type Profile, profileSummaries, type RuleSetting, type Threshold } from './policy.ts';
import type { RuleMeta } from './rule.ts';

export const projectFileName = '.dovelint.yaml';

export function isProjectFile(uri: string): boolean {
  return uri.endsWith(`/${projectFileName}`);
}

/** What is said and right; what is missing is not decided here. */
export interface ProjectSettings {
  readonly target?: Target;
  readonly profile?: Profile;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Absolute path prefix → path relative to the file. */
  readonly paths: Readonly<Record<string, string>>;
  /** Paths relative to the file; undefined: every `dovecot.conf` is a root. */
  readonly roots?: readonly string[];
  /** Patterns of paths relative to the file. */
  readonly exclude: readonly string[];
  readonly failOn?: Threshold;
  /** A path relative to the file. */
  readonly baseline?: string;
}

export interface ProjectFile {
  readonly document: YamlDocument;
  readonly settings: ProjectSettings;
  readonly problems: readonly ShapeProblem[];
}

const settingWords: Words = {
  off: 'The rule is silent.',
  error: 'Dovecot refuses it, or it must not be.',
  warning: 'It will hurt.',
  information: 'Good to know.',
  hint: 'Barely visible in the editor.',
};

const thresholdWords: Words = {
  error: 'Only errors.',
  warning: 'Warnings and errors.',
  information: 'All but hints.',
  hint: 'Everything.',
  never: 'Findings never fail a run.',
};

const targetWords: Words = {
  auto: 'By dovecot_config_version and by what the files contain.',
  'ce-2.3': 'Dovecot CE 2.3.',
  'pro-2.3': 'Dovecot Pro 2.3.',
  'pro-3.0': 'Dovecot Pro 3.0.',
  'ce-2.4': 'Dovecot CE 2.4.',
  'pro-3.1': 'Dovecot Pro 3.1 and later.',
};

export function projectFileShape(rules: readonly RuleMeta[]): Shape {
  const ids = Object.fromEntries(rules.map(({ id, docs }) => [id, docs.summary]));
  const path: Shape = { kind: 'text', wanted: 'a path' };
  return {
    kind: 'map',
    members: {
      target: {
        summary: 'The Dovecot that the configuration is for, with a release behind @ where it matters.',
        shape: {
          kind: 'text',
          wanted: `one of ${Object.keys(targetWords).join(', ')}, with a release as in ce-2.4@2.4.5 if need be`,
          pattern: '^(auto|(ce-2\\.3|pro-2\\.3|pro-3\\.0|ce-2\\.4|pro-3\\.1)(@\\d+(\\.\\d+){1,3})?)$',
          words: targetWords,
        },
      },
      profile: {
        summary: 'Which rules look. Each profile has all rules of those before it.',
        shape: { kind: 'choice', words: profileSummaries },
      },
      rules: {
        summary: 'The severity of single rules, or off. It counts more than the profile.',
        shape: { kind: 'names', noun: 'rule', known: ids, values: { kind: 'choice', words: settingWords } },
      },
      paths: {
        summary: 'Where absolute paths of the configuration lie: /etc/dovecot: roles/dovecot/files',
        shape: { kind: 'names', noun: 'path', known: undefined, values: path },
      },
      roots: {
        summary: 'The root files, when they are not called dovecot.conf.',
        shape: { kind: 'list', items: path },
      },
      exclude: {
        summary: 'Files and folders that are left alone; * and ** are wildcards.',
        shape: { kind: 'list', items: { kind: 'text', wanted: 'a path or a pattern of paths' } },
      },
      failOn: {
        summary: 'The severity from which dovelint check fails.',
        shape: { kind: 'choice', words: thresholdWords },
      },
      baseline: {
        summary: 'A file with known findings, which dovelint check does not report again.',
        shape: path,
      },
    },
  };
}

export function readProjectFile(document: YamlDocument, shape: Shape): ProjectFile {
  const [root] = document.tree.documents;
  const problems = shapeProblems(document.tree, shape);
  const wrong = new Set(problems.map(({ from }) => from));
  /** A value that is there and right. */
  const text = (node: YamlNode | undefined) =>
    node?.kind === 'scalar' && !wrong.has(node.from) && node.text !== '' ? node.text : undefined;
  const texts = (name: string) => {
    const node = memberOf(root, name);
    return node?.kind === 'sequence' ? node.items.flatMap((item) => text(item) ?? []) : undefined;
  };
  const map = (name: string) => {
    const node = memberOf(root, name);
    const pairs = node?.kind === 'map' ? node.pairs : [];
    return Object.fromEntries(
      pairs.flatMap(({ key, value }) => {
        const [own, content] = [nameOf(key), text(value)];
        return own === undefined || content === undefined || wrong.has(key.from) ? [] : [[own, content] as const];
      }),
    );
  };
  const [target, profile, failOn, baseline] = ['target', 'profile', 'failOn', 'baseline'].map((name) =>
    text(memberOf(root, name)),
  );
  const roots = texts('roots');
  const settings: ProjectSettings = {
    ...(target !== undefined && target !== 'auto' && { target: { ...parseTarget(target)!, askedBy: projectFileName } }),
    ...(profile !== undefined && { profile: profile as Profile }),
    rules: map('rules') as Record<string, RuleSetting>,
    paths: map('paths'),
    ...(roots !== undefined && { roots }),
    exclude: texts('exclude') ?? [],
    ...(failOn !== undefined && { failOn: failOn as Threshold }),
    ...(baseline !== undefined && { baseline }),
  };
  return { document, settings, problems };
}
