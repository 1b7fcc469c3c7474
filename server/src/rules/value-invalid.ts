/** Values that are not of their setting's type. */

import type { Problem } from '../config/check/problem.ts';
import { isOpening } from '../config/check/problem.ts';
import { repairSize, repairTime } from '../config/values/repair.ts';
import { defineProblemRule, replacing } from '../lint/problemRule.ts';
import type { Fix } from '../lint/rule.ts';

export const valueInvalid = defineProblemRule({
  id: 'value-invalid',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/types.html',
  docs: {
    summary: 'A value is not one that its setting can have.',
    why: 'Dovecot does not start with it; when it is reloaded it keeps running with the old configuration.',
    bad: [
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nauth_verbose = <|true|>\n',
        fixed: 'plugin {\n}\nauth_verbose = yes\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nauth_cache_ttl = <|5|>\n',
        fixed: 'plugin {\n}\nauth_cache_ttl = 5 secs\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nauth_cache_ttl = 1<|h 30m|>\n',
        fixed: 'plugin {\n}\nauth_cache_ttl = 90 mins\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nauth_cache_size = 1<|.5M|>\n',
        fixed: 'plugin {\n}\nauth_cache_size = 1536 k\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl = <|Required|>\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nssl = required\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nmail_fsync = <|alwys|>\n',
        fixed: 'plugin {\n}\nmail_fsync = always\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_plugins = quota <|"acl|>\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nauth_cache_size = unlimited\nauth_cache_ttl = $ENV:TTL\nssl = {{ ssl }}\n',
      },
      { dialect: 'ce-2.3', text: 'plugin {\n  quota = true\n}\nauth_verbose = Y\nauth_cache_ttl = 0\n' },
    ],
  },
  messages: {
    'acl-colon-missing': 'Rights of other names than letters begin with a colon.',
    'acl-id-invalid':
      "'{name}' is owner, anyone, authenticated, anonymous, or user=, group= or group-override= and a name.",
    'acl-right-unknown': "Rights are letters: l, r, w, s, t, i, p, e, k, x and a; '{part}' is none of them.",
    'address-invalid': "'{name}' is an address with a domain: name@example.com.",
    'address-source-invalid':
      "'{name}' is default, sender, recipient, orig_recipient, user_email, postmaster, or an address between < and >.",
    'aggregate-invalid':
      'A field is grouped by discrete, by exponential:MIN:MAX:BASE (of 2 or 10), or by linear:MIN:MAX:STEP.',
    'attachment-hash-invalid':
      "'{name}' is made of %{md4}, %{md5}, %{sha1}, %{sha256}, %{sha384}, %{sha512} and %{size}, with fewer bits behind a colon, and has neither '/' nor '-'.",
    'bool-invalid': "'{name}' is yes or no.",
    'character-unexpected': "'{part}' cannot stand in '{name}'.",
    'event-comparison-invalid': 'Only fields are larger or smaller than something: write = here.',
    'event-filter-invalid': 'This is no filter of events: it is made of name=value, AND, OR, NOT and parentheses.',
    'ip-invalid': "'{name}' is an IP address.",
    'enum-invalid': "'{name}' is one of {values}.",
    'number-invalid': "'{name}' is a whole number, without a unit.",
    'octal-invalid': "'{name}' begins with 0 and so must have octal digits only.",
    'port-invalid': "'{name}' is a port: a number up to 65535.",
    'size-invalid': "'{name}' is a size: a whole number and B, K, M, G or T.",
    'time-invalid': "'{name}' is a time: a whole number and one unit of ms, s, min, h, d or w.",
    'time-unit-missing': "A unit is missing: write '{value}s' for seconds, '{value}m' for minutes.",
    'time-fraction-of-second': "'{name}' counts whole seconds.",
    'list-element-glued': 'A blank or a comma is missing behind the quote.',
    'list-escape-unfinished': "Something must follow '\\': write '\\\\' for the sign itself.",
    'list-quote-inside': 'A quote can only stand around a whole element.',
    'list-quote-unclosed': 'This element begins with a quote that is not closed.',
    'truncation-invalid': 'Behind the colon stands how many letters are logged: a number from 1.',
    'url-invalid': "'{name}' is no URL that Dovecot takes.",
    'value-empty': "'{name}' cannot be empty.",
    'value-without-variable': "'{name}' must hold a variable, or all mails get the same id.",
    'value-variable': "Dovecot 2.4.1 reads '{name}' before it fills in variables: write it without.",
    'value-several': "'{name}' is a single character.",
    'heredoc-for-group': 'The name of a group cannot be a here-document.',
    'heredoc-for-list': "'{name}' is a list, which cannot be a here-document.",
    'heredoc-for-type': "'{name}' has no text for a value, so it cannot be a here-document.",
  },
  fixes: {
    'bool-invalid': takeMeant,
    'enum-invalid': takeMeant,
    'size-invalid': (problem) => rewrite(problem, repairSize(problem.data.value!)),
    'time-invalid': (problem) => rewrite(problem, repairTime(problem.data.value!)),
    'time-unit-missing': addUnit,
  },
});

/** `true` can only mean yes: nothing else ran before. What is near is a guess. */
function takeMeant(problem: Problem): Fix[] {
  const { suggestion, near } = problem.data;
  const value = suggestion ?? near;
  return value === undefined ? [] : [replacing(problem, value, `Write '${value}'`, suggestion !== undefined)];
}

/** Replaces the whole value, quotes and all. */
function rewrite({ subject, document }: Problem, text: string | undefined): Fix[] {
  if (text === undefined || subject === undefined || isOpening(subject)) return [];
  const { from, to } = subject.statement.value;
  return [{ title: `Write '${text}'`, safe: true, edits: [{ document, span: { from, to }, text }] }];
}

function addUnit(problem: Problem): Fix[] {
  const value = problem.data.value!.trim();
  return ['secs', 'mins'].map((unit) => replacing(problem, `${value} ${unit}`, `Write '${value} ${unit}'`, false));
}
