/** What a configuration is for some connections: `doveconf -f`. */

import { type OracleVersion, oracleVersions } from '../../tools/oracle/releases.ts';
import { type OracleCase, withVersion } from './case.ts';

const text = `mail_max_userip_connections = 5
login_greeting = top
protocol imap {
  mail_max_userip_connections = 20
  imap_idle_notify_interval = 3 mins
}
protocol lmtp {
  mail_fsync = never
}
protocol !imap {
  mail_fsync = always
}
local 10.0.0.0/8 {
  login_greeting = ten
  ssl_min_protocol = TLSv1.1
  protocol imap {
    login_greeting = ten imap
  }
}
local 10.1.0.0/16 {
  ssl_min_protocol = TLSv1.2
}
remote 192.0.2.1 {
  mail_max_userip_connections = 9
  protocol pop3 {
    mail_max_userip_connections = 3
  }
}
local_name mail.example.com {
  login_greeting = named
}
service imap {
  process_limit = 7
}
`;

const sections: Readonly<Record<OracleVersion, string>> = {
  '2.3': `plugin {
  quota = count
}
protocol imap {
  mail_plugins = $mail_plugins imap_quota
  plugin {
    quota = maildir
    sieve = ~/x
  }
}
protocol imap {
  mail_fsync = optimized
}
`,
  '2.4': `protocol imap {
  namespace inbox {
    separator = .
    inbox = yes
  }
  ssl_server {
    cert_file = /etc/imap.pem
  }
}
namespace inbox {
  separator = /
  mailbox Trash {
    auto = subscribe
  }
}
ssl_server {
  cert_file = /etc/all.pem
}
`,
};

const filters: readonly (readonly string[])[] = [
  ['protocol=imap'],
  ['protocol=lmtp'],
  ['protocol=pop3', 'remote=192.0.2.1'],
  ['local=10.2.0.1'],
  ['local=10.1.0.1', 'protocol=imap'],
  ['local=10.2.0.1', 'protocol=imap'],
  ['local_name=mail.example.com'],
  ['local=10.1.0.1', 'remote=192.0.2.1', 'local_name=mail.example.org'],
  ['local=192.0.2.9', 'protocol=sieve'],
];

export function filterCases(): OracleCase[] {
  return oracleVersions.flatMap((version) =>
    [text, sections[version]].flatMap((own, index) =>
      filters.map((chosen) => ({
        id: `filters ${index + 1} ${chosen.join(' ')}`,
        version,
        filters: chosen,
        files: { 'dovecot.conf': version === '2.4' ? withVersion(own) : own },
      })),
    ),
  );
}
