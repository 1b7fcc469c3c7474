/**
 * What manifests show of the infrastructure around Dovecot: databases, mounts, jobs, buckets. Plain facts with their
 * places; what they mean for storage support is for the rules.
 */

import type { Span } from '../text/span.ts';

/** A value and where it stands in its document. */
export interface Shown<T> extends Span {
  readonly value: T;
}

/** A cluster of nodes that speak CQL. */
export interface DatabaseCluster {
  readonly system: 'cassandra' | 'scylladb';
  /** What declares it, with its name where it has one. */
  readonly at: Shown<string>;
  /** Nodes of one datacenter; undefined where a template decides. */
  readonly nodes: Shown<number> | undefined;
  /** Racks of one datacenter, where they are listed. */
  readonly racks: Shown<number> | undefined;
  /** A setting that lets nodes share a machine, where it is on. */
  readonly sharedMachines: Shown<string> | undefined;
  /** `dse`, `hcd`: not Apache Cassandra. */
  readonly serverType: Shown<string> | undefined;
}

/** `CREATE KEYSPACE … replication = { … }`. */
export interface Keyspace {
  readonly name: string;
  /** Copies in each datacenter; `SimpleStrategy` has one number for all. */
  readonly factors: readonly Shown<number>[];
}

/** An NFS mount with its options. */
export interface NfsMount {
  readonly at: Shown<string>;
  /** `nfsvers=4.1`, `noatime`, each with its place. */
  readonly options: readonly Shown<string>[];
  /** Whether its kind has a place for options. */
  readonly takesOptions: boolean;
}

/** Storage that is gone with its machine. */
export interface LocalVolume {
  readonly kind: 'emptyDir' | 'hostPath' | 'local';
  readonly at: Shown<string>;
  /** Where containers see it. */
  readonly mountPaths: readonly Shown<string>[];
}

/** A command that runs by itself. */
export interface ScheduledCommand {
  /** `CronJob`, `Job`. */
  readonly kind: string;
  readonly command: Shown<string>;
}

/** A rule of a bucket that deletes or moves objects by itself. */
export interface BucketLifecycle {
  readonly bucket: string;
  readonly at: Shown<string>;
}

/** An option of ScyllaDB that no CQL database has. */
export interface ScyllaExtension {
  readonly at: Shown<string>;
  /** The option with its value; undefined where its map holds nothing else. */
  readonly whole: Span | undefined;
}

export interface Infrastructure {
  readonly databases: DatabaseCluster[];
  readonly scyllaExtensions: ScyllaExtension[];
  readonly keyspaces: Keyspace[];
  readonly nfsMounts: NfsMount[];
  readonly localVolumes: LocalVolume[];
  readonly commands: ScheduledCommand[];
  readonly lifecycles: BucketLifecycle[];
  /** Values of Dovecot charts that turn dictmap off although there is object storage. */
  readonly disabledDictmaps: Shown<string>[];
}

export function emptyInfrastructure(): Infrastructure {
  return {
    databases: [],
    scyllaExtensions: [],
    keyspaces: [],
    nfsMounts: [],
    localVolumes: [],
    commands: [],
    lifecycles: [],
    disabledDictmaps: [],
  };
}
