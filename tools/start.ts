// `npm start`: builds, prints the findings for examples/, then opens examples/ in a VS Code that has the extension –
// the one on the PATH, or one in the browser. In CI it looks at that editor once, keeps a screenshot, and ends.
import { existsSync, mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageExtension } from './package.ts';
import { expectSuccess, repo, runNode } from './process.ts';
import { findChromium, launchChromium } from './vscode/chromium.ts';
import { findDesktop, openInDesktop } from './vscode/desktop.ts';
import { installServer, whyNoServer } from './vscode/install.ts';
import { startServer, type VSCodeServer } from './vscode/server.ts';
import { anySquiggle, editorShown, trustIfAsked } from './vscode/workbench.ts';

const examples = join(repo, 'examples');
const firstFile = join(examples, 'pro-3.1-aws', 'conf.d', '20-storage.conf');
const attended = process.stdout.isTTY && !process.env.CI;

await expectSuccess('The build', runNode('tools/build.mjs'));
console.log('\ndovelint check examples\n');
const { status } = await runNode('dist/dovelint.cjs', ['check', 'examples']);
// 1 is what the examples are for: they have mistakes in them.
if (status > 1) process.exit(status);
console.log();

const desktop = attended ? findDesktop() : undefined;
if (desktop) {
  const vsix = desktop.remote ? await packageExtension() : undefined;
  await openInDesktop(desktop, { folder: examples, file: firstFile, vsix });
} else {
  await openInBrowser();
}

async function openInBrowser(): Promise<void> {
  const reason = whyNoServer();
  if (reason) return console.log(`${reason}.\nInstall VS Code with its \`code\` command, then run npm start again.`);
  await installServer();
  const server = await startServer({ install: [await packageExtension()] });
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));

  const url = server.url(examples, firstFile);
  if (!attended) {
    const shown = await lookOnce(server, url).catch((error: unknown) => console.error(error));
    return stop(shown ? 0 : 1);
  }
  console.log(
    `VS Code with the extension, for you alone – the address carries a token:\n\n  ${url}\n\nCtrl-C ends it.`,
  );
  await stop(await server.ended);
}

/** Does what a person would do first; true when the example was seen with its findings, or no browser is there to see. */
async function lookOnce(server: VSCodeServer, url: string): Promise<true> {
  const answer = await fetch(new URL('/version', url));
  if (!answer.ok) throw new Error(`VS Code answers ${answer.status}`);
  console.log(`VS Code (process ${server.pid}) answers at ${new URL(url).origin}`);
  const chromium = findChromium();
  if (!chromium) {
    console.log('No Chromium on the PATH nor in CHROMIUM: no screenshot.');
    return true;
  }
  const browser = await launchChromium(chromium);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    page.setDefaultTimeout(60_000);
    await page.goto(url);
    await editorShown(page);
    await trustIfAsked(page);
    await page.locator(anySquiggle).first().waitFor();
    return true;
  } finally {
    const screenshot = join(repo, 'test-results', 'start.png');
    mkdirSync(join(screenshot, '..'), { recursive: true });
    await page.screenshot({ path: screenshot });
    if (existsSync(screenshot)) console.log(`Screenshot: ${relative(repo, screenshot)}`);
    await browser.close();
  }
}
