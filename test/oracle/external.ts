/**
 * External files of 2.3 (`.conf.ext`) before real Dovecot, which reads them only when it uses them: a passdb's when its
 * `auth` starts, a dictionary's when a key is looked up. `node test/oracle/external.ts` runs the cases below, each as a
 * process that ends by itself, the dictionaries with a Dovecot of their own in the foreground, and records the verdicts.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileTexts } from '../../tools/oracle/doveconf.ts';
import { setUpOracle } from '../../tools/oracle/setUp.ts';

export type ExternalKind = 'sql' | 'ldap' | 'oauth2' | 'dict';

export interface ExternalCase {
  readonly id: string;
  readonly kind: ExternalKind;
  /** `main.conf.ext` is read first. */
  readonly files: FileTexts;
}

export interface ExternalVerdict extends ExternalCase {
  /** Undefined where Dovecot does not complain about the file. */
  readonly error?: { readonly file: string; readonly line: number; readonly message: string };
  /** The value of `driver`, which Dovecot names because it knows no such driver. */
  readonly driver?: string;
}

export const root = 'main.conf.ext';
export const externalFixture = 'test/fixtures/external-verdicts.json';

/** Without `connect` the SQL driver does not look at anything else. */
function complete(kind: ExternalKind, text: string): string {
  return kind === 'sql' && !text.startsWith('\ufeff') ? `connect = c\n${text}` : text;
}

function cases(kind: ExternalKind, texts: Readonly<Record<string, string>>, others: FileTexts = {}): ExternalCase[] {
  return Object.entries(texts).map(([id, text]) => {
    return { id: `${kind}: ${id}`, kind, files: { [root]: complete(kind, text), ...others } };
  });
}

