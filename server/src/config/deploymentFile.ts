/**
 * The deployment manifest: a YAML document of kind `DovecotDeployment` that declares what no configuration file shows. Its
 * form is one description, of which checks, hover, completion and JSON schema are made; what it says becomes facts.
 */

import {
  memberOf,
  type Shape,
  type ShapeProblem,
  shapeProblems,
  type TextShape,
  type Words,
} from '../manifest/shape.ts';
import type { YamlDocument, YamlNode } from '../manifest/yamlDocument.ts';
import type { Span } from '../text/span.ts';
import { baseName } from '../workspace/paths.ts';
import type { DatabaseFacts, Declared, DeploymentFacts, SiteFacts, StorageFacts } from './deployment.ts';

export const deploymentFileName = 'dovecot-deployment.yaml';

const storageWords: Words = {
  'scality-ring': 'Scality RING over sproxyd.',
  'aws-s3': 'S3 as the service that AWS runs.',
  's3-compatible': 'An S3 interface of somebody else.',
  'azure-blob': 'Azure Blob Storage.',
  nfs: 'A file system on NFS.',
  other: 'Something that is not on the list of supported storage.',
};

const integer: TextShape = { kind: 'text', wanted: 'a whole number', pattern: '^\\d+$', type: 'integer' };
const flag: TextShape = {
  kind: 'text',
  wanted: 'true or false',
  pattern: '^(true|false)$',
  type: 'boolean',
  words: { true: 'It is so.', false: 'It is not so.' },
};
const version: TextShape = {
  kind: 'text',
  wanted: 'a release, as 3.1.2',
  pattern: '^\\d+(\\.\\w+)*$',
  type: 'version',
};
const name: TextShape = { kind: 'text', wanted: 'a name' };

const storage: Shape = {
  kind: 'map',
  members: {
    mail: {
      summary: 'Where mails are stored.',
      shape: {
        kind: 'map',
        members: {
          system: { summary: 'The storage system.', shape: { kind: 'choice', words: storageWords } },
          version: { summary: 'Its release, to compare with the Release Notes.', shape: version },
          nfs: {
            summary: 'What NFS adds.',
            shape: {
              kind: 'map',
              members: {
                version: { summary: 'The protocol version of the mounts: 3 is known to work.', shape: version },
              },
            },
          },
        },
      },
    },
  },
};

export const deploymentShape: Shape = {
  kind: 'map',
  members: {
    kind: {
      summary: 'Says that this document is a deployment manifest.',
      shape: { kind: 'choice', words: { DovecotDeployment: 'A deployment manifest.' } },
    },
    apiVersion: { summary: 'Not needed; for tools that want one.', shape: name },
    metadata: {
      summary: 'Not needed; for tools that want it.',
      shape: { kind: 'names', noun: 'key', known: undefined, values: name },
    },
    dovecot: {
      summary: 'The product that runs here.',
      shape: {
        kind: 'map',
        members: {
          edition: {
            summary: 'Community Edition or Pro.',
            shape: { kind: 'choice', words: { ce: 'The Community Edition.', pro: 'Dovecot Pro.' } },
          },
          version: { summary: 'The exact release: it decides grammar details, settings and defaults.', shape: version },
        },
      },
    },
    entrypoints: {
      summary: 'The root files, and what each is for. Without it every dovecot.conf is a root.',
      shape: {
        kind: 'list',
        items: {
          kind: 'map',
          members: {
            file: { summary: 'The path of a root, relative to this file.', shape: { kind: 'text', wanted: 'a path' } },
            configMap: {
              summary: 'A root inside a ConfigMap.',
              shape: {
                kind: 'map',
                members: {
                  name: { summary: 'The name of the ConfigMap.', shape: name },
                  key: { summary: 'The key that holds the root.', shape: name },
                },
              },
            },
            role: {
              summary: 'What runs with it.',
              shape: {
                kind: 'choice',
                words: {
                  backend: 'Opens mailboxes.',
                  proxy: 'Passes connections on; stores no mail.',
                  standalone: 'Everything in one.',
                },
              },
            },
            storage: {
              summary: 'The storage of this root, where it differs: two stores during a migration.',
              shape: storage,
            },
          },
        },
      },
    },
    users: { summary: 'How many users there are: NFS is supported up to a number of them.', shape: integer },
    license: {
      summary: 'What the licence has beyond the product.',
      shape: {
        kind: 'map',
        members: { nfsSla: { summary: 'The NFS SLA add-on, needed for 250,000 users and more on NFS.', shape: flag } },
      },
    },
    sites: {
      summary: 'The sites of the deployment: only sproxyd may serve several regions.',
      shape: {
        kind: 'list',
        items: {
          kind: 'map',
          members: {
            name: { summary: 'What the site is called.', shape: name },
            region: {
              summary: 'The region it is in, as the storage names it.',
              shape: { kind: 'text', wanted: 'a region' },
            },
            zones: {
              summary: 'Availability zones of the region.',
              shape: { kind: 'list', items: { kind: 'text', wanted: 'a zone' } },
            },
          },
        },
      },
    },
    storage: { summary: 'Where things are stored.', shape: storage },
    dictmap: {
      summary: 'The database of dictmap.',
      shape: {
        kind: 'map',
        members: {
          database: {
            summary: 'A database that speaks CQL.',
            shape: {
              kind: 'map',
              members: {
                system: {
                  summary: 'Which one it is.',
                  shape: {
                    kind: 'choice',
                    words: {
                      cassandra: 'Apache Cassandra, run by you.',
                      scylladb: 'ScyllaDB, run by you: not tested at present.',
                      managed: 'A service that somebody else runs.',
                    },
                  },
                },
                service: {
                  summary: 'Which managed service.',
                  shape: {
                    kind: 'choice',
                    words: {
                      astra: 'DataStax Astra DB.',
                      'scylladb-cloud': 'ScyllaDB Cloud.',
                      'aws-keyspaces': 'Amazon Keyspaces: cannot be used.',
                      other: 'Another one.',
                    },
                  },
                },
                version: { summary: 'Its release, to compare with the Release Notes.', shape: version },
                nodesPerSite: { summary: 'Nodes at each site: three or more are highly available.', shape: integer },
                replicationFactor: { summary: 'Copies at each site.', shape: integer },
                protocolVersion: { summary: 'The CQL protocol in use: 4 is the one that is tested.', shape: integer },
              },
            },
          },
        },
      },
    },
  },
};

