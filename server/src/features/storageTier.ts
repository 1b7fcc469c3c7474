/** The support level of each storage in use, beside the word that names it. */

import type { Configuration } from '../config/configuration.ts';
import { storageModel } from '../config/storage/model.ts';
import { storageSystem } from '../config/storage/system.ts';
import { type ChainRole, finalDriver } from '../config/storage/types.ts';
import { isPro } from '../knowledge/dialect.ts';
import { type SupportLevel, supportCard } from '../knowledge/support.ts';
import type { Span } from '../text/span.ts';
import type { ConfigDocument } from '../workspace/document.ts';

export interface StorageTier {
  /** The word that names the storage. */
  readonly span: Span;
  /** Where its level is shown: behind the head of its block, or behind the word in a URI string. */
  readonly hintAt: number;
  /** What holds the chain, where it is in this document: `obox_fs`, `obox`. */
  readonly holder: Span | undefined;
  readonly role: ChainRole;
  /** `AWS S3` */
  readonly title: string;
  readonly level: SupportLevel;
}

/** Empty on CE and where the storage is not known. */
export function storageTiers(configuration: Configuration, document: ConfigDocument): StorageTier[] {
  const { dialect } = configuration.decision;
  if (dialect === undefined || !isPro(dialect)) return [];
  return storageModel(configuration).chains.flatMap((chain) => {
    const driver = finalDriver(chain);
    const system = driver === undefined ? undefined : storageSystem(driver);
    if (driver === undefined || system === undefined || driver.name.document !== document) return [];
    const { title, level } = supportCard(system);
    const holder = chain.holder.document === document ? chain.holder.span : undefined;
    const hintAt = driver.section === undefined ? driver.name.span.to : driver.section.open + 1;
    return [{ span: driver.name.span, hintAt, holder, role: chain.role, title, level }];
  });
}

const levels: Record<SupportLevel, string> = {
  premium: 'Premium support',
  basic: 'Basic support',
  unlisted: 'not supported',
};

export function tierLabel({ level }: StorageTier): string {
  return levels[level];
}

const roles: Record<ChainRole, string> = { mail: 'Mails', index: 'Index bundles', fts: 'Search indexes' };

/** `Mails: AWS S3, Premium support in Dovecot Pro 3.x` */
export function tierSentence(tier: StorageTier): string {
  return `${roles[tier.role]}: ${tier.title}, ${tierLabel(tier)} in Dovecot Pro 3.x`;
}
