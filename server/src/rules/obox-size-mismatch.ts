/** The size of an object is not the size of the mail when the object is compressed or encrypted. */

import { findProSetting } from '../config/storage/proSettings.ts';
import { hasDriver } from '../config/storage/types.ts';
import { defineRule, palomarAndUpgrade, replace } from '../lint/rule.ts';

const changing = ['compress', 'crypt', 'mail-crypt'];

export const oboxSizeMismatch = defineRule({
  id: 'obox-size-mismatch',
  dialects: palomarAndUpgrade,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/settings/plugin/advanced/obox/',
  docs: {
    summary: 'Unknown sizes are taken from objects that are compressed or encrypted.',
    why: "With 'obox_size_missing_action = stat' obox asks the storage for the size of the object when the size of a mail is not known. Where the chain compresses or encrypts, that is another number: mail programs get a wrong size and cut mails off.",
    bad: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails:compress:zstd:3:posix:prefix=/data/\n  obox_size_missing_action = <|stat|>\n}\n',
        fixed:
          'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails:compress:zstd:3:posix:prefix=/data/\n  obox_size_missing_action = warn-read\n}\n',
      },
      {
        dialect: 'pro-3.1',
        text: 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  size_missing_action = <|stat|>\n  fs crypt {\n  }\n  fs posix {\n  }\n}\n',
        fixed:
          'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\nobox {\n  size_missing_action = warn-read\n  fs crypt {\n  }\n  fs posix {\n  }\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = fscache:512M:/var/cache/mails:posix:prefix=/data/\n  obox_size_missing_action = stat\n}\n',
      },
      {
        dialect: 'pro-3.0',
        text: 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\nplugin {\n  obox_fs = compress:zstd:3:posix:prefix=/data/\n  obox_size_missing_action = read\n}\n',
      },
    ],
  },
  messages: {
    stat: "The chain has '{wrapper}', so the size of an object is not the size of the mail: use 'warn-read'.",
  },
  check({ configuration, storage, report }) {
    const action = findProSetting(configuration, 'obox_size_missing_action');
    if (action?.text !== 'stat') return;
    const mails = storage.chains.filter((chain) => chain.role === 'mail' && hasDriver(chain, changing));
    const wrapper = mails.flatMap(({ drivers }) => drivers).find(({ name }) => changing.includes(name.text));
    if (wrapper === undefined) return;
    const fix = { title: 'Use warn-read', safe: true, edits: [replace(action, 'warn-read')] };
    const related = [{ ...wrapper.name, message: 'The objects are changed here.' }];
    report({ at: action, message: 'stat', data: { wrapper: wrapper.name.text }, fixes: [fix], related });
  },
});
