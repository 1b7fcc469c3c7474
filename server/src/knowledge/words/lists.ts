/** Every list of words, by the thing that it lists. */

import { mechanisms, passdb, userdb } from './authentication.ts';
import { dict, fs, sql } from './databases.ts';
import {
  attachmentDetection,
  dsyncFeatures,
  imapcFeatures,
  imapWorkarounds,
  lmtpWorkarounds,
  pop3cFeatures,
  pop3Workarounds,
  submissionWorkarounds,
} from './features.ts';
import { passdbFields, userdbFields } from './fields.ts';
import { inetListeners, unixListeners } from './listeners.ts';
import {
  compression,
  fts,
  ftsDecoder,
  languageFilters,
  languageTokenizers,
  layout,
  mailDriver,
  quota,
} from './mail.ts';
import { passwordSchemes } from './passwordSchemes.ts';
import { plugins, sievePlugins, sieveScriptDriver, sieveScriptType } from './plugins.ts';
import { eventExporter, protocolFilters, protocols, services } from './services.ts';
import type { Words } from './types.ts';

export const wordLists = {
  attachmentDetection,
  compression,
  dict,
  dsyncFeatures,
  eventExporter,
  fs,
  fts,
  ftsDecoder,
  imapcFeatures,
  imapWorkarounds,
  inetListeners,
  languageFilters,
  languageTokenizers,
  layout,
  lmtpWorkarounds,
  mailDriver,
  mechanisms,
  passdb,
  passdbFields,
  passwordSchemes,
  plugins,
  pop3cFeatures,
  pop3Workarounds,
  protocolFilters,
  protocols,
  quota,
  services,
  sievePlugins,
  sieveScriptDriver,
  sieveScriptType,
  sql,
  submissionWorkarounds,
  unixListeners,
  userdb,
  userdbFields,
} satisfies Record<string, Words>;
