/**
 * Refusals that say something about the machine and nothing about the configuration: no reader of files can know them.
 * They are counted apart, and only where we accept what Dovecot refuses.
 */

interface EnvironmentReason {
  readonly reason: string;
  readonly message: RegExp;
}

export const environmentReasons: readonly EnvironmentReason[] = [
  { reason: 'a user or group that this machine does not have', message: /(?:User|Group|user|group) .*doesn't exist/ },
  { reason: 'an environment variable that is not set on this machine', message: /\$ENV:/ },
  { reason: 'a driver that Debian does not package', message: /Unknown (?:setting|section name): cassandra/ },
  { reason: 'a plugin that is not installed on this machine', message: /^Plugin '.*' not found from directory/ },
  { reason: 'a host name that must be looked up', message: /^gethostbyname\(/ },
  { reason: 'a file that a value names', message: /: Can't open file |\) failed: / },
];

export function environmentReason(message: string): string | undefined {
  return environmentReasons.find((entry) => entry.message.test(message))?.reason;
}
