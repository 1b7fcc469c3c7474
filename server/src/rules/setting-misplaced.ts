/** Settings where they cannot be set. */

import { defineProblemRule } from '../lint/problemRule.ts';

export const settingMisplaced = defineProblemRule({
  id: 'setting-misplaced',
  severity: 'error',
  source: 'https://doc.dovecot.org/main/core/settings/syntax.html',
  docs: {
    summary: 'A setting stands where it cannot be set.',
    why: 'The auth process serves all connections, so what it needs cannot depend on an address or a host name. Groups cannot hold settings of the server as a whole, nor include other groups.',
    noFix: 'Moved out it would count for everybody; whether it may only you know.',
    bad: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nlocal 10.0.0.0/8 {\n  <|auth_mechanisms|> = plain login\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\ngroup @server small {\n  <|base_dir|> = /run/small\n}\n',
      },
    ],
    good: [
      { dialect: 'ce-2.3', text: 'plugin {\n}\nprotocol imap {\n  auth_verbose = yes\n}\n' },
      {
        dialect: 'ce-2.4',
        text: 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\ngroup @mysql main {\n  host = db\n}\npassdb sql {\n  @mysql = main\n}\n',
      },
    ],
  },
  messages: {
    'local-auth': "'{name}' is of authentication, which cannot differ by address or host name: move it out.",
    'group-setting': "'{name}' cannot be set in a group: move it to the top level.",
    'group-recursive': 'A group cannot include another group.',
  },
});
