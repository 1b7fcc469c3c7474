// Outline, folding, links, references and storage tiers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRanges } from '../../server/src/features/folding.ts';
import { pathLinks } from '../../server/src/features/links.ts';
import { definitions, occurrenceAt, renameProblem, sameThing } from '../../server/src/features/references.ts';
import { selectionRanges } from '../../server/src/features/selectionRanges.ts';
import { storageTiers, tierSentence } from '../../server/src/features/storageTier.ts';
import { documentSymbols, findSymbols, type OutlineSymbol } from '../../server/src/features/symbols.ts';
import { ConfigDocument } from '../../server/src/workspace/document.ts';
import { takeCursor } from '../support/markers.ts';
import { configurationOf, memoryProject, uriOf } from '../support/memory.ts';

function outline(symbols: readonly OutlineSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${'  '.repeat(depth)}${name}${detail === '' ? '' : ` = ${detail}`}`,
    ...outline(children, depth + 1),
  ]);
}

test('the outline has sections, settings and includes, and no secret', () => {
  const text =
    'service imap {\n  vsz_limit = 1G\n}\ngroup @a b {\n}\nimapc_password = hunter2\nurl = https://u:hunter2@h/\n!include x\n';
  const lines = outline(documentSymbols(new ConfigDocument('file:///t.conf', text, 'new')));
  assert.deepEqual(lines, [
    'service imap',
    '  vsz_limit = 1G',
    'group @a b',
    'imapc_password = ********',
    'url = https://u:********@h/',
    '!include = x',
  ]);
});

test('sections, here-documents and runs of comments fold', () => {
  const text = '# a\n# b\n\n# c\nservice imap {\n  x = 1 # d\n}\ny = <<E\nz\nE\n';
  const folds = foldingRanges(new ConfigDocument('file:///t.conf', text, 'new'));
  const shown = folds.map(({ from, to, kind }) => `${kind} ${JSON.stringify(text.slice(from, to))}`);
  assert.deepEqual(shown, [
    'region "{\\n  x = 1 # d"',
    'region "y = <<E\\nz\\nE"',
    'comment "# a\\n# b"',
    'comment "# c"',
  ]);
});

test('includes, file values and external files are links', () => {
  const texts = {
    'dovecot.conf':
      '!include conf.d/*.conf\nssl_cert = <tls/c.pem\ndict {\n  q = mysql:/etc/dovecot/q.conf.ext\n}\nplugin {\n}\n',
    'conf.d/a.conf': '',
    'conf.d/b.conf': '',
    'tls/c.pem': '',
    'q.conf.ext': 'connect = host=x\n',
  };
  const project = memoryProject(texts);
  const [configuration] = project.configurations();
  const links = pathLinks(configuration!, configuration!.root, project.locating(configuration!));
  const shown = links.map(({ span, targets }) => [
    texts['dovecot.conf'].slice(span.from, span.to),
    ...targets.map((uri) => uri.slice(uriOf('').length)),
  ]);
  assert.deepEqual(shown, [
    ['conf.d/*.conf', 'conf.d/a.conf', 'conf.d/b.conf'],
    ['tls/c.pem', 'tls/c.pem'],
    ['mysql:/etc/dovecot/q.conf.ext', 'q.conf.ext'],
  ]);
});

/** The text with the occurrences of the thing under the cursor in brackets, definitions with a star. */
function marked(source: string): string {
  const { text, offset } = takeCursor(source);
  const configuration = configurationOf({ 'dovecot.conf': text });
  const occurrence = occurrenceAt(configuration, configuration.root, offset);
  if (occurrence === undefined) return text;
  let shown = text;
  const all = sameThing(configuration, occurrence).toSorted((a, b) => b.at.span.from - a.at.span.from);
  for (const { at, isDefinition } of all) {
    const { from, to } = at.span;
    shown = `${shown.slice(0, from)}[${isDefinition ? '*' : ''}${shown.slice(from, to)}]${shown.slice(to)}`;
  }
  return shown;
}

const v31 = 'dovecot_config_version = 3.1.2\n';

test('dicts, groups and exporters are found wherever they are used', () => {
  assert.equal(
    marked(
      `${v31}dict_server {\n  dict mai<|>ls {\n  }\n}\nobox {\n  fs dictmap {\n    dict proxy {\n      name = mails\n    }\n  }\n}\n`,
    ),
    `${v31}dict_server {\n  dict [*mails] {\n  }\n}\nobox {\n  fs dictmap {\n    dict proxy {\n      name = [mails]\n    }\n  }\n}\n`,
  );
  assert.equal(
    marked(`${v31}group @mysql main {\n}\npassdb sql {\n  @mysql = ma<|>in\n}\n`),
    `${v31}group @mysql [*main] {\n}\npassdb sql {\n  @mysql = [main]\n}\n`,
  );
  assert.equal(
    marked('dict {\n  quota = mysql:/x.conf.ext\n}\nplugin {\n  quota = dict:User quota::proxy::quo<|>ta\n}\n'),
    'dict {\n  [*quota] = mysql:/x.conf.ext\n}\nplugin {\n  quota = dict:User quota::proxy::[quota]\n}\n',
  );
  assert.equal(
    marked(`${v31}event_exporter "lo<|>g" {\n}\nmetric x {\n  exporter = log\n}\n`),
    `${v31}event_exporter "[*log]" {\n}\nmetric x {\n  exporter = [log]\n}\n`,
  );
});

test('a setting that a value refers to is defined where it is set', () => {
  const { text, offset } = takeCursor(
    'mail_plugins = quota\nprotocol imap {\n  mail_plugins = $mail_pl<|>ugins imap_quota\n}\nplugin {\n}\n',
  );
  const configuration = configurationOf({ 'dovecot.conf': text });
  const occurrence = occurrenceAt(configuration, configuration.root, offset)!;
  assert.deepEqual(
    definitions(configuration, occurrence).map(({ span }) => span.from),
    [0],
  );
  assert.match(renameProblem(occurrence, 'x')!, /keeps its name/);
});

test('a new name must be one that Dovecot reads back', () => {
  const occurrence = { kind: 'dict', key: 'a', isDefinition: true } as never;
  assert.equal(renameProblem(occurrence, 'mails-2'), undefined);
  for (const name of ['', 'a b', 'a"', 'a{', 'a=b', '#a', '$a']) assert.ok(renameProblem(occurrence, name), name);
});

test('storage tiers stand at the driver, on Pro only', () => {
  const configuration = configurationOf({ 'dovecot.conf': `${v31}obox {\n  fs sproxyd {\n  }\n}\n` });
  const [tier, ...others] = storageTiers(configuration, configuration.root);
  assert.deepEqual(others, []);
  assert.equal(configuration.root.text.slice(tier!.span.from, tier!.span.to), 'sproxyd');
  assert.equal(tierSentence(tier!), 'Mails: Scality RING over sproxyd, Premium support in Dovecot Pro 3.x');
  const ce = configurationOf({ 'dovecot.conf': 'mail_location = maildir:~/Maildir\nplugin {\n}\n' });
  assert.deepEqual(storageTiers(ce, ce.root), []);
});

test('a selection grows from the word to the file', () => {
  const { text, offset } = takeCursor('a = b\nservice imap {\n  vsz_<|>limit = 1G\n  chroot = x\n}\n');
  const document = new ConfigDocument('file:///t.conf', text, 'new');
  assert.deepEqual(
    selectionRanges(document, offset).map(({ from, to }) => text.slice(from, to)),
    [
      'vsz_limit',
      'vsz_limit = 1G',
      'vsz_limit = 1G\n  chroot = x',
      'service imap {\n  vsz_limit = 1G\n  chroot = x\n}',
      text,
    ],
  );
});

test('symbols of all files are found by the letters of their names', () => {
  const project = memoryProject({
    'dovecot.conf': '!include a.conf\nservice imap {\n  vsz_limit = 1G\n}\n',
    'a.conf': 'protocol imap {\n  mail_plugins = quota\n}\nimapc_password = hunter2\n',
  });
  const [configuration] = project.configurations();
  const find = (query: string) =>
    findSymbols(configuration!.documents, query).map(({ symbol, container }) => `${container}|${symbol.name}`);
  assert.deepEqual(find('imapvsz'), ['service imap|vsz_limit']);
  assert.deepEqual(find('mail_pl'), ['protocol imap|mail_plugins']);
  assert.deepEqual(find('hunter2'), []);
  assert.equal(find('').length, 6);
});
