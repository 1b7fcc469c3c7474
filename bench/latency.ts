// `npm run bench:latency`: how long hover and completion take at many places of a large file, as percentiles, and in
// relation to parsing that file once.

import { completion } from '../server/src/features/completion.ts';
import { hover } from '../server/src/features/hover.ts';
import { forEachStatement } from '../server/src/parser/cst.ts';
import { parse } from '../server/src/parser/parser.ts';
import { memoryProject, uriOf } from '../test/support/memory.ts';

const lines = 10_000;

/** A configuration of many small blocks, as generated ones are. */
function largeText(): string {
  const block = (index: number) => `service worker${index} {
  executable = script /usr/local/bin/worker${index}
  vsz_limit = 512M
  process_limit = ${index}
  unix_listener worker${index} {
    mode = 0660
    user = vmail
  }
}
`;
  const head = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\nmail_path = ~/Maildir/%{user}\n';
  return head + Array.from({ length: lines / 9 }, (_, index) => block(index)).join('');
}

function percentile(sorted: readonly number[], part: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(3);
}

function measure(name: string, places: readonly number[], run: (offset: number) => unknown): void {
  for (const place of places.slice(0, 50)) run(place);
  const times = places
    .map((place) => {
      const started = performance.now();
      run(place);
      return performance.now() - started;
    })
    .sort((a, b) => a - b);
  console.log(
    `${name}: ${places.length} places, p50 ${percentile(times, 0.5)} ms, p95 ${percentile(times, 0.95)} ms, max ${percentile(times, 1)} ms, p95 / one parse ${(Number(percentile(times, 0.95)) / parseTime).toFixed(3)}`,
  );
}

const text = largeText();
const project = memoryProject({ 'dovecot.conf': text });
const [configuration] = project.configurationsFor(uriOf('dovecot.conf'));
if (configuration === undefined) throw new Error('The text cannot be read.');
const document = configuration.root;

for (let round = 0; round < 5; round++) parse(text, 'new');
const started = performance.now();
parse(text, 'new');
const parseTime = performance.now() - started;
console.log(`${text.split('\n').length} lines, one parse ${parseTime.toFixed(2)} ms`);

const keys: number[] = [];
const values: number[] = [];
forEachStatement(document.tree.statements, (statement) => {
  keys.push(statement.from + 1);
  if (statement.kind === 'assignment') values.push(statement.value.from + 1);
});
const some = (places: readonly number[]) => places.filter((_, index) => index % 10 === 0);
const locating = project.locating(configuration);
measure('hover on names', some(keys), (offset) => hover(configuration, document, offset));
measure('hover on values', some(values), (offset) => hover(configuration, document, offset));
measure('completion of names', some(keys), (offset) => completion(configuration, document, offset, locating));
measure('completion of values', some(values), (offset) => completion(configuration, document, offset, locating));
