/** Full-text search: when mails are indexed, what of them, how a search uses the index, and the drivers. */

import type { Teachings } from '../../types.ts';

export const fts: Teachings = {
  fts_autoindex: {
    summary: 'Index a mail as soon as it is delivered or appended, not when somebody first searches.',
    details:
      'Searches answer faster, at the cost of indexing mails nobody will ever search. It may stand inside a `mailbox` block, which is how busy and rarely searched folders are left out.',
    example: 'fts_autoindex = yes\nmailbox Junk {\n  fts_autoindex = no\n}',
    seeAlso: ['fts_autoindex_max_recent_msgs', 'fts_search_add_missing', 'fts_driver'],
    old: ['plugin/fts_autoindex'],
  },
  fts_autoindex_max_recent_msgs: {
    summary: 'Number of `\\Recent` mails above which a mailbox is no longer indexed on arrival.',
    details:
      'A folder that collects mail without being opened, as a forgotten Junk, stops costing work. Its mails are indexed when a search needs them.',
    values: { '0': 'No limit.' },
    unit: 'messages',
    example: 'fts_autoindex_max_recent_msgs = 999',
    seeAlso: ['fts_autoindex'],
    old: ['plugin/fts_autoindex_max_recent_msgs'],
  },
  fts_decoder_driver: {
    summary: 'How attachments are turned into text so that their content can be searched.',
    details: 'Left empty, only the text parts of a mail are indexed.',
    example: 'fts_decoder_driver = tika\nfts_decoder_tika_url = http://tika.example.com:9998/tika/',
    seeAlso: ['fts_decoder_script_socket_path', 'fts_decoder_tika_url'],
    old: ['plugin/fts_decoder', 'plugin/fts_tika'],
  },
  fts_decoder_script_socket_path: {
    summary: 'Socket of the script service that converts attachments to text.',
    details:
      'The service runs `script` with a program such as `decode2text.sh` of the Dovecot sources. Its socket must be open to the user that indexes mail.',
    example:
      'fts_decoder_driver = script\nfts_decoder_script_socket_path = decode2text\nservice decode2text {\n  executable = script /usr/lib/dovecot/decode2text.sh\n  user = vmail\n  unix_listener decode2text {\n    mode = 0666\n  }\n}',
    seeAlso: ['fts_decoder_driver'],
    old: ['plugin/fts_decoder'],
  },
  fts_decoder_tika: {
    summary: 'Block for settings that shall apply only to requests to the Tika server.',
    details:
      'Put `http_client_*` and `ssl_client_*` settings inside when Tika needs other timeouts, proxies or certificates than other HTTP services.',
    example: 'fts_decoder_tika {\n  url = http://tika.example.com:9998/tika/\n  http_client_request_timeout = 30s\n}',
    seeAlso: ['fts_decoder_tika_url', 'fts_decoder_driver'],
  },
  fts_decoder_tika_url: {
    summary: 'Address of the Apache Tika server that extracts text from attachments.',
    details: 'User name and password for HTTP basic authentication may be part of the address.',
    example: 'fts_decoder_tika_url = http://tika.example.com:9998/tika/',
    seeAlso: ['fts_decoder_driver', 'fts_decoder_tika'],
    old: ['plugin/fts_tika'],
  },
  fts_driver: {
    summary: 'Index engine of a block `fts NAME { }`; without a value of its own, the name of the block.',
    details:
      'The plugin of the engine must be loaded too, next to `fts`: `fts_flatcurve` for `flatcurve`, `fts_solr` for `solr`. After a change of engine mails have to be indexed anew.',
    example: 'mail_plugins {\n  fts = yes\n  fts_flatcurve = yes\n}\nfts flatcurve {\n}',
    seeAlso: ['fts', 'fts_flatcurve', 'fts_solr', 'mail_plugins'],
    old: ['plugin/fts'],
  },
  fts_flatcurve: {
    summary: 'Block that groups settings for the Flatcurve index.',
    example: 'fts_flatcurve {\n  substring_search = yes\n}',
    seeAlso: ['fts_driver', 'fts_flatcurve_substring_search'],
  },
  fts_flatcurve_commit_limit: {
    summary: 'Number of indexed mails after which Flatcurve writes what it holds in memory.',
    details:
      'More makes the first indexing of big mailboxes faster and the process larger; keep it in proportion to `vsz_limit` of the service `indexer-worker`.',
    values: { '0': 'Xapian decides.' },
    unit: 'messages',
    example: 'fts_flatcurve_commit_limit = 500',
    seeAlso: ['fts_flatcurve_rotate_count', 'service_vsz_limit'],
  },
  fts_flatcurve_min_term_size: {
    summary: 'Shortest word that Flatcurve indexes, in characters.',
    details: 'Shorter words cannot be found. Mails indexed before a change keep their old terms.',
    unit: 'characters',
    example: 'fts_flatcurve_min_term_size = 2',
    seeAlso: ['fts_flatcurve_substring_search', 'language_tokenizer_generic_token_maxlen'],
  },
  fts_flatcurve_optimize_density_percentage: {
    summary: 'Density, in percent, that takes part in the decision when Flatcurve optimises an index.',
    details: 'Above 100 the configuration is refused. Leave it alone unless support tells otherwise.',
    unit: 'percent',
    example: 'fts_flatcurve_optimize_density_percentage = 25',
    seeAlso: ['fts_flatcurve_optimize_limit'],
  },
  fts_flatcurve_optimize_limit: {
    summary: 'Number of index files of a mailbox (shards) from which on Flatcurve merges them into one.',
    details:
      'Merging happens when the process is done with the mailbox. Many shards make searches slower, frequent merges cost disk writes.',
    values: { '0': 'Never merge by itself; `doveadm fts optimize` still does.' },
    unit: 'shards',
    example: 'fts_flatcurve_optimize_limit = 10',
    seeAlso: ['fts_flatcurve_rotate_count', 'fts_flatcurve_rotate_time'],
  },
  fts_flatcurve_rotate_count: {
    summary: 'Number of mails after which the index being written is closed and a new shard begins.',
    details: 'A big shard makes each update slower, many small ones make searches slower.',
    values: { '0': 'Do not rotate because of the count.' },
    unit: 'messages',
    example: 'fts_flatcurve_rotate_count = 5000',
    seeAlso: ['fts_flatcurve_rotate_time', 'fts_flatcurve_optimize_limit'],
  },
  fts_flatcurve_rotate_time: {
    summary: 'Begin a new shard when writing changes to the current one takes longer than this.',
    values: { '0': 'Do not rotate because of slow writes.' },
    example: 'fts_flatcurve_rotate_time = 5s',
    seeAlso: ['fts_flatcurve_rotate_count'],
  },
  fts_flatcurve_substring_search: {
    summary: 'Find text in the middle of words, not only at their beginning.',
    details:
      'IMAP asks for it, but the index grows a lot, so most sites leave it off: `ship` then finds `shipping` but not `friendship`. Rebuild the indexes after a change.',
    values: {
      yes: 'Substrings match, as RFC 3501 defines searching.',
      no: 'Beginnings of words match.',
    },
    example: 'fts_flatcurve_substring_search = yes',
    seeAlso: ['fts_flatcurve_min_term_size', 'fts_driver'],
  },
  fts_header_excludes: {
    summary: 'Headers that are left out of the full-text index.',
    details:
      'Leaving out `Received`, `DKIM-*` and their like keeps noise out of results and makes the index smaller. Names ignore case; a `*` may stand at the end only; what `fts_header_includes` lists is indexed all the same.',
    values: { '*': 'All headers, so that only those of `fts_header_includes` are indexed.' },
    example: 'fts_header_excludes {\n  Received = yes\n  DKIM-* = yes\n  ARC-* = yes\n}',
    seeAlso: ['fts_header_includes'],
  },
  fts_header_includes: {
    summary: 'Headers that are indexed even when `fts_header_excludes` matches them.',
    details: 'Together with an exclusion of `*` it makes a list of the only headers that can be found.',
    example:
      'fts_header_excludes = *\nfts_header_includes {\n  From = yes\n  To = yes\n  Cc = yes\n  Subject = yes\n  Message-ID = yes\n}',
    seeAlso: ['fts_header_excludes'],
  },
  fts_message_max_size: {
    summary: 'Largest message body that is indexed.',
    details: 'Set it where single huge mails hold up the indexer.',
    values: { unlimited: 'Bodies of any size are indexed.' },
    example: 'fts_message_max_size = 50M',
    seeAlso: ['fts_decoder_driver'],
  },
  fts_search: {
    summary: 'Whether searches use the full-text index.',
    details:
      'With `no` they read mails as without the plugin. That allows indexes to be built first and relied on later.',
    example: 'fts_search = no',
    seeAlso: ['fts_autoindex', 'fts_search_read_fallback'],
  },
  fts_search_add_missing: {
    summary: 'Which searches first add the mails that are missing in the index.',
    values: {
      'body-search-only':
        'Only a search in bodies or whole texts; a search in headers takes what is missing from the cache file or the mails.',
      yes: 'Every search. Only this makes results independent of what has been indexed so far.',
    },
    example: 'fts_search_add_missing = yes',
    seeAlso: ['fts_search_read_fallback', 'fts_search_timeout', 'fts_autoindex'],
    old: ['plugin/fts_enforced'],
  },
  fts_search_read_fallback: {
    summary: 'Search without the index when the index cannot be read or brought up to date.',
    details:
      'Such a search may open every mail and can take minutes on large mailboxes or slow storage; with `no` it fails at once instead. Dovecot Pro has `no` as its default from 3.2 on.',
    example: 'fts_search_read_fallback = no',
    seeAlso: ['fts_search_add_missing', 'fts_search_timeout'],
    old: ['plugin/fts_enforced'],
  },
  fts_search_timeout: {
    summary: 'How long a search waits for missing mails to be indexed.',
    details:
      'After that it fails, or reads the mails itself where `fts_search_read_fallback` allows that. Raise it for users who search large mailboxes without `fts_autoindex`; `0` is refused.',
    example: 'fts_search_timeout = 60s',
    seeAlso: ['fts_search_read_fallback', 'fts_search_add_missing', 'fts_autoindex'],
    old: ['plugin/fts_index_timeout'],
  },
  fts_solr: {
    summary: 'Block for settings that shall apply only to requests to the Solr server.',
    details:
      'Besides `url`, `batch_size` and `soft_commit` it may hold `http_client_*` and `ssl_client_*` settings. In 2.3 all of this was one string, `plugin { fts_solr }`.',
    example: 'fts solr {\n  url = http://solr.example.com:8983/solr/dovecot/\n  http_client_request_timeout = 30s\n}',
    seeAlso: ['fts_solr_url', 'fts_solr_batch_size', 'fts_driver'],
  },
  fts_solr_batch_size: {
    summary: 'Number of mails that go to Solr in one request.',
    details:
      'Matters when a mailbox is indexed as a whole; with `fts_autoindex` new mails go one by one anyway. Lower it when Solr turns down requests as too large.',
    unit: 'messages',
    example: 'fts_solr_batch_size = 500',
    seeAlso: ['fts_solr_url', 'fts_autoindex'],
    old: ['plugin/fts_solr'],
  },
  fts_solr_soft_commit: {
    summary: 'Make new mails findable at once by asking Solr for a soft commit after each update.',
    details:
      'With `no` they become findable when Solr commits by its own schedule, which takes load from it. Then set `autoSoftCommit` in its `solrconfig.xml`.',
    example: 'fts_solr_soft_commit = no',
    seeAlso: ['fts_solr_url', 'fts_solr_batch_size'],
    old: ['plugin/fts_solr'],
  },
  fts_solr_url: {
    summary: 'Base address of the Solr server, with the name of the core.',
    details: 'The Solr driver does not work without it.',
    example: 'fts_solr_url = http://solr.example.com:8983/solr/dovecot/',
    seeAlso: ['fts_solr', 'fts_driver'],
    old: ['plugin/fts_solr'],
  },
  fts_xapian_lowmemory: {
    summary: 'Free memory, in megabytes, below which the plugin fts_xapian writes its index to disk.',
    details: 'Part of a plugin that does not come with Dovecot. Flatcurve does the same job and does.',
    unit: 'megabytes',
    example: 'fts_xapian_lowmemory = 500',
    seeAlso: ['fts_xapian_maxthreads', 'fts_flatcurve'],
    old: ['plugin/fts_xapian'],
  },
  fts_xapian_maxthreads: {
    summary: 'Largest number of threads the plugin fts_xapian indexes with.',
    details: 'Part of a plugin that does not come with Dovecot.',
    values: { '0': 'As many as the hardware allows.' },
    unit: 'threads',
    example: 'fts_xapian_maxthreads = 4',
    seeAlso: ['fts_xapian_lowmemory'],
    old: ['plugin/fts_xapian'],
  },
  fts_xapian_partial: {
    summary: 'Shortest piece of a word that the plugin fts_xapian makes findable.',
    details:
      'Part of a plugin that does not come with Dovecot. Newer releases of it take nothing below 3; index anew after a change.',
    unit: 'characters',
    example: 'fts_xapian_partial = 3',
    seeAlso: ['fts_xapian_verbose', 'fts_flatcurve_substring_search'],
    old: ['plugin/fts_xapian'],
  },
  fts_xapian_verbose: {
    summary: 'How much the plugin fts_xapian logs.',
    details: 'Part of a plugin that does not come with Dovecot.',
    values: { '0': 'Silent.', '1': 'Verbose.', '2': 'Everything, for debugging.' },
    example: 'fts_xapian_verbose = 1',
    seeAlso: ['fts_xapian_partial'],
    old: ['plugin/fts_xapian'],
  },
};
