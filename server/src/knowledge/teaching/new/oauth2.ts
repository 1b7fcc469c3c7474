/** Logins with OAuth2 tokens. */

import type { Teachings } from '../../types.ts';

export const oauth2: Teachings = {
  oauth2: {
    summary: 'Settings for logins with OAuth2 tokens (OAUTHBEARER and XOAUTH2).',
    details:
      'These mechanisms need no passdb: the block at top level is enough, once `auth_mechanisms` names them. Settings of the HTTP client and of TLS may stand inside as well. A `passdb oauth2` is needed only to turn passwords into tokens.',
    example:
      'auth_mechanisms = oauthbearer xoauth2\noauth2 {\n  introspection_mode = post\n  introspection_url = https://sso.example.com/introspect\n  username_attribute = username\n  active_attribute = active\n  active_value = true\n}',
    seeAlso: ['auth_mechanisms', 'oauth2_introspection_mode', 'oauth2_username_attribute'],
  },
  oauth2_active_attribute: {
    summary: 'Field of the answer that tells whether the account or token is active.',
    details:
      'A login fails if the field is missing or has not the value of `oauth2_active_value`. Providers give it at introspection only, so set `oauth2_force_introspection` where a tokeninfo URL is used.',
    example: 'oauth2 {\n  active_attribute = active\n  active_value = true\n}',
    seeAlso: ['oauth2_active_value', 'oauth2_force_introspection'],
    old: ['dovecot-oauth2.conf.ext/active_attribute'],
  },
  oauth2_active_value: {
    summary: 'Value that `oauth2_active_attribute` must have.',
    details: 'Empty means that the field must only be there, even if it says false. Refused without an attribute.',
    example: 'oauth2 {\n  active_attribute = active\n  active_value = true\n}',
    seeAlso: ['oauth2_active_attribute'],
    old: ['dovecot-oauth2.conf.ext/active_value'],
  },
  oauth2_audience: {
    summary: 'Audiences (`aud`) for which a token may have been issued.',
    details: 'Keeps out tokens that the provider issued for another service.',
    example: 'oauth2 {\n  audience = dovecot\n}',
    seeAlso: ['oauth2_issuers', 'oauth2_scope', 'oauth2_client_id'],
  },
  oauth2_client_id: {
    summary: 'Client id by which Dovecot is registered with the OAuth2 provider.',
    details: 'Set it together with the secret; one alone is refused.',
    example: 'oauth2 {\n  client_id = dovecot\n  client_secret = CHANGEME\n}',
    seeAlso: ['oauth2_client_secret', 'oauth2_grant_url'],
    old: ['dovecot-oauth2.conf.ext/client_id'],
  },
  oauth2_client_secret: {
    summary: 'Secret that belongs to `oauth2_client_id`.',
    details: 'Set it together with the id; one alone is refused.',
    example: 'oauth2 {\n  client_id = dovecot\n  client_secret = CHANGEME\n}',
    seeAlso: ['oauth2_client_id'],
    old: ['dovecot-oauth2.conf.ext/client_secret'],
  },
  oauth2_fields: {
    summary: 'Fields to set after a login with a token, as a passdb would return them.',
    details: 'Fields of the answer are there as `%{oauth2:NAME}`. On a proxy this is where to send the user.',
    example: 'oauth2 {\n  fields {\n    proxy = yes\n    host = 10.0.0.5\n    proxy_mech = %{mechanism}\n  }\n}',
    seeAlso: ['passdb_fields', 'oauth2_username_attribute'],
    old: ['dovecot-oauth2.conf.ext/pass_attrs'],
  },
  oauth2_force_introspection: {
    summary: 'Asks the introspection URL even if the tokeninfo URL already gave all fields.',
    details: 'Costs a second request per login; needed where only introspection knows that an account is disabled.',
    example: 'oauth2 {\n  force_introspection = yes\n}',
    seeAlso: ['oauth2_introspection_url', 'oauth2_tokeninfo_url', 'oauth2_active_attribute'],
    old: ['dovecot-oauth2.conf.ext/force_introspection'],
  },
  oauth2_grant_url: {
    summary: "Where a user's name and password are exchanged for a token (password grant).",
    details:
      'Used by `passdb oauth2` for clients that know only PLAIN and LOGIN. Needs a client id and secret, and a provider that still allows this grant.',
    example:
      'passdb oauth2 {\n  mechanisms_filter = plain login\n  oauth2 {\n    grant_url = https://sso.example.com/token\n    client_id = dovecot\n    client_secret = CHANGEME\n    introspection_mode = post\n    introspection_url = https://sso.example.com/introspect\n  }\n}',
    seeAlso: ['oauth2_client_id', 'passdb_mechanisms_filter'],
    old: ['dovecot-oauth2.conf.ext/grant_url'],
  },
  oauth2_introspection_mode: {
    summary: 'How Dovecot learns what is in a token.',
    details: 'Must be set as soon as one of the URLs is.',
    values: {
      auth: 'GET with the token in the header `Authorization: Bearer`.',
      get: 'GET with the token appended to the URL.',
      post: 'POST with `token=…` in the body, as RFC 7662 wants it.',
      local: 'No request: checks the signature of a JWT with keys from `oauth2_local_validation`.',
    },
    example: 'oauth2 {\n  introspection_mode = post\n  introspection_url = https://sso.example.com/introspect\n}',
    seeAlso: ['oauth2_introspection_url', 'oauth2_local_validation', 'oauth2_tokeninfo_url'],
    old: ['dovecot-oauth2.conf.ext/introspection_mode'],
  },
  oauth2_introspection_url: {
    summary: 'Where Dovecot asks the provider what is in a token.',
    details:
      'Not needed if the tokeninfo URL already tells all that is wanted, or with local validation. User and password for HTTP authentication can stand in the URL.',
    example: 'oauth2 {\n  introspection_mode = auth\n  introspection_url = https://sso.example.com/userinfo\n}',
    seeAlso: ['oauth2_introspection_mode', 'oauth2_force_introspection'],
    old: ['dovecot-oauth2.conf.ext/introspection_url'],
  },
  oauth2_issuers: {
    summary: 'Issuers (`iss`) whose tokens are accepted.',
    details: 'Must be the very text that stands in the token, usually the URL of the provider with its realm.',
    example: 'oauth2 {\n  issuers = https://sso.example.com/realms/mail\n}',
    seeAlso: ['oauth2_audience', 'oauth2_local_validation'],
    old: ['dovecot-oauth2.conf.ext/issuers'],
  },
  oauth2_local_validation: {
    summary: 'Dictionary with the keys by which Dovecot checks JWTs itself.',
    details:
      'Looked up as `AZP/ALGORITHM/KEY-ID`, each `default` where the token has none. Keys stay in memory until the auth process restarts, so rotate them under new ids.',
    example:
      'oauth2 {\n  introspection_mode = local\n  oauth2_local_validation {\n    dict fs {\n      fs posix {\n        prefix = /etc/dovecot/keys/\n      }\n    }\n  }\n}',
    seeAlso: ['oauth2_introspection_mode', 'dict', 'oauth2_use_worker_with_mech'],
    old: ['dovecot-oauth2.conf.ext/local_validation_key_dict'],
  },
  oauth2_openid_configuration_url: {
    summary: 'OpenID configuration of the provider, told to clients whose token was refused.',
    details: 'Clients that know RFC 7628 find the login page with it.',
    example: 'oauth2 {\n  openid_configuration_url = https://sso.example.com/.well-known/openid-configuration\n}',
    seeAlso: ['oauth2_issuers'],
    old: ['dovecot-oauth2.conf.ext/openid_configuration_url'],
  },
  oauth2_scope: {
    summary: 'Scopes that a token must have been issued for.',
    details: 'Keeps out tokens that were meant for other uses of the same provider.',
    example: 'oauth2 {\n  scope = mail\n}',
    seeAlso: ['oauth2_audience', 'oauth2_issuers'],
    old: ['dovecot-oauth2.conf.ext/scope'],
  },
  oauth2_send_auth_headers: {
    summary: 'Tells the provider protocol and addresses of the login in `X-Dovecot-Auth-*` headers.',
    details: 'For providers of your own that decide or log by the address of the client.',
    example: 'oauth2 {\n  send_auth_headers = yes\n}',
    seeAlso: ['oauth2_introspection_url'],
    old: ['dovecot-oauth2.conf.ext/send_auth_headers'],
  },
  oauth2_token_expire_grace: {
    summary: 'How long after its end a token is still accepted.',
    details: 'Makes up for clocks that differ a little.',
    values: { '0': 'Not a second longer.' },
    example: 'oauth2 {\n  token_expire_grace = 1 min\n}',
    seeAlso: ['oauth2_local_validation'],
  },
  oauth2_tokeninfo_url: {
    summary: 'Where Dovecot asks whether a token is valid; the token is put at the end.',
    details: 'Ignored with `introspection_mode = local`.',
    example:
      'oauth2 {\n  introspection_mode = get\n  tokeninfo_url = https://sso.example.com/tokeninfo?access_token=\n}',
    seeAlso: ['oauth2_introspection_url', 'oauth2_force_introspection'],
    old: ['dovecot-oauth2.conf.ext/tokeninfo_url'],
  },
  oauth2_use_worker_with_mech: {
    summary: 'Checks tokens of OAUTHBEARER and XOAUTH2 in auth workers instead of the auth process.',
    details:
      'Spreads the work of local validation over more processors; requests over HTTP gain little. For `passdb oauth2` there is `passdb_use_worker`.',
    example: 'oauth2 {\n  use_worker_with_mech = yes\n}',
    seeAlso: ['passdb_use_worker', 'oauth2_local_validation'],
  },
  oauth2_username_attribute: {
    summary: "Field of the answer or token that has the user's name.",
    details:
      'Its value must be the name the client logs in with, after `oauth2_username_validation_format`; providers call it `email`, `preferred_username`, `sub` and so on.',
    example: 'oauth2 {\n  username_attribute = preferred_username\n}',
    seeAlso: ['oauth2_username_validation_format'],
    old: ['dovecot-oauth2.conf.ext/username_attribute'],
  },
  oauth2_username_validation_format: {
    summary: 'Form into which both names, of the client and of the token, are brought before they are compared.',
    details: 'Needed where one of them has a domain or capitals and the other has not.',
    example: 'oauth2 {\n  username_validation_format = %{user | username | lower}\n}',
    seeAlso: ['oauth2_username_attribute', 'auth_username_format'],
    old: ['dovecot-oauth2.conf.ext/username_format'],
  },
};
