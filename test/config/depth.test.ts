// Sections of a depth that no configuration has: nothing may break or take long.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseTarget } from '../../server/src/config/dialect.ts';
import { printEffective } from '../../server/src/config/effective/print/index.ts';
import { format } from '../../server/src/features/format.ts';
import { documentSymbols } from '../../server/src/features/symbols.ts';
import { allFindings } from '../support/findings.ts';
import { configurationOf, memoryProject } from '../support/memory.ts';

const depth = 10_000;

function nested(head: string): string {
  return `${`${head} {\n`.repeat(depth)}mail_max_userip_connections = 1\n${'}\n'.repeat(depth)}login_greeting = a\n`;
}

for (const target of ['ce-2.3', 'ce-2.4']) {
  describe(target, () => {
    for (const head of ['a', 'protocol imap', 'service imap', 'passdb', 'local 10.0.0.0/8']) {
      test(head, () => {
        const before = performance.now();
        const texts = { 'dovecot.conf': nested(head) };
        const configuration = configurationOf(texts, parseTarget(target)!);
        const scopes = configuration.entries.map(({ scope }) => scope?.path.split('/').length ?? 0);
        assert.ok(scopes[0]! >= depth);
        assert.equal(scopes[1], 0);
        assert.deepEqual([configuration.braces.unclosed.length, configuration.braces.surplus.size], [0, 0]);
        assert.match(printEffective(configuration, false), /^login_greeting = a$/m);
        assert.ok(format(configuration.root, { indent: '  ' }).length >= depth);
        assert.ok(JSON.stringify(documentSymbols(configuration.root)).length > 0);
        allFindings(memoryProject(texts, { target: parseTarget(target)! }));
        assert.ok(performance.now() - before < 20_000, `${performance.now() - before} ms`);
      });
    }
  });
}
