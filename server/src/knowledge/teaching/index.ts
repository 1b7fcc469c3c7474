/** All teaching, by grammar. Made by `npm run generate` from the files of this folder. */

import type { Teachings } from '../types.ts';
import { authCache as newAuthCache } from './new/auth-cache.ts';

export const newTeaching: readonly Teachings[] = [
  newAuthCache,
];

export const oldTeaching: readonly Teachings[] = [
];
