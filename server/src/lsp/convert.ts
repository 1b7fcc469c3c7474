/** The only place where offsets become LSP positions and findings become LSP diagnostics. */

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { DocumentEdit, Finding, Fix, Severity } from '../lint/rule.ts';
import type { Span } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export function toRange(document: ConfigDocument, span: Span): Range {
  return { start: document.lines.positionAt(span.from), end: document.lines.positionAt(span.to) };
}

export function toSpan(document: ConfigDocument, range: Range): Span {
  return { from: document.lines.offsetAt(range.start), to: document.lines.offsetAt(range.end) };
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toDiagnostic(finding: Finding): Diagnostic {
  return {
    range: toRange(finding.document, finding.span),
    severity: severities[finding.severity],
    code: finding.rule.id,
    source: 'dovecot',
    message: finding.message,
    ...(finding.rule.id.endsWith('-deprecated') && { tags: [DiagnosticTag.Deprecated] }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ document, span, message }) => ({
        location: { uri: document.uri, range: toRange(document, span) },
        message,
      })),
    }),
  };
}

export function toWorkspaceEdit(edits: readonly DocumentEdit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { document, span, text } of edits) {
    changes[document.uri] ??= [];
    changes[document.uri]!.push({ range: toRange(document, span), newText: text });
  }
  return { changes };
}

export function toCodeAction(finding: Finding, fix: Fix, preferred: boolean): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(finding)],
    isPreferred: preferred,
    edit: toWorkspaceEdit(fix.edits),
  };
}
