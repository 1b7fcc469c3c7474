/**
 * A configuration: what one root amounts to when its includes are read as Dovecot reads them – the flat, ordered list
 * of settings, each with the scope it stands in. Sections may open in one file and close in another.
 */

import type { Grammar } from '../knowledge/dialect.ts';
import { filterKind, findFact, isListSetting, isNewSetting } from '../knowledge/facts.ts';
import { isBuiltInGroup } from '../knowledge/groups.ts';
import type { Assignment, Include, Section, Statement } from '../parser/cst.ts';
import type { LineGrammar } from '../parser/lexer.ts';
import type { Container } from '../workspace/containers.ts';
import { ConfigDocument, type DocumentStore, withBuffers } from '../workspace/document.ts';
import type { FileContent } from '../workspace/files.ts';
import { isFragmentPath, isRootName } from '../workspace/names.ts';
import {
  baseName,
  locate,
  type PathContext,
  type PathMappings,
  type Resolved,
  resolveInclude,
} from '../workspace/paths.ts';
import { type CarriedLine, carriedOn, finishLine, goesOn } from './carriedLine.ts';
import type { DeploymentFacts } from './deployment.ts';
import { collectEvidence, type DialectDecision, decideDialect, emptyEvidence, type Target } from './dialect.ts';
import { externalPaths } from './externals.ts';
import { hasHole } from './holes.ts';
import { makeScope, resolveSetting, type Scope, scopePath, structPath } from './scope.ts';

/** `setting = value` with its full name and scope. */
export interface Entry {
  readonly setting: string;
  readonly scope: Scope | undefined;
  readonly statement: Assignment;
  readonly document: ConfigDocument;
}

/** One opening of a section; several openings of the same path are one scope to Dovecot. */
export interface Opening {
  readonly scope: Scope;
  readonly section: Section;
  readonly document: ConfigDocument;
}

/** A file that an include finds and that cannot be read; `missing` is a link that leads nowhere. */
export interface UnreadFile {
  readonly uri: string;
  readonly content: Exclude<FileContent, { kind: 'text' | 'folder' }>;
}

export interface IncludeEdge {
  readonly include: Include;
  readonly document: ConfigDocument;
  readonly unread: readonly UnreadFile[];
  readonly resolved: Resolved | { readonly kind: 'cycle' };
}

export interface Configuration {
  /** A root is read as a whole; a fragment means something only inside a root that is not known. */
  readonly kind: 'root' | 'fragment';
  readonly root: ConfigDocument;
  readonly decision: DialectDecision;
  /** The root and all that it includes, each once, in the order of first reading. */
  readonly documents: readonly ConfigDocument[];
  readonly entries: readonly Entry[];
  readonly openings: readonly Opening[];
  /** Entries and openings in Dovecot's reading order. */
  readonly items: readonly (Entry | Opening)[];
  readonly includes: readonly IncludeEdge[];
  /** What looks like statements and is the end of a line that an included file began. */
  readonly lineEnds: ReadonlySet<Statement>;
  /** All of it is read: a root, every include, no template lines. */
  readonly allRead: boolean;
  /** All of it is known: all is read, every section closed, no group unseen. Only then may absence be concluded from. */
  readonly complete: boolean;
  /** Whether a section that stays open at the end of the last file, or a surplus `}`, is an error for certain. */
  readonly braces: {
    readonly unclosed: readonly Opening[];
    readonly surplus: ReadonlyMap<ConfigDocument, readonly number[]>;
  };
  /** What the deployment manifest declares for this root; undefined when there is none. */
  readonly deployment: DeploymentFacts | undefined;
  /** The external files (`.conf.ext`) that settings of the old grammar name, by the setting. */
  readonly externals: ReadonlyMap<Entry, ConfigDocument>;
}

export interface AssembleOptions {
  readonly target: Target;
  readonly mappings: PathMappings;
  /** Those that see the root at some path. */
  readonly containers?: readonly Container[];
  /** Whether the root is one for certain: asked for by name, or known to the workspace. */
  readonly isRoot: boolean;
  /** The root is an external file of 2.3 that nothing is known to name. */
  readonly isExternal?: boolean;
  readonly deployment?: DeploymentFacts;
}

/** Bounds the work for include bombs (`a` includes `b` twice, `b` includes `c` twice …). */
const maxInclusions = 5_000;

