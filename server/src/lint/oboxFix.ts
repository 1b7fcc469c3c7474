/** The fixes that rules about obox share. */

import type { Configuration, Entry } from '../config/configuration.ts';
import { isPluginLoaded, pluginList } from '../config/mailPlugins.ts';
import type { MailFormat } from '../config/storage/formats.ts';
import { insertIntoSection } from './edits.ts';
import { type DocumentEdit, type Fix, replace } from './rule.ts';
import { addLines } from './settingEdits.ts';

/** Sets the format to obox and loads its plugin; in the old grammar with the folders that metacache needs. */
export function useObox({ driver, entry }: MailFormat, configuration: Configuration): Fix {
  const { value } = entry.statement;
  const isLocation = configuration.decision.grammar === 'old' && entry.scope?.filter !== 'userdb';
  const to = value.style === 'quoted' ? value.to - 1 : value.to;
  const edit = isLocation
    ? { document: entry.document, span: { from: driver.span.from, to }, text: 'obox:%u:INDEX=~/:CONTROL=~/' }
    : replace(driver, 'obox');
  const isLoaded = isPluginLoaded(configuration, 'obox') !== false;
  return {
    title: 'Change the setting to obox (the mails must be migrated first: this moves none)',
    safe: false,
    edits: isLoaded ? [edit] : [edit, loadPlugin('obox', configuration, entry)],
  };
}

/** Adds a plugin to `mail_plugins` of all processes, in the form that it has. */
export function loadPlugin(plugin: string, configuration: Configuration, beside: Entry): DocumentEdit {
  const list = pluginList(configuration);
  if (list !== undefined) {
    const { document } = list;
    const { style, from, to, content } = list.statement.value;
    if (!/\w/.test(content.text)) return { document, span: { from, to }, text: `${from === to ? ' ' : ''}${plugin}` };
    const at = style === 'quoted' ? to - 1 : to;
    return { document, span: { from: at, to: at }, text: ` ${plugin}` };
  }
  if (configuration.decision.grammar === 'old') {
    return addLines(configuration, beside, [`mail_plugins = $mail_plugins ${plugin}`]);
  }
  const block = configuration.openings.find(({ scope }) => scope.path === 'mail_plugins');
  if (block !== undefined) return insertIntoSection(block, [`${plugin} = yes`]);
  return addLines(configuration, beside, ['mail_plugins {', `\t${plugin} = yes`, '}']);
}
