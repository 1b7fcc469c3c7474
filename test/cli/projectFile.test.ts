// `.dovelint.yaml` on the command line: found, obeyed, overruled by options, refused when it is broken.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DovelintFolder } from '../support/dovelint.ts';

const head = 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n';
const folder = new DovelintFolder({
  'a/.dovelint.yaml':
    'profile: minimal\nrules:\n  include-missing: off\npaths:\n  /srv/mail: ../shared\nexclude: [old]\nfailOn: warning\n',
  'a/dovecot.conf': `${head}login_greeting = a#b\n!include none.conf\n!include /srv/mail/x.conf\n`,
  'a/old/dovecot.conf': 'broken\n',
  'shared/x.conf': 'broken\n',
  'b/.dovelint.yaml': 'roots:\n  - main.conf\nrules:\n  comment-ambiguous: error\n',
  'b/main.conf': `${head}!include part.conf\n`,
  'b/part.conf': 'login_greeting = a#b\n',
  'broken/.dovelint.yaml': 'profile: minimal\nrulez:\n  x: off\n',
  'broken/dovecot.conf': head,
  'ci.yaml': 'profile: strict\n',
});

const rulesIn = (stdout: string) => [...stdout.matchAll(/^.*\[([a-z0-9-]+)\]$/gm)].map(([, rule]) => rule);

describe('the project file beside the files', () => {
  test('decides what is reported', () => {
    const { stdout, status } = folder.run(['check'], { cwd: 'a' });
    assert.deepEqual(rulesIn(stdout), ['syntax-error'], 'from the mapped file; the excluded one is left alone');
    assert.match(stdout, /^\.\.\/shared\/x\.conf:1:1: error/m);
    assert.equal(status, 1);
  });

  test('also when dovelint runs elsewhere', () => {
    assert.deepEqual(rulesIn(folder.run(['check', 'a']).stdout), ['syntax-error']);
  });

  test('names roots of any name', () => {
    const { stdout, status } = folder.run(['check', 'part.conf'], { cwd: 'b' });
    assert.match(stdout, /^part\.conf:1:19: error: .*\[comment-ambiguous\]$/m);
    assert.equal(status, 1);
    assert.match(folder.run(['check', '.'], { cwd: 'b' }).stdout, /2 files: 1 error/);
  });

  test('is overruled by options', () => {
    assert.ok(
      rulesIn(folder.run(['check', '--profile', 'recommended'], { cwd: 'a' }).stdout).includes('comment-ambiguous'),
    );
    const { stdout } = folder.run(['check', 'b', '--config', 'ci.yaml']);
    assert.doesNotMatch(stdout, /error/, 'the named file counts instead');
    const target = folder.run(['effective', 'main.conf', '--target', 'ce-2.3'], { cwd: 'b' });
    assert.match(target.stdout, /--target asks for Dovecot CE 2\.3/);
  });
});

describe('a project file that is not right', () => {
  test('stops dovelint, at its line', () => {
    for (const command of [['check'], ['report'], ['format', 'dovecot.conf'], ['effective', 'dovecot.conf']]) {
      const { stdout, stderr, status } = folder.run(command, { cwd: 'broken' });
      assert.deepEqual([status, stdout], [2, ''], command.join(' '));
      assert.match(stderr, /^\.dovelint\.yaml:2:1: error: There is no key 'rulez' here\. \[project-file-invalid\]$/m);
      assert.match(stderr, /^ {2}2 \| rulez:$/m);
    }
  });

  test('can be checked by itself', () => {
    assert.equal(folder.run(['check', '.dovelint.yaml'], { cwd: 'broken' }).status, 2);
    const { stdout, status } = folder.run(['check', '.dovelint.yaml'], { cwd: 'a' });
    assert.deepEqual([stdout, status], ['0 files: nothing found\n', 0]);
  });

  test('or is not there, or names a root that is not', () => {
    assert.match(folder.run(['check', 'a', '--config', 'none.yaml']).stderr, /none\.yaml cannot be read/);
    folder.write('c/.dovelint.yaml', 'roots: [none.conf]\n');
    folder.write('c/dovecot.conf', head);
    const { stderr, status } = folder.run(['check', 'c']);
    assert.equal(status, 2);
    assert.match(stderr, /^dovelint: The root c\/none\.conf, which the project file names, cannot be read\.$/m);
  });
});