/** Reads a root; undefined when the root itself cannot be read. */
export function assemble(root: string, store: DocumentStore, options: AssembleOptions): Configuration | undefined {
  const first = options.target.dialect === 'ce-2.3' || options.target.dialect === 'pro-2.3' ? 'old' : 'new';
  const draft = new Assembler(root, store, options, first).run();
  if (draft === undefined || (draft.decision.grammar ?? first) === first) return draft;
  return new Assembler(root, store, options, draft.decision.grammar!).run();
}

class Assembler {
  readonly #store: DocumentStore;
  readonly #options: AssembleOptions;
  readonly #rootUri: string;
  readonly #grammar: Grammar;
  readonly #documents = new Map<string, ConfigDocument>();
  readonly #entries: Entry[] = [];
  readonly #openings: Opening[] = [];
  readonly #items: (Entry | Opening)[] = [];
  readonly #includes: IncludeEdge[] = [];
  readonly #lineEnds = new Set<Statement>();
  readonly #evidence = emptyEvidence();
  readonly #surplus = new Map<ConfigDocument, number[]>();
  /** The files that are open, or that an include has lined up. */
  readonly #reading = new Set<string>();
  /** Files and sections that are being read, the innermost last; a piece says whether there is more of it. */
  readonly #begun: (() => boolean)[] = [];
  readonly #counters = new Map<string, number>();
  #scopes: { scope: Scope; opening: Opening }[] = [];
  #carried: CarriedLine | undefined;
  #inclusions = 0;
  #holes = false;
  /** Whether a group that holds more than mailboxes or metrics is included, or may be. */
  #groups = false;

  constructor(root: string, store: DocumentStore, options: AssembleOptions, grammar: Grammar) {
    this.#rootUri = root;
    this.#store = store;
    this.#options = options;
    this.#grammar = grammar;
  }

  run(): Configuration | undefined {
    const root = this.#store.document(this.#rootUri, this.#fileGrammar);
    if (!(root instanceof ConfigDocument)) return undefined;
    this.#read(root, () => {});
    this.#work();
    const decision = decideDialect(this.#options.target, this.#evidence);
    const isNamedRoot = (this.#options.isRoot || isRootName(baseName(root.uri))) && !isFragmentPath(root.uri);
    const isRoot = isNamedRoot || this.#evidence.configVersion !== undefined;
    const includesRead = this.#includes.every(
      ({ resolved }) => (resolved.kind === 'files' && resolved.isPart !== true) || resolved.kind === 'missing',
    );
    const allRead = isRoot && includesRead && !this.#holes;
    return {
      kind: isRoot ? 'root' : 'fragment',
      root,
      decision,
      documents: [...this.#documents.values()],
      entries: this.#entries,
      openings: this.#openings,
      items: this.#items,
      includes: this.#includes,
      lineEnds: this.#lineEnds,
      allRead,
      complete: allRead && !this.#groups && this.#scopes.length === 0 && this.#surplus.size === 0,
      braces: { unclosed: this.#scopes.map(({ opening }) => opening), surplus: this.#surplus },
      deployment: this.#options.deployment,
      externals: this.#grammar === 'old' ? this.#externals() : new Map(),
    };
  }

  get #fileGrammar(): LineGrammar {
    return this.#options.isExternal ? 'ext' : this.#grammar;
  }

  get #scope(): Scope | undefined {
    return this.#scopes[this.#scopes.length - 1]?.scope;
  }

  /** Reads on until all that was begun is done. Sections may be deep, so each is a piece of work, not a call. */
  #work(): void {
    for (let piece = this.#begun.at(-1); piece !== undefined; piece = this.#begun.at(-1)) {
      if (!piece()) this.#begun.pop();
    }
  }

