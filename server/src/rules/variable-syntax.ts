/** `%{…}` that Dovecot 2.4 cannot take apart. */

import { type Expansion, expectedAt, type NewTemplate, type TemplateError } from '../config/variables/newTemplate.ts';
import { isTemplate, spanInDocument, type VariableValue, variableValues } from '../config/variables/values.ts';
import { findFact, isNewSetting } from '../knowledge/facts.ts';
import { compareReleases } from '../knowledge/releases.ts';
import { variablesManual } from '../knowledge/variables/render.ts';
import { defineRule, type Fix, type Severity } from '../lint/rule.ts';
import type { Span } from '../text/span.ts';

export const variableSyntax = defineRule({
  id: 'variable-syntax',
  dialects: ['ce-2.4', 'pro-3.1'],
  severity: 'error',
  statements: [],
  fixable: true,
  source: variablesManual.new,
  docs: {
    summary: 'A %{variable} is not formed as Dovecot 2.4 reads it.',
    why: 'Dovecot does not start: 2.4.5 names the setting and refuses it, 2.4.1 aborts with a panic. Some slips pass without a word and give something else than what stands there: those are warnings.',
    exceptions:
      'Lists such as `mail_plugins` are only read by newer releases; when the exact release is not known, the finding is only information.',
    bad: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/<|%{user/mail|>\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/%{user}/mail\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/%{user <|lower|>}\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/%{user | lower}\n',
      },
      {
        dialect: 'ce-2.4',
        text: "dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/%{user | default('a<|\\q|>')}\n",
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/%{user | substr(0, 1<|}|>\n',
        fixed:
          'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/%{user | substr(0, 1)}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/%{user<|&|>}\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/<|%{}|>/mail\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_plugins = <|%{user|>\n',
        fixed: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_plugins = %{user}\n',
      },
    ],
    good: [
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/%{user | sha1 % 4}/%{user | username | lower}/100%/%%{x\n',
      },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = /srv/%{{ variable }}\nlog_timestamp = "%b %d "\n',
      },
    ],
  },
  messages: {
    unclosed: "'%{' is not closed: put '}' behind the variable, or '%%{' if it is text.",
    unexpected: "{found} cannot stand here inside '%{…}': {expected} must follow.",
    escape:
      'Dovecot knows no such escape: quotes and backslashes, \\t, \\r, \\n, \\xHH and octal numbers up to 377 are all.',
    number: 'The number does not fit in 64 bits.',
    dropped: "Dovecot drops '{found}' here without a word: remove it, or put it in quotes if it belongs to a text.",
    empty: "'%{…}' names no variable: it gives nothing, and Dovecot 2.4.1 crashes when text follows.",
  },
  check({ configuration, report }) {
    for (const value of variableValues(configuration)) {
      const template = value.analysis.new;
      const slip = slipIn(template);
      if (slip === undefined || isTemplate(value)) continue;
      const severity = severityOf(value, configuration.decision.release);
      if (severity === undefined) continue;
      const { document } = value;
      const span = spanInDocument(value, slip);
      if (slip.kind !== 'error') {
        const found = document.text.slice(span.from, span.to);
        report({ at: { document, span }, message: slip.kind, data: { found }, severity: 'warning' });
        continue;
      }
      const fix = fixFor(slip.error, template, value);
      report({
        at: { document, span },
        message: messageOf(slip.error),
        data: { found: foundText(slip.error), expected: expectedText(slip.error) },
        severity,
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
});

type Slip = Span & ({ readonly kind: 'error'; readonly error: TemplateError } | { readonly kind: 'dropped' | 'empty' });

/** The first thing that is wrong: Dovecot reports no more than one. */
function slipIn({ errors, dropped, parts }: NewTemplate): Slip | undefined {
  const [error] = errors;
  if (error !== undefined) return { kind: 'error', error, from: error.from, to: error.to };
  const [first] = dropped;
  if (first !== undefined) return { kind: 'dropped', ...first };
  const empty = parts.find((part) => part.kind === 'expansion' && isEmpty(part));
  return empty === undefined ? undefined : { kind: 'empty', from: empty.from, to: empty.to };
}

/** Undefined where Dovecot may not look at the value at all. */
function severityOf({ setting }: VariableValue, release: string | undefined): Severity | undefined {
  if (!isNewSetting(setting)) return undefined;
  if (findFact(setting, 'new')?.type !== 'boollist') return 'error';
  // 2.4.1 does not look into lists, 2.4.5 does; what is between was not seen.
  if (release === undefined) return 'information';
  if (compareReleases(release, '2.4.2') < 0) return undefined;
  return compareReleases(release, '2.4.5') < 0 ? 'information' : 'error';
}

function isEmpty({ filters }: Expansion): boolean {
  return filters.every(({ name }) => name === undefined);
}

function messageOf({ code, found }: TemplateError): 'unclosed' | 'unexpected' | 'escape' | 'number' {
  return code === 'unexpected' && found === 'end of file' ? 'unclosed' : code;
}

type TokenKind = TemplateError['found'];

const tokenTexts: Record<TokenKind, string> = {
  PERC: "'%'",
  CCBRACE: "'}'",
  PIPE: "'|'",
  OBRACE: "'('",
  CBRACE: "')'",
  COMMA: "','",
  EQ: "'='",
  PLUS: "'+'",
  MINUS: "'-'",
  STAR: "'*'",
  SLASH: "'/'",
  NAME: 'a name',
  VALUE: 'a quoted text',
  NUMBER: 'a number',
  'end of file': 'the end',
};

function foundText({ found }: TemplateError): string {
  const text = tokenTexts[found];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sign in front of a number is no news. */
function expectedText({ place }: TemplateError): string {
  const texts = expectedAt[place].filter((kind) => kind !== 'MINUS').map((kind) => tokenTexts[kind]);
  return texts.length === 1 ? texts[0]! : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

/** What is surely meant: the missing sign. */
function fixFor(error: TemplateError, { parts }: NewTemplate, value: VariableValue): Fix | undefined {
  const insert = (at: number, text: string, title: string): Fix => ({
    title,
    safe: false,
    edits: [{ document: value.document, span: spanInDocument(value, { from: at, to: at }), text }],
  });
  if (error.code !== 'unexpected') return undefined;
  if (error.place === 'after-filter' && error.found === 'NAME') {
    return insert(error.from, '| ', "Put '|' in front of it, which makes it a filter");
  }
  if (error.place === 'after-argument' && (error.found === 'CCBRACE' || error.found === 'PIPE')) {
    return insert(error.from, error.found === 'PIPE' ? ') ' : ')', "Close the parentheses with ')'");
  }
  if (error.place !== 'after-filter' || error.found !== 'end of file') return undefined;
  const open = parts.at(-1);
  if (open?.kind !== 'expansion') return undefined;
  return insert(closingPlace(open), '}', "Close it with '}'");
}

/** Behind the variable's name: a path that goes on is read as a part of it. */
function closingPlace({ filters, to }: Expansion): number {
  const [only] = filters;
  if (filters.length > 1 || only?.name === undefined || only.to !== only.name.to) return filters.at(-1)?.to ?? to;
  const slash = only.name.text.indexOf('/');
  return slash === -1 ? only.name.to : only.name.from + slash;
}
