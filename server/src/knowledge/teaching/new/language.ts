/** How text is cut into words for the full-text index: languages, tokenizers, filters. */

import type { Teachings } from '../../types.ts';

export const language: Teachings = {
  language: {
    summary: 'Language that mails may be written in; each block says how its words are indexed and searched.',
    details:
      'The language of a text is guessed when it is indexed, and a search looks for the words in the form of every language, so list only those that users really write. Exactly one of them must be the default; a block `language data` stands for addresses and other text that is no language.',
    example:
      'language en {\n  default = yes\n  filters = lowercase snowball english-possessive stopwords\n}\nlanguage de {\n}',
    seeAlso: ['language_default', 'language_filters', 'language_tokenizers', 'textcat_config_path'],
    old: ['plugin/fts_languages'],
  },
  language_default: {
    summary: 'Marks the language that is assumed when that of a text cannot be told.',
    details:
      'One language has to carry it, no two may, and `language data` must not; otherwise full-text search does not start.',
    example: 'language en {\n  default = yes\n}',
    seeAlso: ['language', 'textcat_config_path'],
  },
  language_filter_normalizer_icu_id: {
    summary: 'ICU transliteration rule by which the filter `normalizer-icu` makes words comparable.',
    details:
      'The default lowers case and drops accents, so that `Café` is found as `cafe`. Letters such as the Norwegian ø need a rule of their own; index anew after a change.',
    example: 'language_filter_normalizer_icu_id = Any-Lower; NFKD; [: Nonspacing Mark :] Remove; NFC',
    seeAlso: ['language_filters'],
    old: ['plugin/fts_filters'],
  },
  language_filter_stopwords_dir: {
    summary: 'Folder with the lists of words that the filter `stopwords` drops.',
    details: 'Each language has a file `stopwords_<language>.txt` there, for example `stopwords_en.txt`.',
    example: 'language_filter_stopwords_dir = /usr/share/dovecot/stopwords',
    seeAlso: ['language_filters'],
    old: ['plugin/fts_filters'],
  },
  language_filters: {
    summary: 'Steps that each word goes through before it is indexed or searched, in this order.',
    details:
      '`snowball` wants lower case, so `lowercase` or `normalizer-icu` comes before it. After a change the indexes have to be built anew, or old mails are not found.',
    example: 'language_filters = normalizer-icu snowball stopwords',
    seeAlso: ['language', 'language_tokenizers', 'language_filter_normalizer_icu_id', 'language_filter_stopwords_dir'],
    old: ['plugin/fts_filters'],
  },
  language_name: {
    summary: 'Two-letter code of a language; the name of the block `language NAME { }`.',
    details: 'The filters `snowball` and `stopwords` look for what belongs to this code.',
    values: { data: 'Text that is no language, as addresses and message ids.' },
    example: 'language fr {\n  default = yes\n}',
    seeAlso: ['language', 'language_default'],
  },
  language_tokenizer_address_token_maxlen: {
    summary: 'Longest e-mail address that the tokenizer `email-address` keeps; longer ones are cut.',
    unit: 'bytes',
    example: 'language_tokenizer_address_token_maxlen = 100',
    seeAlso: ['language_tokenizers', 'language_tokenizer_generic_token_maxlen'],
    old: ['plugin/fts_tokenizers'],
  },
  language_tokenizer_generic_algorithm: {
    summary: 'How the tokenizer `generic` finds where words begin and end.',
    details: 'Index anew after a change.',
    values: {
      simple: 'Fast, and right for most texts in Latin letters.',
      tr29: 'Rules of Unicode report 29; better with Katakana or Hebrew, slower.',
    },
    example: 'language_tokenizer_generic_algorithm = tr29',
    seeAlso: ['language_tokenizers', 'language_tokenizer_generic_wb5a'],
    old: ['plugin/fts_tokenizers'],
  },
  language_tokenizer_generic_explicit_prefix: {
    summary: 'Let a `*` at the end of a searched word ask for everything that begins with it.',
    details: 'Acts on searches only, so nothing has to be indexed anew.',
    example: 'language_tokenizer_generic_explicit_prefix = yes',
    seeAlso: ['language_tokenizers', 'fts_flatcurve_substring_search'],
  },
  language_tokenizer_generic_token_maxlen: {
    summary: 'Longest word that the tokenizer `generic` keeps; longer ones are cut.',
    unit: 'bytes',
    example: 'language_tokenizer_generic_token_maxlen = 30',
    seeAlso: ['language_tokenizers', 'language_tokenizer_address_token_maxlen'],
    old: ['plugin/fts_tokenizers'],
  },
  language_tokenizer_generic_wb5a: {
    summary: "Split a prefix with an apostrophe from its word, as `l'homme` into `l` and `homme`.",
    details:
      'Works with the algorithm `tr29` only and is refused with another. Do not combine it with the filter `contractions`, which does the same.',
    example: 'language_tokenizer_generic_algorithm = tr29\nlanguage_tokenizer_generic_wb5a = yes',
    seeAlso: ['language_tokenizer_generic_algorithm', 'language_filters'],
    old: ['plugin/fts_tokenizers'],
  },
  language_tokenizers: {
    summary: 'What cuts text into words before it is indexed or searched.',
    details:
      'Text passes the last of the list first, therefore `email-address` has to stand after `generic`. Index anew after a change.',
    example: 'language_tokenizers = generic email-address',
    seeAlso: ['language_filters', 'language_tokenizer_generic_algorithm'],
    old: ['plugin/fts_tokenizers'],
  },
  textcat_config_path: {
    summary: 'File that lists the languages among which the language of a text is guessed.',
    details:
      'A copy with only the languages you configured guesses faster and is wrong less often. An empty value takes the file of libexttextcat.',
    example: 'textcat_config_path = /etc/dovecot/fpdb.conf',
    seeAlso: ['language', 'language_default'],
    old: ['plugin/fts_language_config'],
  },
};
