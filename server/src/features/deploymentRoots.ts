/** The roots that a deployment manifest in a folder speaks of. */

import type { Project } from '../config/project.ts';
import { readInfrastructure } from '../manifest/readInfrastructure.ts';
import { splitEmbedded } from '../workspace/embeddedFiles.ts';
import { folderOf, pathInside } from '../workspace/paths.ts';
import { createDeployment, type DeploymentRoot } from './createDeployment.ts';

/** The folder of a root; that of the YAML file around it for one inside YAML. */
export function deploymentFolder(root: string): string | undefined {
  return folderOf(splitEmbedded(root)?.host ?? root);
}

/** A manifest for a folder, made of the roots and manifests in it. */
export function deploymentText(project: Project, folder: string): string {
  const { manifests } = project;
  const roots = project.configurations().flatMap((configuration): DeploymentRoot[] => {
    const path = pathInside(folder, configuration.root.uri);
    const entry = path && (manifests.configMapOf(configuration.root.uri) ?? decodeURIComponent(path));
    return entry === undefined || entry === '' ? [] : [{ configuration, entry }];
  });
  const inside = manifests.documents().filter(({ uri }) => pathInside(folder, uri) !== undefined);
  return createDeployment(roots, inside.map(readInfrastructure));
}
