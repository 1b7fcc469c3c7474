// Entry in VS Code's extension host: runs the suite and leaves the counts in a file, for the runner to read.

import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  require('./suite.cjs');
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      if (process.env.VSCODE_E2E_RESULT)
        writeFileSync(process.env.VSCODE_E2E_RESULT, JSON.stringify({ passed, failed }));
      if (failed > 0) reject(new Error(`${failed} tests failed.`));
      else resolve();
    });
  });
}
