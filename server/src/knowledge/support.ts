/**
 * Support cards: what Dovecot Pro 3.x (Palomar) says about each
 * storage system. Statement ids (S01 …) are those of the contract that the rules and the report refer to.
 */

import { storageSupportPage } from './statements.ts';

export { storageSupportPage } from './statements.ts';

export type SupportLevel = 'premium' | 'basic' | 'unlisted';

export interface SupportCard {
  readonly title: string;
  readonly level: SupportLevel;
  /** Ids of `statements.ts`: what is said of this storage. */
  readonly statements: readonly string[];
  /** And what is said of storage in general. */
  readonly general: readonly string[];
  /** What a configuration on this storage must have. */
  readonly required: readonly string[];
  readonly source: string;
}

/** What holds for every system on the list. */
const anyLevel = ['S02', 'S04', 'S08', 'S10', 'S30', 'S31', 'S32'];

const dictmap = 'A dictmap in the mail, index and FTS chain (S23), on a CQL database of several nodes (S25).';

const cards = {
  'scality-ring': {
    title: 'Scality RING over sproxyd',
    level: 'premium',
    statements: ['S11', 'S12'],
    general: ['S09', 'S33', 'S23', ...anyLevel],
    required: [dictmap],
    source: 'https://doc.dovecotpro.com/main/storage/providers/sproxyd.html',
  },
  'aws-s3': {
    title: 'AWS S3',
    level: 'premium',
    statements: ['S13', 'S14', 'S15', 'S16'],
    general: ['S34', 'S09', 'S33', 'S23', ...anyLevel],
    required: [dictmap, 'An IAM role with an fs-auth listener, or an access key; a region for version 4 signatures.'],
    source: 'https://doc.dovecotpro.com/main/storage/providers/aws.html',
  },
  's3-compatible': {
    title: 'S3-compatible storage',
    level: 'basic',
    statements: ['S18', 'S17', 'S34'],
    general: ['S01', 'S23', ...anyLevel],
    required: [dictmap, 'An access key and its secret.'],
    source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  },
  'azure-blob': {
    title: 'Azure Blob Storage',
    level: 'basic',
    statements: ['S19', 'S17'],
    general: ['S33', 'S23', ...anyLevel],
    required: [dictmap, 'User SAS: tenant id, client id and client secret, with an fs-auth listener.'],
    source: 'https://doc.dovecotpro.com/main/storage/providers/azure.html',
  },
  nfs: {
    title: 'NFS',
    level: 'basic',
    statements: ['S20', 'S21', 'S22', 'S17'],
    general: ['S01', ...anyLevel],
    required: ['The mail storage on NFS, shared by all backends; caches on local disks.'],
    source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  },
  unlisted: {
    title: 'Storage that is not on the list',
    level: 'unlisted',
    statements: ['S03'],
    general: ['S04', 'S02', 'S01'],
    required: [],
    source: storageSupportPage,
  },
} as const satisfies Record<string, SupportCard>;

export type StorageSystem = keyof typeof cards;

export function supportCard(system: StorageSystem): SupportCard {
  return cards[system];
}

/** The CQL databases, whose cards have no level of their own. */
export interface DatabaseCard {
  readonly title: string;
  /** Ids of `statements.ts`. */
  readonly statements: readonly string[];
  readonly general: readonly string[];
  readonly source: string;
}

const cql = ['S24', 'S25'];

export const databaseCards = {
  cassandra: {
    title: 'Apache Cassandra',
    statements: [...cql, 'S26', 'S27', 'S28'],
    general: ['S33'],
    source: storageSupportPage,
  },
  managed: {
    title: 'Managed CQL service',
    statements: [...cql, 'S29'],
    general: [],
    source: storageSupportPage,
  },
} as const satisfies Record<string, DatabaseCard>;

/** What is said of mailbox formats. */
export const formatStatements: readonly string[] = ['S05', 'S06', 'S07'];

/** What hover shows that names a statement: the titles of cards, and mailbox formats. */
export function hoversNaming(id: string): string[] {
  const named = [...Object.values<SupportCard>(cards), ...Object.values<DatabaseCard>(databaseCards)]
    .filter(({ statements, general }) => statements.includes(id) || general.includes(id))
    .map(({ title }) => title);
  return formatStatements.includes(id) ? [...named, 'Mailbox formats'] : named;
}
