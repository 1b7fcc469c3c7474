// What the TextMate grammar makes of single lines: pieces of text with the scopes they must have.

export const key = 'support.type.property-name';
export const eq = 'keyword.operator.assignment';
export const plain = 'string.unquoted';
export const comment = 'comment.line.number-sign';
export const section = 'storage.type.section';
export const name = 'entity.name.section';
export const open = 'punctuation.section.block.begin';
export const close = 'punctuation.section.block.end';
export const decimal = 'constant.numeric.integer.decimal';
export const unit = 'keyword.other.unit';
export const variable = 'variable.other.expansion';
export const filter = 'support.function.filter';
export const hole = 'variable.other.template';
export const driver = 'support.type.driver';
export const parameter = 'variable.parameter';
export const separator = 'punctuation.separator.storage';
export const link = 'markup.underline.link';
export const continuation = 'constant.character.escape.line-continuation';

export interface Case {
  readonly title: string;
  readonly line: string;
  readonly has: readonly (readonly [string, string])[];
  readonly not?: readonly string[];
}

// Every case is one line and must leave nothing behind for the next one.
export const cases: readonly Case[] = [
  { title: 'a comment', line: '  # a = b {', has: [['# a = b {', comment]], not: [key] },
  {
    title: 'a comment after a value',
    line: 'ssl = no # later',
    has: [
      ['ssl', key],
      ['=', eq],
      ['no', 'constant.language.boolean'],
      ['# later', comment],
    ],
  },
  {
    title: "'#' without a blank before it is a comment too",
    line: 'login_greeting = a#b',
    has: [
      ['a', plain],
      ['#b', comment],
    ],
  },
  {
    title: "'#' in quotes",
    line: 'login_greeting = "a # b"',
    has: [['"a # b"', 'string.quoted.double']],
    not: [comment],
  },
  {
    title: "'#' behind an escaped quote",
    line: String.raw`login_greeting = "a \" # b" # c`,
    has: [
      [String.raw`\"`, 'constant.character.escape'],
      ['# b', 'string.quoted.double'],
      ['# c', comment],
    ],
  },
  {
    title: "an apostrophe inside a word hides '#' to the end of the line",
    line: "login_greeting = Don't panic # really",
    has: [["Don't panic # really", plain]],
    not: [comment, 'string.quoted'],
  },
  {
    title: "a second apostrophe shows '#' again",
    line: "login_greeting = Don't say it's # so",
    has: [
      ["Don't say it's", plain],
      ['# so', comment],
    ],
  },
  { title: 'a lone quote', line: 'login_greeting = "', has: [['"', 'string']] },
  { title: 'an unclosed quote', line: 'login_greeting = "abc # d', has: [['"abc # d', 'string.quoted.double']] },
  {
    title: 'quotes around less than the whole value',
    line: 'login_greeting = "abc" def',
    has: [
      ['"abc"', 'string.quoted.double'],
      [' def', plain],
    ],
  },
  { title: 'quotes inside quotes', line: "login_greeting = 'it''s'", has: [["'it''s'", 'string.quoted.single']] },
  {
    title: 'no $ expansion in quotes',
    line: 'a = "$mail_plugins x"',
    has: [['$mail_plugins x', 'string.quoted.double']],
    not: ['variable'],
  },
  {
    title: 'a continuation',
    line: String.raw`query = SELECT a \ `,
    has: [
      ['SELECT a', plain],
      ['\\', continuation],
    ],
  },
  {
    title: 'a continuation before a comment',
    line: String.raw`query = SELECT a \ # c`,
    has: [
      ['\\', continuation],
      ['# c', comment],
    ],
  },
  {
    title: 'no continuation inside a comment',
    line: String.raw`query = a # c \ `.trimEnd(),
    has: [['# c \\', comment]],
    not: [continuation],
  },
  { title: 'a continuation in an unclosed quote', line: String.raw`a = "b \ `.trimEnd(), has: [['\\', continuation]] },
  {
    title: 'a mailbox attribute is neither escape nor continuation',
    line: String.raw`special_use = \Sent`,
    has: [[String.raw`\Sent`, 'constant.other.mailbox-attribute']],
    not: ['constant.character.escape'],
  },
  {
    title: 'include',
    line: '!include conf.d/*.conf # all',
    has: [
      ['!include', 'keyword.control.include'],
      ['conf.d/', 'string.unquoted.path'],
      ['*', 'constant.other.wildcard'],
      ['.conf', 'string.unquoted.path'],
      ['# all', comment],
    ],
  },
  {
    title: 'include_try, with blanks and an equals sign in the path',
    line: '!include_try /etc/a = b.conf',
    has: [
      ['!include_try', 'keyword.control.include'],
      ['/etc/a = b.conf', 'string.unquoted.path'],
    ],
    not: [eq],
  },
  { title: 'a word that only begins like include', line: '!includes a.conf', has: [['!includes', '']] },
  {
    title: 'a section with a name',
    line: 'passdb static {',
    has: [
      ['passdb', section],
      ['static', name],
      ['{', open],
    ],
  },
  {
    title: 'a section without a name, with a comment',
    line: '  ssl_server { # tls',
    has: [
      ['ssl_server', section],
      ['{', open],
      ['# tls', comment],
    ],
  },
  {
    title: 'a quoted section name',
    line: 'mailbox "Sent # Messages" {',
    has: [
      ['mailbox', section],
      ['Sent # Messages', name],
      ['{', open],
    ],
  },
  {
    title: 'single quotes are part of a section name',
    line: "service 'imap' {",
    has: [["'imap'", name]],
    not: ['string.quoted'],
  },
  {
    title: 'an equals sign in a section name',
    line: 'mailbox a=b {',
    has: [
      ['mailbox', section],
      ['a=b', name],
    ],
    not: [eq],
  },
  {
    title: 'a path as section name',
    line: 'unix_listener /var/spool/postfix/private/auth {',
    has: [
      ['unix_listener', section],
      ['/var/spool/postfix/private/auth', name],
    ],
  },
  {
    title: 'protocol, negated',
    line: 'protocol !imap {',
    has: [
      ['protocol', 'keyword.control.filter'],
      ['!', 'keyword.operator.negation'],
      ['imap', name],
      ['{', open],
    ],
  },
  {
    title: 'local_name',
    line: 'local_name *.example.com {',
    has: [
      ['local_name', 'keyword.control.filter'],
      ['*.example.com', name],
    ],
  },
  {
    title: 'remote',
    line: 'remote 192.0.2.0/24 {',
    has: [
      ['remote', 'keyword.control.filter'],
      ['192.0.2.0/24', name],
    ],
  },
  { title: 'local as a setting', line: 'local = x', has: [['local', key]] },
  {
    title: 'the end of a section',
    line: '} # end',
    has: [
      ['}', close],
      ['# end', comment],
    ],
  },
  { title: 'text after the closing brace', line: '} foo', has: [['} foo', '']], not: [close] },
  { title: 'two closing braces', line: '}}', has: [['}}', '']] },
  {
    title: 'a section on one line is none',
    line: 'service imap { vsz_limit = 1G }',
    has: [],
    not: [section, open, close, key],
  },
  { title: 'no blank before the brace', line: 'service imap{', has: [['service imap{', '']] },
  { title: 'too many words before the brace', line: 'mailbox Sent Messages {', has: [['mailbox Sent Messages {', '']] },
  {
    title: 'a brace after a value',
    line: '  vsz_limit = 1G }',
    has: [
      ['vsz_limit', key],
      ['1G }', plain],
    ],
    not: [close, decimal],
  },
  { title: 'an opening brace after a value', line: 'a = b {', has: [['b {', plain]], not: [open, section] },
  { title: 'no += operator', line: 'mail_plugins += x', has: [], not: [eq, key] },
  {
    title: 'a group',
    line: 'group @mailbox_defaults english {',
    has: [
      ['group', 'storage.type.group'],
      ['@mailbox_defaults', 'entity.name.label'],
      ['english', name],
      ['{', open],
    ],
  },
  {
    title: 'the use of a group',
    line: '@mailbox_defaults = english',
    has: [
      ['@mailbox_defaults', 'entity.name.label'],
      ['=', eq],
      ['english', name],
    ],
  },
  {
    title: 'a version',
    line: 'dovecot_config_version = 2.4.1',
    has: [
      ['dovecot_config_version', 'keyword.other.version'],
      ['=', eq],
      ['2.4.1', 'constant.numeric.version'],
    ],
  },
  { title: 'a quoted version', line: 'dovecot_storage_version="3.1.0"', has: [['3.1.0', 'constant.numeric.version']] },
  {
    title: 'a version from a template',
    line: 'dovecot_config_version = {{ .v }}',
    has: [
      ['dovecot_config_version', 'keyword.other.version'],
      ['{{ .v }}', hole],
    ],
  },
  {
    title: 'a path key',
    line: 'service/imap/vsz_limit = 512 M',
    has: [
      ['service', section],
      ['/', 'punctuation.separator.path'],
      ['imap', name],
      ['vsz_limit', key],
      ['512', decimal],
      ['M', unit],
    ],
  },
  {
    title: 'a path key of nested sections',
    line: 'namespace/inbox/mailbox/Junk/auto=create',
    has: [
      ['namespace', section],
      ['inbox', name],
      ['mailbox', section],
      ['Junk', name],
      ['auto', key],
      ['=', eq],
      ['create', plain],
    ],
  },
  {
    title: 'an element of a list',
    line: 'mail_plugins/acl = YES',
    has: [
      ['mail_plugins', section],
      ['acl', key],
      ['YES', 'constant.language.boolean'],
    ],
  },
  {
    title: 'a quoted key',
    line: '"a = b" = c',
    has: [
      ['a = b', key],
      ['=', eq],
      ['c', plain],
    ],
  },
  {
    title: 'only the first equals sign assigns',
    line: 'login_greeting == a',
    has: [
      ['=', eq],
      ['= a', plain],
    ],
  },
  {
    title: 'an empty value',
    line: 'mail_location =',
    has: [
      ['mail_location', key],
      ['=', eq],
    ],
  },
  {
    title: 'a time',
    line: 'auth_cache_ttl = 90 secs',
    has: [
      ['90', decimal],
      ['secs', unit],
    ],
  },
  {
    title: 'a short time',
    line: 'a = 5mi',
    has: [
      ['5', decimal],
      ['mi', unit],
    ],
  },
  {
    title: 'milliseconds',
    line: 'a = 250ms',
    has: [
      ['250', decimal],
      ['ms', unit],
    ],
  },
  {
    title: 'a size with all letters',
    line: 'a = 10KiB',
    has: [
      ['10', decimal],
      ['KiB', unit],
    ],
  },
  { title: 'months are no unit', line: 'a = 5 months', has: [['5 months', plain]], not: [unit] },
  { title: 'a tab before the unit', line: 'a = 5\tM', has: [['5\tM', plain]], not: [unit] },
  { title: 'a mode', line: 'mode = 0660', has: [['0660', 'constant.numeric.integer.octal']] },
  { title: 'unlimited', line: 'a = unlimited', has: [['unlimited', 'constant.language.unlimited']] },
  { title: 'true is no boolean', line: 'a = true', has: [['true', plain]], not: ['constant'] },
  {
    title: 'a file',
    line: 'ssl_cert = </etc/ssl/a b.pem',
    has: [
      ['<', 'keyword.operator.file'],
      ['/etc/ssl/a b.pem', 'string.unquoted.path'],
    ],
  },
  { title: "'<' inside a value", line: 'a = b <c', has: [['b <c', plain]], not: ['keyword.operator.file'] },
  {
    title: '$SET: and $ENV: at the start of a word',
    line: 'a = $SET:service/imap/vsz_limit $ENV:HOME',
    has: [
      ['$', 'punctuation.definition.variable'],
      ['SET', 'keyword.other.reference'],
      ['service/imap/vsz_limit', 'variable.other.setting'],
      ['ENV', 'keyword.other.reference'],
      ['HOME', 'variable.other.environment'],
    ],
  },
  { title: '$SET: inside a word', line: 'a = x$SET:y', has: [['x$SET:y', plain]], not: ['variable'] },
  {
    title: 'an old $variable',
    line: 'mail_plugins = $mail_plugins quota',
    has: [
      ['$mail_plugins', 'variable.other.setting'],
      ['quota', plain],
    ],
  },
  {
    title: 'a pipeline',
    line: 'path = /m/%{user | sha1 % 4}/x',
    has: [
      ['/m/', plain],
      ['%{', 'punctuation.definition.template-expression.begin'],
      ['user', variable],
      ['|', 'keyword.operator.pipe'],
      ['sha1', filter],
      ['%', 'keyword.operator.arithmetic'],
      ['4', 'constant.numeric.integer'],
      ['}', 'punctuation.definition.template-expression.end'],
      ['/x', plain],
    ],
  },
  {
    title: 'filters with arguments',
    line: `a = %{user | default('x}') | sha1(rounds=3, salt="a # b")}`,
    has: [
      ['default', filter],
      ['(', 'punctuation.section.arguments.begin'],
      ["'x}'", 'string.quoted.single'],
      [')', 'punctuation.section.arguments.end'],
      ['|', 'keyword.operator.pipe'],
      ['sha1', filter],
      ['rounds', parameter],
      ['3', 'constant.numeric.integer'],
      ['salt', parameter],
      ['"a # b"', 'string.quoted.double'],
      ['}', 'punctuation.definition.template-expression.end'],
    ],
  },
  {
    title: 'a pipeline in a quoted value',
    line: String.raw`a = "%{user | regexp(\"#\", \"x\")} y"`,
    has: [
      ['regexp', filter],
      [String.raw`\"#\"`, 'string.quoted.double'],
      [')', 'punctuation.section.arguments.end'],
      ['}', 'punctuation.definition.template-expression.end'],
      [' y"', 'string.quoted.double'],
    ],
    not: [comment],
  },
  {
    title: 'a function at the start',
    line: 'a = %{literal("x") | upper}',
    has: [
      ['literal', 'support.function'],
      ['upper', filter],
    ],
  },
  {
    title: 'a provider',
    line: 'a = %{env:HOME}',
    has: [
      ['env', 'entity.name.namespace.provider'],
      ['HOME', variable],
    ],
  },
  {
    title: 'a dash inside a name is not a sign',
    line: 'a = %{user-1}',
    has: [['user-1', variable]],
    not: ['keyword.operator.arithmetic'],
  },
  {
    title: 'an unclosed pipeline',
    line: 'a = %{user | lower',
    has: [
      ['user', variable],
      ['lower', filter],
    ],
  },
  {
    title: 'old variables',
    line: 'mail_location = maildir:/v/%Ld/%2.3Mu/%n',
    has: [
      ['maildir', driver],
      ['%Ld', variable],
      ['%2.3Mu', variable],
      ['%n', variable],
    ],
  },
  {
    title: 'the parts of an old variable',
    line: 'a = %2.3Mu',
    has: [
      ['2.3', 'constant.numeric.width'],
      ['M', 'storage.modifier.expansion'],
      ['u', variable],
    ],
  },
  {
    title: 'a percent sign',
    line: 'location = maildir:%%h/x',
    has: [
      ['%%', 'constant.character.escape.percent'],
      ['h/x', plain],
    ],
    not: [variable],
  },
  {
    title: 'an escaped pipeline',
    line: 'a = %%{user}',
    has: [
      ['%%', 'constant.character.escape.percent'],
      ['{user}', plain],
    ],
    not: [variable],
  },
  { title: 'a percent sign alone', line: 'a = 100% of it', has: [['100% of it', plain]], not: [variable] },
  {
    title: 'an old function with a variable in it',
    line: 'a = %{if;%{user};eq;x;%u;no}/y',
    has: [
      ['if', 'support.function'],
      ['user', variable],
      ['eq', 'string.unquoted.argument'],
      ['%u', variable],
      ['}', 'punctuation.definition.template-expression.end'],
      ['/y', plain],
    ],
  },
  {
    title: 'an obox chain',
    line: 'obox_fs = fscache:512M:/c/%4Nu:dictmap:proxy:dict-async:cassandra ; sproxyd:http://host:81/?class=2&x_y=200 ; refcounting-table:bucket-size=10000:bucket-cache=%h/b:cleanup-uncertain',
    has: [
      ['fscache', driver],
      ['512', 'constant.numeric.integer'],
      ['M', unit],
      ['%4Nu', variable],
      ['dictmap', driver],
      ['proxy', driver],
      ['dict-async', driver],
      ['cassandra', driver],
      [';', separator],
      ['sproxyd', driver],
      ['http://host:81/?class=2&x_y=200', link],
      [';', separator],
      ['refcounting-table', driver],
      ['bucket-size', parameter],
      ['10000', 'constant.numeric.integer'],
      ['bucket-cache', parameter],
      ['%h', variable],
      [':cleanup-uncertain', plain],
    ],
  },
  {
    title: 'a driver at the end of a chain',
    line: 'obox_index_fs = compress:zstd:3:s3:https://k@h/?bucket=b ; diff-table',
    has: [
      ['compress', driver],
      ['s3', driver],
      ['https://k@h/?bucket=b', link],
      [';', separator],
      ['diff-table', driver],
    ],
  },
  {
    title: "';' without blanks separates nothing",
    line: 'sieve = file:~/sieve;active=~/.s',
    has: [
      ['file', driver],
      ['active', parameter],
    ],
    not: [separator],
  },
  {
    title: 'a variable with blanks in a URL',
    line: 'a = http://h/%{user | md5}/x',
    has: [
      ['http://h/', link],
      ['md5', filter],
      ['}/x', link],
    ],
  },
  {
    title: 'words of a list are no drivers',
    line: 'mail_plugins = quota fs',
    has: [['quota fs', plain]],
    not: [driver],
  },
  {
    title: 'SQL',
    line: `query = SELECT x FROM u WHERE n = '%{user}' AND d = '%d';`,
    has: [
      ['SELECT x FROM u WHERE n = ', plain],
      ['user', variable],
      ["'", 'string.quoted.single'],
      ['%d', variable],
    ],
    not: [parameter],
  },
  {
    title: 'a line of a continued value',
    line: `  WHERE n = '%u' \\`,
    has: [
      ['%u', variable],
      ['\\', continuation],
    ],
    not: [key, eq],
  },
  {
    title: 'holes of templates',
    line: `a = x{{ .Values.a | quote }}y$\{B}z`,
    has: [
      ['x', plain],
      ['{{ .Values.a | quote }}', hole],
      ['y', plain],
      [`$\{B}`, hole],
      ['z', plain],
    ],
  },
  {
    title: 'a hole in a key',
    line: 'service/{{ name }}/vsz_limit = {{ limit }}',
    has: [
      ['{{ name }}', hole],
      ['vsz_limit', key],
      ['=', eq],
      ['{{ limit }}', hole],
    ],
  },
  {
    title: 'a hole as section name',
    line: 'mailbox {{ spam folder }} {',
    has: [
      ['mailbox', section],
      ['{{ spam folder }}', hole],
      ['{', open],
    ],
  },
  { title: 'a line of a template', line: '{{ if eq .A "=" }}', has: [['{{ if eq .A "=" }}', hole]], not: [key, eq] },
  { title: 'a statement of a template', line: '{% set a = 1 %}', has: [['{% set a = 1 %}', hole]], not: [key, eq] },
  {
    title: 'a template value is no file',
    line: "a = <%= @x['y'] %>",
    has: [["<%= @x['y'] %>", hole]],
    not: ['keyword.operator.file'],
  },
  { title: 'an unclosed hole', line: 'a = {{ b', has: [['{{ b', hole]] },
  {
    title: 'variables of a dict map',
    line: 'dict_map shared/map/$user/$name {',
    has: [
      ['dict_map', section],
      ['$user', 'variable.other.map'],
      ['$name', 'variable.other.map'],
    ],
  },
  { title: 'variables of an old dict map', line: 'pattern = shared/map/$user', has: [['$user', 'variable.other.map']] },
  {
    title: "'$' in another section name is literal",
    line: 'unix_listener /a/$b {',
    has: [['/a/$b', name]],
    not: ['variable'],
  },
  {
    title: 'two smaller-than signs without a marker',
    line: 'a = <<',
    has: [
      ['<', 'keyword.operator.file'],
      ['<', 'string.unquoted.path'],
    ],
  },
];