  #begin(statements: readonly Statement[], document: ConfigDocument, end: () => void): void {
    let next = 0;
    this.#begun.push(() => {
      const statement = statements[next++];
      if (statement === undefined) end();
      else this.#statement(statement, document);
      return statement !== undefined;
    });
  }

  #read(document: ConfigDocument, end: () => void): void {
    this.#documents.set(document.uri, document);
    this.#reading.add(document.uri);
    this.#begin(document.tree.statements, document, end);
  }

  #statement(read: Statement, document: ConfigDocument): void {
    const statement = this.#carried === undefined ? read : this.#finishLine(this.#carried, read, document);
    if (statement === undefined) return;
    collectEvidence(this.#evidence, statement, this.#scopes.length);
    switch (statement.kind) {
      case 'assignment':
        this.#assignment(statement, document);
        break;
      case 'section':
        this.#section(statement, document);
        break;
      case 'include':
        this.#include(statement, document);
        break;
      case 'stray-close':
        if (this.#scopes.pop() === undefined) this.#strayClose(statement, document);
        break;
      case 'template':
        this.#holes = true;
        break;
      case 'broken':
        break;
    }
  }

  #strayClose({ from }: Statement, document: ConfigDocument): void {
    const places = this.#surplus.get(document);
    if (places === undefined) this.#surplus.set(document, [from]);
    else places.push(from);
  }

  /** The line that an included file left unfinished takes the next one in. */
  #finishLine(carried: CarriedLine, statement: Statement, document: ConfigDocument): Statement | undefined {
    this.#carried = undefined;
    if (!goesOn(carried, document, statement.from)) return statement;
    const finished = finishLine(carried, statement, document.text, this.#grammar);
    if (finished === undefined) {
      this.#holes = true;
    } else {
      this.#lineEnds.add(statement);
      this.#assignment(finished, carried.document);
    }
    return undefined;
  }

  #assignment(statement: Assignment, document: ConfigDocument): void {
    const { scope, key } = this.#pathKey(statement.key.text, document);
    const entry = { setting: resolveSetting(key, scope, this.#grammar), scope, statement, document };
    if (key.startsWith('@') && !isBuiltInGroup(key, statement.value.content.text)) this.#groups = true;
    this.#entries.push(entry);
    this.#items.push(entry);
  }

  /** `service/imap/vsz_limit`: every filter on the way becomes a scope, and so does a list before its element. */
  #pathKey(text: string, document: ConfigDocument): { scope: Scope | undefined; key: string } {
    let scope = this.#scope;
    if (!text.includes('/') || (scope !== undefined && isListSetting(scope.filter))) return { scope, key: text };
    const parts = text.split('/');
    while (parts.length > 1) {
      const { word, kind } = this.#pathWord(parts[0]!, scope);
      if (kind === 'setting') return { scope, key: parts[0]! }; // what follows the slash is ignored
      if (kind === undefined) break;
      if (kind === 'named_list_filter' && parts.length < 3) {
        // Without a name between, it is a setting of that filter, whatever its name.
        const isSetting = this.#grammar === 'new' && isNewSetting(parts.join('_'));
        if (!isSetting) return { scope, key: parts.join('/') };
        return { scope: makeScope(scope, word, undefined, undefined, document), key: parts[1]! };
      }
      const name = kind === 'named_list_filter' ? parts[1] : undefined;
      scope = makeScope(scope, word, name, undefined, document);
      parts.splice(0, kind === 'named_list_filter' ? 2 : 1);
      if (kind === 'list') break;
    }
    return { scope, key: parts.join('/') };
  }

  /** A filter goes before a setting whose name only a prefix makes. */
  #pathWord(text: string, scope: Scope | undefined): { word: string; kind: PathKind | undefined } {
    const word = resolveSetting(text, scope, this.#grammar);
    const kind = this.#pathKind(word, scope);
    const filter = kind === 'setting' && word !== text ? filterKind(text) : undefined;
    return filter === undefined ? { word, kind } : { word: text, kind: filter };
  }

  #pathKind(word: string, scope: Scope | undefined): PathKind | undefined {
    if (this.#grammar === 'new') {
      if (isListSetting(word)) return 'list';
      return filterKind(word) ?? (isNewSetting(word) ? 'setting' : undefined);
    }
    const outer = structPath(scope);
    const type = findFact(outer === '' ? word : `${outer}/${word}`, 'old')?.type;
    if (type === 'strlist') return 'list';
    return type === 'section' || type === 'section_unique' ? 'named_list_filter' : undefined;
  }

  #section(section: Section, document: ConfigDocument): void {
    const filter = resolveSetting(section.key.text, this.#scope, this.#grammar);
    const opening = { scope: this.#openScope(section, filter, document), section, document };
    this.#openings.push(opening);
    this.#items.push(opening);
    const depth = this.#scopes.length;
    this.#scopes.push({ scope: opening.scope, opening });
    this.#begin(section.body, document, () => {
      // Left open at the end of a file: what follows in the including file belongs to it.
      if (section.close !== undefined) this.#scopes.length = Math.min(this.#scopes.length, depth);
    });
  }

  #openScope(section: Section, filter: string, document: ConfigDocument): Scope {
    // `@label name {` without the word `group` is taken as well.
    const label = section.label ?? (section.key.text.startsWith('@') ? section.key : undefined);
    if (label !== undefined && this.#grammar === 'new') {
      const name = section.name?.text ?? '';
      if (isBuiltInGroup(label.text, name)) this.#groups = true;
      return makeScope(this.#scope, 'group', `${label.text}/${name}`, section, document);
    }
    let name = section.name?.text;
    if (this.#grammar === 'old') {
      const kind = this.#pathKind(filter, this.#scope);
      if (kind === 'list') name = undefined;
      if (kind === 'named_list_filter') name ??= this.#number(filter);
    }
    return makeScope(this.#scope, filter, name, section, document);
  }

  /** Sections of the old grammar without a name are each a new one. */
  #number(filter: string): string {
    const key = `${scopePath(this.#scope)}/${filter}`;
    const count = (this.#counters.get(key) ?? 0) + 1;
    this.#counters.set(key, count);
    return `#${count}`;
  }

  #include(include: Include, document: ConfigDocument): void {
    // Dovecot's own variables are no holes here: it does not look for any in paths.
    if (hasHole(include.path.text.replace(/\$(?:ENV|SET):|%\{/g, ''))) {
      this.#includes.push({ include, document, resolved: { kind: 'unknown', why: 'hole' }, unread: [] });
      return;
    }
    const found = resolveInclude(include.path.text, document.uri, this.#locating);
    const resolved = found.kind === 'files' ? this.#lineUp(found) : found;
    const unread: UnreadFile[] = [];
    this.#includes.push({ include, document, resolved, unread });
    if (resolved.kind !== 'files') return;
    // The reader of external files takes the last match first.
    const uris = this.#options.isExternal ? resolved.uris.toReversed() : resolved.uris;
    let next = 0;
    this.#begun.push(() => {
      const uri = uris[next++];
      if (uri !== undefined) this.#readIncluded(uri, unread);
      else if (this.#carried !== undefined) this.#carried = { ...this.#carried, next: document, from: include.to };
      return uri !== undefined;
    });
  }

  /** All files of a pattern are open at once to Dovecot: none of them may include one that is still to come. */
  #lineUp(resolved: Extract<Resolved, { kind: 'files' }>): IncludeEdge['resolved'] {
    const uris = new Set(resolved.uris);
    if (uris.size < resolved.uris.length || resolved.uris.some((uri) => this.#reading.has(uri)))
      return { kind: 'cycle' };
    this.#inclusions += uris.size;
    if (this.#inclusions > maxInclusions) return { kind: 'too-many' };
    for (const uri of uris) this.#reading.add(uri);
    return resolved;
  }

  #readIncluded(uri: string, unread: UnreadFile[]): void {
    const included = this.#store.document(uri, this.#fileGrammar);
    if (included instanceof ConfigDocument) {
      // The same large file over and over is as much work as many files.
      if (this.#documents.has(uri)) this.#inclusions += included.text.length / 1_000;
      const carried = this.#carried === undefined ? undefined : { ...this.#carried, next: included, from: 0 };
      this.#carried = carried;
      this.#read(included, () => {
        this.#reading.delete(uri);
        this.#carried = carriedOn(this.#carried, included, carried === this.#carried);
      });
      return;
    }
    this.#reading.delete(uri);
    if (included.kind === 'folder') return; // To Dovecot it is an empty file.
    unread.push({ uri, content: included });
    this.#holes = true;
  }

  get #locating(): PathContext {
    const { mappings, containers = [] } = this.#options;
    return { files: withBuffers(this.#store), root: this.#rootUri, mappings, containers };
  }

  #externals(): Map<Entry, ConfigDocument> {
    const context = this.#locating;
    const externals = new Map<Entry, ConfigDocument>();
    for (const [entry, path] of externalPaths(this.#entries)) {
      const uri = locate(path, entry.document.uri, context);
      const document = uri === undefined ? undefined : this.#store.document(uri, 'ext');
      if (document instanceof ConfigDocument) externals.set(entry, document);
    }
    return externals;
  }
}

type PathKind = 'named_filter' | 'named_list_filter' | 'list' | 'setting';

/** Every document that belongs to a configuration: those it includes and the external ones it names. */
export function allDocuments(configuration: Configuration): readonly ConfigDocument[] {
  return [...new Set([...configuration.documents, ...configuration.externals.values()])];
}
