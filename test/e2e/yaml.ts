// The example in Kubernetes as a person works on it: configuration inside YAML, the deployment manifest, and the report.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { repo } from '../../tools/process.ts';
import {
  anySquiggle,
  becomes,
  focusEditor,
  goTo,
  hoverAtCursor,
  openFile,
  pressUntil,
  runCommand,
  visibleText,
} from '../../tools/vscode/workbench.ts';
import type { Scenario } from './scenario.ts';

const example = join(repo, 'examples', 'kubernetes-pro-3.1');
const backend = 'dovecot-backend.yaml';
const deployment = 'dovecot-deployment.yaml';

export const yamlScenarios: readonly Scenario[] = [
  { name: 'configuration inside a ConfigMap', open: () => copied('config-map'), run: insideYaml },
  { name: 'the deployment manifest and the report', open: () => copied('declared'), run: declaring },
  { name: 'a deployment manifest made of the workspace', open: () => copied('undeclared', deployment), run: creating },
];

/** A copy of the example that may be written into, with a slip of the finger and without some of its files. */
function copied(name: string, ...without: readonly string[]): { folder: string; file: string } {
  const folder = join(repo, 'test-results', name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(example, folder, { recursive: true });
  for (const file of without) rmSync(join(folder, file));
  const file = join(folder, backend);
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace('obox_track_copy_flags', 'obox_track_copy_flag').replace('    mail_uid = ', '    mail_uid   = '),
  );
  return { folder, file };
}

/** Where a text stands in the example, counted from 1. */
function placeOf(file: string, text: string): { line: number; column: number } {
  const lines = readFileSync(join(example, file), 'utf8').split('\n');
  const line = lines.findIndex((each) => each.includes(text));
  if (line === -1) throw new Error(`${file} has no ${text}`);
  return { line: line + 1, column: lines[line]!.indexOf(text) + 1 };
}

async function goToText(page: Page, file: string, text: string, shift = 0): Promise<void> {
  const { line, column } = placeOf(file, text);
  await goTo(page, line, column + shift);
}

async function offered(page: Page, text: string): Promise<void> {
  const row = page.locator('.suggest-widget .monaco-list-row', { hasText: text }).first();
  await pressUntil(page, ['Control+Space'], () => row.isVisible());
}

async function shows(page: Page, text: RegExp, what: string): Promise<void> {
  if (!(await becomes(async () => text.test(await visibleText(page))))) throw new Error(what);
}

async function insideYaml(page: Page, shot: (name: string) => Promise<void>): Promise<void> {
  await page.locator(anySquiggle).first().waitFor();
  await goToText(page, backend, 'mail_driver', 2);
  await hoverAtCursor(page, 'mail_driver');
  await shot('7-config-map');
  await page.keyboard.press('Escape');

  await goToText(page, backend, 'obox_track_copy_flags', 2);
  const fix = page.locator('.action-widget', { hasText: "Write 'obox_track_copy_flags'" }).first();
  await pressUntil(page, ['Control+.'], () => fix.isVisible());
  await shot('8-config-map-quick-fix');
  await page.keyboard.press('Enter');
  await shows(page, /obox_track_copy_flags = yes/, 'The fix was not applied.');

  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('lazy_ex');
  await offered(page, 'lazy_expunge_only_last_instance');
  await shot('9-config-map-completion');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');

  await runCommand(page, 'Source Action...');
  const format = page.locator('.action-widget', { hasText: 'Format embedded Dovecot configuration' }).first();
  await format.waitFor();
  await page.keyboard.press('Enter');
  await shows(page, / {4}mail_uid = vmail/, 'The configuration was not formatted.');
  await shot('10-config-map-formatted');
}

async function declaring(page: Page, shot: (name: string) => Promise<void>): Promise<void> {
  await page.locator(anySquiggle).first().waitFor();
  await openFile(page, deployment);
  await page.locator('.squiggly-warning').first().waitFor();
  await goToText(page, deployment, 's3-compatible', 2);
  await hoverAtCursor(page, 'S3');
  await shot('11-manifest-hover');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('license:\n  nfs');
  await offered(page, 'nfsSla');
  await shot('12-manifest-completion');
  await page.keyboard.press('Escape');
  for (let press = 0; press < 4; press++) await page.keyboard.press('Control+z');

  await runCommand(page, 'Dovecot: Show storage support report');
  const report = page.frameLocator('iframe.webview').frameLocator('iframe');
  await report.getByRole('heading', { name: 'Storage support' }).waitFor();
  await shot('13-manifest-report');
}

async function creating(page: Page, shot: (name: string) => Promise<void>): Promise<void> {
  await page.locator(anySquiggle).first().waitFor();
  await runCommand(page, 'Dovecot: Show storage support report');
  const report = page.frameLocator('iframe.webview').frameLocator('iframe');
  await report
    .getByRole('link', { name: /^Declare/ })
    .first()
    .waitFor();
  await shot('14-undeclared-report');
  await focusEditor(page);
  await runCommand(page, 'Dovecot: Create deployment manifest');
  await page.locator('.tab.active', { hasText: deployment }).first().waitFor();
  await shows(page, /kind: DovecotDeployment/, 'No manifest was made.');
  await shot('15-created-manifest');
  await report
    .getByRole('link', { name: /^Declare/ })
    .first()
    .click();
  await page.locator('.monaco-editor .selected-text').first().waitFor();
  await shot('16-declared');
}
