/** Plugins of mail processes and of Sieve. */

import type { Words } from './types.ts';

export const plugins: Words = {};

export const sievePlugins: Words = {};

export const sieveScriptDriver: Words = {};

export const sieveScriptType: Words = {};
