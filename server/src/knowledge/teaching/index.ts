/** All teaching, by grammar. Made by `npm run generate` from the files of this folder. */

import type { Teachings } from '../types.ts';
import { authCache as newAuthCache } from './new/auth-cache.ts';
import { fts as newFts } from './new/fts.ts';
import { language as newLanguage } from './new/language.ts';
import { quota as newQuota } from './new/quota.ts';
import { gone as oldGone } from './old/gone.ts';

export const newTeaching: readonly Teachings[] = [
  newAuthCache,
  newFts,
  newLanguage,
  newQuota,
];

export const oldTeaching: readonly Teachings[] = [
  oldGone,
];
