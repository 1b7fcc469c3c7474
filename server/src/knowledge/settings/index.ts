/** Every curated storage setting. */

import type { Setting } from '../types.ts';
import { azureSettings } from './azure.ts';
import { cassandraSettings } from './cassandra.ts';
import { clusterSettings } from './cluster.ts';
import { dictSettings } from './dict.ts';
import { dictmapSettings } from './dictmap.ts';
import { fsHttpSettings } from './fs-http.ts';
import { fsWrapperSettings } from './fs-wrappers.ts';
import { ftsSettings } from './fts.ts';
import { mailSettings } from './mail.ts';
import { metacacheSettings } from './metacache.ts';
import { oboxSettings } from './obox.ts';
import { posixSettings } from './posix.ts';
import { s3Settings } from './s3.ts';
import { scalitySettings } from './scality.ts';

export const storageSettings: readonly Setting[] = [
  ...mailSettings,
  ...oboxSettings,
  ...metacacheSettings,
  ...fsWrapperSettings,
  ...dictmapSettings,
  ...fsHttpSettings,
  ...s3Settings,
  ...azureSettings,
  ...scalitySettings,
  ...posixSettings,
  ...ftsSettings,
  ...clusterSettings,
  ...dictSettings,
  ...cassandraSettings,
];
