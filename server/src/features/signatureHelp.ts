/** Which part of an fs URI string of the old grammar the cursor is in: `fscache:<size>:<path>:<next driver>`. */

import type { Configuration } from '../config/configuration.ts';
import { findSetting, settingsOfUriDriver } from '../knowledge/lookup.ts';
import { wordLists } from '../knowledge/words/lists.ts';
import type { ConfigDocument } from '../workspace/document.ts';
import { completionContext, textAtCursor } from './completion/context.ts';
import { isFsUri, uriForms, uriPosition, uriSeparators } from './fsUri.ts';

export interface Signature {
  /** `fscache:<size>:<path>:<next driver>` */
  readonly label: string;
  readonly documentation: string;
  /** The parts, as offsets in the label. */
  readonly parameters: readonly {
    readonly from: number;
    readonly to: number;
    readonly documentation: string | undefined;
  }[];
  readonly active: number;
}

export function signatureHelp(
  configuration: Configuration,
  document: ConfigDocument,
  offset: number,
): Signature | undefined {
  const context = completionContext(configuration, document, offset);
  if (context?.kind !== 'value' || context.grammar !== 'old' || !isFsUri(context.setting)) return undefined;
  const { text, at } = textAtCursor(context);
  const { driver, part } = uriPosition(text, at);
  const forms = driver === undefined ? undefined : uriForms[driver];
  if (driver === undefined || forms === undefined) return undefined;
  let label = `${driver}:`;
  const parameters = forms.map((form, index) => {
    if (index > 0) label += uriSeparators(driver);
    const from = label.length;
    label += form;
    return { from, to: label.length, documentation: partText(driver, form) };
  });
  return { label, documentation: wordLists.fs[driver]?.summary ?? '', parameters, active: part };
}

/** `<size>` of fscache is what the parameter `size` is; `<parameters>` lists all there are. */
function partText(driver: string, form: string): string | undefined {
  const name = form.slice(1, -1);
  const setting = findSetting('old', 'fs-uri', name, driver);
  if (setting !== undefined) return setting.summary;
  if (name !== 'parameters' && name !== 'key=value') return undefined;
  return settingsOfUriDriver(driver)
    .map(({ old, summary }) => `- \`${old!.name}\`: ${summary}`)
    .join('\n');
}
