/** One judge per statement: what the files show about it when no rule has found anything. */

import { isKnown } from '../config/holes.ts';
import type { Located } from '../config/located.ts';
import { knownHost } from '../config/storage/system.ts';
import { hasDriver, objectDrivers } from '../config/storage/types.ts';
import { regionOfAwsHost } from '../knowledge/hosts.ts';
import { declaredEvidence, type ReportFacts, storageEvidence, type UsedStorage, usesSystem } from './facts.ts';
import type { Evidence, Verdict } from './model.ts';

export interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly evidence?: readonly Evidence[];
  readonly declare?: string;
}

type Judge = (facts: ReportFacts) => Judgement;

const note: Judge = () => ({ verdict: 'note', reason: 'Holds for every deployment.' });
const notUsed = (what: string): Judgement => ({ verdict: 'not-applicable', reason: `${what} is not used.` });
const notUsedOrUnknown = ({ isOpen }: ReportFacts, what: string): Judgement =>
  isOpen
    ? { verdict: 'unknown', reason: `${what} may or may not be used: not all of the storage is known.` }
    : notUsed(what);

export const judges: Readonly<Record<string, Judge>> = {
  S01(facts) {
    if (facts.isOpen) return { verdict: 'unknown', reason: 'The storage in use is not fully known.' };
    const unsure = usesSystem(facts, 's3-compatible', 'nfs', 'unlisted');
    if (unsure.length === 0) {
      return {
        verdict: 'supported',
        reason: 'The storage is a distributed service.',
        evidence: storageEvidence(facts.used),
      };
    }
    return {
      verdict: 'unknown',
      reason: 'Whether this system is distributed and highly available only its operator knows.',
      evidence: storageEvidence(unsure),
    };
  },
  S02: note,
  S03(facts) {
    if (facts.isOpen) return { verdict: 'unknown', reason: 'The storage in use is not fully known.' };
    return {
      verdict: 'supported',
      reason: 'Every storage in use is on the list.',
      evidence: storageEvidence(facts.used),
    };
  },
  S04(facts) {
    if (facts.used.length === 0) return { verdict: 'unknown', reason: 'The storage in use is not known.' };
    return { verdict: 'note', reason: 'See the level of each storage above.', evidence: storageEvidence(facts.used) };
  },
  S05({ storage }) {
    const named = (format: RegExp) =>
      storage.formats.filter(({ driver }) => format.test(driver.text)).map(({ driver }) => driver);
    const asEvidence = (drivers: readonly Located[]) => drivers.map((at) => ({ at, text: at.text }));
    const [dbox, obox] = [named(/^[sm]?dbox$/), named(/^obox$/)];
    if (dbox.length > 0)
      return { verdict: 'not-supported', reason: `'${dbox[0]!.text}' is not obox.`, evidence: asEvidence(dbox) };
    if (obox.length === 0) return { verdict: 'unknown', reason: 'No mailbox format is set.' };
    return {
      verdict: 'supported',
      reason: 'The mailbox format is obox.',
      evidence: asEvidence(obox),
    };
  },
  S06: () => ({
    verdict: 'open',
    reason: 'Make sure that no user still has mails in dbox from Pro 2.3: no file shows it.',
  }),
  S07: note,
  S08: note,
  S09: (facts) => {
    const premium = usesSystem(facts, 'scality-ring', 'aws-s3');
    if (premium.length === 0) return notUsedOrUnknown(facts, 'A Premium storage');
    return { verdict: 'open', reason: compareWithReleaseNotes(facts), evidence: storageEvidence(premium) };
  },
  S10: note,
  S11: (facts) =>
    applies(
      facts,
      ['scality-ring'],
      'Scality RING',
      'open',
      'Agree on sizing and set-up with Scality, and compare the RING version with the Release Notes.',
    ),
  S12: judgeSites,
  S13: (facts) => applies(facts, ['aws-s3'], 'AWS S3', 'supported', 'The endpoint is one of AWS.'),
  S14: judgeRegion,
  S15: (facts) => applies(facts, ['aws-s3'], 'AWS S3', 'open', 'Secure the limits of the bucket with AWS.'),
  S16: judgeCredentials,
  S17: (facts) =>
    applies(
      facts,
      ['s3-compatible', 'azure-blob', 'nfs'],
      'A Basic storage',
      'at-your-risk',
      'Basic support: the API is kept, nothing more is promised.',
    ),
  S18: (facts) =>
    applies(
      facts,
      ['s3-compatible'],
      'An S3-compatible storage',
      'at-your-risk',
      'That it behaves as AWS S3 does is for you and the vendor to check.',
    ),
  S19: (facts) =>
    applies(
      facts,
      ['azure-blob'],
      'Azure Blob Storage',
      'at-your-risk',
      'Requests are authenticated; which way to authenticate stays may change.',
    ),
  S20: judgeUsers,
  S21: (facts) =>
    applies(facts, ['nfs'], 'NFS', 'at-your-risk', 'The system, its speed and its replication are yours.'),
  S22: judgeNfsVersion,
  S23: judgeDictmap,
  S24: judgeProtocol,
  S25: judgeNodes,
  S26: (facts) => judgeDatabase(facts, 'cassandra', { verdict: 'open', reason: compareWithReleaseNotes(facts) }),
  S27: (facts) =>
    judgeDatabase(facts, 'scylladb', { verdict: 'at-your-risk', reason: 'ScyllaDB is not tested at present.' }),
  S28: (facts) => judgeDatabase(facts, 'scylladb', { verdict: 'open', reason: 'Use none of its extensions.' }),
  S29: (facts) =>
    judgeDatabase(facts, 'managed', {
      verdict: 'at-your-risk',
      reason: 'OX gives no support and no advice on managed services.',
    }),
  S30: access,
  S31: access,
  S32: access,
  S33: (facts) => ({ verdict: 'open', reason: compareWithReleaseNotes(facts), ...versionEvidence(facts) }),
  S34(facts) {
    const withRole = usesSystem(facts, 'aws-s3').filter(({ driver }) => driver.get('fs_s3_auth_role') !== undefined);
    if (withRole.length === 0) return notUsedOrUnknown(facts, 'An extra feature of a storage');
    return {
      verdict: 'supported',
      reason: 'IAM is used with AWS S3, where it is supported.',
      evidence: storageEvidence(withRole),
    };
  },
};

