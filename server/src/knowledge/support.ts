/**
 * The storage support statements as support cards, in our own words: what Dovecot Pro 3.x (Palomar) says about each
 * storage system. Statement ids (S01 …) are those of the contract that the rules and the report refer to.
 */

export type SupportLevel = 'premium' | 'basic' | 'unlisted';

export interface StatementText {
  readonly id: string;
  readonly text: string;
}

export interface SupportCard {
  readonly title: string;
  readonly level: SupportLevel;
  readonly statements: readonly StatementText[];
  /** What a configuration on this storage must have. */
  readonly required: readonly string[];
  readonly source: string;
}

export const storageSupportPage = 'https://doc.dovecotpro.com/main/palomar/components/storage.html';

const anyLevel: readonly StatementText[] = [
  { id: 'S02', text: 'Support means: named in the Product Definition and covered by the Dovecot Pro SLA.' },
  { id: 'S08', text: 'Premium and Basic cost the same licence.' },
  { id: 'S10', text: 'Setting up and running the storage itself is outside OX support in either level.' },
];

const premium: StatementText = {
  id: 'S09',
  text: 'Premium: developed and tested against; every release is certified on at least one version, which its Release Notes name.',
};

const basic: StatementText = {
  id: 'S17',
  text: 'Basic: the API access of the Product Definition is kept, nothing more. No vendor certification, no tests before a release, no promise about speed or behaviour; changes of the vendor are your risk; help in an incident is best effort and no SLA event.',
};

const dictmap = 'A dictmap in the mail, index and FTS chain (S23), on a CQL database of several nodes (S25).';

const cards = {
  'scality-ring': {
    title: 'Scality RING over sproxyd',
    level: 'premium',
    statements: [
      {
        id: 'S11',
        text: 'Scality does all sizing and set-up; the Release Notes name the RING version that was tested.',
      },
      { id: 'S12', text: 'The only storage on which several sites may share one set of mails (geo-redundancy).' },
      premium,
      ...anyLevel,
    ],
    required: [dictmap],
    source: 'https://doc.dovecotpro.com/main/storage/providers/sproxyd.html',
  },
  'aws-s3': {
    title: 'AWS S3',
    level: 'premium',
    statements: [
      { id: 'S13', text: 'Premium only as the service that AWS itself runs, not as an S3 API of somebody else.' },
      { id: 'S14', text: 'One region. Several availability zones of it are fine, each as a Palomar site of its own.' },
      { id: 'S15', text: 'You secure the limits of the bucket (requests per second, traffic in and out) with AWS.' },
      {
        id: 'S16',
        text: 'IAM roles and request signatures of versions 2 and 4 work; only the S3 calls that Dovecot makes are tested.',
      },
      { id: 'S34', text: 'Features beyond plain S3, such as IAM, are supported here and not on other S3 services.' },
      premium,
      ...anyLevel,
    ],
    required: [dictmap, 'An IAM role with an fs-auth listener, or an access key; a region for version 4 signatures.'],
    source: 'https://doc.dovecotpro.com/main/storage/providers/aws.html',
  },
  's3-compatible': {
    title: 'S3-compatible storage',
    level: 'basic',
    statements: [
      { id: 'S18', text: 'Compatible is what behaves as AWS S3 does; checking that is up to you and the vendor.' },
      basic,
      ...anyLevel,
    ],
    required: [dictmap, 'An access key and its secret.'],
    source: 'https://doc.dovecotpro.com/main/storage/providers/s3.html',
  },
  'azure-blob': {
    title: 'Azure Blob Storage',
    level: 'basic',
    statements: [
      {
        id: 'S19',
        text: 'Every request must be authenticated. User SAS is implemented as a best effort; at least one way to authenticate stays, which one may change. Not tested for every release: the Release Notes say what was.',
      },
      basic,
      ...anyLevel,
    ],
    required: [dictmap, 'User SAS: tenant id, client id and client secret, with an fs-auth listener.'],
    source: 'https://doc.dovecotpro.com/main/storage/providers/azure.html',
  },
  nfs: {
    title: 'NFS',
    level: 'basic',
    statements: [
      { id: 'S20', text: 'Fewer than 250,000 users, unless the licence has the NFS SLA add-on.' },
      {
        id: 'S21',
        text: 'Replication between sites depends on the vendor; speed is not promised; you provide the system; there is no sizing information. Professional Services may advise, without obligation.',
      },
      { id: 'S22', text: 'NFSv3 is known to work; version 4 probably does, but nobody has reported production use.' },
      basic,
      ...anyLevel,
    ],
    required: ['The mail storage on NFS, shared by all backends; caches on local disks.'],
    source: 'https://doc.dovecotpro.com/main/storage/providers/nfs.html',
  },
  unlisted: {
    title: 'Storage that is not on the list',
    level: 'unlisted',
    statements: [
      {
        id: 'S03',
        text: 'A storage system that the support page does not list is not supported: no SLA can be given for it.',
      },
      {
        id: 'S04',
        text: 'Support has two levels, Premium (sproxyd, AWS S3) and Basic (S3-compatible, Azure Blob, NFS).',
      },
      { id: 'S02', text: 'Support means: named in the Product Definition and covered by the Dovecot Pro SLA.' },
    ],
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
  readonly statements: readonly StatementText[];
  readonly source: string;
}

const cql: readonly StatementText[] = [
  { id: 'S24', text: 'Dictmap speaks CQL; protocol version 4 is recommended and the one that is tested.' },
  { id: 'S25', text: 'The database must be highly available, on several nodes.' },
];

export const databaseCards = {
  cassandra: {
    title: 'Apache Cassandra',
    statements: [
      ...cql,
      {
        id: 'S26',
        text: 'In production for a long time; at least one version is tested for every Pro release and named in its Release Notes. OX supports neither its configuration nor its operation, recommendations bind nobody; companies such as DataStax give support.',
      },
      {
        id: 'S27',
        text: 'ScyllaDB is not tested at present. Whether its CQL v4 compatibility is enough is yours to judge, support comes from third parties such as ScyllaDB.',
      },
      { id: 'S28', text: 'No CQL extension of ScyllaDB is used or supported.' },
    ],
    source: storageSupportPage,
  },
  managed: {
    title: 'Managed CQL service',
    statements: [
      ...cql,
      {
        id: 'S29',
        text: 'Managed services exist; OX supports neither their configuration nor their operation and gives no advice on them. Amazon Keyspaces cannot be used: it lacks features that dictmap needs.',
      },
    ],
    source: storageSupportPage,
  },
} as const satisfies Record<string, DatabaseCard>;

/** S05 to S07, for a mailbox format that Palomar does not support. */
export const formatStatements: readonly StatementText[] = [
  { id: 'S05', text: 'obox is the only mailbox format that Palomar supports.' },
  { id: 'S06', text: 'Users with dbox on Pro 2.3 must be migrated to obox on 3.x.' },
  { id: 'S07', text: 'Mails cannot be converted from dbox to obox in place: changing the setting does not move them.' },
];
