/** Lines that Dovecot refuses because of their form. */

import type { Configuration } from '../config/configuration.ts';
import { compareReleases } from '../knowledge/releases.ts';
import { indentUnit, lineEnd } from '../lint/edits.ts';
import { defineRule, type Fix, type Severity } from '../lint/rule.ts';
import { pathAt } from '../parser/cst.ts';
import type { SyntaxErrorCode, SyntaxIssue } from '../parser/errors.ts';
import { lineEndAt } from '../text/lines.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export const syntaxError = defineRule({
  id: 'syntax-error',
  dialects: 'any',
  severity: 'error',
  suppressible: false,
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A line is neither a setting, a section, an include nor a closing brace.',
    why: 'Dovecot stops at the first such line and does not start; when it is reloaded it keeps running with the old configuration.',
    bad: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\n<|login_greeting|>\n' },
      { dialect: 'ce-2.3', text: 'plugin {\n}\nservice imap<|{|>\n}\n', fixed: 'plugin {\n}\nservice imap {\n}\n' },
      { dialect: 'ce-2.4', text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n<|}|>\n' },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n  quota = count\n}\nservice imap { <|vsz_limit = 1G|>\n}\n',
        fixed: 'plugin {\n  quota = count\n}\nservice imap {\n  vsz_limit = 1G\n}\n',
      },
      {
        dialect: 'ce-2.3',
        text: 'plugin {\n}\nnamespace inbox {\n  mailbox <|Sent Messages|> {\n  }\n}\n',
        fixed: 'plugin {\n}\nnamespace inbox {\n  mailbox "Sent Messages" {\n  }\n}\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'plugin {\n  quota = count\n}\nservice imap \\\n{\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.5\ndovecot_storage_version = 2.4.5\nlogin_greeting = <<EOF\nany text {\nEOF\n',
      },
    ],
  },
  messages: {
    'assignment-or-section-expected':
      "'{word}' is neither a setting (which needs '=') nor a section (whose line ends with '{').",
    'brace-alone': "'{' must end the line of its section's name: move it to the line above.",
    'brace-glued': "A blank is missing before '{'.",
    'brace-not-last': "Nothing may follow '{' on its line: put the settings on lines of their own.",
    'brace-surplus': "This '}' closes no section.",
    'byte-order-mark':
      'The file starts with a byte order mark, which Dovecot takes for a part of the first word: save it as UTF-8 without.',
    'escape-unknown': "Only \\\\ and \\\" are escapes since 2.4.2: '\\{word}' is refused there.",
    'group-name-missing': "A group needs a name behind its label: 'group {word} NAME {'.",
    'heredoc-unterminated': "No line '{word}' ends this here-document (Dovecot 2.4.5).",
    'key-missing': "There is no setting name in front of '='.",
    'name-quote-unclosed': 'The section name begins with a quote that is not closed.',
    'name-words': 'A section has one word for a name here, and quotes do not join words.',
    'name-unquoted': "A section has one name: put '{word}' in double quotes.",
    'section-unclosed': "The section '{word}' is not closed: a '}' is missing.",
    'text-after-close': "Nothing may follow '}' on its line.",
  },
  check({ configuration, report }) {
    const unbalanced = unbalancedBraces(configuration);
    for (const document of configuration.documents) {
      const braces = unbalanced.get(document) ?? new Set();
      for (const error of document.tree.errors) {
        if (error.code === 'comment-ambiguous' || error.code === 'continuation-lost') continue;
        if (isLineEnd(error, document, configuration)) continue;
        const severity = severityOf(error, document, braces, configuration);
        if (severity === undefined) continue;
        const fix = fixFor(error, document);
        report({
          at: { document, span: error },
          message: error.code,
          data: { word: error.word },
          severity,
          fixes: fix === undefined ? [] : [fix],
        });
      }
    }
  },
});

/** What an included file began and this one ends is no line of its own. */
function isLineEnd({ from }: SyntaxIssue, { tree }: ConfigDocument, { lineEnds }: Configuration): boolean {
  const statement = lineEnds.size === 0 ? undefined : pathAt(tree, from).at(-1);
  return statement !== undefined && lineEnds.has(statement);
}