function access(): Judgement {
  return {
    verdict: 'open',
    reason: 'No job of this workspace reaches the mail storage directly; jobs elsewhere are not seen.',
  };
}

function applies(
  facts: ReportFacts,
  systems: readonly UsedStorage['system'][],
  what: string,
  verdict: Verdict,
  reason: string,
): Judgement {
  const used = usesSystem(facts, ...systems);
  return used.length === 0 ? notUsedOrUnknown(facts, what) : { verdict, reason, evidence: storageEvidence(used) };
}

function compareWithReleaseNotes({ deployment }: ReportFacts): string {
  const release = deployment?.version?.value;
  return release === undefined
    ? 'Compare the versions you run with the Release Notes of your Dovecot Pro release.'
    : `Compare the versions you run with the Release Notes of Dovecot Pro ${release}.`;
}

function versionEvidence({ deployment }: ReportFacts): Pick<Judgement, 'evidence' | 'declare'> {
  const declared = [
    { key: 'dovecot.version', value: deployment?.version },
    { key: 'storage.mail.version', value: deployment?.storage.version },
    { key: 'dictmap.database.version', value: deployment?.database.version },
  ];
  const evidence = declared.flatMap(({ key, value }) => (value === undefined ? [] : [declaredEvidence(value, key)]));
  const missing = declared.find(({ value }) => value === undefined);
  return { evidence, ...(missing !== undefined && { declare: missing.key }) };
}

