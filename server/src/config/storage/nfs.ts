/** What shows that mails lie on NFS. No setting says it; a plain path may be anything. */

import { isPalomar } from '../../knowledge/dialect.ts';
import type { Configuration } from '../configuration.ts';
import { entriesNamed, isYes, plainValue } from '../entries.ts';
import { finalDriver, type StorageModel } from './types.ts';

/** `declared` in the deployment manifest; `assumed` because the settings make sense on NFS only. */
export type NfsEvidence = 'declared' | 'assumed';

/** Undefined when nothing shows it, or another storage is declared. */
export function nfsEvidence(configuration: Configuration, storage: StorageModel): NfsEvidence | undefined {
  const declared = configuration.deployment?.storage.system?.value;
  if (declared !== undefined) return declared === 'nfs' ? 'declared' : undefined;
  return isOnPosix(configuration, storage) || isFlushingNfs(configuration) ? 'assumed' : undefined;
}

/** obox on plain files, for which Palomar supports NFS only. */
function isOnPosix({ decision }: Configuration, { chains }: StorageModel): boolean {
  const mails = chains.find(({ role }) => role === 'mail');
  return isPalomar(decision.dialect) && mails !== undefined && finalDriver(mails)?.name.text === 'posix';
}

function isFlushingNfs(configuration: Configuration): boolean {
  const entries = ['mail_nfs_storage', 'mail_nfs_index'].flatMap((setting) => entriesNamed(configuration, setting));
  return entries.some((entry) => isYes(plainValue(entry)) === true);
}
