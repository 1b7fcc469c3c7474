/**
 * The report as a page: for a browser, and for VS Code, whose colours it takes where they are. It runs no script of its
 * own and loads nothing.
 */

import {
  levelNames,
  type PlaceData,
  type ReportData,
  roleNames,
  type StatementData,
  verdictName,
  verdictOrder,
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
  const body = reports.map((report) => oneReport(report, options)).join('\n');
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
${body}
</main>
</body>
</html>
`;
}

function oneReport(report: ReportData, options: HtmlOptions): string {
  const { root, target, level, summary, storages, statements } = report;
  const storageItems = storages.map(
    ({ role, title, level: own, place }) =>
      `<li>${roleNames[role]}: ${escapeHtml(title)} <span class="verdict ${own}">${levelNames[own]}</span> ${link(place, options)}</li>`,
  );
  const rows = verdictOrder.flatMap((verdict) =>
    statements.filter((each) => each.verdict === verdict).map((line) => row(line, options)),
  );
  return `<section>
<h2>${escapeHtml(root)}</h2>
<p><span class="verdict ${level}">${levelNames[level]}</span> ${escapeHtml(target)}. ${escapeHtml(summary)}</p>
${storageItems.length === 0 ? '' : `<ul>${storageItems.join('\n')}</ul>`}
${
  rows.length === 0
    ? ''
    : `<table>
<thead><tr><th scope="col">Verdict</th><th scope="col">Statement</th><th scope="col">Why</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}
</section>`;
}

function row(line: StatementData, options: HtmlOptions): string {
  const evidence = line.evidence.map((place) => `<li>${link(place, options)} ${escapeHtml(place.text)}</li>`);
  return `<tr>
<td><span class="verdict ${line.verdict}">${verdictName(line)}</span></td>
<th scope="row"><abbr title="${escapeHtml(line.text)}">${escapeHtml(line.title)}</abbr> <small>${line.id}</small></th>
<td>${escapeHtml(line.reason)}${declaration(line, options)}${evidence.length === 0 ? '' : `<ul>${evidence.join('')}</ul>`}</td>
</tr>`;
}

function declaration({ verdict, declare }: StatementData, { declareHref }: HtmlOptions): string {
  if (verdict !== 'unknown' || declare === null) return '';
  const href = declareHref?.(declare);
  const key = `<code>${escapeHtml(declare)}</code>`;
  return href === undefined
    ? ` Declare ${key} in the deployment manifest.`
    : ` <a href="${escapeHtml(href)}">Declare ${key}</a>`;
}

function link(place: PlaceData, { hrefOf }: HtmlOptions): string {
  const text = `${escapeHtml(place.file)}:${place.line}`;
  const href = hrefOf(place);
  return href === undefined ? `<code>${text}</code>` : `<a href="${escapeHtml(href)}"><code>${text}</code></a>`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}

const style = `:root { color-scheme: light dark; }
body { font-family: var(--vscode-font-family, system-ui, sans-serif); font-size: var(--vscode-font-size, 15px); color: var(--vscode-foreground, CanvasText); background: var(--vscode-editor-background, Canvas); line-height: 1.5; margin: 0; padding: 1rem; }
main { max-width: 70rem; margin: 0 auto; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; }
a { color: var(--vscode-textLink-foreground, LinkText); }
a:focus-visible { outline: 2px solid var(--vscode-focusBorder, Highlight); outline-offset: 2px; }
code { font-family: var(--vscode-editor-font-family, ui-monospace, monospace); font-size: 0.95em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-top: 1px solid var(--vscode-panel-border, GrayText); }
tbody th { font-weight: 600; min-width: 10rem; }
td ul { margin: 0.2rem 0 0; padding-left: 1.2rem; }
abbr { text-decoration: none; }
small { opacity: 0.75; font-weight: normal; }
@media (max-width: 45rem) { thead { position: absolute; left: -9999px; } tr, td, tbody th { display: block; } td, tbody th { border: 0; padding: 0.1rem 0; } tr { border-top: 1px solid var(--vscode-panel-border, GrayText); padding: 0.5rem 0; } }
.verdict { display: inline-block; white-space: nowrap; border: 1px solid currentColor; border-left-width: 0.4em; border-radius: 3px; padding: 0 0.4em; }
.supported, .premium { color: var(--vscode-testing-iconPassed, green); }
.not-supported, .unlisted { color: var(--vscode-errorForeground, crimson); }
.at-your-risk, .basic { color: var(--vscode-editorWarning-foreground, #9a6700); }
.unknown, .open { color: var(--vscode-editorInfo-foreground, royalblue); }
.note, .not-applicable { color: inherit; opacity: 0.8; }`;
