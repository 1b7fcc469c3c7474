/**
 * What no configuration file shows – users, sites, licence add-ons, product versions – as the deployment manifest declares
 * it. Everything is optional: absent means unknown, never "no".
 */

import type { Span } from '../text/span.ts';
import type { SourceDocument } from '../workspace/document.ts';

/** A declared value and where it is declared. */
export interface Declared<T> {
  readonly value: T;
  readonly document: SourceDocument;
  readonly span: Span;
}

export type Edition = 'ce' | 'pro';
export type EntrypointRole = 'backend' | 'proxy' | 'standalone';
export type DeclaredStorage = 'scality-ring' | 'aws-s3' | 's3-compatible' | 'azure-blob' | 'nfs' | 'other';
export type DeclaredDatabase = 'cassandra' | 'scylladb' | 'managed';
export type ManagedService = 'astra' | 'scylladb-cloud' | 'aws-keyspaces' | 'other';

export interface StorageFacts {
  readonly system?: Declared<DeclaredStorage>;
  /** E.g. the RING release. */
  readonly version?: Declared<string>;
  readonly nfsVersion?: Declared<string>;
}

export interface SiteFacts {
  readonly name?: Declared<string>;
  readonly region?: Declared<string>;
  readonly zones: readonly Declared<string>[];
  readonly document: SourceDocument;
  readonly span: Span;
}

export interface DatabaseFacts {
  readonly system?: Declared<DeclaredDatabase>;
  readonly service?: Declared<ManagedService>;
  readonly version?: Declared<string>;
  readonly nodesPerSite?: Declared<number>;
  readonly replicationFactor?: Declared<number>;
  readonly protocolVersion?: Declared<number>;
}

/** The facts of one root: an entry point may override what the deployment says of the storage. */
export interface DeploymentFacts {
  readonly edition?: Declared<Edition>;
  readonly version?: Declared<string>;
  readonly role?: Declared<EntrypointRole>;
  readonly users?: Declared<number>;
  readonly nfsSla?: Declared<boolean>;
  /** Undefined when nothing is said of sites. */
  readonly sites?: readonly SiteFacts[];
  readonly storage: StorageFacts;
  readonly database: DatabaseFacts;
  /** The manifest itself: where something missing can be declared. */
  readonly document: SourceDocument;
}
