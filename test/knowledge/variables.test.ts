// The catalogue of variables: everything that Dovecot's source has is taught, nothing else, and in proper form.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseNewTemplate } from '../../server/src/config/variables/newTemplate.ts';
import generated from '../../server/src/knowledge/generated/variables.json' with { type: 'json' };
import { contextTables, longName, variableNames } from '../../server/src/knowledge/variables/contexts.ts';
import {
  filterSince,
  newContexts,
  newFilters,
  newProviders,
  oldBuiltIn,
  oldContexts,
} from '../../server/src/knowledge/variables/facts.ts';
import { filters } from '../../server/src/knowledge/variables/filters.ts';
import { oldSummary, replacementIn, summaryIn } from '../../server/src/knowledge/variables/lookup.ts';
import { newVariables, providerKeys, providers } from '../../server/src/knowledge/variables/newVariables.ts';
import {
  oldFunctions,
  oldLetters,
  oldModifiers,
  oldVariables,
} from '../../server/src/knowledge/variables/oldVariables.ts';
import { renderFilter, renderNewVariable } from '../../server/src/knowledge/variables/render.ts';

function assertSentence(text: string): void {
  assert.match(text, /^[\p{Lu}`][^\n]*[^.]\.$/u, text);
  assert.doesNotMatch(text, /^(This|The|A|An|It) /, text);
  assert.ok(text.length <= 120, `${text.length} characters: ${text}`);
}

/** An expression of 2.4 that its parser accepts, with filters that are known. */
function assertExpression(text: string): void {
  const { parts, errors } = parseNewTemplate(text);
  assert.deepEqual(errors, [], text);
  const expansions = parts.filter((part) => part.kind === 'expansion');
  assert.equal(expansions.length, 1, text);
  for (const filter of expansions[0]!.filters.slice(1)) {
    assert.ok(Object.hasOwn(filters, filter.name?.text ?? ''), `${text}: ${filter.name?.text}`);
  }
}

describe('2.4 and 3.1', () => {
  // In the source, variables that are functions stand among the providers.
  const inSource = new Set(Object.values(newContexts).flatMap((context) => context.variables));
  const named = new Set(Object.values(newContexts).flatMap((context) => context.providers));

  test('every variable is taught, and none besides', () => {
    assert.deepEqual(Object.keys(newVariables).toSorted(), Object.keys(newVariables));
    const taught = new Set(Object.keys(newVariables));
    assert.deepEqual(
      [...inSource].filter((name) => !taught.has(name)),
      [],
    );
    assert.deepEqual(
      [...taught].filter((name) => !inSource.has(name) && !named.has(name)),
      [],
    );
    const providersOrFunctions = [...named].filter((name) => !taught.has(name));
    assert.deepEqual(
      providersOrFunctions.filter((name) => !Object.hasOwn(providers, name)),
      [],
    );
    console.log(
      `${taught.size} variables, ${Object.keys(providers).length} providers, ${Object.keys(filters).length} filters`,
    );
  });

  test('every provider and key is taught', () => {
    assert.deepEqual(Object.keys(providers), Object.keys(newProviders).toSorted());
    for (const [name, keys] of Object.entries(newProviders)) {
      const taught = Object.hasOwn(providerKeys, name) ? Object.keys(providerKeys[name]!) : '*';
      assert.deepEqual(taught, typeof keys === 'string' ? keys : keys.toSorted(), name);
    }
  });

  test('every filter is taught', () => {
    assert.deepEqual(Object.keys(filters), Object.keys(newFilters).toSorted());
  });

  for (const [name, { summary, details, in: special, example }] of Object.entries({ ...newVariables, ...providers })) {
    test(`%{${name}}`, () => {
      for (const sentence of [summary, ...Object.values(special ?? {})]) assertSentence(sentence);
      if (details !== undefined) assert.match(details, /[.)]$/);
      if (example !== undefined) assertExpression(example);
      for (const table of Object.keys(special ?? {})) assert.ok(Object.hasOwn(newContexts, table), table);
    });
  }

  for (const [name, filter] of Object.entries(filters)) {
    test(`| ${name}`, () => {
      assertSentence(filter.summary);
      assertExpression(filter.example.replace(/^[^%]*/, ''));
      assert.match(filter.example, new RegExp(`\\b${name === 'calculate' ? '%' : name}|%`));
      for (const form of filter.forms) assert.ok(form.includes(name), form);
      for (const [argument, text] of Object.entries(filter.named ?? {})) {
        assert.ok(
          filter.forms.some((form) => form.includes(`${argument}=`)),
          argument,
        );
        assert.match(text, /\.$/);
      }
      if (filter.old !== undefined) assert.ok(Object.hasOwn(oldModifiers, filter.old));
      assert.match(renderFilter(name)!, new RegExp(`\\*\\*\`${name}\``));
    });
  }
});

