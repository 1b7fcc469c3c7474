/** Lua scripts, for logins, notifications and mail users. */

import type { Teachings } from '../../types.ts';

export const lua: Teachings = {
  lua_file: {
    summary: 'Lua script to run.',
    details:
      'Stands inside `passdb lua`, `userdb lua`, `push_notification lua` or `mail_lua`. The file is read when the configuration is loaded, so reload Dovecot after editing it.',
    example: 'passdb lua {\n  lua_file = /etc/dovecot/auth.lua\n}',
    seeAlso: ['lua_settings', 'passdb_lua', 'mail_lua', 'push_notification'],
  },
  lua_settings: {
    summary: 'Values that are handed to the script when it starts.',
    details: 'The script gets them as a table in its init function. A good place for what differs between servers.',
    example:
      'passdb lua {\n  lua_file = /etc/dovecot/auth.lua\n  lua_settings {\n    backend = https://auth.example.com\n  }\n}',
    seeAlso: ['lua_file'],
  },
};
