/** Mailbox formats, layouts, quota, compression and full text search. */

import type { Words } from './types.ts';

export const compression: Words = {};

export const fts: Words = {};

export const ftsDecoder: Words = {};

export const languageFilters: Words = {};

export const languageTokenizers: Words = {};

export const layout: Words = {};

export const mailDriver: Words = {};

export const quota: Words = {};
