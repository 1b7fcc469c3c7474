/** The differences from real Dovecot that remain, each with its reason. docs/conformance.md is made of this table. */

import { hasHole, hasPlaceholder, hasTemplateMark } from '../../server/src/config/holes.ts';
import { killed } from '../../tools/oracle/doveconf.ts';
import { type OracleVersion, oracleVersions } from '../../tools/oracle/releases.ts';
import type { Comparison } from './compare.ts';
import type { ValueDifference } from './values.ts';

export interface Explanation {
  readonly title: string;
  /** Why it stays. */
  readonly reason: string;
  /** A configuration that shows it, without version lines; none where only verdicts on record do. */
  readonly example?: string;
  readonly versions: readonly OracleVersion[];
  /** Whether this explains that one side refuses, or refuses elsewhere. */
  readonly refusal?: (comparison: Comparison) => boolean;
  /** Whether this explains a setting's value. */
  readonly value?: (difference: ValueDifference, comparison: Comparison) => boolean;
}

export const explanations: readonly Explanation[] = [
  {
    title: 'Placeholders',
    reason:
      'A template engine, the environment or a person still fills the value in, so it is unknown; Dovecot reads it as it stands.',
    example: 'mail_max_userip_connections = {{ connections }}\n',
    versions: oracleVersions,
    refusal: ({ theirs, case: { files } }) => {
      const { file, line, message: full } = complaint(theirs);
      const text = linesOf(files, file)[line - 1] ?? '';
      if (/^(?:Expecting '\{'|The first setting)/.test(full) && (hasTemplateMark(text) || /^\s*\w*%/.test(text)))
        return true;
      if (full === "Unexpected '}'" && holds(files, /^\s*\{\{/m)) return true;
      // `$end` is what Dovecot's parsers call the end of a text.
      const message = full.replace('unexpected $end', '');
      if (/Invalid [a-z ]+:? (?:%[A-Za-z_(]|\{|[A-Z]+_[A-Z]+)|Unknown setting: .*[%$]/.test(message)) return true;
      return hasHole(message) || hasPlaceholder(message) || message.startsWith('Unknown variable: $');
    },
  },
  {
    title: 'Words beside a variable',
    reason:
      'What `$protocols` holds is not known where the list is written, so the words beside it are not judged either.',
    example: 'protocols = $protocols nntp\n',
    versions: ['2.3'],
    refusal: ({ theirs, ours, case: { files } }) =>
      ours.errors.length === 0 &&
      /^protocols: Unknown protocol: /.test(complaint(theirs).message) &&
      holds(files, /^\s*protocols\s*=.*\$protocols/m),
  },
  {
    title: 'Values from files',
    reason: 'A `<file` is read when Dovecot starts; until then doveconf takes the words for the value.',
    example: 'auth_cache_ttl = </etc/dovecot/ttl\n',
    versions: oracleVersions,
    refusal: ({ theirs }) =>
      /Invalid [\w ]+:? '?<(?!<)|^Exporter format name can't be empty/.test(complaint(theirs).message),
  },
  {
    title: 'Values of other settings',
    reason: 'A `$SET:name` is put in when Dovecot starts; until then doveconf takes it for the value.',
    example: 'http_client_proxy_url = $SET:base_dir\n',
    versions: ['2.4'],
    refusal: ({ theirs, case: { files } }) => {
      const setting = /^Invalid (\w+): Relative HTTP URL/.exec(complaint(theirs).message)?.[1];
      return setting !== undefined && holds(files, new RegExp(`${setting}\\s*=\\s*\\$SET:`));
    },
  },
  {
    title: 'A brace on a line of its own',
    reason: 'Dovecot stops at the line before, which then is no section; we mark the brace, which is what must move.',
    example: 'service imap\n{\n}\n',
    versions: oracleVersions,
    refusal: ({ theirs, ours, case: { files } }) => {
      const [first] = ours.errors;
      const { file, line } = complaint(theirs);
      if (first?.code !== 'brace-alone' || first.file !== file || line >= first.line) return false;
      return linesOf(files, file)
        .slice(line, first.line - 1)
        .every((between) => /^\s*(?:#.*)?$/.test(between));
    },
  },
  {
    title: 'Here-documents before 2.4.5',
    reason:
      'An older 2.4 takes the first line for the value and stops at the next; we say that the here-document needs 2.4.5.',
    example: 'login_greeting = <<EOF\nhello\nEOF\n',
    versions: ['2.4'],
    refusal: ({ theirs, ours, case: { files, release } }) => {
      const [first] = ours.errors;
      const { file, line } = complaint(theirs);
      if (release === '2.4.5' || first === undefined || first.file !== file || line > first.line) return false;
      return linesOf(files, file)
        .slice(Math.max(line - 3, 0), line)
        .some((text) => /=\s*<<\s*\S/.test(text));
    },
  },
  {
    title: 'A setting or a group written as a section',
    reason: 'Dovecot takes the head of the section and stops at the first setting inside; we mark the head.',
    example: 'protocols {\n  imap = yes\n}\n',
    versions: oracleVersions,
    refusal: ({ theirs, ours, case: { files } }) => {
      const [first] = ours.errors;
      const { file, line, message } = complaint(theirs);
      if (first?.rule !== 'setting-form-mismatch' || first.file !== file || line <= first.line) return false;
      const word = /^\s*"?(\w+)/.exec(linesOf(files, file)[first.line - 1]!)?.[1];
      return new RegExp(`Unknown setting: ${word}(?:/| \\{ )`).test(message);
    },
  },
  {
    title: 'Includes of what is elsewhere',
    reason:
      'An absolute path leads beside the root in a checkout, and may be there on the host; a path with a placeholder may lead anywhere.',
    example: '!include /etc/dovecot-common/auth.conf\n',
    versions: oracleVersions,
    refusal: ({ theirs, case: { files } }) =>
      /^(?:No matches|dovecot_storage_version setting must be set)$/.test(complaint(theirs).message) &&
      holds(files, /^\s*!include(?:_try)?\s+(?:\/|.*\{\{)/m),
  },
  {
    title: 'What follows a missing brace',
    reason:
      'Everything behind an unclosed section is in it by mistake. We report the section, Dovecot the first thing that cannot be in it.',
    example: 'namespace inbox {\n  inbox = yes\nservice imap {\n}\n',
    versions: oracleVersions,
    refusal: ({ theirs, ours }) => {
      const isAboutPlace = /not allowed(?: under| here| \(use )|^Unknown setting: \w+ \{ /.test(
        complaint(theirs).message,
      );
      return isAboutPlace && ours.errors.some(({ code }) => code === 'section-unclosed');
    },
  },
  {
    title: 'Dovecot breaks down',
    reason: 'It is killed by a signal, or stops at an assertion of its own.',
    example: 'mail_path = /srv/%{}/mail\n',
    versions: ['2.4'],
    refusal: ({ theirs, ours }) => theirs.rc === killed && ours.errors.length === 0,
  },
  {
    title: 'A setting written as a section gets a number',
    reason: 'The number is how many sections Dovecot has seen so far. It is no value that anybody set.',
    example: 'login_greeting {\n}\n',
    versions: ['2.3'],
    value: ({ path, theirs, ours }, { case: { files } }) =>
      ours === undefined &&
      /^\d+$/.test(theirs ?? '') &&
      holds(files, new RegExp(`^\\s*${lastWord(path)}\\b.*\\{`, 'm')),
  },
  {
    title: 'A filter for all addresses',
    reason: 'doveconf prints its settings twice: among the others, and once more as those of a filter without a head.',
    example: 'local 0.0.0.0/0 {\n  login_greeting = a\n}\n',
    versions: ['2.3'],
    value: ({ path, ours }, { case: { files } }) =>
      path.endsWith('#2') && ours === undefined && holds(files, /^\s*(?:local|remote)\s+\S+\/0\s*\{/m),
  },
  {
    title: 'An equals sign in the quoted key of a list',
    reason:
      'doveconf prints the key up to the sign and the rest of it before the value, which reads back as another key.',
    example: 'passdb static {\n  fields {\n    "a = b" = c\n  }\n}\n',
    versions: ['2.4'],
    value: ({ path, theirs, ours }, { case: { files } }) =>
      theirs === undefined
        ? /"[^"]*=[^"]*"$/.test(path)
        : ours === undefined && holds(files, new RegExp(`"${escaped(unquoted(lastWord(path)))}\\s*=[^"]*"\\s*=`)),
  },
  {
    title: 'Sections that get another name inside',
    reason:
      'doveconf prints a section by the name that a setting inside gives it, and mixes it up with the one that has that name already.',
    example: 'metric one {\n  metric_name = two\n  filter = event=a\n}\nmetric one {\n  filter = event=b\n}\n',
    versions: ['2.3'],
    value: ({ path }, { case: { files } }) => {
      const [section, name] = path.split(/[ /]/);
      return (
        name !== undefined &&
        holds(files, new RegExp(`^\\s*${section} .*\\{(?:\\n.*)*?\\n\\s*(?:\\w+_)?name\\s*=`, 'm'))
      );
    },
  },
  {
    title: 'A name inside a section that is opened again',
    reason:
      'Opening the section once more names it anew, so doveconf does not print the name that was set inside before.',
    example: 'namespace inbox {\n  name = other\n}\nnamespace inbox {\n}\n',
    versions: ['2.4'],
    value: ({ path, theirs }) => theirs === undefined && /^\w+ \S+\/(?:\w+_)?name$/.test(path),
  },
  {
    title: 'Settings with several defaults',
    reason:
      'One program has another default than the other; which of them doveconf leaves out depends on the order in which it asks them.',
    example: 'submission_max_mail_size = 40 M\n',
    versions: ['2.3'],
    value: ({ path }) => path === 'submission_max_mail_size',
  },
  {
    title: 'Lists whose default another release had',
    reason:
      'For `dovecot_config_version = 2.4.0` doveconf prints the list without any default when nothing is set, and with the new one when something is.',
    example: 'dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.0\nmail_cache_fields/a = yes\n',
    versions: ['2.4'],
    value: ({ path }, { case: { files } }) =>
      path.startsWith('mail_cache_fields/') && holds(files, /^dovecot_config_version\s*=\s*2\.4\.0/m),
  },
  {
    title: 'Words that 2.3.19 does not know',
    reason: 'dsync has the word in other releases; which ones is not known, so it is never refused.',
    example: 'dsync_features = no-header-hashes\n',
    versions: ['2.3'],
    refusal: ({ theirs }) => complaint(theirs).message === 'dsync_features: Unknown feature: no-header-hashes',
  },
  {
    title: 'Types that a later release changed',
    reason: 'The setting takes a word since 2.4.2, and took yes or no before.',
    example: 'ssl_server_ca_file = /etc/ssl/ca.pem\nssl_server_request_client_cert = any-cert\n',
    versions: ['2.4'],
    refusal: ({ theirs }) => /request_client_cert: Invalid boolean value: any-cert/.test(complaint(theirs).message),
  },
  {
    title: 'Braces that doveconf leaves out',
    reason:
      'Behind an empty section inside of a filter it closes one section too few, so what follows seems to be inside.',
    example:
      'protocol pop3 {\n  service tcpwrap {\n    fifo_listener a {\n      group = mail\n    }\n    fifo_listener b {\n    }\n  }\n}\nprotocol lda {\n  login_greeting = a\n}\n',
    versions: ['2.3'],
    value: (_, { theirs: { out = '' } }) => count(out, / \{$/gm) > count(out, /^\s*\}$/gm),
  },
  {
    title: 'Filters that doveconf -f has taken in',
    reason:
      'doveconf of 2.3 prints them once more behind the settings, although nothing is left to be decided about them.',
    versions: ['2.3'],
    value: ({ path }, { case: { filters } }) =>
      filters !== undefined && /^(?:protocol|local|remote|local_name) /.test(path),
  },
  {
    title: 'Sections in filters with doveconf -f',
    reason:
      'doveconf prefers what stands inside of the filter. A running Dovecot takes the section that was opened last, as we do: with `protocol doveadm` doveadm shows it.',
    versions: ['2.4'],
    value: ({ path, theirs, ours }, { case: { filters } }) =>
      filters !== undefined && path.includes('/') && theirs !== undefined && ours !== undefined,
  },
  {
    title: 'Filters in filters with doveconf -f',
    reason:
      'doveconf counts a filter inside another where the outer level first had one of its name, and not where it stands.',
    versions: ['2.4'],
    value: ({ path, theirs, ours }, { case: { filters = [] } }) =>
      filters.length > 1 && !path.includes('/') && theirs !== undefined && ours !== undefined,
  },
  {
    title: 'Sections of 1.x',
    reason: 'What was written for Dovecot 1.x is reported as obsolete and not translated.',
    example: 'auth default {\n  mechanisms = plain\n}\n',
    versions: ['2.3'],
    value: ({ path }, { case: { files } }) =>
      /^(?:auth\b|auth_|passdb|userdb|service auth)/.test(path) && holds(files, /^\s*auth\s+\w+\s*\{/m),
  },
  {
    title: 'Variables in settings of the master process',
    reason:
      'Which process reads a setting, and which variables it has, decides; we know the variables of all processes.',
    example: 'ssl = %{user}\n',
    versions: ['2.4'],
    refusal: ({ theirs }) => /Failed to expand \S+ setting variables: Unknown variable/.test(complaint(theirs).message),
  },
  {
    title: 'Verdicts recorded without a start',
    reason: 'Only a start (`doveconf -x`) reads variables, and since 2.4.5 settings with variables around.',
    versions: ['2.4'],
    refusal: ({ theirs, ours, case: { release } }) => {
      const [first] = ours.errors;
      if (theirs.rc !== 0 || theirs.expanded !== undefined || first === undefined) return false;
      return first.rule === 'variable-undefined' || (release === '2.4.5' && first.isLate);
    },
  },
];

/** Where and why Dovecot stopped; the line is 0 where it names none. */
function complaint({ firstError }: Comparison['theirs']): { file: string; line: number; message: string } {
  return { file: firstError?.file ?? '', line: firstError?.line ?? 0, message: firstError?.message ?? '' };
}

function linesOf(files: Comparison['case']['files'], file: string): string[] {
  return files[file]?.split('\n') ?? [];
}

function holds(files: Comparison['case']['files'], text: RegExp): boolean {
  return Object.values(files).some((file) => text.test(file));
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}

/** The last part of a path of `values.ts`. */
function lastWord(path: string): string {
  return path.replace(/^.*\//, '').replace(/#\d+$/, '');
}

function unquoted(text: string): string {
  return text.replace(/^"(.*?) ?"$/, '$1');
}

function escaped(text: string): string {
  return text.replace(/[^\w\s]/g, '\\$&');
}

/** The entries that explain a comparison, and whether they explain all of it. */
export function explain(comparison: Comparison): { explanations: Set<Explanation>; complete: boolean } {
  const used = new Set<Explanation>();
  const candidates = explanations.filter(({ versions }) => versions.includes(comparison.case.version));
  let complete = true;
  const use = (found: Explanation | undefined) => {
    if (found === undefined) complete = false;
    else used.add(found);
  };
  if (comparison.acceptance === 'differ' || comparison.line === 'differ')
    use(candidates.find(({ refusal }) => refusal?.(comparison) === true));
  for (const difference of comparison.values?.differences ?? [])
    use(candidates.find(({ value }) => value?.(difference, comparison) === true));
  return { explanations: used, complete };
}
