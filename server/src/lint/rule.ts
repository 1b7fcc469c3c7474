/** What a rule is. One file per rule; everything a person may want to know of it is data here. */

import type { Configuration } from '../config/configuration.ts';
import type { DeploymentFacts } from '../config/deployment.ts';
import type { DeploymentFile } from '../config/deploymentFile.ts';
import type { StorageModel } from '../config/storage/types.ts';
import type { Dialect } from '../knowledge/dialect.ts';
import type { Infrastructure } from '../manifest/infrastructure.ts';
import type { YamlDocument } from '../manifest/yamlDocument.ts';
import type { Span } from '../text/span.ts';
import type { SourceDocument } from '../workspace/document.ts';
import type { Profile } from './policy.ts';
import type { ProjectFile } from './projectFile.ts';
import type { ReadSuppressions, Suppression } from './suppressions.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A change of one document. */
export interface DocumentEdit {
  readonly document: SourceDocument;
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  /** What it does, and what a human must still do. Never shows a value that may be secret. */
  readonly title: string;
  /** Changes no stored mail, no endpoint, no region and needs no placeholder: may run unattended. */
  readonly safe: boolean;
  readonly edits: readonly DocumentEdit[];
}

export interface Place {
  readonly document: SourceDocument;
  readonly span: Span;
}

export interface Related extends Place {
  readonly message: string;
}

export interface Finding extends Place {
  readonly rule: RuleMeta;
  readonly message: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

/** An example is a test, too: `bad` ones are found at `<|…|>`, `good` ones are silent. */
export interface Example {
  readonly dialect: Dialect;
  readonly text: string;
  /** Further files beside `dovecot.conf`, by name. */
  readonly files?: Readonly<Record<string, string>>;
  /** The marked file's text after the first fix, where the rule has one for this example. */
  readonly fixed?: string;
}

export interface RuleDocs {
  /** One sentence: what is found. */
  readonly summary: string;
  /** What is lost or refused, in one paragraph. */
  readonly why: string;
  /** When it may be left as it is. */
  readonly exceptions?: string;
  /** Why no edit helps; exactly the rules without a quick-fix say it. */
  readonly noFix?: string;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

export interface RuleMeta {
  readonly id: string;
  /** The dialects it looks at; `any` also when the dialect is not known. */
  readonly dialects: readonly Dialect[] | 'any';
  readonly severity: Severity;
  /** The smallest profile that has it, where that does not follow from the severity and the statements. */
  readonly profile?: Profile;
  /** Whether a comment may silence it (a setting always may); yes unless it says no. */
  readonly suppressible?: boolean;
  /** The storage support statements it enforces. On Pro 2.3 these are upgrade information. */
  readonly statements: readonly string[];
  readonly fixable: boolean;
  readonly docs: RuleDocs;
  /** Message id → text with `{name}` placeholders. */
  readonly messages: Readonly<Record<string, string>>;
  /** Address of the page that the rule comes from; none for rules about our own comments and files. */
  readonly source?: string;
}

export interface Report<MessageId extends string> {
  readonly at: Place;
  readonly message: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  /** Where it differs from the rule's. */
  readonly severity?: Severity;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

export interface RuleContext<MessageId extends string> {
  readonly configuration: Configuration;
  readonly storage: StorageModel;
  readonly dialect: Dialect | undefined;
  /** What the deployment manifest declares; undefined when there is none. */
  readonly deployment: DeploymentFacts | undefined;
  report(report: Report<MessageId>): void;
}

/** A suppression, the rule it names, and what it was good for; `unknown` where that cannot be told for certain. */
export interface SuppressionOutcome extends Suppression {
  readonly target: RuleMeta | undefined;
  readonly use: 'used' | 'unused' | 'unknown';
}

/** A document's suppression comments when all other rules have run. */
export interface SuppressionContext<MessageId extends string> extends Pick<ReadSuppressions, 'comments' | 'surplus'> {
  readonly document: SourceDocument;
  readonly outcomes: readonly SuppressionOutcome[];
  readonly ruleIds: ReadonlySet<string>;
  /** `2027-01-31`. */
  readonly today: string;
  report(report: Report<MessageId>): void;
}

/** A `.dovelint.yaml`. */
export interface ProjectFileContext<MessageId extends string> {
  readonly file: ProjectFile;
  report(report: Report<MessageId>): void;
}

/** A YAML file of the project: what it shows, what it declares, and the configurations around it. */
export interface ManifestContext<MessageId extends string> {
  readonly document: YamlDocument;
  readonly infrastructure: Infrastructure;
  /** The file as a deployment manifest; undefined when it is none. */
  readonly deploymentFile: DeploymentFile | undefined;
  /** What the nearest deployment manifest declares. */
  readonly deployment: DeploymentFacts | undefined;
  /** All manifests of the project. */
  readonly manifests: readonly { readonly document: YamlDocument; readonly infrastructure: Infrastructure }[];
  /** Those of the project for which the rule is made. */
  readonly configurations: readonly Configuration[];
  report(report: Report<MessageId>): void;
}

/** A rule has one of the checks or several: each looks at another thing. */
interface Checks<MessageId extends string> {
  check?(context: RuleContext<MessageId>): void;
  checkSuppressions?(context: SuppressionContext<MessageId>): void;
  checkProjectFile?(context: ProjectFileContext<MessageId>): void;
  checkManifest?(context: ManifestContext<MessageId>): void;
}

export interface Rule extends RuleMeta, Checks<string> {}

interface RuleDefinition<MessageId extends string> extends Omit<RuleMeta, 'messages'>, Checks<MessageId> {
  readonly messages: Readonly<Record<MessageId, string>>;
}

/** Types a rule: reporting a message that it does not have does not compile. */
export function defineRule<MessageId extends string>(definition: RuleDefinition<MessageId>): Rule {
  return definition as unknown as Rule;
}

/** Every release of Dovecot Pro. */
export const pro: readonly Dialect[] = ['pro-2.3', 'pro-3.0', 'pro-3.1'];
export const palomar: readonly Dialect[] = ['pro-3.0', 'pro-3.1'];
/** For storage support rules: on Pro 2.3 they inform about the upgrade. */
export const palomarAndUpgrade: readonly Dialect[] = pro;

/** An edit that replaces what stands at a place. */
export function replace({ document, span }: Place, text: string): DocumentEdit {
  return { document, span, text };
}
