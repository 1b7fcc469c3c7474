/** HTTP: how Dovecot asks other servers (`http_client_*`) and how it answers requests itself (`http_server_*`). */

import type { Teachings } from '../../types.ts';

export const http: Teachings = {
  http_client_auto_redirect: {
    summary: 'Follow a redirect by itself instead of treating it as a failed request.',
    details:
      'How many are followed is up to `http_client_request_max_redirects`. Meant to be decided by the code that makes the request, so leave it alone.',
    example: 'http_client_auto_redirect = no',
    seeAlso: ['http_client_request_max_redirects', 'http_client_auto_retry'],
  },
  http_client_auto_retry: {
    summary: 'Repeat a failed request by itself.',
    details:
      'How often is up to `http_client_request_max_attempts`. Meant to be decided by the code that makes the request, so leave it alone.',
    example: 'http_client_auto_retry = no',
    seeAlso: ['http_client_request_max_attempts', 'http_client_max_auto_retry_delay'],
  },
  http_client_connect_backoff_time: {
    summary: 'Pause before the next try after a failed connection; it doubles with each failure.',
    details: 'It grows up to `http_client_connect_backoff_max_time`.',
    example: 'http_client_connect_backoff_time = 200ms',
    seeAlso: ['http_client_connect_backoff_max_time', 'http_client_max_connect_attempts'],
  },
  http_client_dns_client_socket_path: {
    summary: 'Socket of the service that looks up host names for HTTP requests.',
    details: 'Known to 2.4.1 only; later releases have `dns_client_socket_path` for all lookups.',
    example: 'http_client_dns_client_socket_path = dns-client',
    seeAlso: ['dns_client_socket_path', 'http_client_dns_ttl'],
  },
  http_client_dns_ttl: {
    summary: 'How long the addresses of a host are remembered.',
    details:
      'Shorten it for services that move by DNS, as object storage behind round-robin names: until then connections go to the old addresses.',
    example: 'http_client_dns_ttl = 5 mins',
    seeAlso: ['dns_client_socket_path', 'http_client_max_connect_attempts'],
  },
  http_client_max_auto_retry_delay: {
    summary: 'Longest wait that a server may ask for (`Retry-After`) before a request is repeated by itself.',
    details: 'A request that would have to wait longer fails with the answer of the server.',
    example: 'http_client_max_auto_retry_delay = 10s',
    seeAlso: ['http_client_auto_retry', 'http_client_request_max_attempts'],
  },
  http_client_max_pipelined_requests: {
    summary: 'Number of requests sent on one connection before the first answer has arrived.',
    details:
      'More than 1 saves round trips with servers that support pipelining and breaks with those that do not. A slow answer holds up all that follow.',
    unit: 'requests',
    example: 'http_client_max_pipelined_requests = 1',
    seeAlso: ['http_client_max_parallel_connections'],
  },
  http_client_proxy_password: {
    summary: 'Password for the HTTP proxy.',
    example: 'http_client_proxy_password = CHANGEME',
    seeAlso: ['http_client_proxy_username', 'http_client_proxy_url'],
  },
  http_client_proxy_socket_path: {
    summary: 'UNIX socket of an HTTP proxy through which requests go.',
    details: 'When set, `http_client_proxy_url` is ignored.',
    example: 'http_client_proxy_socket_path = /run/http-proxy.sock',
    seeAlso: ['http_client_proxy_url', 'http_client_proxy_ssl_tunnel'],
  },
  http_client_proxy_ssl_tunnel: {
    summary: 'Open a tunnel (`CONNECT`) through the proxy for https addresses.',
    values: {
      yes: 'TLS is between Dovecot and the server; the proxy sees nothing of it.',
      no: 'The proxy does TLS with the server, and sees what is said.',
    },
    example: 'http_client_proxy_ssl_tunnel = no',
    seeAlso: ['http_client_proxy_url'],
  },
  http_client_proxy_url: {
    summary: 'Address of an HTTP proxy through which requests go.',
    details:
      'At top level it applies to all that Dovecot asks over HTTP; inside a block such as `oauth2` or `fts_solr` only to that.',
    example: 'http_client_proxy_url = http://proxy.example.com:3128',
    seeAlso: ['http_client_proxy_socket_path', 'http_client_proxy_username', 'http_client_proxy_ssl_tunnel'],
  },
  http_client_proxy_username: {
    summary: 'User name for the HTTP proxy.',
    example: 'http_client_proxy_username = dovecot',
    seeAlso: ['http_client_proxy_password', 'http_client_proxy_url'],
  },
  http_client_rawlog_dir: {
    summary: 'Folder into which each HTTP connection to another server is written as it went over the wire.',
    details:
      'For debugging only: it holds tokens and mail in the clear and fills the disk. The folder must exist and be writable by the process; put it inside the block whose requests you want to see.',
    example: 'fts_solr {\n  http_client_rawlog_dir = /tmp/solr-rawlog\n}',
    seeAlso: ['http_server_rawlog_dir', 'http_client_request_timeout'],
    old: ['doveadm_http_rawlog_dir', 'stats_http_rawlog_dir'],
  },
  http_client_response_hdr_max_field_size: {
    summary: 'Largest single header field accepted in an answer.',
    details: 'A larger one fails the request. Raise it for servers that send very long cookies or tokens.',
    example: 'http_client_response_hdr_max_field_size = 16k',
    seeAlso: ['http_client_response_hdr_max_size', 'http_client_response_hdr_max_fields'],
  },
  http_client_response_hdr_max_fields: {
    summary: 'Number of header fields accepted in an answer.',
    details: 'More than that fails the request.',
    unit: 'fields',
    example: 'http_client_response_hdr_max_fields = 100',
    seeAlso: ['http_client_response_hdr_max_size', 'http_client_response_hdr_max_field_size'],
  },
  http_client_response_hdr_max_size: {
    summary: 'Largest header accepted in an answer, all fields together.',
    details: 'A larger one fails the request.',
    example: 'http_client_response_hdr_max_size = 400k',
    seeAlso: ['http_client_response_hdr_max_fields', 'http_client_response_hdr_max_field_size'],
  },
  http_client_socket_recv_buffer_size: {
    summary: 'Receive buffer of the kernel for HTTP connections to other servers.',
    details: 'Worth a try only for large answers over long distances.',
    values: { '0': 'The kernel decides.' },
    example: 'http_client_socket_recv_buffer_size = 256k',
    seeAlso: ['http_client_socket_send_buffer_size'],
  },
  http_client_socket_send_buffer_size: {
    summary: 'Send buffer of the kernel for HTTP connections to other servers.',
    details: 'Worth a try only for large uploads over long distances.',
    values: { '0': 'The kernel decides.' },
    example: 'http_client_socket_send_buffer_size = 256k',
    seeAlso: ['http_client_socket_recv_buffer_size'],
  },
  http_client_soft_connect_timeout: {
    summary: 'How long a first connection may take before the next address of the host is tried beside it.',
    details: 'Helps where one of several addresses is dead, above all IPv6 without a route.',
    values: { '0': 'The next address is tried when the first has failed.' },
    example: 'http_client_soft_connect_timeout = 500ms',
    seeAlso: ['http_client_connect_timeout', 'http_client_max_connect_attempts'],
  },
  http_server_default_host: {
    summary: 'Host name that a request is taken to be for when it names none.',
    details: 'Empty means the name of the machine.',
    example: 'http_server_default_host = doveadm.example.com',
    seeAlso: ['http_server_max_client_idle_time'],
  },
  http_server_max_client_idle_time: {
    summary: 'How long a client of the HTTP listener may keep a connection open without a request.',
    details: 'Concerns the HTTP interface of doveadm and the one that statistics are read from.',
    values: { '0': 'No limit.' },
    example: 'http_server_max_client_idle_time = 1 min',
    seeAlso: ['http_server_max_pipelined_requests'],
  },
  http_server_max_pipelined_requests: {
    summary: 'Number of requests of one connection that are taken on before the first is answered.',
    unit: 'requests',
    example: 'http_server_max_pipelined_requests = 5',
    seeAlso: ['http_server_max_client_idle_time'],
  },
  http_server_rawlog_dir: {
    summary: 'Folder into which each connection to the HTTP listener is written as it went over the wire.',
    details: 'For debugging only: it holds the API key in the clear. The folder must exist and be writable.',
    example: 'protocol doveadm {\n  http_server_rawlog_dir = /tmp/doveadm-rawlog\n}',
    seeAlso: ['http_client_rawlog_dir'],
  },
  http_server_request_hdr_max_field_size: {
    summary: 'Largest single header field accepted in a request.',
    values: { '0': 'The built-in limit, 8 kB.' },
    example: 'http_server_request_hdr_max_field_size = 16k',
    seeAlso: ['http_server_request_hdr_max_size', 'http_server_request_hdr_max_fields'],
  },
  http_server_request_hdr_max_fields: {
    summary: 'Number of header fields accepted in a request.',
    values: { '0': 'The built-in limit, 50.' },
    unit: 'fields',
    example: 'http_server_request_hdr_max_fields = 100',
    seeAlso: ['http_server_request_hdr_max_size', 'http_server_request_hdr_max_field_size'],
  },
  http_server_request_hdr_max_size: {
    summary: 'Largest header accepted in a request, all fields together.',
    values: { '0': 'The built-in limit, 200 kB.' },
    example: 'http_server_request_hdr_max_size = 400k',
    seeAlso: ['http_server_request_hdr_max_fields', 'http_server_request_hdr_max_field_size'],
  },
  http_server_request_max_payload_size: {
    summary: 'Largest body accepted in a request.',
    details: 'Lower it to keep a faulty client from sending gigabytes.',
    example: 'http_server_request_max_payload_size = 100M',
    seeAlso: ['http_server_request_max_target_length'],
  },
  http_server_request_max_target_length: {
    summary: 'Longest path with query accepted in the first line of a request.',
    values: { '0': 'The built-in limit, 8 kB.' },
    example: 'http_server_request_max_target_length = 16k',
    seeAlso: ['http_server_request_max_payload_size', 'http_server_request_hdr_max_size'],
  },
  http_server_socket_recv_buffer_size: {
    summary: 'Receive buffer of the kernel for connections to the HTTP listener.',
    values: { '0': 'The kernel decides.' },
    example: 'http_server_socket_recv_buffer_size = 256k',
    seeAlso: ['http_server_socket_send_buffer_size'],
  },
  http_server_socket_send_buffer_size: {
    summary: 'Send buffer of the kernel for connections to the HTTP listener.',
    values: { '0': 'The kernel decides.' },
    example: 'http_server_socket_send_buffer_size = 256k',
    seeAlso: ['http_server_socket_recv_buffer_size'],
  },
};
