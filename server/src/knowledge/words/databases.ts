/** Drivers of dicts, file systems and SQL. */

import type { Words } from './types.ts';

export const dict: Words = {};

export const fs: Words = {};

export const sql: Words = {};
