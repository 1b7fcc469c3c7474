// What a script does to a VS Code workbench in a browser page: answer the trust question, wait for squiggles, press keys.
import type { Page } from 'playwright-core';

export const anySquiggle = '.squiggly-error, .squiggly-warning, .squiggly-info';

/** Trusts the folder where VS Code asks at the start; where it only shows its banner, the window stays restricted. */
export async function trustIfAsked(page: Page): Promise<void> {
  const dialog = page.locator('.monaco-dialog-box', { hasText: /trust the authors/i });
  if (await becomes(() => dialog.isVisible(), 2000)) {
    await dialog.getByRole('button', { name: /^Yes, I trust/ }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}

/** The editor shows the file's text. */
export async function editorShown(page: Page): Promise<void> {
  await page.locator('.monaco-editor .view-lines .view-line').first().waitFor();
}

/** Text of the visible lines, with plain spaces. */
export async function visibleText(page: Page): Promise<string> {
  const lines = await page.locator('.monaco-editor .view-lines').first().textContent();
  return (lines ?? '').replaceAll('\u00a0', ' ');
}

/**
 * Presses keys until the page shows what they are for: a key pressed before the editor has the focus or the server
 * has answered is lost.
 */
export async function pressUntil(page: Page, keys: readonly string[], shown: () => Promise<boolean>): Promise<void> {
  for (let attempt = 1; attempt <= 6; attempt++) {
    for (const key of keys) await page.keyboard.press(key);
    if (await becomes(shown, 3000)) return;
    await page.keyboard.press('Escape');
  }
  throw new Error(`pressing ${keys.join(' ')} did not show what it should`);
}

/** Polls; false when the time is up. */
export async function becomes(condition: () => Promise<boolean>, timeout = 20_000): Promise<boolean> {
  for (const end = Date.now() + timeout; Date.now() < end; ) {
    if (await condition().catch(() => false)) return true;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  return false;
}

/** Puts the cursor somewhere, counted from 1. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await focusEditor(page);
  const boxShown = () => page.locator('.quick-input-widget input').first().isVisible();
  await pressUntil(page, ['Control+g'], boxShown);
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press('Enter');
  if (!(await becomes(() => page.getByText(`Ln ${line}, Col ${column}`).first().isVisible())))
    throw new Error('The cursor is elsewhere.');
}

/** The first editor, wherever it is scrolled to. */
export async function focusEditor(page: Page): Promise<void> {
  await page.locator('.monaco-editor').first().click();
}

/** Opens a file of the folder by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await choose(page, 'Control+p', name);
  await page.locator('.tab.active', { hasText: name }).first().waitFor();
  await editorShown(page);
}

/** Runs a command of the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await choose(page, 'F1', title);
}

/** Types into the box that a key opens, and takes the entry that is named so. */
async function choose(page: Page, key: string, text: string): Promise<void> {
  const box = page.locator('.quick-input-widget input').first();
  await pressUntil(page, [key], () => box.isVisible());
  await page.keyboard.type(text);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: text }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Shows the hover at the cursor, and waits for a text in it. */
export async function hoverAtCursor(page: Page, text: string): Promise<void> {
  const shown = () => page.locator('.monaco-hover:not(.hidden)', { hasText: text }).first().isVisible();
  await pressUntil(page, ['Control+k', 'Control+i'], shown);
}
