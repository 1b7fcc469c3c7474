/** Services, listeners, protocols and event exporters. */

import type { Words } from './types.ts';

export const eventExporter: Words = {};

export const inetListeners: Words = {};

export const protocolFilters: Words = {};

export const protocols: Words = {};

export const services: Words = {};

export const unixListeners: Words = {};
