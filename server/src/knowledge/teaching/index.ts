/** All teaching, by grammar. Made by `npm run generate` from the files of this folder. */

import type { Teachings } from '../types.ts';
import { auth as newAuth } from './new/auth.ts';
import { authCache as newAuthCache } from './new/auth-cache.ts';
import { authPolicy as newAuthPolicy } from './new/auth-policy.ts';
import { databases as newDatabases } from './new/databases.ts';
import { fts as newFts } from './new/fts.ts';
import { http as newHttp } from './new/http.ts';
import { imap as newImap } from './new/imap.ts';
import { imapc as newImapc } from './new/imapc.ts';
import { language as newLanguage } from './new/language.ts';
import { mail as newMail } from './new/mail.ts';
import { mailCache as newMailCache } from './new/mail-cache.ts';
import { mailPlugins as newMailPlugins } from './new/mail-plugins.ts';
import { mailbox as newMailbox } from './new/mailbox.ts';
import { mailboxFormats as newMailboxFormats } from './new/mailbox-formats.ts';
import { oauth2 as newOauth2 } from './new/oauth2.ts';
import { quota as newQuota } from './new/quota.ts';
import { sieve as newSieve } from './new/sieve.ts';
import { sieveExtensions as newSieveExtensions } from './new/sieve-extensions.ts';
import { sieveScripts as newSieveScripts } from './new/sieve-scripts.ts';
import { virtualWelcome as newVirtualWelcome } from './new/virtual-welcome.ts';
import { gone as oldGone } from './old/gone.ts';

export const newTeaching: readonly Teachings[] = [
  newAuth,
  newAuthCache,
  newAuthPolicy,
  newDatabases,
  newFts,
  newHttp,
  newImap,
  newImapc,
  newLanguage,
  newMail,
  newMailCache,
  newMailPlugins,
  newMailbox,
  newMailboxFormats,
  newOauth2,
  newQuota,
  newSieve,
  newSieveExtensions,
  newSieveScripts,
  newVirtualWelcome,
];

export const oldTeaching: readonly Teachings[] = [
  oldGone,
];