export interface Entrypoint {
  /** Relative to the manifest. */
  readonly file: string | undefined;
  readonly configMap: { readonly name: string; readonly key: string } | undefined;
  readonly facts: DeploymentFacts;
}

export interface DeploymentFile {
  readonly document: YamlDocument;
  readonly problems: readonly ShapeProblem[];
  /** What holds for every root that no entry point names. */
  readonly facts: DeploymentFacts;
  readonly entrypoints: readonly Entrypoint[];
}

/** Whether a YAML file is a deployment manifest, by its name or its kind. */
export function isDeploymentFile(document: YamlDocument): boolean {
  return baseName(document.uri) === deploymentFileName || deploymentRoot(document) !== undefined;
}

/** The document of the stream that is the manifest. */
export function deploymentRoot({ uri, tree }: YamlDocument): YamlNode | undefined {
  const named = tree.documents.find((root) => textOf(memberOf(root, 'kind')) === 'DovecotDeployment');
  return named ?? (baseName(uri) === deploymentFileName ? tree.documents[0] : undefined);
}

/** The part of a stream that is the manifest; what stands in other parts is none of it. */
export function deploymentSpan(document: YamlDocument): Span | undefined {
  const root = deploymentRoot(document);
  const at = root?.from ?? 0;
  const placed = document.parts.findLast(({ from }) => from <= at);
  return placed && { from: placed.from, to: placed.from + placed.part.text.length };
}

const read = new WeakMap<YamlDocument, DeploymentFile>();

/** A manifest that is no YAML declares nothing; a value that is wrong is not declared. */
export function readDeployment(document: YamlDocument): DeploymentFile {
  let file = read.get(document);
  if (file === undefined) {
    file = new Reader(document).run();
    read.set(document, file);
  }
  return file;
}

function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' ? node.text : undefined;
}

/** What a quick-fix writes where only a person knows the value. */
const placeholder = /\bCHANGEME/;

class Reader {
  readonly #document: YamlDocument;
  readonly #problems: readonly ShapeProblem[];
  readonly #wrong: ReadonlySet<number>;

