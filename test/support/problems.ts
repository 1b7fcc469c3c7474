/** The problems of a small configuration, for tests that say what is found and where. */

import { problemsOf } from '../../server/src/config/check/check.ts';
import { parseTarget } from '../../server/src/config/dialect.ts';
import { memoryProject, uriOf } from './memory.ts';

export const v24 = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';
export const v23 = 'mail_location = maildir:~/Maildir\n';

export interface Options {
  readonly target?: string;
  /** Nothing includes the file. */
  readonly fragment?: boolean;
  readonly files?: Readonly<Record<string, string>>;
}

/** `error setting-unknown ‹foo›`, in the order of the files. */
export function problems(text: string, { target = 'auto', fragment = false, files = {} }: Options = {}): string[] {
  const name = fragment ? '10-mail.conf' : 'dovecot.conf';
  const project = memoryProject(
    { [name]: text, ...files },
    {
      target: parseTarget(target)!,
      roots: fragment ? [] : [name],
    },
  );
  const [configuration] = project.configurationsFor(uriOf(name));
  return [...problemsOf(configuration!).values()]
    .flat()
    .sort(
      (a, b) =>
        (a.document.uri < b.document.uri ? -1 : 1) * Number(a.document !== b.document) || a.span.from - b.span.from,
    )
    .map(({ certainty, code, document, span }) => `${certainty} ${code} ‹${document.text.slice(span.from, span.to)}›`);
}

/** The problems behind the version lines of 2.4. */
export function found24(text: string, options?: Options): string[] {
  return problems(v24 + text, options);
}

export function found23(text: string, options?: Options): string[] {
  return problems(v23 + text, options);
}