function judgeSites(facts: ReportFacts): Judgement {
  const { sites } = facts.deployment ?? {};
  if (sites === undefined || sites.length === 0) {
    return { verdict: 'unknown', reason: 'How many sites there are is not declared.', declare: 'sites' };
  }
  const evidence = sites.map(({ document, span, name }) => ({ at: { document, span }, text: name?.value ?? 'site' }));
  if (sites.length === 1) return { verdict: 'supported', reason: 'There is one site.', evidence };
  const regions = sites.map(({ region }) => (region !== undefined && isKnown(region.value) ? region.value : undefined));
  if (regions.includes(undefined)) {
    return { verdict: 'unknown', reason: 'The region of a site is not declared.', evidence, declare: 'sites' };
  }
  if (new Set(regions).size === 1) return { verdict: 'supported', reason: 'All sites are in one region.', evidence };
  if (facts.isOpen) return { verdict: 'unknown', reason: 'The storage in use is not fully known.', evidence };
  const isRing = facts.used.every(({ system }) => system === 'scality-ring');
  return isRing
    ? { verdict: 'supported', reason: 'sproxyd may serve several sites.', evidence }
    : { verdict: 'not-supported', reason: 'Several regions need sproxyd.', evidence };
}

function judgeRegion(facts: ReportFacts): Judgement {
  const aws = usesSystem(facts, 'aws-s3');
  if (aws.length === 0) return notUsedOrUnknown(facts, 'AWS S3');
  const regions = aws.map(({ driver }) => {
    const set = driver.get('fs_s3_region')?.text;
    if (set !== undefined && set !== '' && isKnown(set)) return set;
    const host = knownHost(driver);
    return host === undefined ? undefined : regionOfAwsHost(host)?.region;
  });
  const evidence = storageEvidence(aws);
  if (regions.includes(undefined))
    return { verdict: 'unknown', reason: 'The region of a bucket is not known.', evidence };
  return { verdict: 'supported', reason: `Everything is in ${regions[0]}.`, evidence };
}

function judgeCredentials(facts: ReportFacts): Judgement {
  const aws = usesSystem(facts, 'aws-s3');
  if (aws.length === 0) return notUsedOrUnknown(facts, 'AWS S3');
  const have = aws.every(
    ({ driver }) => driver.get('fs_s3_auth_role') !== undefined || driver.get('fs_s3_access_key') !== undefined,
  );
  const evidence = storageEvidence(aws);
  return have
    ? { verdict: 'supported', reason: 'Requests are signed with an IAM role or an access key.', evidence }
    : { verdict: 'unknown', reason: 'How requests are signed is not known.', evidence };
}

const nfsUserLimit = 250_000;

function judgeUsers(facts: ReportFacts): Judgement {
  const nfs = usesSystem(facts, 'nfs');
  if (nfs.length === 0) return notUsedOrUnknown(facts, 'NFS');
  const { users, nfsSla } = facts.deployment ?? {};
  if (users === undefined)
    return { verdict: 'unknown', reason: 'The number of users is not declared.', declare: 'users' };
  const evidence = [declaredEvidence(users, 'users')];
  if (users.value < nfsUserLimit)
    return { verdict: 'supported', reason: 'There are fewer than 250,000 users.', evidence };
  if (nfsSla === undefined) {
    return {
      verdict: 'unknown',
      reason: 'With 250,000 users or more the licence needs the NFS SLA add-on.',
      evidence,
      declare: 'license.nfsSla',
    };
  }
  return nfsSla.value
    ? {
        verdict: 'supported',
        reason: 'The licence has the NFS SLA add-on.',
        evidence: [...evidence, declaredEvidence(nfsSla, 'license.nfsSla')],
      }
    : {
        verdict: 'not-supported',
        reason: 'With 250,000 users or more the licence needs the NFS SLA add-on.',
        evidence,
      };
}

