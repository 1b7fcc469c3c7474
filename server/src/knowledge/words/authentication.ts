/** Drivers and mechanisms of authentication. */

import type { Words } from './types.ts';

export const mechanisms: Words = {};

export const passdb: Words = {};

export const passwordSchemes: Words = {};

export const userdb: Words = {};
