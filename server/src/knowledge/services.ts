/** The services that Dovecot has without being told, with their listeners, as sections of a configuration. */

import type { Grammar } from './dialect.ts';
import services from './generated/services.json' with { type: 'json' };

export interface DefaultSection {
  /** `service`, `unix_listener`. */
  readonly filter: string;
  readonly name: string;
  /** Full names in the new grammar, as they stand in the section in the old one; values as they would be written. */
  readonly settings: ReadonlyMap<string, string>;
  readonly sections: readonly DefaultSection[];
}

type Raw = Readonly<Record<string, unknown>>;

const cache = new Map<Grammar, readonly DefaultSection[]>();

export function defaultServices(grammar: Grammar): readonly DefaultSection[] {
  let sections = cache.get(grammar);
  if (sections === undefined) {
    const all = Object.entries(services[grammar]) as [name: string, service: Raw][];
    sections = all.map(([name, service]) =>
      grammar === 'old' ? oldService(name, service) : newService(name, service),
    );
    cache.set(grammar, sections);
  }
  return sections;
}

/** `unix_listeners` and the like are lists of sections, all else are settings. */
function oldService(name: string, service: Raw): DefaultSection {
  const settings = new Map<string, string>();
  const sections: DefaultSection[] = [];
  for (const [key, value] of Object.entries(service)) {
    if (!Array.isArray(value)) {
      settings.set(key, written(key, value));
      continue;
    }
    const filter = key.replace(/s$/, '');
    for (const { path, name: own, ...rest } of value as Raw[]) {
      const listener = Object.entries(rest).map(([setting, set]) => [setting, written(setting, set)] as const);
      sections.push({ filter, name: String(path ?? own), settings: new Map(listener), sections: [] });
    }
  }
  return { filter: 'service', name, settings, sections };
}

/** Numbers of 0 stand for the `default_` settings. */
function newService(name: string, { listeners, other_defaults: others, ...service }: Raw): DefaultSection {
  const prefixed = (prefix: string, raw: Raw) =>
    Object.entries(raw).flatMap(([key, value]) =>
      value === 0 || value === '0' ? [] : [[`${prefix}_${key}`, written(key, value)] as const],
    );
  const lists = Object.entries((others ?? {}) as Record<string, string>).filter(([key]) => key.startsWith('service_'));
  const sections = Object.entries(listeners as Record<string, Record<string, Raw>>).flatMap(([filter, byName]) =>
    Object.entries(byName).map(([own, raw]) => ({
      filter,
      name: own,
      settings: new Map(prefixed(filter, raw)),
      sections: [],
    })),
  );
  return { filter: 'service', name, settings: new Map([...prefixed('service', service), ...lists]), sections };
}

function written(key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (key === 'idle_kill_interval' && value === 4_294_967_295) return 'infinite';
  return key.startsWith('idle_kill') && value !== 0 ? `${value}s` : String(value);
}
