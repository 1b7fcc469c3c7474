/** A configuration before it is written down: settings, blocks and lines. */

export type Item =
  | { readonly kind: 'setting'; readonly key: string; readonly value: string }
  | { readonly kind: 'block'; readonly head: string; readonly body: readonly Item[] }
  /** Taken as it is. */
  | { readonly kind: 'line'; readonly text: string };

export const setting = (key: string, value: string): Item => ({ kind: 'setting', key, value });
export const block = (head: string, body: readonly Item[]): Item => ({ kind: 'block', head, body });
export const line = (text: string): Item => ({ kind: 'line', text });

/** Every list of items there is, outermost first. */
export function bodies(items: readonly Item[]): (readonly Item[])[] {
  return [items, ...items.flatMap((item) => (item.kind === 'block' ? bodies(item.body) : []))];
}

/** The same draft with one list of items replaced. */
export function replaceBody(items: readonly Item[], old: readonly Item[], changed: readonly Item[]): readonly Item[] {
  if (items === old) return changed;
  return items.map((item) => (item.kind === 'block' ? { ...item, body: replaceBody(item.body, old, changed) } : item));
}