export const externalCases: readonly ExternalCase[] = [
  ...cases('sql', {
    'a setting': 'driver = x\n',
    'no blanks': 'driver=x\n',
    'no line feed at the end': 'driver = x',
    CRLF: 'driver = x\r\n',
    'a form feed': 'driver\f= x\n',
    'a byte order mark': '\ufeffdriver = x\n',
    'double quotes': 'driver = "x y"\n',
    'single quotes': 'driver = \'x "y" z\'\n',
    'an escaped quote': 'driver = "a\\"b\\\\c\\d"\n',
    'an unclosed quote': 'driver = "x\n',
    'quotes that differ': 'driver = "x\'\n',
    'two quoted words': 'driver = "x" "y"\n',
    'a comment': 'driver = x # y\n',
    'a comment that touches': 'driver = x#y\n',
    'a comment in quotes': 'driver = "x # y"\n',
    'a comment of two slashes': '// x\ndriver = x\n',
    'a continued line': 'driver = x \\\n  y\n',
    'a comment inside a continued line': 'driver = x \\\n# z\n  y\n',
    'an empty line inside a continued line': 'driver = x \\\n\n  y\n',
    'a continued line at the end': 'password_query = y\ndriver = x \\\n',
    'an error in a continued line': 'driver \\\n  x\n',
    'no equals sign': 'driver = x\nfoo bar\n',
    'a word': 'driver\n',
    'no key': '= x\n',
    'an empty value': 'driver =\n',
    'two words before the sign': 'driver foo = x\n',
    'a quoted key': '"driver" = x\n',
    'a setting twice': 'driver = x\ndriver = y\n',
    'an unknown setting': 'driver = x\nfoo = y\n',
    'upper case': 'Driver = x\n',
    'yes or no': 'driver = x\nuserdb_warning_disable = maybe\n',
    yes: 'driver = x\nuserdb_warning_disable = Y\n',
    'the environment': 'driver = $ENV:EXTERNAL\n',
    'the environment inside a word': 'driver = x$ENV:EXTERNAL\n',
    'the environment behind a blank': 'driver = x $ENV:EXTERNAL\n',
    'the environment in quotes': 'driver = "$ENV:EXTERNAL"\n',
    'the environment without the variable': 'driver = x $ENV:NO_SUCH_VARIABLE y\n',
    'a variable': 'driver = $connect\n',
    'a file': 'driver = <other.inc\n',
    'a section': 'driver = x\nmap {\n}\n',
    'a surplus brace': 'driver = x\n}\n',
    'an unclosed section': 'driver = x\nmap {\n',
  }),
  ...cases(
    'sql',
    {
      'an include': '!include a.inc\n',
      'an include of several': '!include *.inc\n',
      'an include of nothing': '!include none*.inc\ndriver = x\n',
      'an include that may be missing': '!include_try none.inc\ndriver = x\n',
      'an error in an included file': 'driver = x\n!include bad.ext\n',
      'an include of itself': '!include main.conf.ext\n',
    },
    { 'a.inc': 'driver = a\n', 'b.inc': 'driver = b\n', 'bad.ext': 'password_query = x\nfoo\n' },
  ),
  ...cases('ldap', {
    'a setting': 'uris = ldap://127.0.0.1:9/\nbase = dc=example\n',
    'a number': 'uris = ldap://127.0.0.1:9/\nbase = x\nldap_version = 3\n',
    'a number in hexadecimal': 'uris = ldap://127.0.0.1:9/\nbase = x\nldap_version = 0x3\n',
    'a word for a number': 'uris = ldap://127.0.0.1:9/\nldap_version = three\n',
    'a negative number': 'uris = ldap://127.0.0.1:9/\nldap_version = -1\n',
    'yes or no': 'uris = ldap://127.0.0.1:9/\ntls = sometimes\n',
    'an unknown setting': 'uris = ldap://127.0.0.1:9/\nfoo = x\n',
  }),
  ...cases('oauth2', {
    'a setting': 'introspection_url = http://127.0.0.1:9/\nintrospection_mode = auth\n',
    'yes or no': 'introspection_url = http://127.0.0.1:9/\nforce_introspection = perhaps\n',
    'a number': 'introspection_url = http://127.0.0.1:9/\ntimeout_msecs = 1s\n',
    'an unknown setting': 'introspection_url = http://127.0.0.1:9/\nclient = x\n',
  }),
  ...cases('dict', {
    'a map': 'connect = x.db\nmap {\n  pattern = priv/x\n  table = t\n  username_field = u\n  value_field = v\n}\n',
    'a map with fields':
      'connect = x.db\nmap {\n  pattern = shared/x/$a\n  table = t\n  value_field = v\n  fields {\n    f = $a\n  }\n}\n',
    'a map with a name':
      'connect = x.db\nmap x {\n  pattern = priv/x\n  table = t\n  username_field = u\n  value_field = v\n}\n',
    'a map with a name in quotes':
      'connect = x.db\nmap "x y" {\n  pattern = priv/x\n  table = t\n  username_field = u\n  value_field = v\n}\n',
    'a map with two names':
      'connect = x.db\nmap x y {\n  pattern = priv/x\n  table = t\n  username_field = u\n  value_field = v\n}\n',
    'a map with a quoted word':
      'connect = x.db\nmap "x" {\n  pattern = priv/x\n  table = t\n  username_field = u\n  value_field = v\n}\n',
    'a name that touches the brace':
      'connect = x.db\nmap x{\n  pattern = priv/x\n  table = t\n  username_field = u\n  value_field = v\n}\n',
    'a brace that touches': 'connect = x.db\nmap{\n}\n',
    'a brace on a line of its own': 'connect = x.db\nmap\n{\n}\n',
    'text behind the brace': 'connect = x.db\nmap { pattern = priv/x\n}\n',
    'text behind the closing brace': 'connect = x.db\nmap {\n  pattern = priv/x\n} x\n',
    'an unclosed map':
      'connect = x.db\nmap {\n  pattern = priv/x\n  table = t\n  username_field = u\n  value_field = v\n',
    'a surplus brace': 'connect = x.db\n}\n',
    'an unknown setting': 'connect = x.db\nmap {\n  foo = x\n}\n',
    'an unknown section': 'connect = x.db\nfoo {\n}\n',
    'a setting outside': 'connect = x.db\ntable = t\n',
    'no pattern': 'connect = x.db\nmap {\n  table = t\n  value_field = v\n}\n',
    'no table': 'connect = x.db\nmap {\n  pattern = priv/x\n  value_field = v\n}\n',
    'no value field': 'connect = x.db\nmap {\n  pattern = priv/x\n  table = t\n  username_field = u\n}\n',
    'no connect': 'map {\n  pattern = priv/x\n  table = t\n  username_field = u\n  value_field = v\n}\n',
  }),
];

