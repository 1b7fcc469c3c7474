/** Which part of a Palomar cluster a configuration is for. */

import type { Configuration } from '../configuration.ts';
import type { DeploymentFacts } from '../deployment.ts';
import { entriesNamed, plainValue } from '../entries.ts';

export type ClusterRole = 'backend' | 'proxy';

/** As the deployment manifest declares it, or the group of defaults says; undefined when nothing does. */
export function clusterRole(
  configuration: Configuration,
  deployment: DeploymentFacts | undefined,
): ClusterRole | undefined {
  const declared = deployment?.role?.value;
  if (declared !== undefined) return declared === 'standalone' ? undefined : declared;
  const [defaults] = entriesNamed(configuration, '@cluster_defaults');
  const group = plainValue(defaults)?.text;
  return group === 'backend' || group === 'proxy' ? group : undefined;
}
