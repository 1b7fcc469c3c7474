/** What is compared: an installation for one release of Dovecot, with the way it came about. */

import type { Target } from '../../server/src/config/dialect.ts';
import type { FileTexts } from '../../tools/oracle/doveconf.ts';
import type { OracleVersion } from '../../tools/oracle/releases.ts';

export interface OracleCase {
  /** Unique within its source and version: `L03`, `2.3/example.conf`, `generated 17`. */
  readonly id: string;
  readonly version: OracleVersion;
  /** Another release of the version than the one that can be run. */
  readonly release?: string;
  readonly files: FileTexts;
  /** The file that is read first; `dovecot.conf` unless told otherwise. */
  readonly root?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** For which connections the values are asked for: `protocol=imap`. */
  readonly filters?: readonly string[];
}

export const targets: Readonly<Record<OracleVersion, Target>> = {
  '2.3': { dialect: 'ce-2.3', release: '2.3.19' },
  '2.4': { dialect: 'ce-2.4', release: '2.4.1' },
};

export const versionLines = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';

/** The text as a root of 2.4: fragments have no version of their own. */
export function withVersion(text: string): string {
  return /^\s*dovecot_config_version\s*=/m.test(text) ? text : versionLines + text;
}
