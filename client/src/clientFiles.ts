// Answers the server's requests for files it cannot reach itself: in a browser, or where the workspace is virtual.
// Whatever goes wrong is `null`: to the server an unreadable file is an unknown one.
import { type Disposable, FileType, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** More roots and manifests than this are a corpus rather than a deployment; the server need not read them all. */
const maxFiles = 500;

export function answerFileRequests(client: BaseLanguageClient): Disposable[] {
  const toUri = (uri: string) => client.protocol2CodeConverter.asUri(uri);
  return [
    client.onRequest('dovecot/readFile', ({ uri }: { uri: string }) =>
      orNull(async () => new TextDecoder().decode(await workspace.fs.readFile(toUri(uri)))),
    ),
    client.onRequest('dovecot/readDirectory', ({ uri }: { uri: string }) =>
      orNull(async () => {
        const entries = await workspace.fs.readDirectory(toUri(uri));
        // A bit mask: a link to a directory carries both bits.
        return entries.map(([name, type]): [string, boolean] => [name, (type & FileType.Directory) !== 0]);
      }),
    ),
    client.onRequest('dovecot/findFiles', async () => {
      const found = await workspace.findFiles('**/{dovecot.conf,*.yaml,*.yml}', '**/{node_modules,.git}/**', maxFiles);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
  ];
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
