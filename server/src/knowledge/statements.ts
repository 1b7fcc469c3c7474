/**
 * The storage support statements of Dovecot Pro 3.x (Palomar), each once and in our own words. Rules, hovers and the
 * report refer to them by their id.
 */

export interface StatementText {
  readonly id: string;
  /** A few words: the heading of its line in the report. */
  readonly title: string;
  readonly text: string;
}

/** Where the statements stand. */
export const storageSupportPage = 'https://doc.dovecotpro.com/main/palomar/components/storage.html';

const table: Readonly<Record<string, readonly [title: string, text: string]>> = {
  S01: ['Distributed storage', 'Palomar needs mail storage that is distributed and highly available.'],
  S02: ['What support means', 'Support means: named in the Product Definition and covered by the Dovecot Pro SLA.'],
  S03: [
    'On the list',
    'A storage system that the support page does not list is not supported: no SLA can be given for it.',
  ],
  S04: ['Level', 'Support has two levels, Premium (sproxyd, AWS S3) and Basic (S3-compatible, Azure Blob, NFS).'],
  S05: ['Mailbox format', 'obox is the only mailbox format that Palomar supports.'],
  S06: ['dbox users', 'Users with dbox on Pro 2.3 must be migrated to obox on 3.x.'],
  S07: [
    'No conversion in place',
    'Mails cannot be converted from dbox to obox in place: changing the setting does not move them.',
  ],
  S08: ['Price', 'Premium and Basic cost the same licence.'],
  S09: [
    'Premium',
    'Premium: developed and tested against; every release is certified on at least one version, which its Release Notes name.',
  ],
  S10: ['Running the storage', 'Setting up and running the storage itself is outside OX support in either level.'],
  S11: ['Scality RING', 'Scality does all sizing and set-up; the Release Notes name the RING version that was tested.'],
  S12: [
    'Several sites',
    'sproxyd is the only storage on which several sites may share one set of mails (geo-redundancy).',
  ],
  S13: ['AWS itself', 'AWS S3 is Premium only as the service that AWS itself runs, not as an S3 API of somebody else.'],
  S14: ['One region', 'One AWS region. Several availability zones of it are fine, each as a Palomar site of its own.'],
  S15: ['Bucket limits', 'You secure the limits of the bucket (requests per second, traffic in and out) with AWS.'],
  S16: [
    'IAM and signatures',
    'IAM roles and request signatures of versions 2 and 4 work; only the S3 calls that Dovecot makes are tested.',
  ],
  S17: [
    'Basic',
    'Basic: the API access of the Product Definition is kept, nothing more. No vendor certification, no tests before a release, no promise about speed or behaviour; changes of the vendor are your risk; help in an incident is best effort and no SLA event.',
  ],
  S18: ['S3 compatibility', 'Compatible is what behaves as AWS S3 does; checking that is up to you and the vendor.'],
  S19: [
    'Azure authentication',
    'Every request must be authenticated. User SAS is implemented as a best effort; at least one way to authenticate stays, which one may change. Not tested for every release: the Release Notes say what was.',
  ],
  S20: ['Users on NFS', 'Fewer than 250,000 users on NFS, unless the licence has the NFS SLA add-on.'],
  S21: [
    'NFS systems',
    'Replication between sites depends on the vendor; speed is not promised; you provide the system; there is no sizing information. Professional Services may advise, without obligation.',
  ],
  S22: ['NFS version', 'NFSv3 is known to work; version 4 probably does, but nobody has reported production use.'],
  S23: ['Dictmap', 'Every object storage needs dictmap, for mails, index bundles and search indexes alike.'],
  S24: ['CQL protocol', 'Dictmap speaks CQL; protocol version 4 is recommended and the one that is tested.'],
  S25: ['CQL nodes', 'The database must be highly available, on several nodes.'],
  S26: [
    'Apache Cassandra',
    'In production for a long time; at least one version is tested for every Pro release and named in its Release Notes. OX supports neither its configuration nor its operation, recommendations bind nobody; companies such as DataStax give support.',
  ],
  S27: [
    'ScyllaDB',
    'ScyllaDB is not tested at present. Whether its CQL v4 compatibility is enough is yours to judge, support comes from third parties such as ScyllaDB.',
  ],
  S28: ['CQL extensions', 'No CQL extension of ScyllaDB is used or supported.'],
  S29: [
    'Managed CQL services',
    'Managed services exist; OX supports neither their configuration nor their operation and gives no advice on them. Amazon Keyspaces cannot be used: it lacks features that dictmap needs.',
  ],
  S30: [
    'Access to mails',
    'Mails may be reached only through the interfaces of Dovecot: doveadm, and the scripts of the Pro packages.',
  ],
  S31: ['No direct changes', 'Changing stored mails directly is not supported, on NFS and object storage alike.'],
  S32: [
    'doveadm fs',
    '`doveadm fs` is for debugging and repair as Dovecot instructs, not a regular way to reach mails.',
  ],
  S33: [
    'Tested versions',
    'The Release Notes of each release name the tested version of each Premium system, of Azure and of Cassandra.',
  ],
  S34: [
    'Storage features',
    'Extra features of a storage, such as AWS IAM, are supported only on Premium and where noted.',
  ],
};

export const statements: readonly StatementText[] = Object.entries(table).map(([id, [title, text]]) => ({
  id,
  title,
  text,
}));

/** The statement of an id; throws for an id that is none. */
export function statement(id: string): StatementText {
  const found = table[id];
  if (found === undefined) throw new Error(`There is no statement ${id}.`);
  return { id, title: found[0], text: found[1] };
}
