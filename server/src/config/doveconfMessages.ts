/** What a real `doveconf` says on standard error, taken apart: file, line, text. It never gives a column. */

import { maskSecrets } from '../text/secrets.ts';

export interface DoveconfMessage {
  readonly severity: 'error' | 'warning';
  /** As doveconf names it; undefined for what is about no file. */
  readonly path: string | undefined;
  /** Counted from 1; undefined when the message is about a whole file. */
  readonly line: number | undefined;
  readonly text: string;
}

const inFile =
  /^(?:Error in configuration file |Configuration file |Obsolete setting in )?(\/\S+?)(?:(?: line |:)(\d+))?: (.*)$/s;

/** The messages, each once: doveconf repeats the last error, and a helper of it repeats them all. */
export function parseDoveconfMessages(output: string): DoveconfMessage[] {
  const messages = new Map<string, DoveconfMessage>();
  for (const line of output.split('\n')) {
    const match = /^doveconf: (Fatal|Error|Panic|Warning): (.*)$/.exec(line.trimEnd());
    if (match === null) continue;
    const place = inFile.exec(match[2]!);
    const message: DoveconfMessage = {
      severity: match[1] === 'Warning' ? 'warning' : 'error',
      path: place?.[1],
      line: place?.[2] === undefined ? undefined : Number(place[2]),
      text: maskSecrets(place?.[3] ?? match[2]!),
    };
    messages.set(`${message.path} ${message.line} ${message.text}`, message);
  }
  return [...messages.values()];
}
