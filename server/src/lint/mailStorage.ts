/** Where the mails of configurations are, as other programs would name the place: buckets and folders. */

import type { Configuration } from '../config/configuration.ts';
import { isKnown } from '../config/holes.ts';
import { storageModel } from '../config/storage/model.ts';
import { knownHost } from '../config/storage/system.ts';
import { finalDriver } from '../config/storage/types.ts';
import { isAwsHost } from '../knowledge/hosts.ts';

function storages(configurations: readonly Configuration[]) {
  return configurations.flatMap((configuration) =>
    storageModel(configuration).chains.flatMap((chain) => finalDriver(chain) ?? []),
  );
}

/** Buckets by setting or, on AWS, by host. */
export function mailBuckets(configurations: readonly Configuration[]): string[] {
  const names = storages(configurations).flatMap((driver) => {
    if (driver.name.text !== 's3' && driver.name.text !== 'aws-s3') return [];
    const set = driver.get('fs_s3_bucket')?.text;
    if (set !== undefined && set !== '') return isKnown(set) ? [set] : [];
    const host = knownHost(driver);
    const label = host === undefined || !isAwsHost(host) ? undefined : /^(.+?)\.s3[.-]/.exec(host)?.[1];
    return label === undefined ? [] : [label];
  });
  return [...new Set(names)];
}

/** Folders, up to the first variable. */
export function mailPaths(configurations: readonly Configuration[]): string[] {
  const paths = storages(configurations).flatMap((driver) => {
    const prefix = driver.name.text === 'posix' ? driver.get('fs_posix_prefix')?.text : undefined;
    const fixed =
      prefix
        ?.replace(/%.*$/s, '')
        .replace(/[^/]*$/, '')
        .replace(/\/+$/, '') ?? '';
    return /^\/[^/]/.test(fixed) && isKnown(fixed) ? [fixed] : [];
  });
  return [...new Set(paths)];
}
