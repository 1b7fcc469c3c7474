/** All teaching, by grammar. Made by `npm run generate` from the files of this folder. */

import type { Teachings } from '../types.ts';
import { auth as newAuth } from './new/auth.ts';
import { authCache as newAuthCache } from './new/auth-cache.ts';
import { authPolicy as newAuthPolicy } from './new/auth-policy.ts';
import { databases as newDatabases } from './new/databases.ts';
import { delivery as newDelivery } from './new/delivery.ts';
import { dictLdap as newDictLdap } from './new/dict-ldap.ts';
import { doveadm as newDoveadm } from './new/doveadm.ts';
import { execute as newExecute } from './new/execute.ts';
import { fts as newFts } from './new/fts.ts';
import { http as newHttp } from './new/http.ts';
import { imap as newImap } from './new/imap.ts';
import { imapc as newImapc } from './new/imapc.ts';
import { language as newLanguage } from './new/language.ts';
import { layout as newLayout } from './new/layout.ts';
import { lazyExpunge as newLazyExpunge } from './new/lazy-expunge.ts';
import { ldap as newLdap } from './new/ldap.ts';
import { logging as newLogging } from './new/logging.ts';
import { login as newLogin } from './new/login.ts';
import { lua as newLua } from './new/lua.ts';
import { mail as newMail } from './new/mail.ts';
import { mailCache as newMailCache } from './new/mail-cache.ts';
import { mailEvents as newMailEvents } from './new/mail-events.ts';
import { mailPlugins as newMailPlugins } from './new/mail-plugins.ts';
import { mailbox as newMailbox } from './new/mailbox.ts';
import { mailboxFormats as newMailboxFormats } from './new/mailbox-formats.ts';
import { oauth2 as newOauth2 } from './new/oauth2.ts';
import { passdb as newPassdb } from './new/passdb.ts';
import { pop3 as newPop3 } from './new/pop3.ts';
import { quota as newQuota } from './new/quota.ts';
import { service as newService } from './new/service.ts';
import { sieve as newSieve } from './new/sieve.ts';
import { sieveExtensions as newSieveExtensions } from './new/sieve-extensions.ts';
import { sieveScripts as newSieveScripts } from './new/sieve-scripts.ts';
import { ssl as newSsl } from './new/ssl.ts';
import { statistics as newStatistics } from './new/statistics.ts';
import { submission as newSubmission } from './new/submission.ts';
import { system as newSystem } from './new/system.ts';
import { userdb as newUserdb } from './new/userdb.ts';
import { virtualWelcome as newVirtualWelcome } from './new/virtual-welcome.ts';
import { auth as oldAuth } from './old/auth.ts';
import { core as oldCore } from './old/core.ts';
import { dictExt as oldDictExt } from './old/dict-ext.ts';
import { gone as oldGone } from './old/gone.ts';
import { ldapExt as oldLdapExt } from './old/ldap-ext.ts';
import { oauth2Ext as oldOauth2Ext } from './old/oauth2-ext.ts';
import { plugins as oldPlugins } from './old/plugins.ts';
import { quotaSieve as oldQuotaSieve } from './old/quota-sieve.ts';
import { sqlExt as oldSqlExt } from './old/sql-ext.ts';

export const newTeaching: readonly Teachings[] = [
  newAuth,
  newAuthCache,
  newAuthPolicy,
  newDatabases,
  newDelivery,
  newDictLdap,
  newDoveadm,
  newExecute,
  newFts,
  newHttp,
  newImap,
  newImapc,
  newLanguage,
  newLayout,
  newLazyExpunge,
  newLdap,
  newLogging,
  newLogin,
  newLua,
  newMail,
  newMailCache,
  newMailEvents,
  newMailPlugins,
  newMailbox,
  newMailboxFormats,
  newOauth2,
  newPassdb,
  newPop3,
  newQuota,
  newService,
  newSieve,
  newSieveExtensions,
  newSieveScripts,
  newSsl,
  newStatistics,
  newSubmission,
  newSystem,
  newUserdb,
  newVirtualWelcome,
];

export const oldTeaching: readonly Teachings[] = [
  oldAuth,
  oldCore,
  oldDictExt,
  oldGone,
  oldLdapExt,
  oldOauth2Ext,
  oldPlugins,
  oldQuotaSieve,
  oldSqlExt,
];
