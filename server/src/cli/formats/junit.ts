/** Findings as JUnit's XML: a file is a test suite, and what fails the run is a failure. */

import { byFile, type Report, type ReportedFinding } from './report.ts';
import { element, xmlDocument } from './xml.ts';

export function junitFormat(report: Report): string {
  const fails = (finding: ReportedFinding) => report.fails(finding);
  const suites = byFile(report).map(([name, own]) => {
    const failures = own.filter(fails).length;
    const cases = own.map((finding) => testCase(finding, fails(finding)));
    const clean = element('testcase', { name: 'dovelint', classname: name });
    const counts = { tests: Math.max(own.length, 1), failures, errors: 0 };
    return element('testsuite', { name, ...counts }, cases.length === 0 ? [clean] : cases);
  });
  const failures = report.findings.filter(fails).length;
  return xmlDocument(element('testsuites', { name: 'dovelint', failures }, suites));
}

/** A finding that does not fail the run is a test that passed, with the message as its property. */
function testCase({ file, start, severity, rule, message }: ReportedFinding, isFailure: boolean): string {
  const name = `${rule.id} at ${start.line + 1}:${start.character + 1}`;
  const said = { message: `${severity}: ${message}`, type: rule.id };
  const inner = isFailure
    ? element('failure', said)
    : element('properties', {}, [element('property', { name: severity, value: message })]);
  return element('testcase', { name, classname: file }, [inner]);
}