const timeLimit = 10_000;

/** What a program says on both streams until it ends. */
async function output(program: string, args: readonly string[], folder: string): Promise<string> {
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', EXTERNAL: 'from outside' };
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeLimit });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
  }
  await once(child, 'close');
  return text;
}

class ExternalOracle {
  readonly #folder = mkdtempSync(join(tmpdir(), 'dovelint-external-'));
  readonly #log = join(this.#folder, 'log');

  async judge({ kind, files, ...rest }: ExternalCase): Promise<ExternalVerdict> {
    const folder = join(this.#folder, 'files');
    rmSync(folder, { recursive: true, force: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const said = kind === 'dict' ? await this.#look() : await this.#authenticate(kind);
    const complaint = /Error in configuration file \S*\/files\/(\S+) line (\d+): (.*)/.exec(said);
    const driver = /Unknown database driver '(.*)'$/m.exec(said)?.[1];
    return {
      ...rest,
      kind,
      files,
      ...(complaint !== null && {
        error: { file: complaint[1]!, line: Number(complaint[2]), message: complaint[3]!.replaceAll(`${folder}/`, '') },
      }),
      ...(driver !== undefined && { driver }),
    };
  }

  /** Reads its files, and ends because there is nobody to serve. */
  #authenticate(kind: ExternalKind): Promise<string> {
    const file = join(this.#folder, 'auth.conf');
    const mechanisms = kind === 'oauth2' ? 'auth_mechanisms = xoauth2\n' : '';
    const databases = `passdb {\n  driver = ${kind}\n  args = ${this.#folder}/files/${root}\n}\nuserdb {\n  driver = prefetch\n}\n`;
    writeFileSync(file, `base_dir = ${this.#folder}/run\nlog_path = /dev/stderr\nssl = no\n${mechanisms}${databases}`);
    return output('/usr/lib/dovecot/auth', ['-c', file], this.#folder);
  }

  async #look(): Promise<string> {
    writeFileSync(this.#log, '');
    const socket = `proxy:${this.#folder}/run/dict:it`;
    await output('doveadm', ['-c', `${this.#folder}/dovecot.conf`, 'dict', 'get', '-u', 'u', socket, 'priv/x'], '/');
    return readFileSync(this.#log, 'utf8');
  }

  /** Runs `work` while a Dovecot serves the dictionary. */
  async serving<T>(work: () => Promise<T>): Promise<T> {
    const file = join(this.#folder, 'dovecot.conf');
    const places = `base_dir = ${this.#folder}/run\nstate_dir = ${this.#folder}/run\nlog_path = ${this.#log}\n`;
    const dict = `dict {\n  it = sqlite:${this.#folder}/files/${root}\n}\nservice dict {\n  service_count = 1\n  user = root\n}\n`;
    writeFileSync(file, `${places}protocols =\nssl = no\n${dict}`);
    const dovecot = spawn('dovecot', ['-F', '-c', file], { stdio: 'ignore' });
    const ended = once(dovecot, 'close');
    const socket = join(this.#folder, 'run', 'dict');
    for (let wait = 0; wait < 50 && !existsSync(socket); wait++) await new Promise((done) => setTimeout(done, 100));
    try {
      return await work();
    } finally {
      dovecot.kill();
      await ended;
      rmSync(this.#folder, { recursive: true, force: true });
    }
  }
}

async function record(): Promise<void> {
  const found = await setUpOracle();
  if (typeof found === 'string' || found['2.3'].root !== '/') {
    console.log(`SKIPPED: ${typeof found === 'string' ? found : 'Dovecot 2.3 is not installed outside of a chroot.'}`);
    return;
  }
  const oracle = new ExternalOracle();
  const rows = await oracle.serving(async () => {
    const verdicts: string[] = [];
    for (const one of externalCases) verdicts.push(JSON.stringify(await oracle.judge(one)));
    return verdicts;
  });
  writeFileSync(externalFixture, `[\n${rows.join(',\n')}\n]\n`);
  console.log(`${rows.length} verdicts in ${externalFixture}`);
}

if (import.meta.main) await record();
