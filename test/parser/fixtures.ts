// Small files of our own, one per kind of syntax, for tests that take a text apart in every way.

export const fixtures: Readonly<Record<string, string>> = {
  old: `# Old syntax
protocols = imap lmtp # two
mail_plugins = $mail_plugins quota
ssl_cert = </etc/ssl/cert.pem
passdb {
  driver = sql
  args = /etc/dovecot/dovecot-sql.conf.ext
}
namespace inbox {
  inbox = yes
  mailbox "Sent Messages" {
    special_use = \\Sent
  }
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1 ::1
  }
}
login_greeting = "a # \\"b\\" c"
!include conf.d/*.conf
!include_try local.conf
`,
  hybrid: `dovecot_config_version = 3.0.5
plugin {
  obox_fs = fscache:512M:/var/cache/mails/%4Nu:dictmap:proxy:dict-async:cassandra ; \\
    sproxyd:http://ring.example.com/?class=2 ; refcounting-table
  quota_rule = *:storage=1G
}
`,
  new: `dovecot_config_version = 2.4.1
dovecot_storage_version = 2.4.1
mail_path = ~/Maildir/%{user | sha1 % 4}
passdb static {
  fields {
    "proxy" = yes
  }
}
service/imap/vsz_limit = 512M
group @mysql default {
  host = localhost
}
@mysql = default
mail_plugins {
  quota = yes
}
`,
  heredoc: `login_greeting = <<EOF
Hello # no comment
  {
EOF
listen = *
`,
  external: `connect = host=a \\
# a comment does not break the line here
  host=b

map {
  pattern = priv/$user
  fields {
    a = $user
  }
}
`,
  odd: `group @a b c {
}
service imap{
}
}
{
= x
key
a\\
\\
"q = 1
!include
<<
} x
`,
};
