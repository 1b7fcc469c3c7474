/** The storage support report: for one root, what each statement of the support page says about it, and why. */

import type { Dialect } from '../knowledge/dialect.ts';
import type { SupportLevel } from '../knowledge/support.ts';
import type { Place } from '../lint/rule.ts';

export type Verdict =
  | 'supported'
  | 'not-supported'
  | 'at-your-risk'
  /** No file shows it, or a hole hides it. */
  | 'unknown'
  /** No file ever shows it: a person has to look. */
  | 'open'
  /** True whatever is configured. */
  | 'note'
  /** About something that is not used here. */
  | 'not-applicable';

export interface Evidence {
  readonly at: Place;
  /** What is to be seen there; never a secret. */
  readonly text: string;
}

export interface ReportLine {
  /** `S12` */
  readonly statement: string;
  readonly verdict: Verdict;
  /** Why, in one or two sentences. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  /** The key of the deployment manifest that would answer it, as `sites` or `license.nfsSla`. */
  readonly declare: string | undefined;
}

export interface StorageLine {
  readonly role: 'mail' | 'index' | 'fts';
  readonly title: string;
  readonly level: SupportLevel;
  readonly at: Place;
}

/** What the whole comes to: the worst of what is known, and unknown where that decides. */
export type OverallLevel = SupportLevel | 'unknown' | 'not-applicable';

export interface Report {
  readonly root: string;
  readonly dialect: Dialect | undefined;
  readonly level: OverallLevel;
  readonly storages: readonly StorageLine[];
  /** All statements, in order; empty when they do not apply at all (CE), or nothing shows whether they do. */
  readonly lines: readonly ReportLine[];
}
