/** Sets of dialects that words have in common. */

import type { Dialect } from '../dialect.ts';

/** What went with 2.4 and Pro 3.0. */
export const in23: readonly Dialect[] = ['ce-2.3', 'pro-2.3'];

/** What goes with the old grammar. */
export const inOld: readonly Dialect[] = ['ce-2.3', 'pro-2.3', 'pro-3.0'];

/** What came with the new grammar. */
export const inNew: readonly Dialect[] = ['ce-2.4', 'pro-3.1'];

/** What is in Dovecot Pro only. */
export const inPro: readonly Dialect[] = ['pro-2.3', 'pro-3.0', 'pro-3.1'];
