/** What the judges of the statements look at, collected once. */

import type { Configuration } from '../config/configuration.ts';
import type { DeploymentFacts } from '../config/deployment.ts';
import { storageModel } from '../config/storage/model.ts';
import { storageSystem } from '../config/storage/system.ts';
import { type FsChain, type FsDriver, finalDriver, type StorageModel } from '../config/storage/types.ts';
import type { StorageSystem } from '../knowledge/support.ts';
import type { Finding, Place } from '../lint/rule.ts';
import type { Evidence } from './model.ts';

export interface UsedStorage {
  readonly chain: FsChain;
  readonly driver: FsDriver;
  readonly system: StorageSystem;
}

export interface ReportFacts {
  readonly configuration: Configuration;
  readonly storage: StorageModel;
  readonly deployment: DeploymentFacts | undefined;
  /** The storages that are known for certain. */
  readonly used: readonly UsedStorage[];
  /** A chain whose storage a hole hides, or none at all: what is used is not fully known. */
  readonly isOpen: boolean;
  /** Findings by the statement that they are about. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

export function reportFacts(configuration: Configuration, findings: readonly Finding[]): ReportFacts {
  const storage = storageModel(configuration);
  const used: UsedStorage[] = [];
  for (const chain of storage.chains) {
    const driver = finalDriver(chain);
    const system = driver === undefined ? undefined : storageSystem(driver);
    if (driver !== undefined && system !== undefined) used.push({ chain, driver, system });
  }
  const byStatement = new Map<string, Finding[]>();
  for (const finding of findings) {
    for (const id of finding.rule.statements) byStatement.set(id, [...(byStatement.get(id) ?? []), finding]);
  }
  return {
    configuration,
    storage,
    deployment: configuration.deployment,
    used,
    isOpen: storage.chains.length === 0 || used.length < storage.chains.length || !configuration.complete,
    findings: byStatement,
  };
}

export function usesSystem({ used }: ReportFacts, ...systems: readonly StorageSystem[]): UsedStorage[] {
  return used.filter(({ system }) => systems.includes(system));
}

/** The word that names a storage, as evidence. */
export function storageEvidence(used: readonly UsedStorage[]): Evidence[] {
  return used.map(({ driver }) => ({ at: driver.name, text: driver.name.text }));
}

/** A declared value of the manifest, as evidence. */
export function declaredEvidence(declared: Place & { readonly value: unknown }, key: string): Evidence {
  return { at: { document: declared.document, span: declared.span }, text: `${key}: ${String(declared.value)}` };
}
