/** What the editor's status item says about the dialect. */

import type { DialectDecision } from '../config/dialect.ts';
import { dialectName } from '../knowledge/dialect.ts';

export interface Status {
  readonly label: string;
  readonly detail: string;
  readonly unknown: boolean;
}

export function statusOf(decision: DialectDecision | undefined): Status {
  if (decision?.dialect === undefined) {
    return { label: 'Dovecot: dialect unknown', detail: decision?.reason ?? '', unknown: true };
  }
  const release = decision.release === undefined ? '' : ` (${decision.release})`;
  return { label: `${dialectName(decision.dialect)}${release}`, detail: decision.reason, unknown: false };
}