describe('2.3', () => {
  test('every long name is taught, in every context', () => {
    for (const [table, names] of Object.entries(oldContexts)) {
      for (const name of [...Object.keys(names), ...oldBuiltIn]) {
        if (name.length === 1) continue;
        const taught = oldSummary(name, undefined);
        assert.ok(taught !== undefined, `${table} ${name}`);
        assertSentence(taught);
        const replacement = replacementIn(name, [table]);
        if (replacement !== null) assertExpression(`%{${replacement}}`);
      }
    }
    const known = new Set([...Object.values(oldContexts).flatMap((names) => Object.keys(names)), ...oldBuiltIn]);
    for (const name of Object.keys(oldVariables)) assert.ok(known.has(name), name);
  });

  test('functions and modifiers are taught', () => {
    assert.deepEqual(Object.keys(oldFunctions).toSorted(), generated.oldFunctions.toSorted());
    assert.deepEqual(Object.keys(oldModifiers), Object.keys(generated.oldModifiers).toSorted());
    for (const { summary, new: replacement } of [...Object.values(oldFunctions), ...Object.values(oldModifiers)]) {
      assertSentence(summary);
      if (replacement !== null && !replacement.includes('…')) assertExpression(`%{${replacement}}`);
    }
  });

  test('letters', () => {
    assert.equal(longName('u', 'mail'), 'user');
    assert.equal(longName('s', 'login'), 'service');
    assert.equal(longName('s', 'loginLine'), 's');
    assert.equal(longName('s', 'pop3Logout'), 'message_bytes');
    assert.equal(longName('z', 'mail'), undefined);
    for (const letters of Object.values(oldLetters)) {
      for (const { summary, new: replacement } of Object.values(letters)) {
        assertSentence(summary!);
        assertExpression(`%{${replacement}}`);
      }
    }
  });
});

test('contexts know their tables, and what a name holds there', () => {
  for (const name of ['auth', 'mail', 'login', 'pop3Uidl'] as const) assert.ok(contextTables(name).length > 0);
  assert.ok(variableNames('mail', 'new').has('home'));
  assert.ok(!variableNames('login', 'new').has('password'));
  assert.ok(variableNames(undefined, 'new').has('password'));
  assert.match(summaryIn('uid', 'pop3Uidl')!, /of the mail/);
  assert.match(summaryIn('message', 'delivery')!, /became/);
  assert.match(renderNewVariable('user', 'mail')!, /In 2\.3 and 3\.0: `%u`, `%\{user\}`/);
  assert.match(renderNewVariable('remote_ip', undefined)!, /`%\{rip\}`/);
  assert.match(renderNewVariable('message', 'loginLine')!, /`%\$`/);
  assert.equal(renderNewVariable('nosuch', 'mail'), undefined);
  assert.equal(renderNewVariable('constructor', 'mail'), undefined);
  assert.match(renderNewVariable('time:hour', undefined)!, /Newer releases warn/);
});

test('a release is given only where it is known exactly', () => {
  assert.equal(filterSince('date'), '2.4.5');
  assert.equal(filterSince('switch'), undefined);
  assert.equal(filterSince('lower'), undefined);
});
