/** Pairs of settings of which one must not be larger than the other. */

import type { Entry } from '../configuration.ts';
import { findEffective, findIn } from '../effective/find.ts';
import { scopePath } from '../scope.ts';
import { parseValue } from '../values/parse.ts';
import { type CheckContext, knownText, valueSpan } from './context.ts';
import { findNew, findOld } from './known.ts';
import type { Certainty } from './problem.ts';
import { isSeen } from './seen.ts';

interface Order {
  readonly low: string;
  readonly high: string;
  /** Whether 0 is no limit for the higher one. */
  readonly open?: boolean;
}

const ids: readonly Order[] = ['uid', 'gid'].map((kind) => ({
  low: `first_valid_${kind}`,
  high: `last_valid_${kind}`,
  open: true,
}));

const orders: Readonly<Record<'new' | 'old', readonly Order[]>> = {
  new: [
    ...ids,
    { low: 'http_client_connect_backoff_time', high: 'http_client_connect_backoff_max_time' },
    { low: 'sieve_vacation_min_period', high: 'sieve_vacation_default_period' },
    { low: 'sieve_vacation_default_period', high: 'sieve_vacation_max_period' },
  ],
  old: ids,
};

export function checkOrders(check: CheckContext): void {
  const { configuration, grammar } = check;
  if (!configuration.complete) return;
  const last = configuration.entries.filter((entry) => check.isLast(entry) && isSeen(entry.scope, grammar));
  for (const order of orders[grammar]) {
    const scopes = new Set<string>();
    // Where both stand together, the higher one is the place to say it.
    for (const name of [order.high, order.low]) {
      for (const entry of last) {
        if (entry.setting !== name || scopes.has(scopePath(entry.scope))) continue;
        scopes.add(scopePath(entry.scope));
        checkOrder(check, order, entry);
      }
    }
  }
}

type Find = (setting: string) => Entry | undefined;

function checkOrder(check: CheckContext, order: Order, entry: Entry): void {
  const { configuration, grammar } = check;
  const all: Find = (setting) => findEffective(configuration, setting, entry.scope);
  const own: Find = (setting) => findIn(configuration, setting, entry.scope);
  const isReversed = reversed(check, order, all);
  let certainty: Certainty | undefined = isReversed ? 'error' : undefined;
  // 2.4.1 sees of what holds inside a filter only what the filter sets itself.
  if (grammar === 'new' && reversed(check, order, own) !== isReversed) {
    certainty = isReversed ? 'warning' : check.before('2.4.2');
  }
  if (certainty === undefined || certainty === 'information') return;
  const other = all(entry.setting === order.low ? order.high : order.low);
  const details = { data: { low: order.low, high: order.high }, certainty, ...(other !== undefined && { other }) };
  check.report('order-reversed', entry, valueSpan(entry), details);
}

function reversed(check: CheckContext, { low, high, open = false }: Order, find: Find): boolean {
  const [least, most] = [amountOf(check, low, find(low)), amountOf(check, high, find(high))];
  if (least === undefined || most === undefined || (open && most === 0n)) return false;
  return least > most;
}

/** More than any number there is. */
const unlimited = 1n << 64n;

/** The amount of an assignment, or the default; undefined where it is not known. */
function amountOf({ grammar }: CheckContext, name: string, entry: Entry | undefined): bigint | undefined {
  const form = grammar === 'new' ? findNew(name) : findOld(name);
  const text = entry === undefined ? form?.fact?.default : knownText(entry);
  if (form === undefined || text === undefined) return undefined;
  const meaning = parseValue(form, text, grammar);
  if (meaning.kind === 'unlimited') return unlimited;
  return meaning.kind === 'number' || meaning.kind === 'milliseconds' ? meaning.value : undefined;
}
