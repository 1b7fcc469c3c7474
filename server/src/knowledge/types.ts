/** The vocabulary of the knowledge base: what is known of a setting, independent of any file. */

import type { Dialect } from './dialect.ts';

/** Dovecot's own type words, so that an author meets the same names as in its manual and messages. */
export type ValueType =
  | 'bool'
  | 'uint'
  | 'octal'
  | 'size'
  | 'time'
  | 'time_msecs'
  | 'port'
  | 'enum'
  | 'string'
  | 'path'
  | 'url'
  | 'file'
  | 'boollist'
  | 'strlist'
  | 'named_filter'
  | 'named_list_filter'
  | 'fs_uri'
  | 'dict_uri'
  /** A word whose presence means yes, as `by-path` in an fs URI. */
  | 'flag';

/** Where a name stands in a file. */
export type Place =
  /** On the left of `=` or as a section head, at top level or inside filters. */
  | 'setting'
  /** On the left of `=` inside `plugin { }` of the old syntax. */
  | 'plugin'
  /** Inside one driver's part of an fs URI string: `region` in `s3:https://host/?region=x`, `prefix` in `posix:prefix=/x`. */
  | 'fs-uri'
  /** A colon-separated part of `mail_location`: `INDEX` in `obox:%u:INDEX=~/`. */
  | 'mail-location'
  /** A word of a `connect = host=a keyspace=b` string in a dict or SQL `.conf.ext` file. */
  | 'connect'
  /** On the left of `=` in a `.conf.ext` file. */
  | 'ext';

/** One way to write a setting, with what is true of that way only. */
export interface Spelling {
  /** `fs_s3_region`, `region`, `INDEX` … exactly as written. */
  readonly name: string;
  readonly place: Place;
  /** For `fs-uri`: the fs drivers that take it, e.g. `['s3', 'aws-s3']`. */
  readonly drivers?: readonly string[];
  /** Default as it would be written; absent when there is none or it is not known. */
  readonly default?: string;
  /** First release that has it, as `2.3.10` or `3.0.0`; absent when older than 2.3 or not known. */
  readonly since?: string;
  /** First release that no longer has it. */
  readonly removed?: string;
  /** Last release that had it, where that is what is known. */
  readonly removedAfter?: string;
  /** Dialects that know this spelling. */
  readonly dialects: readonly Dialect[];
}

/** A setting: one meaning, spelled in the old syntax, the new one, or both; the teaching is in our own words. */
export interface Setting {
  readonly old?: Spelling;
  readonly new?: Spelling;
  readonly type: ValueType;
  /** For enums: every value, explained. */
  readonly values?: Readonly<Record<string, string>>;
  /** What a bare number counts, e.g. "seconds", "milliseconds", "objects per request". */
  readonly unit?: string;
  /** One sentence that says what it does, at most 110 characters, no "This setting …"; empty when nobody described it yet. */
  readonly summary: string;
  /** When to change it and what happens then. */
  readonly details?: string;
  /** A line as it would stand in a file. */
  readonly example?: string;
  /** Names of related settings. */
  readonly seeAlso?: readonly string[];
  /** The plugin or driver that brings it; absent for the core. */
  readonly component?: string;
  /** For filters: the setting without which the block is refused. */
  readonly required?: string;
  /** For what only 2.3 has: the setting of 2.4 instead; null when there is none. */
  readonly replacedBy?: string | null;
  /** Where the facts come from: the address of a page. */
  readonly source: string;
}

/**
 * What we teach, in our own words, about a setting whose facts (type, default, values, releases) the binaries give. The
 * entries of `teaching/new/` are keyed by the full name in 2.4 and 3.1, those of `teaching/old/` by the path in 2.3
 * (`ssl_cert`, `service/idle_kill`, `plugin/quota`, `dovecot-ldap.conf.ext/dnpass`).
 */
export interface Teaching {
  /** One sentence that says what it does, at most 110 characters, no "This setting …". */
  readonly summary: string;
  /** Where it matters: when to change it and what happens then. One to three sentences. */
  readonly details?: string;
  /** Every value of an enum, and the telling values of other types (`0`, `unlimited`, list elements), explained. */
  readonly values?: Readonly<Record<string, string>>;
  /** What a bare number counts: "connections", "messages". */
  readonly unit?: string;
  /** A line or block as it would stand in a file. */
  readonly example?: string;
  /** Names of related settings, of the same grammar. */
  readonly seeAlso?: readonly string[];
  /** In `teaching/new/`: the paths in 2.3 of the same meaning, where it had another name there. */
  readonly old?: readonly string[];
  /** In `teaching/old/`: the setting of 2.4 that replaces it; null when nothing does. */
  readonly replacedBy?: string | null;
}

export type Teachings = Readonly<Record<string, Teaching>>;