function judgeNfsVersion(facts: ReportFacts): Judgement {
  const nfs = usesSystem(facts, 'nfs');
  if (nfs.length === 0) return notUsedOrUnknown(facts, 'NFS');
  const version = facts.deployment?.storage.nfsVersion;
  if (version === undefined) {
    return { verdict: 'unknown', reason: 'The NFS version is not declared.', declare: 'storage.mail.nfs.version' };
  }
  const evidence = [declaredEvidence(version, 'storage.mail.nfs.version')];
  return /^3(\.|$)/.test(version.value)
    ? { verdict: 'supported', reason: 'NFSv3 is known to work.', evidence }
    : { verdict: 'at-your-risk', reason: 'Nobody has reported production use of this version.', evidence };
}

function judgeDictmap(facts: ReportFacts): Judgement {
  const object = facts.used.filter(({ driver }) => objectDrivers.has(driver.name.text));
  if (object.length === 0) return notUsedOrUnknown(facts, 'Object storage');
  const evidence = storageEvidence(object);
  const isOpen = object.some(({ chain }) => chain.open);
  return isOpen
    ? { verdict: 'unknown', reason: 'A part of a chain is not known.', evidence }
    : { verdict: 'supported', reason: 'Every chain on object storage has a dictmap.', evidence };
}

/** The database is dictmap's, which file systems do without. */
function needsNoDatabase({ isOpen, storage, used }: ReportFacts): boolean {
  const isObject = used.some(({ driver }) => objectDrivers.has(driver.name.text));
  return !isOpen && !isObject && !storage.chains.some((chain) => hasDriver(chain, ['dictmap']));
}

function judgeProtocol(facts: ReportFacts): Judgement {
  if (needsNoDatabase(facts)) return notUsed('Dictmap');
  const { storage } = facts;
  if (storage.cql.length === 0) return { verdict: 'unknown', reason: 'No connection to a CQL database is to be seen.' };
  const evidence = storage.cql.map(({ holder, protocolVersion }) => ({
    at: protocolVersion ?? holder,
    text: holder.text,
  }));
  const isFour = storage.cql.every(({ protocolVersion }) => protocolVersion?.text === '4');
  return isFour
    ? { verdict: 'supported', reason: 'Protocol version 4 is set.', evidence }
    : { verdict: 'unknown', reason: 'The protocol version is left to the driver.', evidence };
}

function judgeNodes(facts: ReportFacts): Judgement {
  if (needsNoDatabase(facts)) return notUsed('Dictmap');
  const { storage, deployment } = facts;
  const nodes = deployment?.database.nodesPerSite;
  if (nodes === undefined) {
    const evidence = storage.cql.map(({ holder }) => ({ at: holder, text: holder.text }));
    return {
      verdict: 'unknown',
      reason: 'How many nodes the CQL database has is not declared.',
      evidence,
      declare: 'dictmap.database.nodesPerSite',
    };
  }
  const evidence = [declaredEvidence(nodes, 'dictmap.database.nodesPerSite')];
  if (nodes.value < 2) return { verdict: 'not-supported', reason: 'One node is not highly available.', evidence };
  return nodes.value < 3
    ? { verdict: 'at-your-risk', reason: 'Two nodes leave no majority when one is down.', evidence }
    : { verdict: 'supported', reason: `There are ${nodes.value} nodes per site.`, evidence };
}

function judgeDatabase(
  facts: ReportFacts,
  wanted: 'cassandra' | 'scylladb' | 'managed',
  judgement: Judgement,
): Judgement {
  if (needsNoDatabase(facts)) return notUsed('Dictmap');
  const system = facts.deployment?.database.system;
  if (system === undefined) {
    return {
      verdict: 'unknown',
      reason: 'Which CQL database it is, is not declared.',
      declare: 'dictmap.database.system',
    };
  }
  const evidence = [declaredEvidence(system, 'dictmap.database.system')];
  return system.value === wanted
    ? { ...judgement, evidence }
    : { verdict: 'not-applicable', reason: 'The CQL database is another one.', evidence };
}
