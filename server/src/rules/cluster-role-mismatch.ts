/** Settings of the cluster on a server of the other role. */

import type { Entry } from '../config/configuration.ts';
import { entriesNamed } from '../config/entries.ts';
import { locatedWord } from '../config/located.ts';
import { type ClusterRole, clusterRole } from '../config/storage/cluster.ts';
import { removeLines } from '../lint/edits.ts';
import { defineRule, palomar } from '../lint/rule.ts';

const v31 = 'dovecot_config_version = 3.1.2\n';
const v30 = 'dovecot_config_version = 3.0.5\nplugin {\n}\n';

export const clusterRoleMismatch = defineRule({
  id: 'cluster-role-mismatch',
  dialects: palomar,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/palomar/configuration.html',
  docs: {
    summary: 'A proxy has a setting that is for backends, or a backend one that is for proxies.',
    why: 'A proxy with a backend name takes itself for a backend of the cluster, and a backend that checks others may set them offline. The manual says of these settings not to set them in the other role.',
    exceptions: 'A single server that is proxy and backend in one is no design of Palomar.',
    bad: [
      {
        dialect: 'pro-3.1',
        text: `${v31}@cluster_defaults = proxy\n<|cluster_backend_name|> = backend1.example.com\n`,
        fixed: `${v31}@cluster_defaults = proxy\n`,
      },
      {
        dialect: 'pro-3.1',
        text: `${v31}@cluster_defaults = backend\n<|cluster_default_group_count|> = 100\n`,
        fixed: `${v31}@cluster_defaults = backend\n`,
      },
      {
        dialect: 'pro-3.0',
        text: `${v30}cluster_geodb = proxy:dict-async:geodb\ncluster_backend_name = b1\n<|cluster_proxy_check_backends|> = yes\n`,
        fixed: `${v30}cluster_geodb = proxy:dict-async:geodb\ncluster_backend_name = b1\n`,
      },
    ],
    good: [
      { dialect: 'pro-3.1', text: `${v31}@cluster_defaults = backend\ncluster_backend_name = backend1.example.com\n` },
      {
        dialect: 'pro-3.1',
        text: `${v31}@cluster_defaults = {{ role }}\ncluster_backend_name = backend1.example.com\n`,
      },
    ],
  },
  messages: {
    other: "'{name}' is for {role} only: do not set it here.",
    both: "'{name}' is for proxies, but this server has the settings of a backend, too: it can be one of them only.",
  },
  check({ configuration, deployment, report }) {
    const role = clusterRole(configuration, deployment);
    const found = (of: ClusterRole) => settings[of].flatMap((name) => entriesNamed(configuration, name));
    const wrong = role === undefined ? bothRoles(found('backend'), found('proxy')) : found(otherRole[role]);
    for (const { statement, document } of wrong) {
      const name = statement.key.text;
      report({
        at: locatedWord(statement.key, document),
        message: role === undefined ? 'both' : 'other',
        data:
          role === undefined ? { name } : { name, role: { backend: 'backends', proxy: 'proxies' }[otherRole[role]] },
        fixes: [{ title: 'Remove the setting', safe: role !== undefined, edits: [removeLines(document, statement)] }],
      });
    }
  },
});

const settings: Readonly<Record<ClusterRole, readonly string[]>> = {
  backend: ['cluster_backend_name'],
  proxy: ['cluster_proxy_check_backends', 'cluster_default_group_count', 'cluster_user_move_timeout'],
};

const otherRole = { backend: 'proxy', proxy: 'backend' } as const;

/** Where nothing says what the server is, a backend's name does; the proxy's settings are then too many. */
function bothRoles(ofBackend: readonly Entry[], ofProxy: readonly Entry[]): readonly Entry[] {
  return ofBackend.length === 0 ? [] : ofProxy;
}
