/** Values of the right type that are too small or too large. */

import type { Problem } from '../config/check/problem.ts';
import { defineProblemRule, replacing } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const valueOutOfRange = defineProblemRule({
  id: 'value-out-of-range',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/types.html',
  docs: {
    summary: 'A number, size or time is smaller or larger than Dovecot takes.',
    why: 'Dovecot does not start with it. Some settings must not be 0: to have no limit, 2.4 has the word unlimited.',
    exceptions:
      'A few settings could be 0 in 2.4.1 and no longer can in 2.4.5: without an exact release that is information.',
    bad: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nmail_cache_purge_delete_percentage = <|150|>\n',
        fixed: 'plugin {\n}\nmail_cache_purge_delete_percentage = 100\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nmail_max_userip_connections = <|-|>1\n' },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nlogin_proxy_timeout = <|50 days|>\n' },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nfirst_valid_uid = 1000\nlast_valid_uid = <|100|>\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\ndefault_client_limit = <|0|>\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\ndefault_client_limit = 0\nfirst_valid_uid = 1000\nlast_valid_uid = 0\n',
      },
    ],
  },
  messages: {
    'number-negative': "'{name}' cannot be negative.",
    'number-too-large': "'{value}' is too large for '{name}'.",
    'order-reversed': "'{high}' must not be below '{low}'.",
    'size-too-large': "'{value}' is too large for a size.",
    'time-too-large': "'{value}' is too long: milliseconds go up to 49 days, seconds up to 136 years.",
    'value-too-high': "'{name}' must not be more than {limit} here.",
    'value-too-small': "'{name}' must not be less than {limit}.",
    'value-zero': "'{name}' cannot be 0.",
  },
  related: 'The other one is set here.',
  fixes: { 'value-too-high': takeLimit, 'value-too-small': takeLimit },
});

function takeLimit(problem: Problem): Fix[] {
  const limit = problem.data.limit?.replace(' ', '') ?? '';
  return /^\d+\w*$/.test(limit) ? [replacing(problem, limit, `Write ${limit}`, false)] : [];
}
