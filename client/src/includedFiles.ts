// Gives a file that some Dovecot root includes the language `dovecot`: its name alone (`10-mail.conf`) does not tell.
import { type Disposable, languages, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/**
 * Languages that claim `*.conf` or `*.ext` wholesale, whatever is inside: VS Code's own fallbacks and the widespread
 * extensions for other servers. Anything else was chosen for this very file and stays.
 */
const genericLanguages = new Set([
  'plaintext',
  'properties',
  'ini',
  'conf',
  'config',
  'shellscript',
  'nginx',
  'NGINX',
  'apacheconf',
  'apache',
  'hocon',
]);

export function claimIncludedFiles(client: BaseLanguageClient): Disposable[] {
  let included = new Set<string>();
  // By document object, not by address: VS Code forgets a language set this way when the file is closed, and
  // makes a new object when it is opened again; a change of language by the user keeps the object.
  const claimed = new WeakSet<TextDocument>();

  function claim(document: TextDocument): void {
    if (claimed.has(document) || !included.has(document.uri.toString())) return;
    claimed.add(document);
    if (genericLanguages.has(document.languageId)) void languages.setTextDocumentLanguage(document, 'dovecot');
  }

  return [
    client.onNotification('dovecot/includedFiles', ({ uris }: { uris: string[] }) => {
      // Through VS Code's own notation, since percent-encoding differs between implementations.
      included = new Set(uris.map((uri) => client.protocol2CodeConverter.asUri(uri).toString()));
      workspace.textDocuments.forEach(claim);
    }),
    workspace.onDidOpenTextDocument(claim),
  ];
}
