// Configurations on which fixes are tried: the examples of all rules, small accidents in them, and real files in their
// installations, read for every Dovecot.

import { autoTarget, parseTarget, type Target } from '../../server/src/config/dialect.ts';
import { rules } from '../../server/src/rules/index.ts';
import { corpusCases } from '../oracle/corpus.ts';
import { variantsOf } from '../oracle/variants.ts';
import type { Situation } from './fixPromises.ts';
import { takeSpan } from './markers.ts';

export interface NamedSituation extends Situation {
  readonly id: string;
}

const root = 'dovecot.conf';

function exampleTexts() {
  return rules.flatMap(({ id, docs }) =>
    [...docs.bad, ...docs.good].map((example, index) => {
      const marked = Object.entries({ [root]: example.text, ...example.files });
      const files = Object.fromEntries(marked.map(([name, text]) => [name, takeSpan(text).text]));
      return { id: `${id} ${index + 1}`, version: '2.4' as const, files };
    }),
  );
}

export function exampleSituations(): NamedSituation[] {
  return exampleTexts().map(({ id, files }) => ({ id, texts: files, root, target: autoTarget }));
}

export function variantSituations(amount: number, seed: number): NamedSituation[] {
  return variantsOf(exampleTexts(), amount, seed).map(({ id, files }) => ({
    id,
    texts: files,
    root,
    target: autoTarget,
  }));
}

export const allTargets: Readonly<Record<string, Target>> = Object.fromEntries(
  ['auto', 'ce-2.3', 'pro-2.3', 'pro-3.0', 'ce-2.4', 'pro-3.1'].map((name) => [name, parseTarget(name)!]),
);

/** Accidents under which a fix once broke a promise. */
export function accidents(): NamedSituation[] {
  return Object.entries(accidentTexts).map(([id, texts]) => ({ id, texts, root, target: autoTarget }));
}

const versions = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';
const sqlDict = (lines: string) => `${versions}dict_server {\n  dict mails {\n    driver = sql\n${lines}  }\n}\n`;

const accidentTexts: Readonly<Record<string, Situation['texts']>> = {
  'a setting stands twice': {
    [root]: `${versions}fs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nfs_s3_auth_role = mails\nfs_s3_access_key = key\nfs_s3_access_key = key\nobox {\n  fs aws-s3 {\n  }\n}\n`,
  },
  'a switch that is gone is off and then on': {
    [root]:
      'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  metacache_max_space = 200G\n  metacache_disable_merging = no\n  metacache_disable_merging = yes\n}\n',
  },
  'lines to remove touch each other': {
    [root]:
      'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_attachment_dir = /a\nmail_attachment_dir = a#b\n',
  },
  'a location ends with a colon': { [root]: 'mail_plugins = obox\nmail_location = obox:%u:INDEX=~/:' },
  'a section stands in itself': {
    [root]: `${versions}obox {\nobox {\n  fs fscache {\n    size = 512M\n    path = /var/cache/mails\n  }\n  fs posix {\n  }\n}\n}\n`,
  },
  'a value is empty': {
    [root]: sqlDict('    sql_driver = cassandra\n    cassandra_hosts = a b c\n    cassandra_keyspace = "\n'),
  },
  'a column of the key has another variable': {
    [root]: sqlDict(
      '    sql_driver = cassandra\n    dict_map shared/dictmap/$user/mailboxes/$mailbox_guid/idx/$object_name {\n      sql_table = t\n      value_field i {\n      }\n      key_field u {\n        value = $user\n      }\n      key_field g {\n        value = $object_name\n      }\n      key_field n {\n        value = $object_name\n      }\n    }\n',
    ),
  },
  'the version stands in a section': {
    [root]: 'mail_plugins {\ndovecot_config_version = 3.1.2\n  fts_dovecot = yes\n}\n',
  },
  'one version is misspelt, the other one in a section': {
    [root]: 'dovecot_onfig_version = 3.1.2\nmail_plugins {\ndovecot_storage_version = 3.1.2\n}\nmail_driver = obox\n',
  },
  'a level is no number': {
    [root]: `${versions}fs_compress_write_method = zstd\ncompress_zstd_level = ''0''\nmail_ext_attachment {\n  fs compress {\n  }\n  fs posix {\n  }\n}\n`,
  },
  'a list of plugins is a quote': {
    [root]: `${versions}mail_driver = obox\nmail_plugins = "\n`,
  },
  'a map of 2.3 has no values': {
    [root]:
      'plugin {\n  obox_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/ ; bucket-size=10000\n}\ndict {\n  mails = cassandra:mails.conf.ext\n}\n',
    'mails.conf.ext':
      'connect = host=a host=b host=c keyspace=mails version=4\nmap {\n  pattern = shared/dictmap/$user/max_bucket\n  table = user_buckets\n}\n',
  },
  'a listener stands outside of its service': {
    [root]: `${versions}mail_uid = vmail\nfs_s3_auth_role = mails\nfs_s3_url = https://mails.s3.eu-central-1.amazonaws.com/\nfs_s3_region = eu-central-1\nobox {\n  fs aws-s3 {\n  }\n}\nunix_listener fs-auth {\n  user = vmail\n}\n`,
  },
  'an old setting has a value that none takes': { [root]: 'plugin {\n}\nfsync_disable = 100\n' },
  'a dict is not declared': {
    [root]:
      'dovecot_config_version = 3.0.5\nmail_plugins = $mail_plugins obox\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\ncluster_backend_name = b1.example.com\ncluster_geodb = proxy:dict-async:cluster-geodb\nplugin {\n  obox_fs = posix:prefix=/var/mails/%u/\n}\n',
  },
  'a key of YAML stands twice': {
    [root]: `${versions}mail_driver = obox\n`,
    'manifest.yaml':
      'kind: ScyllaDBDatacenter\nmetadata:\n  name: mails\nspec:\n  scyllaDB:\n    alternatorOptions: {}\n    alternatorOptions: {}\n  racks:\n    - nodes: 3\n',
  },
  'a dict lacks both its maps and its connection': {
    [root]:
      'dovecot_config_version = 3.0.5\ndict {\n  mails = cassandra:mails.conf.ext\n}\nplugin {\n  obox_index_fs = dictmap:proxy:dict-async:mails ; sproxyd:http://ring.example.com/\n}\n',
    'mails.conf.ext': '\n',
  },
};

/** Real files with small accidents; empty without the corpus. */
export function corpusVariants(target: Target, amount: number, seed: number): NamedSituation[] {
  const own = corpusCases().filter((one) => one.own);
  return variantsOf(own, amount, seed).map(({ id, files, root: name }) => ({
    id,
    texts: files,
    root: name ?? root,
    target,
  }));
}

/** Empty without the corpus. */
export function corpusSituations(target: Target): NamedSituation[] {
  return corpusCases()
    .filter(({ own }) => own)
    .map(({ id, files, root: name }) => ({ id, texts: files, root: name ?? root, target }));
}
