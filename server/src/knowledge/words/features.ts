/** Workarounds and feature switches. */

import type { Words } from './types.ts';

export const attachmentDetection: Words = {};

export const dsyncFeatures: Words = {};

export const imapWorkarounds: Words = {};

export const imapcFeatures: Words = {};

export const lmtpWorkarounds: Words = {};

export const pop3Workarounds: Words = {};

export const pop3cFeatures: Words = {};

export const submissionWorkarounds: Words = {};
