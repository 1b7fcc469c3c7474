/** What shows that mails lie on NFS. No setting says it; a plain path may be anything. */

import { isPalomar } from '../../knowledge/dialect.ts';
import type { Configuration } from '../configuration.ts';
import { entriesNamed, isYes, plainValue } from '../entries.ts';
import { finalDriver, type StorageModel } from './types.ts';

/** Strongest first: the deployment manifest says so, Palomar supports the driver on NFS only, NFS caches are flushed. */
export type NfsEvidence = 'declared' | 'driver' | 'flushing';

/** Undefined when nothing shows it, when another storage is declared, and for proxies, which open no mailbox. */
export function nfsEvidence(configuration: Configuration, storage: StorageModel): NfsEvidence | undefined {
  const { deployment } = configuration;
  if (deployment?.role?.value === 'proxy') return undefined;
  const declared = deployment?.storage.system?.value;
  if (declared !== undefined) return declared === 'nfs' ? 'declared' : undefined;
  if (isOnPosix(configuration, storage)) return 'driver';
  return isFlushing(configuration) ? 'flushing' : undefined;
}

function isOnPosix({ decision }: Configuration, { chains }: StorageModel): boolean {
  const mails = chains.find(({ role }) => role === 'mail');
  return isPalomar(decision.dialect) && mails !== undefined && finalDriver(mails)?.name.text === 'posix';
}

function isFlushing(configuration: Configuration): boolean {
  const entries = ['mail_nfs_storage', 'mail_nfs_index'].flatMap((setting) => entriesNamed(configuration, setting));
  return entries.some((entry) => isYes(plainValue(entry)) === true);
}
