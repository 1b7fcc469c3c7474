/** Neither `mail_uid` nor a user database says as which system user mails are handled. */

import { oboxFormat } from '../config/storage/formats.ts';
import { isUnset } from '../config/storage/proSettings.ts';
import { userdbs, usersMayDiffer } from '../config/users.ts';
import { defineRule } from '../lint/rule.ts';
import { addLines } from '../lint/settingEdits.ts';

export const mailUserMissing = defineRule({
  id: 'mail-user-missing',
  dialects: ['pro-2.3', 'pro-3.0'],
  severity: 'information',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecot.org/2.3/configuration_manual/mail_location/obox/',
  docs: {
    summary: 'Nothing says which system user owns the local cache files of obox.',
    why: 'Before 3.1, mail_uid and mail_gid have no default. Mail processes need both to write the local files of metacache and fscache, and the listeners of fs-auth and the dict service must belong to the same user.',
    exceptions: 'Only judged where user databases have fixed answers (driver static); others may return uid and gid.',
    bad: [
      {
        dialect: 'pro-2.3',
        text: 'mail_plugins = obox\nmail_location = <|obox|>:%u:INDEX=~/:CONTROL=~/\nuserdb {\n  driver = static\n  args = home=/var/vmail/%2Mu/%u\n}\n',
        fixed:
          'mail_plugins = obox\nmail_uid = CHANGEME_USER\nmail_gid = CHANGEME_GROUP\nmail_location = obox:%u:INDEX=~/:CONTROL=~/\nuserdb {\n  driver = static\n  args = home=/var/vmail/%2Mu/%u\n}\n',
      },
    ],
    good: [
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nmail_uid = vmail\nuserdb {\n  driver = static\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nuserdb {\n  driver = static\n  args = uid=vmail gid=vmail\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nuserdb {\n  driver = sql\n  args = /etc/dovecot/dovecot-sql.conf.ext\n}\n',
      },
      {
        dialect: 'pro-2.3',
        text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nuserdb {\n  driver = passwd\n}\n',
      },
      { dialect: 'pro-2.3', text: 'mail_location = obox:%u:INDEX=~/:CONTROL=~/\nplugin {\n}\n' },
    ],
  },
  messages: {
    missing: 'No system user is set for the mails: set mail_uid and mail_gid, or return uid and gid from the userdb.',
  },
  check({ configuration, storage, report }) {
    const format = oboxFormat(storage.formats);
    if (format === undefined || !isUnset(configuration, 'mail_uid') || !isUnset(configuration, 'mail_gid')) return;
    const databases = userdbs(configuration);
    if (databases.length === 0 || usersMayDiffer(configuration)) return;
    if (databases.some(({ driver, fields }) => driver !== 'static' || fields.includes('uid'))) return;
    const lines = ['mail_uid = CHANGEME_USER', 'mail_gid = CHANGEME_GROUP'];
    const edits = [addLines(configuration, format.entry, lines)];
    const fix = { title: 'Add mail_uid and mail_gid (replace the CHANGEME values)', safe: false, edits };
    report({ at: format.driver, message: 'missing', fixes: [fix] });
  },
});