  constructor(document: YamlDocument) {
    this.#document = document;
    const root = deploymentRoot(document);
    const { comments, issues } = document.tree;
    // What a template fills is not for us to judge.
    const isTemplate = /\{\{|\$\{/.test(document.text);
    this.#problems = isTemplate ? [] : shapeProblems({ documents: [root], comments, issues }, deploymentShape);
    this.#wrong = new Set(this.#problems.map(({ from }) => from));
  }

  run(): DeploymentFile {
    const isBroken = this.#problems.some(({ code }) => code === 'not-yaml');
    const root = isBroken ? undefined : deploymentRoot(this.#document);
    const facts = this.#facts(root);
    const list = memberOf(root, 'entrypoints');
    const entrypoints = (list?.kind === 'sequence' ? list.items : []).map((item) => this.#entrypoint(item, facts));
    return { document: this.#document, problems: this.#problems, facts, entrypoints };
  }

  #facts(root: YamlNode | undefined): DeploymentFacts {
    const at = (...keys: string[]) => keys.reduce<YamlNode | undefined>((node, key) => memberOf(node, key), root);
    const sites = this.#filled(at('sites'));
    return {
      ...this.#text('edition', at('dovecot', 'edition')),
      ...this.#text('version', at('dovecot', 'version')),
      ...this.#number('users', at('users')),
      ...this.#flag('nfsSla', at('license', 'nfsSla')),
      ...(sites?.kind === 'sequence' && { sites: sites.items.map((site) => this.#site(site)) }),
      storage: this.#storage(at('storage', 'mail')),
      database: this.#database(at('dictmap', 'database')),
      document: this.#document,
    } as DeploymentFacts;
  }

  #entrypoint(item: YamlNode, facts: DeploymentFacts): Entrypoint {
    const own = memberOf(memberOf(item, 'storage'), 'mail');
    const configMap = memberOf(item, 'configMap');
    const [name, key] = [textOf(memberOf(configMap, 'name')), textOf(memberOf(configMap, 'key'))];
    return {
      file: textOf(memberOf(item, 'file')),
      configMap: name === undefined || key === undefined ? undefined : { name, key },
      facts: {
        ...facts,
        ...this.#text('role', memberOf(item, 'role')),
        ...(own !== undefined && { storage: this.#storage(own) }),
      } as DeploymentFacts,
    };
  }

  #storage(mail: YamlNode | undefined): StorageFacts {
    return {
      ...this.#text('system', memberOf(mail, 'system')),
      ...this.#text('version', memberOf(mail, 'version')),
      ...this.#text('nfsVersion', memberOf(memberOf(mail, 'nfs'), 'version')),
    } as StorageFacts;
  }

  #database(database: YamlNode | undefined): DatabaseFacts {
    return {
      ...this.#text('system', memberOf(database, 'system')),
      ...this.#text('service', memberOf(database, 'service')),
      ...this.#text('version', memberOf(database, 'version')),
      ...this.#number('nodesPerSite', memberOf(database, 'nodesPerSite')),
      ...this.#number('replicationFactor', memberOf(database, 'replicationFactor')),
      ...this.#number('protocolVersion', memberOf(database, 'protocolVersion')),
    } as DatabaseFacts;
  }

  #site(site: YamlNode): SiteFacts {
    const zones = memberOf(site, 'zones');
    return {
      ...this.#text('name', memberOf(site, 'name')),
      ...this.#text('region', memberOf(site, 'region')),
      zones: (zones?.kind === 'sequence' ? zones.items : []).flatMap((zone) => this.#declared(zone) ?? []),
      document: this.#document,
      span: { from: site.from, to: site.from },
    } as SiteFacts;
  }

  /** A list with a placeholder in it says nothing yet. */
  #filled(node: YamlNode | undefined): YamlNode | undefined {
    return node !== undefined && placeholder.test(this.#document.text.slice(node.from, node.to)) ? undefined : node;
  }

  /** A value that is there, is right, and has no hole and no placeholder. */
  #declared(node: YamlNode | undefined): Declared<string> | undefined {
    if (node?.kind !== 'scalar' || this.#wrong.has(node.from) || /\{\{|\$\{/.test(node.text)) return undefined;
    if (placeholder.test(node.text)) return undefined;
    return { value: node.text, document: this.#document, span: { from: node.from, to: node.to } };
  }

  #text(key: string, node: YamlNode | undefined): Record<string, Declared<string>> {
    const declared = this.#declared(node);
    return declared === undefined ? {} : { [key]: declared };
  }

  #number(key: string, node: YamlNode | undefined): Record<string, Declared<number>> {
    const declared = this.#declared(node);
    return declared === undefined ? {} : { [key]: { ...declared, value: Number(declared.value) } };
  }

  #flag(key: string, node: YamlNode | undefined): Record<string, Declared<boolean>> {
    const declared = this.#declared(node);
    return declared === undefined ? {} : { [key]: { ...declared, value: declared.value === 'true' } };
  }
}
