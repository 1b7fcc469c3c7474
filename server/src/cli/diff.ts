/** What `--diff` shows: a unified diff with its secrets masked, to be read and not to be applied. */

import { createTwoFilesPatch } from 'diff';
import { maskSecrets } from '../text/secrets.ts';

export function unifiedDiff(path: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, '', '', { context: 3 });
  return patch
    .split('\n')
    .filter((line) => !line.startsWith('====='))
    .map((line) => line.charAt(0) + maskSecrets(line.slice(1)))
    .join('\n');
}
