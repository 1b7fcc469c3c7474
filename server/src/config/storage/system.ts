/** Which storage system of the support page a driver is. */

import { isAwsHost } from '../../knowledge/hosts.ts';
import type { StorageSystem } from '../../knowledge/support.ts';
import { isKnown } from '../holes.ts';
import type { FsDriver } from './types.ts';

/** Undefined when a hole hides what decides. */
export function storageSystem(driver: FsDriver): StorageSystem | undefined {
  if (!isKnown(driver.name.text)) return undefined;
  switch (driver.name.text) {
    case 'sproxyd':
      return 'scality-ring';
    case 'aws-s3':
    case 's3': {
      const host = knownHost(driver);
      if (host === undefined) return undefined;
      return isAwsHost(host) ? 'aws-s3' : 's3-compatible';
    }
    case 'azure':
      return 'azure-blob';
    case 'posix':
      return 'nfs';
    default:
      return 'unlisted';
  }
}

/** The host of a driver's endpoint, when it is known: a `%` variable in it may make it any host. */
export function knownHost(driver: FsDriver): string | undefined {
  const host = driver.url?.host.text;
  return host === undefined || host === '' || host.includes('%') || !isKnown(host) ? undefined : host;
}
