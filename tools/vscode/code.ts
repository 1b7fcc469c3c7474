// Stands in for the desktop's `code` where a test runner wants one: takes its arguments, runs the test suite in VS
// Code's server and a headless Chromium, prints the extension host's console, and exits with the suite's code.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { findChromium, launchChromium } from './chromium.ts';
import { cache } from './install.ts';
import { startServer } from './server.ts';

/** Writes a program that runs this file with the present node, for a runner that takes a path only. */
export function writeCodeLauncher(): string {
  const launcher = join(cache, 'code');
  mkdirSync(cache, { recursive: true });
  writeFileSync(launcher, `#!/bin/sh\nexec '${process.execPath}' '${import.meta.filename}' "$@"\n`);
  chmodSync(launcher, 0o755);
  return launcher;
}

/** What the workbench itself logs among the lines of the tests. */
const workbenchNoise =
  /^(Canceled: Canceled|Ignoring fetching|Creating a socket|Resolv(ing|ed) connection token|\[(AgentHost|AccountPolicyGate|ChatModelSelection|Service Worker|reconnection-grace-time)|Updating additional builtin|Creation of workbench|Timed out waiting for authentication provider)/;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  });
  const chromium = findChromium();
  if (!chromium) throw new Error('no Chromium on the PATH nor in CHROMIUM');
  const server = await startServer({ forSuite: true, userData: values['user-data-dir'] as string | undefined });

  let browser: Browser | undefined;
  let quitting = false;
  async function quit(code: number, why?: string): Promise<void> {
    if (quitting) return;
    quitting = true;
    if (why) console.error(`code: ${why}`);
    await browser?.close().catch(() => {});
    await server.stop();
    process.exit(code);
  }
  void server.ended.then((code) => quit(1, `VS Code's server exited with ${code}`));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => quit(143));
  const limit = Number(process.env.VSCODE_E2E_TIMEOUT_MS ?? 180_000);
  setTimeout(() => quit(124, `no end after ${limit} ms`), limit).unref();

  browser = await launchChromium(chromium);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('crash', () => quit(1, 'the workbench page crashed'));
  // The two functions that the workbench of a server started for tests calls, if the page has them.
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
    if (workbenchNoise.test(String(args[0]))) return;
    const print = type === 'error' || type === 'warn' ? console.error : console.log;
    print(...args);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => quit(code));
  const development = (values.extensionDevelopmentPath ?? []) as string[];
  const payload: [string, string][] = development.map((path) => ['extensionDevelopmentPath', server.at(path)]);
  if (values.extensionTestsPath) payload.push(['extensionTestsPath', server.at(String(values.extensionTestsPath))]);
  await page.goto(server.url(positionals[0], undefined, payload));
}

if (import.meta.main) await main();
