/** What a host name tells: whose service it is, and in which region. */

/** Whether AWS runs the host. */
export function isAwsHost(host: string): boolean {
  return /(^|\.)amazonaws\.com(\.cn)?$|(^|\.)api\.aws$/i.test(host);
}

/**
 * The region that an AWS S3 host names: `bucket.s3.eu-central-1.amazonaws.com`, `s3-eu-west-1.…`,
 * `bucket.s3.dualstack.REGION.…`, `s3-fips.REGION.…`, a VPC endpoint. Undefined for the legacy global host.
 * Forms: https://docs.aws.amazon.com/general/latest/gr/s3.html
 */
export function regionOfAwsHost(host: string): { readonly region: string; readonly at: number } | undefined {
  if (!isAwsHost(host)) return undefined;
  const match =
    /(?:^|\.)(?:s3(?:-fips)?(?:\.dualstack)?[.-]|s3-accesspoint\.)([a-z]{2}(?:-[a-z]+)+-\d)\.(?:vpce\.)?(?:amazonaws|api)\./i.exec(
      host,
    );
  if (match === null) return undefined;
  return { region: match[1]!.toLowerCase(), at: match.index + match[0].indexOf(match[1]!) };
}

/** Whether an S3 host of AWS names no bucket, so that the bucket stands in the path. */
export function isAwsHostWithoutBucket(host: string): boolean {
  return isAwsHost(host) && /^s3(?:-fips)?(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.(?:amazonaws|api)\./i.test(host);
}

/** Whether the host is Amazon DynamoDB, which speaks no CQL. */
export function isDynamoDbHost(host: string): boolean {
  return isAwsHost(host) && /(?:^|\.)(?:streams\.)?dynamodb(?:-fips)?\./i.test(host);
}

export interface ManagedCql {
  readonly name: string;
  readonly keyspaces: boolean;
}

const managed: readonly { readonly pattern: RegExp; readonly service: ManagedCql }[] = [
  // https://docs.aws.amazon.com/keyspaces/latest/devguide/programmatic.endpoints.html
  {
    pattern: /^cassandra(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|api\.aws)$/i,
    service: { name: 'Amazon Keyspaces', keyspaces: true },
  },
  {
    pattern: /\.(apps|db)\.astra(-[a-z]+)?\.datastax\.com$/i,
    service: { name: 'DataStax Astra DB', keyspaces: false },
  },
  {
    pattern: /\.(clusters\.scylla\.cloud|cloud\.scylladb\.com)$/i,
    service: { name: 'ScyllaDB Cloud', keyspaces: false },
  },
  { pattern: /\.cassandra\.cosmos\.azure\.com$/i, service: { name: 'Azure Cosmos DB', keyspaces: false } },
];

/** The managed CQL service that a contact host belongs to. */
export function managedCqlOfHost(host: string): ManagedCql | undefined {
  return managed.find(({ pattern }) => pattern.test(host))?.service;
}

/** Whether the text is an IPv4 or IPv6 address rather than a name. */
export function isIpAddress(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || (host.includes(':') && /^\[?[0-9a-f:.]+\]?$/i.test(host));
}

/** Whether the host is this machine itself. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
