// No secret is ever shown: one word stands for all of them, in every place that can hold one, and nothing that we print
// has it. Edits that move a secret have to carry it; what is printed of them has not.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { allDocuments } from '../server/src/config/configuration.ts';
import { completion } from '../server/src/features/completion.ts';
import { hover } from '../server/src/features/hover.ts';
import { signatureHelp } from '../server/src/features/signatureHelp.ts';
import { storageTiers, tierSentence } from '../server/src/features/storageTier.ts';
import { documentSymbols } from '../server/src/features/symbols.ts';
import { lint } from '../server/src/lint/run.ts';
import { rules } from '../server/src/rules/index.ts';
import { DovelintFolder } from './support/dovelint.ts';
import { memoryProject } from './support/memory.ts';

const secret = 'Hunter2';

const old = `imapc_password = ${secret}
imapc_passwort = x
doveadm_password = "${secret}"
doveadm_api_key = ${secret}
auth_policy_hash_nonce = ${secret}
ssl_key_password = ${secret}
ssl_key_password = ${secret}
mail_plugins = $mail_plugins obox
mail_location = obox:%u
passdb {
  driver = static
  args = user=x password=${secret} pass=${secret}
}
passdb {
  driver = sql
  args = sql.conf.ext
}
dict {
  cassandra = cassandra:cql.conf.ext
}
plugin {
  obox_fs = fscache:1G:/var/cache:dictmap:proxy:dict-async:cassandra ; s3:https://KEY:${secret}@b.s3.eu-central-1.amazonaws.com/?region=x&secret=${secret}
  obox_index_fs = azure:https://x:${secret}@x.blob.core.windows.net/
  fts_solr = url=https://u:${secret}@solr/
  imapc_password = ${secret}
  mail_crypt_private_password = ${secret}
  unknown_secret = ${secret}
}
imapc_password ${secret}
imapc_password = \\
  ${secret}
fs_s3_secret = "a \\
  ${secret}
# imapc_password = ${secret}
`;

const ext = `connect = host=db user=u password=${secret} dbname=x
connect = hosts=db password='${secret}'
dnpass = ${secret}
client_secret = ${secret}
tokeninfo_url = https://u:${secret}@h/
`;

const current = `dovecot_config_version = 3.1.2
dovecot_storage_version = 3.1.2
imapc_password = ${secret}
imapc_password = ${secret}
ssl_server_key_password = ${secret}
ssl_server_key_file = inline:-----BEGIN PRIVATE KEY-----${secret}-----END PRIVATE KEY-----
ssl_server_key_file = <<END
-----BEGIN PRIVATE KEY-----
${secret}
-----END PRIVATE KEY-----
END
doveadm_password = ${secret}
fs_s3_url = https://KEY:${secret}@b.s3.eu-central-1.amazonaws.com/?secret=${secret}
fs_s3_secret = ${secret}
fs_azure_account_key = ${secret}
auth_policy_server_api_header = Authorization: Basic ${secret}
fts_solr_url = https://u:${secret}@h/
oauth2_client_secret = ${secret}
ldap_auth_dn_password = ${secret}
mail_driver = obox
import_environment {
  S3_SECRET = ${secret}
  AWS_SECRET_ACCESS_KEY = ${secret}
}
passdb static {
  fields {
    password = ${secret}
    pass = ${secret}
  }
}
sql_driver = mysql
mysql db {
  password = ${secret}
}
dict_server {
  dict mails {
    driver = sql
    sql_driver = cassandra
    cassandra_hosts = 192.0.2.1
    cassandra_password = ${secret}
  }
}
obox {
  fs dictmap {
    dict proxy {
      name = mails
    }
  }
  fs s3 {
    fs_s3_secret = ${secret}
  }
}
protocol imap {
  imapc_password = ${secret}
}
group @mine one {
  fs_s3_secret = ${secret}
}
fs_s3_secret ${secret}
`;

const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

const yaml = `kind: Secret
metadata:
  name: s
stringData:
  dovecot.conf: |
${indented(current, 4)}
data:
  password: ${Buffer.from(secret).toString('base64')}
  other.conf: ${Buffer.from(old).toString('base64')}
---
kind: ConfigMap
metadata:
  name: c
data:
  dovecot.conf: |
${indented(current, 4)}
---
kind: CassandraDatacenter
spec:
  config:
    password: ${secret}
`;

const workspaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'of 2.3': { 'dovecot.conf': old, 'sql.conf.ext': ext, 'cql.conf.ext': ext },
  'of 3.1': { 'dovecot.conf': current },
  'in YAML': { 'mail.yaml': yaml },
};

const encoded = new RegExp(`${secret}|${Buffer.from(secret).toString('base64').slice(0, 8)}`);

for (const [name, files] of Object.entries(workspaces)) {
  describe(`secrets ${name}`, () => {
    const folder = new DovelintFolder(files);
    const project = memoryProject(files, 'mail.yaml' in files ? { roots: [] } : {});
    const configurations = project.configurations();
    const documents = configurations.flatMap((configuration) =>
      allDocuments(configuration).map((document) => ({ configuration, document })),
    );

    test('are in no finding and no title of a fix', () => {
      assert.ok(configurations.length > 0);
      const shown = configurations.flatMap((configuration) =>
        lint(configuration, { rules, onError: (_, error) => assert.fail(String(error)) }).flatMap((finding) => [
          finding.message,
          ...finding.related.map(({ message }) => message),
          ...finding.fixes.map(({ title }) => title),
        ]),
      );
      assert.ok(shown.length > 5);
      assert.deepEqual(
        shown.filter((text) => encoded.test(text)),
        [],
      );
    });

    test('are in no hover, completion, signature, symbol or hint', () => {
      for (const { configuration, document } of documents) {
        const shown: unknown[] = [documentSymbols(document), storageTiers(configuration, document).map(tierSentence)];
        for (let offset = 0; offset <= document.text.length; offset += 3) {
          const info = hover(configuration, document, offset);
          if (info !== undefined)
            shown.push(
              info.markdown,
              info.notes?.map(({ text }) => text),
            );
          shown.push(signatureHelp(configuration, document, offset)?.documentation);
          if (offset % 9 > 0) continue;
          const candidates = completion(configuration, document, offset, project.locating(configuration));
          shown.push(candidates.map(({ label, detail }) => `${label} ${detail}`));
        }
        assert.ok(shown.length > 10);
        const text = JSON.stringify(shown);
        assert.doesNotMatch(
          text,
          encoded,
          `${document.uri}: …${text.slice(Math.max(0, text.search(encoded) - 200)).slice(0, 300)}`,
        );
      }
    });

    test('are in nothing that the command line prints', () => {
      const [root] = Object.keys(files);
      const commands = [
        ...['text', 'json', 'sarif', 'github', 'gitlab', 'checkstyle', 'junit'].map((format) => [
          'check',
          '--format',
          format,
        ]),
        ['check', '--profile', 'strict', '--show-suppressed'],
        ['check', '--diff'],
        ['check', '--baseline', 'baseline.json', '--write-baseline'],
        ...['markdown', 'html', 'json'].map((format) => ['report', '--format', format]),
        ...('mail.yaml' in files
          ? []
          : [
              ['effective', root!],
              ['effective', '-a', root!],
              ['effective', '--json', root!],
            ]),
      ];
      for (const words of commands) {
        const { stdout, stderr } = folder.run(words);
        const printed = stdout + stderr;
        assert.notEqual(printed, '');
        const at = printed.search(encoded);
        assert.equal(at, -1, `${words.join(' ')}: ${printed.slice(Math.max(0, at - 300), at + 20)}`);
      }
    });
  });
}