/** Lists of the old grammar take any key, even none. */
function isListElement({ tree }: ConfigDocument, offset: number): boolean {
  const around = pathAt(tree, offset).findLast((statement) => statement.kind === 'section');
  return around?.key.text === 'plugin' || around?.key.text === 'dict';
}

/** Included files may open a section that another one closes; what counts is the end of it all. */
function unbalancedBraces({ braces }: Configuration): Map<ConfigDocument, Set<number>> {
  const places = new Map([...braces.surplus].map(([document, offsets]) => [document, new Set(offsets)]));
  for (const { document, section } of braces.unclosed) {
    const offsets = places.get(document) ?? new Set();
    places.set(document, offsets.add(section.from));
  }
  return places;
}

/** Undefined where the configuration as a whole may be right all the same. */
function severityOf(
  error: SyntaxIssue,
  document: ConfigDocument,
  braces: ReadonlySet<number>,
  configuration: Configuration,
): Severity | undefined {
  const { release, grammar } = configuration.decision;
  // The reader of external files takes no notice.
  if (document.grammar === 'ext' && unnoticedInExternal.has(error.code)) return 'warning';
  switch (error.code) {
    case 'section-unclosed':
    case 'brace-surplus':
      if (!braces.has(error.from)) return undefined;
      if (configuration.allRead) return 'error';
      return configuration.kind === 'fragment' ? 'warning' : undefined;
    case 'key-missing':
      return isListElement(document, error.from) ? 'warning' : 'error';
    case 'escape-unknown':
    case 'heredoc-unterminated':
      // Releases differ: an error only where the exact one is known to refuse it.
      if (grammar !== 'new') return undefined;
      return release !== undefined && compareReleases(release, '2.4.2') >= 0 ? 'error' : 'information';
    default:
      return 'error';
  }
}

const unnoticedInExternal: ReadonlySet<SyntaxErrorCode> = new Set(['brace-not-last', 'section-unclosed']);

const fixers: Partial<Record<SyntaxErrorCode, (error: SyntaxIssue, document: ConfigDocument) => Fix | undefined>> = {
  'brace-glued': (error, document) =>
    // Behind a blank it is a part of a quoted word.
    /\s/.test(document.text.charAt(error.from - 1))
      ? undefined
      : {
          title: "Put a blank before '{'",
          safe: true,
          edits: [{ document, span: { from: error.from, to: error.from }, text: ' ' }],
        },
  'name-unquoted': (error, document) =>
    error.word.includes('"') || !endsWithBrace(document.text, error.to)
      ? undefined
      : {
          title: 'Put the name in double quotes',
          safe: true,
          edits: [{ document, span: error, text: `"${error.word}"` }],
        },
  'brace-not-last': (error, document) => {
    const content = document.text.slice(error.from, error.to);
    const lineFrom = document.text.lastIndexOf('\n', error.from) + 1;
    const indent = /^[ \t]*/.exec(document.text.slice(lineFrom))![0];
    if (content.includes('\n') || content.trimStart().startsWith('#')) return undefined;
    const newline = lineEnd(document);
    const closed = content.trim().endsWith('}');
    const inner = (closed ? content.trim().slice(0, -1) : content).trim();
    if (inner.includes('{') || inner.includes('}') || inner.split('=').length > 2) return undefined;
    const body = inner === '' ? '' : `${newline}${indent}${indentUnit(document)}${inner}`;
    return {
      title: 'Put it on a line of its own',
      safe: true,
      edits: [
        {
          document,
          span: { from: document.text.lastIndexOf('{', error.from) + 1, to: error.to },
          text: body + (closed ? `${newline}${indent}}` : ''),
        },
      ],
    };
  },
  'byte-order-mark': (error, document) => ({
    title: 'Remove the byte order mark',
    safe: true,
    edits: [{ document, span: error, text: '' }],
  }),
};

function fixFor(error: SyntaxIssue, document: ConfigDocument): Fix | undefined {
  return fixers[error.code]?.(error, document);
}

/** Whether nothing but the brace follows on the line. */
function endsWithBrace(text: string, from: number): boolean {
  return /^[ \t]*\{[ \t]*(?:#.*)?\r?$/.test(text.slice(from, lineEndAt(text, from)));
}
