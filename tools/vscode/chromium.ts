// Finds a Chromium (or installs Debian's, as root only) and starts it without a window, cut off from everything but the loopback.
import { type Browser, chromium } from 'playwright-core';
import { findProgram, installCommand, installPackages } from '../debian.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const packages = ['chromium', 'fonts-dejavu-core'];

/** `CHROMIUM`, else the first one on the PATH. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM || findProgram(names);
}

/** The command that gets one, for messages. */
export const chromiumCommand = installCommand(packages);

export async function installChromium(): Promise<string | undefined> {
  await installPackages(packages);
  return findChromium();
}

export function launchChromium(executablePath: string): Promise<Browser> {
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
  return chromium.launch({ executablePath, headless: true, args });
}
