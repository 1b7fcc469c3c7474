/** Caching of passdb and userdb lookups. */

import type { Teachings } from '../../types.ts';

export const authCache: Teachings = {
  auth_cache_negative_ttl: {
    summary: 'How long a failed lookup (no such user, wrong password) is remembered.',
    details: 'Shorten it when new accounts must work at once; `0` remembers no failures.',
    values: { '0': 'Failures are not cached.' },
    example: 'auth_cache_negative_ttl = 30 secs',
    seeAlso: ['auth_cache_size', 'auth_cache_ttl'],
  },
  auth_cache_size: {
    summary: 'Memory for remembered passdb and userdb lookups, which spare the database.',
    details:
      'Some ten megabytes are plenty for most servers. Whatever a lookup depends on must be part of the cache key, or users get the result of somebody else.',
    values: { '0': 'Nothing is cached.' },
    example: 'auth_cache_size = 10M',
    seeAlso: ['auth_cache_ttl', 'auth_cache_negative_ttl'],
  },
  auth_cache_ttl: {
    summary: 'How long a successful lookup is answered from the cache.',
    details:
      'After that the database is asked again; only while it is down, older entries still serve. Blocked or moved users keep working until their entry is too old, or until `doveadm auth cache flush`.',
    example: 'auth_cache_ttl = 10 mins',
    seeAlso: ['auth_cache_size', 'auth_cache_negative_ttl'],
  },
  auth_cache_verify_password_with_worker: {
    summary: 'Lets auth-worker processes check passwords against cached hashes, not the one auth process.',
    details:
      'Turn it on with costly hashes such as ARGON2 or BLF-CRYPT, where a single auth process would need more than one CPU core.',
    example: 'auth_cache_verify_password_with_worker = yes',
    seeAlso: ['auth_cache_size', 'service_process_limit'],
  },
};
