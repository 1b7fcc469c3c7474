/** Makes the storage model of a configuration. */

import type { StorageSystem } from '../../knowledge/support.ts';
import type { Configuration } from '../configuration.ts';
import { blockAttachments, blockChains } from './blocks.ts';
import { cqlConnections } from './cql.ts';
import { dictReferences, dicts } from './dicts.ts';
import { mailFormats } from './formats.ts';
import { storageSystem } from './system.ts';
import { finalDriver, type StorageModel } from './types.ts';
import { uriAttachments, uriChains } from './uriChains.ts';

const models = new WeakMap<Configuration, StorageModel>();

/** The storage model of a configuration, made when first asked for. */
export function storageModel(configuration: Configuration): StorageModel {
  let model = models.get(configuration);
  if (model === undefined) {
    const old = configuration.decision.grammar === 'old';
    const offered = dicts(configuration);
    const chains = old ? uriChains(configuration) : blockChains(configuration);
    model = {
      formats: mailFormats(configuration),
      chains,
      attachments: old ? uriAttachments(configuration) : blockAttachments(configuration),
      cql: cqlConnections(configuration, offered),
      dicts: offered,
      dictReferences: dictReferences(configuration, chains),
    };
    models.set(configuration, model);
  }
  return model;
}

/** The storage systems of all chains whose storage is known. */
export function knownSystems(configuration: Configuration): StorageSystem[] {
  return storageModel(configuration).chains.flatMap((chain) => {
    const driver = finalDriver(chain);
    return (driver && storageSystem(driver)) ?? [];
  });
}

export function usesSystem(configuration: Configuration, system: StorageSystem): boolean {
  return knownSystems(configuration).includes(system);
}
