/** The policy server that is asked before and after logins, such as OX Abuse Shield (weakforced). */

import type { Teachings } from '../../types.ts';

export const authPolicy: Teachings = {
  auth_policy: {
    summary: 'Block for settings that hold only for requests to the policy server.',
    details: 'Place for its HTTP client and TLS settings, and for the attributes that are sent.',
    example:
      'auth_policy {\n  http_client_request_absolute_timeout = 1s\n  ssl_client_ca_file = /etc/ssl/policy-ca.pem\n}',
    seeAlso: ['auth_policy_server_url', 'auth_policy_request_attributes', 'http_client_request_absolute_timeout'],
  },
  auth_policy_check_after_auth: {
    summary: 'Asks the policy server once more after the password was found right.',
    details: 'At that point the answer can depend on fields of the passdb; a negative one makes the login fail.',
    example: 'auth_policy_check_after_auth = no',
    seeAlso: ['auth_policy_check_before_auth', 'auth_policy_server_url'],
  },
  auth_policy_check_before_auth: {
    summary: 'Asks the policy server before any password is looked at.',
    details: 'A refusal here spares the database; a positive number delays the login by that many seconds.',
    example: 'auth_policy_check_before_auth = yes',
    seeAlso: ['auth_policy_check_after_auth', 'auth_policy_server_url'],
  },
  auth_policy_hash_mech: {
    summary: 'Hash with which the policy server is told of passwords.',
    details: 'The same on every server, or the policy server cannot tell repeated passwords from different ones.',
    values: {
      md4: 'MD4, broken.',
      md5: 'MD5, broken.',
      sha1: 'SHA-1, weak.',
      sha256: 'SHA-256.',
      sha512: 'SHA-512.',
    },
    example: 'auth_policy_hash_mech = sha256',
    seeAlso: ['auth_policy_hash_nonce', 'auth_policy_hash_truncate'],
  },
  auth_policy_hash_nonce: {
    summary: 'Secret that is mixed into the password hashes for the policy server.',
    details:
      'Must be set once there is a server URL, or Dovecot does not start. Use one long random text, the same on all servers.',
    example: 'auth_policy_hash_nonce = CHANGEME_long_random_text',
    seeAlso: ['auth_policy_server_url', 'auth_policy_hash_mech'],
  },
  auth_policy_hash_truncate: {
    summary: 'How many bits of the password hash the policy server gets to see.',
    details: 'Few bits tell that passwords differ and still do not give them away; many make guessing them possible.',
    values: { '0': 'The whole hash is sent.' },
    unit: 'bits',
    example: 'auth_policy_hash_truncate = 12',
    seeAlso: ['auth_policy_hash_mech', 'auth_policy_hash_nonce'],
  },
  auth_policy_log_only: {
    summary: 'Asks the policy server and logs what it answers, but lets everybody in.',
    details: 'Good for the first days of a new policy: nobody is delayed or refused by it.',
    example: 'auth_policy_log_only = yes',
    seeAlso: ['auth_policy_server_url', 'auth_policy_reject_on_fail'],
  },
  auth_policy_reject_on_fail: {
    summary: 'Refuses logins while the policy server cannot be reached or answers nonsense.',
    details: 'The policy server then is a single point of failure; without it logins go on unchecked.',
    example: 'auth_policy_reject_on_fail = no',
    seeAlso: ['auth_policy_server_url', 'auth_policy_log_only'],
  },
  auth_policy_report_after_auth: {
    summary: 'Tells the policy server how each login ended.',
    details: 'Without reports it cannot count failed logins and hardly has anything to decide by.',
    example: 'auth_policy_report_after_auth = yes',
    seeAlso: ['auth_policy_server_url', 'auth_policy_request_attributes'],
  },
  auth_policy_request_attributes: {
    summary: 'What is sent to the policy server: names of JSON fields and their values.',
    details:
      'A slash in a name makes a nested object. Beyond the variables of auth there are `%{hashed_password}`, `%{requested_username}` and `%{fail_type}`; `%{client_id}` needs `imap_id_retain`.',
    example:
      'auth_policy_request_attributes {\n  login = %{requested_username}\n  pwhash = %{hashed_password}\n  remote = %{remote_ip}\n  attrs/cos = %{userdb:cos}\n}',
    seeAlso: ['auth_policy_server_url', 'auth_policy_hash_mech', 'imap_id_retain'],
  },
  auth_policy_server_api_header: {
    summary: 'HTTP header that authenticates Dovecot to the policy server.',
    details: 'Write name and value with a colon between; a value alone is sent as `X-API-Key`.',
    example: 'auth_policy_server_api_header = Authorization: Basic CHANGEME_base64',
    seeAlso: ['auth_policy_server_url'],
  },
  auth_policy_server_url: {
    summary: 'Address of the policy server; empty means none is asked.',
    details:
      'Dovecot appends `?command=allow` or `?command=report`; if the address ends in `&`, without the question mark.',
    example:
      'auth_policy_server_url = http://policy.example.com:4001/\nauth_policy_hash_nonce = CHANGEME_long_random_text',
    seeAlso: ['auth_policy', 'auth_policy_hash_nonce', 'auth_policy_server_api_header'],
  },
};
