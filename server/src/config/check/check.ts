/**
 * Everything that Dovecot would refuse or warn of in a configuration, all at once. The grammar decides which reading
 * is made; where it is not decided (no evidence, or the hybrid of 3.0) only what both readings refuse counts.
 */

import type { Grammar } from '../../knowledge/dialect.ts';
import type { Configuration, Entry, Opening } from '../configuration.ts';
import { checkCompanions } from './companions.ts';
import { CheckContext } from './context.ts';
import { checkGroups } from './groups.ts';
import { checkLists } from './lists.ts';
import { checkNamespaces } from './namespaces.ts';
import { NewPlaces } from './newPlaces.ts';
import { checkNewSection, newGiven, newRequirements } from './newSections.ts';
import { checkNewSetting } from './newSettings.ts';
import { OldPlaces } from './oldPlaces.ts';
import { OldSections, oldGiven, oldRequirements } from './oldSections.ts';
import { checkOldSetting } from './oldSettings.ts';
import { checkOrders } from './orders.ts';
import { isOpening, type Problem, type ProblemCode } from './problem.ts';
import { checkRequired } from './required.ts';
import { checkServices } from './services.ts';
import { checkNameSpelling, checkSpelling } from './spelling.ts';
import { checkLoops, checkNewVariables, checkOldVariables } from './variables.ts';
import { checkVersions } from './versions.ts';
import { checkWhole } from './whole.ts';

export type Problems = ReadonlyMap<ProblemCode, readonly Problem[]>;

const remembered = new WeakMap<Configuration, Problems>();

/** The problems of a configuration by their code, found once. */
export function problemsOf(configuration: Configuration): Problems {
  let problems = remembered.get(configuration);
  if (problems === undefined) {
    problems = byCode(findProblems(configuration));
    remembered.set(configuration, problems);
  }
  return problems;
}

function byCode(problems: readonly Problem[]): Problems {
  const groups = new Map<ProblemCode, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.code);
    if (group === undefined) groups.set(problem.code, [problem]);
    else group.push(problem);
  }
  return groups;
}

function findProblems(configuration: Configuration): readonly Problem[] {
  // The external files of 2.3 have keys of their own.
  if (configuration.root.grammar === 'ext') return [];
  const { grammar, dialect } = configuration.decision;
  if (grammar === undefined || dialect === 'pro-3.0') return inBoth(configuration);
  return read(configuration, grammar);
}

function read(configuration: Configuration, grammar: Grammar): readonly Problem[] {
  const check = new CheckContext(configuration, grammar);
  if (grammar === 'new') readNew(check);
  else readOld(check);
  return check.problems;
}

/** What is said of the same thing by both readings, in the words of the first. */
function inBoth(configuration: Configuration): readonly Problem[] {
  const refused = new Set<Entry | Opening | undefined>(
    read(configuration, 'old').flatMap(({ subject, certainty }) =>
      subject === undefined || certainty === 'hint' ? [] : [subject],
    ),
  );
  return read(configuration, 'new').filter(({ subject }) => subject !== undefined && refused.has(subject));
}

function readNew(check: CheckContext): void {
  const places = new NewPlaces(check);
  for (const item of check.configuration.items) {
    if (isOpening(item)) {
      checkNewSection(check, places, item);
      checkNameSpelling(check, item);
    } else {
      checkNewSetting(check, places, item);
      checkSpelling(check, item);
      checkNewVariables(check, item);
    }
  }
  checkGroups(check, places);
  checkLists(check, places);
  checkVersions(check);
  checkRequired(check, ({ scope }) => newRequirements(places.of(scope)), newGiven);
  checkLoops(check);
  checkCompanions(check);
  checkOrders(check);
  checkServices(check);
  checkWhole(check);
}

function readOld(check: CheckContext): void {
  const places = new OldPlaces(check);
  const sections = new OldSections(check, places);
  for (const item of check.configuration.items) {
    if (isOpening(item)) {
      sections.check(item);
      checkNameSpelling(check, item);
    } else {
      checkOldSetting(check, places, item);
      checkSpelling(check, item);
      checkOldVariables(check, item);
    }
  }
  if (check.dialect === 'ce-2.3' || check.dialect === 'pro-2.3') {
    checkRequired(check, (opening) => oldRequirements(places.of(opening.scope), opening), oldGiven);
  }
  checkNamespaces(check);
  checkCompanions(check);
  checkOrders(check);
  checkServices(check);
  checkWhole(check);
}
