/** The storage support report for an editor: a page whose links open the evidence, and its level in a word. */

import type { Project } from '../config/project.ts';
import type { Findings } from '../lint/findings.ts';
import { levelNames, type PlaceData, type ReportData, reportData } from '../report/data.ts';
import { reportHtml } from '../report/html.ts';
import { isReported, makeReport } from '../report/report.ts';

export interface ReportParams {
  /** The document whose roots are reported; all roots without one. */
  readonly uri?: string;
  /** The client turns `command:` links into calls of `dovecot.openPlace` and `dovecot.declare`. */
  readonly commandLinks?: boolean;
}

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;

export class Reports {
  readonly #project: Project;
  readonly #findings: Findings;
  /** How a file is called: relative to its workspace folder. */
  readonly #nameOf: (uri: string) => string;

  constructor(project: Project, findings: Findings, nameOf: (uri: string) => string) {
    this.#project = project;
    this.#findings = findings;
    this.#nameOf = nameOf;
  }

  html({ uri, commandLinks }: ReportParams): string {
    const hrefOf = ({ uri: file, line }: PlaceData) =>
      commandLinks ? commandLink('dovecot.openPlace', [file, line]) : `${file}#L${line}`;
    const declareHref = (key: string) =>
      commandLinks ? commandLink('dovecot.declare', [key, ...(uri === undefined ? [] : [uri])]) : undefined;
    return reportHtml(this.#data(uri), { hrefOf, declareHref, head: policy });
  }

  /** The level of the first root that reaches a document: "Premium"; undefined where it does not apply. */
  level(uri: string): string | undefined {
    const [configuration] = this.#project.configurationsFor(uri);
    if (configuration === undefined) return undefined;
    const { level } = makeReport(configuration, this.#findings.in(configuration));
    return level === 'not-applicable' ? undefined : levelNames[level];
  }

  #data(uri: string | undefined): ReportData[] {
    const configurations = uri === undefined ? this.#project.configurations() : this.#project.configurationsFor(uri);
    return configurations
      .filter(isReported)
      .map((configuration) =>
        reportData(
          makeReport(configuration, this.#findings.in(configuration)),
          this.#nameOf,
          ({ document, span }) => document.lines.positionAt(span.from).line + 1,
        ),
      );
  }
}

function commandLink(command: string, args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
