// What a person sees: the packaged extension in a real VS Code in a real browser, with screenshots.

import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { repo } from '../../tools/process.ts';
import { launchChromium } from '../../tools/vscode/chromium.ts';
import { startServer } from '../../tools/vscode/server.ts';
import {
  anySquiggle,
  becomes,
  editorShown,
  focusEditor,
  goTo,
  hoverAtCursor,
  pressUntil,
  visibleText,
} from '../../tools/vscode/workbench.ts';
import type { Counts } from './extensionHost.ts';
import type { Scenario } from './scenario.ts';
import { yamlScenarios } from './yaml.ts';

const examples = join(repo, 'examples');
const storage = join(examples, 'pro-3.1-aws', 'conf.d', '20-storage.conf');
const results = join(repo, 'test-results');
const extension = 'dovecot-language-tools.dovecot-language-tools';

const trusted = { 'security.workspace.trust.enabled': false };

const scenarios: readonly Scenario[] = [
  { name: 'squiggle, hover, quick-fix, undo', settings: trusted, run: wholeWay },
  { name: 'completion, outline and the storage support report', settings: trusted, run: writing },
  { name: 'an untrusted workspace is judged', run: untrusted },
  { name: 'a file without a folder is judged', settings: trusted, open: loneFile, run: squiggleOnly('no-folder') },
  ...yamlScenarios.map((scenario) => ({ ...scenario, settings: trusted })),
  {
    name: 'the language server runs in a web worker',
    settings: { ...trusted, 'remote.extensionKind': { [extension]: ['web'] } },
    run: squiggleOnly('web-worker'),
  },
];

export async function runUi(vsix: string, chromium: string): Promise<Counts> {
  mkdirSync(results, { recursive: true });
  let passed = 0;
  let failed = 0;
  for (const scenario of scenarios) {
    const error = await play(scenario, vsix, chromium).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    console.log(`  ${error === undefined ? '✔' : '✖'} ${scenario.name}`);
    if (error !== undefined) console.log(String(error));
    if (error === undefined) passed++;
    else failed++;
  }
  return { passed, failed };
}

async function play({ name, settings = {}, open, run }: Scenario, vsix: string, chromium: string): Promise<void> {
  const server = await startServer({ install: [vsix], settings });
  let browser: Browser | undefined;
  try {
    browser = await launchChromium(chromium);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(40_000);
    const shot = async (file: string) => {
      await page.screenshot({ path: join(results, `${file}.png`) });
    };
    try {
      const { folder, file } = open?.() ?? { folder: examples, file: storage };
      await page.goto(server.url(folder, file));
      await editorShown(page);
      await run(page, shot);
    } catch (error) {
      await shot(`failed-${name.replace(/\W+/g, '-')}`);
      throw error;
    }
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/** Without its root only the name tells VS Code that a file is Dovecot's. */
function loneFile(): { file: string } {
  const file = join(results, 'no-folder', 'dovecot.conf');
  mkdirSync(join(results, 'no-folder'), { recursive: true });
  copyFileSync(storage, file);
  return { file };
}

async function wholeWay(page: Page, shot: (name: string) => Promise<void>): Promise<void> {
  await page.locator('.squiggly-error').first().waitFor();
  await shot('1-squiggles');
  await goTo(page, 22, 7);
  await hoverAtCursor(page, 'Premium support');
  await shot('2-hover');
  await page.keyboard.press('Escape');

  const menuShown = () => page.locator('.action-widget', { hasText: 'Use the aws-s3 driver' }).first().isVisible();
  await pressUntil(page, ['Control+.'], menuShown);
  await shot('3-quick-fix');
  await page.keyboard.press('Enter');
  const drivers = async () => ((await visibleText(page)).match(/fs aws-s3 \{/g) ?? []).length;
  if (!(await becomes(async () => (await drivers()) === 2))) throw new Error('The fix was not applied.');
  await shot('4-fixed');
  await page.keyboard.press('Control+z');
  if (!(await becomes(async () => (await drivers()) === 1))) throw new Error('The fix was not undone.');
}

/** Completion in a file, then the report beside it; a link of the report leads back. */
async function writing(page: Page, shot: (name: string) => Promise<void>): Promise<void> {
  await page.locator(anySquiggle).first().waitFor();
  await focusEditor(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('metacache_max');
  const offered = () =>
    page.locator('.suggest-widget .monaco-list-row', { hasText: 'metacache_max_space' }).first().isVisible();
  await pressUntil(page, ['Control+Space'], offered);
  await shot('5-completion');
  await page.keyboard.press('Escape');

  const storageItem = page.locator('.statusbar-item', { hasText: 'Storage:' }).first();
  await storageItem.waitFor();
  await storageItem.click();
  const report = page.frameLocator('iframe.webview').frameLocator('iframe');
  await report.getByRole('heading', { name: 'Storage support' }).waitFor();
  await report.getByText('One region').first().waitFor();
  await shot('6-report');
  await report
    .getByRole('link', { name: /20-storage\.conf:29$/ })
    .first()
    .click();
  await page.getByText('Ln 29, Col 1').first().waitFor();
}

async function untrusted(page: Page, shot: (name: string) => Promise<void>): Promise<void> {
  await page.getByText('Restricted Mode', { exact: true }).first().waitFor();
  await squiggleOnly('untrusted')(page, shot);
}

function squiggleOnly(file: string): Scenario['run'] {
  return async (page, shot) => {
    await page.locator(anySquiggle).first().waitFor();
    await shot(file);
  };
}
