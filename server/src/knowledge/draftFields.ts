/** Blocks of a `dict_map` as drafts of the manual call them, and what every release calls them. */

export interface DraftField {
  readonly block: string;
  /** Settings inside, by the draft's name. */
  readonly settings: Readonly<Record<string, string>>;
}

const drafts: Readonly<Record<string, DraftField>> = {
  field: { block: 'key_field', settings: { pattern: 'value' } },
  dict_map_field: { block: 'dict_map_key_field', settings: { pattern: 'value', dict_map_field_pattern: 'value' } },
  value: { block: 'value_field', settings: {} },
  dict_map_value: { block: 'dict_map_value_field', settings: {} },
};

/** The draft's block that a section head inside a filter is. */
export function draftField(word: string, filter: string | undefined): DraftField | undefined {
  return filter === 'dict_map' && Object.hasOwn(drafts, word) ? drafts[word] : undefined;
}
