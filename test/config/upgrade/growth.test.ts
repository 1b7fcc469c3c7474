// Fixes of settings of 2.3 in large files: the time grows with the file.

import { test } from 'node:test';
import { parseTarget } from '../../../server/src/config/dialect.ts';
import { versionLines } from '../../oracle/case.ts';
import { judged } from '../../support/fixPromises.ts';
import { assertLinear } from '../../support/growth.ts';

const target = parseTarget('ce-2.4')!;

const texts: Readonly<Record<string, (index: number) => string>> = {
  'one setting many times': () => 'ssl_cert = </etc/ssl/mail.pem\n',
  'settings beside their successors': () => 'ssl_cert = </etc/a.pem\nssl_server_cert_file = /etc/b.pem\n',
  'namespaces with locations': (index) => `namespace n${index} {\n  location = maildir:~/mail${index}\n}\n`,
  'sections without names': () => 'passdb {\n  driver = static\n  args = password=x\n}\n',
  'many plugin sections': () => 'plugin {\n  mail_log_events = delete\n}\n',
};

for (const [what, line] of Object.entries(texts)) {
  test(what, () => {
    assertLinear(3_200, what, (size) => {
      const text = versionLines + Array.from({ length: size }, (_, index) => line(index)).join('');
      judged({ texts: { 'dovecot.conf': text }, root: 'dovecot.conf', target });
    });
  });
}

test('one plugin section of many keys', () => {
  assertLinear(3_200, 'keys', (size) => {
    const keys = Array.from({ length: size }, (_, index) => `  sieve = ~/a${index}\n  sieve_before${index} = /etc/b\n`);
    const text = `${versionLines}plugin {\n${keys.join('')}}\n`;
    judged({ texts: { 'dovecot.conf': text }, root: 'dovecot.conf', target });
  });
});
