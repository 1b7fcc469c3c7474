/** `dovecot_config_version` and `dovecot_storage_version`, which 2.4 wants first. */

import defaults from '../../knowledge/generated/pro-build.json' with { type: 'json' };
import { compareReleases } from '../../knowledge/releases.ts';
import type { Entry } from '../configuration.ts';
import { isKnown } from '../holes.ts';
import { type CheckContext, keyOf, valueSpan } from './context.ts';

/** What the newest known release of CE takes. */
const ceVersions = ['2.4.0', '2.4.1', '2.4.2', '2.4.3', '2.4.4', '2.4.5'];

export function checkVersions(check: CheckContext): void {
  const { configuration } = check;
  const versions = configuration.entries.filter(({ setting }) => setting === 'dovecot_config_version');
  const [first] = versions;
  if (first !== undefined) checkValue(check, first);
  for (const again of versions.slice(1)) checkSame(check, first!, again);
  if (configuration.kind === 'root') {
    checkFirst(check, first);
    checkStorageVersion(check, first);
  }
}

function checkValue(check: CheckContext, entry: Entry): void {
  const { value } = entry.statement;
  const { text } = value.content;
  if (value.style === 'file' || (value.style === 'bare' && /^\$(?:ENV|SET):/.test(text))) {
    check.report('config-version-variable', entry, value);
    return;
  }
  if (!isKnown(text)) return;
  checkContinued(check, entry);
  const supported = supportedBy(check, text);
  if (supported === true) return;
  const isVersion = /^\d+\.\d+\.\d+$/.test(text);
  const list = check.dialect === 'pro-3.1' ? defaults.configVersions : ceVersions;
  const data = { version: text, versions: list.join(', '), release: check.configuration.decision.release ?? '' };
  if (supported === undefined) {
    check.report('config-version-newer', entry, valueSpan(entry), { data, certainty: 'information' });
  } else {
    check.report('config-version-unsupported', entry, valueSpan(entry), {
      data,
      certainty: isVersion && check.mayBePro ? 'warning' : 'error',
    });
  }
}

/** 2.4.5 aborts on a version line that is continued. */
function checkContinued(check: CheckContext, entry: Entry): void {
  const { key, value } = entry.statement;
  const join = entry.document.tree.continuations.find(({ from }) => from > key.from && from < value.to);
  const certainty = join === undefined ? undefined : check.from('2.4.5');
  if (certainty !== undefined) check.report('config-version-continued', entry, join!, { certainty });
}

/** Undefined where a release that is not known here may take it. */
function supportedBy(check: CheckContext, version: string): boolean | undefined {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return false;
  if (check.dialect === 'pro-3.0') return true; // of which no list is known
  const isCe = version.startsWith('2.4.');
  if (check.dialect === 'ce-2.4' && !isCe) return false;
  if (check.dialect === 'pro-3.1' && !version.startsWith('3.')) return false;
  const { release } = check.configuration.decision;
  const known = isCe ? ceVersions : defaults.configVersions;
  if (!known.includes(version)) return version.startsWith('0.') ? false : undefined;
  return release === undefined || compareReleases(version, newestFor(release)) <= 0;
}

/** A release takes versions up to its own; Debian's 2.4.1 has patches that know later ones. */
function newestFor(release: string): string {
  return release === '2.4.1' ? '2.4.4' : release;
}

/** Saying the same again is fine, even inside a filter. */
function checkSame(check: CheckContext, first: Entry, again: Entry): void {
  const { text } = again.statement.value.content;
  const before = first.statement.value.content.text;
  if (text === before || !isKnown(text) || !isKnown(before)) return;
  check.report('config-version-changed', again, valueSpan(again), { data: { version: before }, other: first });
}

/** Nothing but comments may stand in front of it, no include either. */
function checkFirst(check: CheckContext, version: Entry | undefined): void {
  const { root, allRead } = check.configuration;
  const [first] = root.tree.statements;
  if (first === undefined || first === version?.statement || check.isTemplate) return;
  const span = 'key' in first ? first.key : first;
  if (version !== undefined) check.reportIn('config-version-late', root, span, { other: version });
  else if (allRead) check.reportIn('config-version-missing', root, span, {});
}

function checkStorageVersion(check: CheckContext, version: Entry | undefined): void {
  const { root, allRead, braces } = check.configuration;
  const last = check.lastAtTop.get('dovecot_storage_version');
  if (last !== undefined) {
    const { value } = last.statement;
    if (value.style !== 'file' && value.content.text === '') {
      check.report('storage-version-empty', last, valueSpan(last));
    }
  } else if (!allRead || braces.unclosed.length > 0) {
    return;
  } else if (version !== undefined) {
    check.report('storage-version-missing', version, keyOf(version));
  } else if (root.tree.statements.length === 0) {
    check.reportIn('storage-version-missing', root, { from: 0, to: 0 }, {});
  }
}
