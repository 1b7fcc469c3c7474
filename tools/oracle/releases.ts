/** The two releases of real Dovecot that we compare ourselves with, as Debian packages them. */

export type OracleVersion = '2.3' | '2.4';

export interface OracleRelease {
  readonly version: OracleVersion;
  /** What `doveconf --version` must begin with. */
  readonly release: string;
  /** Debian's suite that has it. */
  readonly suite: string;
  readonly packages: readonly string[];
}

/** Every part of Dovecot that brings settings of its own; a setting whose part is missing is unknown to doveconf. */
const packages = [
  'core',
  'imapd',
  'pop3d',
  'lmtpd',
  'submissiond',
  'managesieved',
  'sieve',
  'mysql',
  'pgsql',
  'sqlite',
  'ldap',
  'gssapi',
  'solr',
  'auth-lua',
].map((name) => `dovecot-${name}`);

export const releases: Readonly<Record<OracleVersion, OracleRelease>> = {
  '2.3': { version: '2.3', release: '2.3.19', suite: 'bookworm', packages },
  '2.4': { version: '2.4', release: '2.4.1', suite: 'trixie', packages: [...packages, 'dovecot-flatcurve'] },
};

export const oracleVersions = Object.keys(releases) as OracleVersion[];
