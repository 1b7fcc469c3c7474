// One way through the workbench: what is opened, and what is done and seen there.

import type { Page } from 'playwright-core';

export interface Scenario {
  readonly name: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What the window opens; the example for AWS S3 without it. */
  readonly open?: () => { readonly folder?: string; readonly file: string };
  run(page: Page, shot: (name: string) => Promise<void>): Promise<void>;
}
