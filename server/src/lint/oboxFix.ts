/** The fix that the rules about mailbox formats share. */

import type { MailFormat } from '../config/storage/formats.ts';
import type { Grammar } from '../knowledge/dialect.ts';
import { type Fix, replace } from './rule.ts';

/** Sets the format to obox; in the old grammar with the index and control folders that metacache needs. */
export function useObox({ driver, entry }: MailFormat, grammar: Grammar | undefined): Fix {
  const { value } = entry.statement;
  const isLocation = grammar === 'old' && entry.scope?.filter !== 'userdb';
  const to = value.style === 'quoted' ? value.to - 1 : value.to;
  const edit = isLocation
    ? { document: entry.document, span: { from: driver.span.from, to }, text: 'obox:%u:INDEX=~/:CONTROL=~/' }
    : replace(driver, 'obox');
  return {
    title: 'Change the setting to obox (the mails must be migrated first: this moves none)',
    safe: false,
    edits: [edit],
  };
}
