/**
 * The report as a page: for a browser, and for VS Code, whose colours it takes where they are. It runs no script of its
 * own and loads nothing.
 */

import { storageSupportPage } from '../knowledge/statements.ts';
import {
  byVerdict,
  keysToDeclare,
  levelNames,
  type PlaceData,
  type ReportData,
  roleNames,
  type StatementData,
  type VerdictGroup,
} from './data.ts';

export interface HtmlOptions {
  /** The address of a place; undefined for none. */
  readonly hrefOf: (place: PlaceData) => string | undefined;
  /** The address behind "declare it"; undefined where that cannot be done by a click. */
  readonly declareHref?: (key: string) => string | undefined;
  /** Further elements of the head: a content security policy, a script of the host. */
  readonly head?: string;
}

export function reportHtml(reports: readonly ReportData[], options: HtmlOptions): string {
  const body = reports.map((report, index) => oneReport(report, `root-${index + 1}`, options)).join('\n');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Storage support</title>
${options.head ?? ''}<style>
${style}
</style>
</head>
<body>
<main>
<h1>Storage support</h1>
${contents(reports)}${body === '' ? '<p>There is no configuration.</p>' : body}
</main>
${reports.some(({ statements }) => statements.length > 0) ? source : ''}</body>
</html>
`;
}

const source = `<footer><p>The statements are those of <a href="${storageSupportPage}">the page on storage support</a> of Dovecot Pro, in words of our own.</p></footer>
`;

/** Where several roots are reported, their levels at a glance. */
function contents(reports: readonly ReportData[]): string {
  if (reports.length < 2) return '';
  const items = reports.map(
    ({ root, level }, index) =>
      `<li><a href="#root-${index + 1}">${escapeHtml(root)}</a> ${badge(level, levelNames[level])}</li>`,
  );
  return `<nav aria-label="Roots"><ul>${items.join('\n')}</ul></nav>\n`;
}

function oneReport(report: ReportData, id: string, options: HtmlOptions): string {
  const { root, target, level, summary, storages } = report;
  const storageItems = storages.map(
    ({ role, title, level: own, place }) =>
      `<li>${roleNames[role]}: ${escapeHtml(title)} ${badge(own, levelNames[own])} ${link(place, options)}</li>`,
  );
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escapeHtml(root)}</h2>
<p>${badge(level, levelNames[level])} ${escapeHtml(target)}. ${withCode(summary)}</p>
${storageItems.length === 0 ? '' : `<ul>${storageItems.join('\n')}</ul>\n`}${declarations(report, options)}${byVerdict(
  report,
)
  .map((group) => oneGroup(group, options))
  .join('\n')}
</section>`;
}

function declarations(report: ReportData, { declareHref }: HtmlOptions): string {
  const keys = keysToDeclare(report).map((key) => {
    const code = `<code>${escapeHtml(key)}</code>`;
    const href = declareHref?.(key);
    return href === undefined ? code : `<a href="${escapeHtml(href)}">${code}</a>`;
  });
  return keys.length === 0
    ? ''
    : `<p>The deployment manifest can answer what is unknown. Declare ${keys.join(', ')}.</p>\n`;
}

/** What asks for nothing is folded away. */
function oneGroup({ verdict, title, statements }: VerdictGroup, options: HtmlOptions): string {
  const table = `<table>
<thead><tr><th scope="col">Statement</th><th scope="col">Why</th></tr></thead>
<tbody>
${statements.map((line) => row(line, options)).join('\n')}
</tbody>
</table>`;
  const heading = `<h3>${badge(verdict, title)}</h3>`;
  return verdict === 'note' || verdict === 'not-applicable'
    ? `<details><summary>${heading}</summary>\n${table}\n</details>`
    : `${heading}\n${table}`;
}

function row({ id, title, text, verdict, reason, declare, evidence }: StatementData, options: HtmlOptions): string {
  const seen = evidence.map(
    (place) => `<li>${link(place, options)}${place.text === reason ? '' : `: ${escapeHtml(place.text)}`}</li>`,
  );
  const href = verdict === 'unknown' && declare !== null ? options.declareHref?.(declare) : undefined;
  const declaration =
    href === undefined ? '' : ` <a href="${escapeHtml(href)}">Declare <code>${escapeHtml(declare!)}</code></a>`;
  return `<tr>
<th scope="row">${escapeHtml(title)} <small>${id}</small><p>${withCode(text)}</p></th>
<td>${escapeHtml(reason)}${declaration}${seen.length === 0 ? '' : `<ul>${seen.join('')}</ul>`}</td>
</tr>`;
}

/** A word in a frame; its edge has the colour of the verdict. */
function badge(kind: string, text: string): string {
  return `<span class="verdict ${kind}">${text}</span>`;
}

function link(place: PlaceData, { hrefOf }: HtmlOptions): string {
  const text = `${escapeHtml(place.file)}:${place.line}`;
  const href = hrefOf(place);
  return href === undefined ? `<code>${text}</code>` : `<a href="${escapeHtml(href)}"><code>${text}</code></a>`;
}

function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

const style = `:root { color-scheme: light dark; --line: var(--vscode-panel-border, color-mix(in srgb, CanvasText 30%, Canvas)); }
body { font-family: var(--vscode-font-family, system-ui, sans-serif); font-size: var(--vscode-font-size, 15px); color: var(--vscode-foreground, CanvasText); background: var(--vscode-editor-background, Canvas); line-height: 1.5; margin: 0; padding: 1rem; overflow-wrap: anywhere; }
main, footer { max-width: 70rem; margin: 0 auto; }
h1 { font-size: 1.5em; } h2 { font-size: 1.25em; margin-top: 2rem; } h3 { font-size: 1em; margin: 1.5rem 0 0.5rem; }
a { color: var(--vscode-textLink-foreground, LinkText); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--vscode-focusBorder, Highlight); outline-offset: 2px; }
code { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); font-size: 0.95em; color: inherit; }
a code { padding: 0; background: none; }
summary { cursor: pointer; } summary h3 { display: inline; }
details { margin-top: 1.5rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-top: 1px solid var(--line); }
thead th { border-top: 0; font-weight: normal; }
thead th:first-child { width: 40%; }
tbody th { font-weight: 600; } tbody th p, small { font-weight: normal; }
tbody th p { margin: 0; } small { font-size: 0.9em; }
td ul { margin: 0.2rem 0 0; padding-left: 1.2rem; }
.verdict { display: inline-block; border: 1px solid var(--line); border-left: 0.4em solid var(--line); border-radius: 3px; padding: 0 0.4em; }
.supported, .premium { border-left-color: var(--vscode-testing-iconPassed, #2e8b57); }
.not-supported, .unlisted { border-left-color: var(--vscode-editorError-foreground, #d32f2f); }
.at-your-risk, .basic { border-left-color: var(--vscode-editorWarning-foreground, #c77700); }
.unknown, .open { border-left-color: var(--vscode-editorInfo-foreground, #2f7fd6); }
@media print { details::details-content { content-visibility: visible; block-size: auto; } }`;
