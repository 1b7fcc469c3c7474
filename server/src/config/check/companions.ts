/**
 * Settings that Dovecot refuses without another one (a policy server without a nonce, client certificates without a CA)
 * or beside one.
 */

import type { Grammar } from '../../knowledge/dialect.ts';
import type { Entry } from '../configuration.ts';
import { findIn } from '../effective/find.ts';
import type { EffectiveScope } from '../effective/scope.ts';
import { effectiveTree } from '../effective/tree.ts';
import { isKnown } from '../holes.ts';
import { type CheckContext, keyOf, knownText } from './context.ts';
import { isSeen } from './seen.ts';

interface Companion {
  readonly setting: string;
  /** The value that needs the other one; any but the empty text unless told otherwise. */
  readonly value?: RegExp;
  /** One of them is enough. */
  readonly needs: readonly string[];
  /** A setting with a value under which nothing is needed. */
  readonly unless?: readonly [setting: string, value: string];
}

const inBoth: readonly Companion[] = [
  { setting: 'auth_policy_server_url', needs: ['auth_policy_hash_nonce'] },
  { setting: 'pop3_delete_type', value: /^flag$/, needs: ['pop3_deleted_flag'] },
];

const companions: Readonly<Record<Grammar, readonly Companion[]>> = {
  new: [
    ...inBoth,
    { setting: 'event_exporter_name', needs: ['event_exporter_format'] },
    { setting: 'execute_driver', value: /^tcp$/, needs: ['execute_tcp_port'] },
    { setting: 'fts_decoder_driver', value: /^script$/, needs: ['fts_decoder_script_socket_path'] },
    { setting: 'mailbox_list_index_prefix', value: /^[^/].*\//, needs: ['mail_index_path'] },
    { setting: 'metric_name', needs: ['metric_filter'] },
    { setting: 'oauth2_active_value', needs: ['oauth2_active_attribute'] },
    { setting: 'oauth2_client_id', needs: ['oauth2_client_secret'] },
    { setting: 'oauth2_client_secret', needs: ['oauth2_client_id'] },
    { setting: 'oauth2_grant_url', needs: ['oauth2_introspection_mode'] },
    {
      setting: 'oauth2_introspection_mode',
      value: /^(?:auth|get|post)$/,
      needs: ['oauth2_tokeninfo_url', 'oauth2_introspection_url'],
    },
    { setting: 'oauth2_introspection_url', needs: ['oauth2_introspection_mode'] },
    { setting: 'oauth2_tokeninfo_url', needs: ['oauth2_introspection_mode'] },
    ...['spamtest', 'virustest'].map((test) => ({
      setting: `sieve_${test}_status_header`,
      needs: [`sieve_${test}_score_max_value`, `sieve_${test}_score_max_header`],
    })),
    { setting: 'ssl_server_request_client_cert', value: /^(?:y|yes|any-cert)$/i, needs: ['ssl_server_ca_file'] },
  ],
  old: [
    ...inBoth,
    { setting: 'ssl_verify_client_cert', value: /^(?:y|yes)$/i, needs: ['ssl_ca'], unless: ['ssl', 'no'] },
  ],
};

interface Conflict {
  readonly setting: string;
  readonly value: RegExp;
  readonly other: string;
  readonly otherValue: RegExp;
}

/** Values that do not go together in one place; what an outer place says is not looked at. */
const conflicts: Readonly<Record<Grammar, readonly Conflict[]>> = {
  new: [{ setting: 'auth_allow_cleartext', value: /^y(?:es)?$/i, other: 'ssl', otherValue: /^required$/ }],
  old: [
    {
      setting: 'pass',
      value: /^(?:y|yes|1)$/i,
      other: 'result_success',
      otherValue: /^(?:return|return-fail|continue|continue-ok|continue-fail)$/,
    },
  ],
};

/** The other setting may stand anywhere: which filters meet is not looked into, but for releases that do not either. */
export function checkCompanions(check: CheckContext): void {
  const { allRead, kind } = check.configuration;
  if (kind !== 'root' || !allRead) return;
  const values = valuesOf(check);
  if (check.grammar === 'old') checkExporters(check, values.get('format') ?? []);
  for (const { setting, value = /./, needs, unless } of companions[check.grammar]) {
    const given = needs.flatMap((name) => values.get(name) ?? []).filter((entry) => !/^0?$/.test(textOf(entry)));
    if (unless !== undefined && values.get(unless[0])?.some((entry) => textOf(entry) === unless[1])) continue;
    const places = new Set(given.map((entry) => placeOf(check, entry)));
    for (const entry of values.get(setting) ?? []) {
      const text = knownText(entry);
      if (text === undefined || !isKnown(text) || !value.test(text) || !counts(check, entry)) continue;
      // 2.4.1 sees of what holds inside a filter only what the filter sets itself.
      const isGiven = isFull(check) ? given.length > 0 : places.has(placeOf(check, entry));
      const data = { name: setting, needs: needs.join("' or '") };
      if (!isGiven) check.report('companion-missing', entry, keyOf(entry), { data });
    }
  }
  for (const conflict of conflicts[check.grammar]) checkConflict(check, conflict, values.get(conflict.setting) ?? []);
}

function checkConflict(check: CheckContext, conflict: Conflict, entries: readonly Entry[]): void {
  for (const entry of entries) {
    if (!conflict.value.test(knownText(entry) ?? '') || !check.isLast(entry)) continue;
    const other = findIn(check.configuration, conflict.other, entry.scope);
    const otherValue = other === undefined ? undefined : knownText(other);
    if (otherValue === undefined || !conflict.otherValue.test(otherValue)) continue;
    const data = { name: conflict.setting, value: textOf(entry), other: conflict.other, otherValue };
    check.report('settings-conflict', entry, keyOf(entry), { data, ...(other !== undefined && { other }) });
  }
}

/** In 2.3 these formats write the time, and want to be told how. */
function checkExporters(check: CheckContext, formats: readonly Entry[]): void {
  for (const entry of formats) {
    if (entry.scope?.filter !== 'event_exporter' || !/^(?:json|tab-text)$/.test(knownText(entry) ?? '')) continue;
    const args = findIn(check.configuration, 'format_args', entry.scope);
    if ((args !== undefined && /time-|\$/.test(textOf(args))) || !counts(check, entry)) continue;
    check.report('companion-missing', entry, keyOf(entry), { data: { name: 'format', needs: 'format_args' } });
  }
}

/** Whether what holds around a filter counts inside, as far as is known. */
function isFull(check: CheckContext): boolean {
  return check.grammar === 'old' || check.before('2.4.2') !== 'error';
}

function placeOf({ configuration }: CheckContext, { setting, scope }: Entry): EffectiveScope {
  return effectiveTree(configuration).placeOf(setting, scope);
}

function counts(check: CheckContext, entry: Entry): boolean {
  return check.isLast(entry) && isSeen(entry.scope, check.grammar);
}

/** A value that is not known counts as given. */
function textOf({ statement: { value } }: Entry): string {
  return value.style === 'bare' || value.style === 'quoted' ? value.content.text : value.style;
}

function valuesOf({ configuration }: CheckContext): Map<string, Entry[]> {
  const values = new Map<string, Entry[]>();
  for (const entry of configuration.entries) {
    const before = values.get(entry.setting);
    if (before === undefined) values.set(entry.setting, [entry]);
    else before.push(entry);
  }
  return values;
}
