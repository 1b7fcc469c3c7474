/** What the editor's settings say, folder by folder. Whatever is no valid value counts as not set. */

import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { parseTarget } from '../config/dialect.ts';
import { type Profile, profiles, type RuleSetting, ruleSettings } from '../lint/policy.ts';
import type { SettingsLayer } from '../lint/projectFiles.ts';
import { resolveIn } from '../workspace/paths.ts';

interface Settings {
  readonly target?: unknown;
  readonly profile?: unknown;
  readonly rules?: unknown;
  readonly pathMappings?: unknown;
  readonly doveconf?: unknown;
}

export class EditorSettings {
  readonly #connection: Connection;
  readonly #isAsked: boolean;
  #everywhere: Settings = {};
  #byFolder: readonly (readonly [folder: string, settings: Settings])[] = [];

  constructor(connection: Connection, capabilities: ClientCapabilities) {
    this.#connection = connection;
    this.#isAsked = capabilities.workspace?.configuration === true;
  }

  async load(folders: readonly string[]): Promise<void> {
    if (!this.#isAsked) return;
    const section = 'dovecot';
    const items = [{ section }, ...folders.map((scopeUri) => ({ section, scopeUri }))];
    const [everywhere, ...own] = (await this.#connection.workspace.getConfiguration(items)) as (Settings | null)[];
    this.#everywhere = everywhere ?? {};
    this.#byFolder = folders.map((folder, index) => [folder, own[index] ?? {}] as const);
  }

  /** A program of the user's; none by default. */
  get doveconf(): string {
    const { path } = (this.#everywhere.doveconf ?? {}) as { path?: unknown };
    return typeof path === 'string' ? path : '';
  }

  /** What counts for a file: its workspace folder's settings, else those of the first folder. */
  layer(uri: string): SettingsLayer {
    const around = this.#byFolder.filter(([folder]) => uri.startsWith(`${folder.replace(/\/$/, '')}/`));
    const innermost = around.sort(([a], [b]) => b.length - a.length)[0];
    const [folder, settings] = innermost ?? [this.#byFolder[0]?.[0], this.#everywhere];
    const target = typeof settings.target === 'string' ? parseTarget(settings.target) : undefined;
    const profile = profiles.find((each) => each === settings.profile);
    return {
      rules: ruleSettingsOf(settings.rules),
      mappings: folder === undefined ? {} : mappingsOf(settings.pathMappings, folder),
      // `auto` leaves it to the project file.
      ...(target?.dialect !== undefined && { target }),
      ...(profile !== undefined && { profile: profile satisfies Profile }),
    };
  }
}

function ruleSettingsOf(value: unknown): Record<string, RuleSetting> {
  const pairs = entriesOf(value).flatMap(([id, word]) => {
    const setting = ruleSettings.find((each) => each === word);
    return setting === undefined ? [] : [[id, setting] as const];
  });
  return Object.fromEntries(pairs);
}

/** Relative paths start at the workspace folder. */
function mappingsOf(value: unknown, folder: string): Record<string, string> {
  const pairs = entriesOf(value).flatMap(([prefix, path]) =>
    typeof path === 'string' ? [[prefix, resolveIn(folder, path)] as const] : [],
  );
  return Object.fromEntries(pairs);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
