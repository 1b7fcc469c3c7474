/** TLS: certificates of the server, those of clients, ciphers. */

import type { Teachings } from '../../types.ts';

export const ssl: Teachings = {
  ssl: {
    summary: 'Whether clients can and must use TLS, by STARTTLS or on the TLS ports.',
    details:
      'Logins in cleartext without TLS are another matter, see `auth_allow_cleartext`. With `yes`, connections from the machine itself and from trusted networks count as secured without TLS.',
    values: {
      yes: 'TLS is offered.',
      no: 'No TLS at all; only behind a proxy or balancer that does it.',
      required: 'TLS is needed before any login, whatever the mechanism.',
    },
    example: 'ssl = required',
    seeAlso: ['ssl_server_cert_file', 'auth_allow_cleartext', 'login_trusted_networks'],
  },
  ssl_cipher_list: {
    summary: 'Ciphers for TLS 1.2 and older, in the notation of OpenSSL.',
    details:
      'Holds for both directions; write it inside `ssl_server` or `ssl_client` for one of them. Leave old protocols to `ssl_min_protocol` and TLS 1.3 to `ssl_cipher_suites`.',
    example: 'ssl_cipher_list = ECDHE+AESGCM:ECDHE+CHACHA20',
    seeAlso: ['ssl_cipher_suites', 'ssl_min_protocol', 'ssl_server_prefer_ciphers'],
  },
  ssl_cipher_suites: {
    summary: 'Cipher suites for TLS 1.3, separated by colons.',
    details: 'Empty takes what OpenSSL has, which needs no tuning. Older protocols have `ssl_cipher_list`.',
    example: 'ssl_cipher_suites = TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256',
    seeAlso: ['ssl_cipher_list', 'ssl_min_protocol'],
  },
  ssl_client: {
    summary: 'Settings of TLS for connections that Dovecot opens itself.',
    details:
      'Such are those to backends, databases and HTTP servers. Common settings such as `ssl_cipher_list` that are written inside do not touch what clients get.',
    example: 'ssl_client {\n  ssl_min_protocol = TLSv1.3\n}',
    seeAlso: ['ssl_server', 'ssl_client_ca_file', 'ssl_client_require_valid_cert'],
  },
  ssl_crypto_device: {
    summary: 'Engine of OpenSSL that does the cryptography, for hardware that needs one.',
    details: '`openssl engine` lists them. Engines are on the way out in OpenSSL 3, so few systems have any.',
    example: 'ssl_crypto_device = pkcs11',
    seeAlso: ['ssl_options'],
  },
  ssl_curve_list: {
    summary: 'Elliptic curves for the key exchange, by preference, separated by colons.',
    details: 'Empty takes what OpenSSL has.',
    example: 'ssl_curve_list = X25519:P-256:P-384',
    seeAlso: ['ssl_cipher_list'],
  },
  ssl_min_protocol: {
    summary: 'Oldest version of TLS that is accepted and offered.',
    details: 'Before shutting out old versions look in the log what your clients use. Holds for both directions.',
    values: {
      ANY: 'Whatever OpenSSL can; for tests only.',
      TLSv1: 'TLS 1.0 and later; obsolete.',
      'TLSv1.1': 'TLS 1.1 and later; obsolete.',
      'TLSv1.2': 'TLS 1.2 and later; right for mail clients of all kinds.',
      'TLSv1.3': 'TLS 1.3 only; old devices are shut out.',
      LATEST: 'Only the newest version that OpenSSL knows, so it may change with an update.',
    },
    example: 'ssl_min_protocol = TLSv1.2',
    seeAlso: ['ssl_cipher_list', 'ssl'],
  },
  ssl_options: {
    summary: 'Switches of TLS, separated by blanks.',
    values: {
      compression: 'Compresses at the level of TLS; unsafe (CRIME), leave it off.',
      no_ticket: 'Gives clients no session tickets, so each connection makes a full handshake.',
    },
    example: 'ssl_options = no_ticket',
    seeAlso: ['ssl_min_protocol'],
  },
  ssl_peer_certificate_fingerprint_hash: {
    summary: "Hash that makes fingerprints of the client's certificate and public key.",
    details:
      'They are there as `%{ssl_client_cert_fp}` and `%{ssl_client_cert_pubkey_fp}` and can be checked with passdb fields such as `check_client_fp`. Empty makes no fingerprints.',
    example: 'ssl_peer_certificate_fingerprint_hash = sha256',
    seeAlso: ['ssl_server_request_client_cert', 'auth_ssl_require_client_cert'],
  },
  ssl_server: {
    summary: 'Settings of TLS for connections that clients open.',
    details:
      'Common settings such as `ssl_cipher_list` that are written inside do not touch what Dovecot opens itself.',
    example: 'ssl_server {\n  cert_file = /etc/dovecot/tls/mail.crt\n  key_file = /etc/dovecot/tls/mail.key\n}',
    seeAlso: ['ssl_client', 'ssl_server_cert_file', 'ssl_server_key_file'],
  },
  ssl_server_alt_cert_file: {
    summary: 'Second certificate with another kind of key, for clients that cannot use the first.',
    details: 'Lets ECDSA and RSA stand side by side. Needs `ssl_server_alt_key_file`.',
    example:
      'ssl_server_alt_cert_file = /etc/dovecot/tls/mail-rsa.crt\nssl_server_alt_key_file = /etc/dovecot/tls/mail-rsa.key',
    seeAlso: ['ssl_server_alt_key_file', 'ssl_server_cert_file'],
    old: ['ssl_alt_cert'],
  },
  ssl_server_alt_key_file: {
    summary: 'Private key of the second certificate.',
    example:
      'ssl_server_alt_cert_file = /etc/dovecot/tls/mail-rsa.crt\nssl_server_alt_key_file = /etc/dovecot/tls/mail-rsa.key',
    seeAlso: ['ssl_server_alt_cert_file', 'ssl_server_key_file'],
    old: ['ssl_alt_key'],
  },
  ssl_server_ca_file: {
    summary: "CA certificates by which clients' certificates are checked.",
    details:
      'Used only with `ssl_server_request_client_cert`. As long as `ssl_server_require_crl` is on the file must also have a revocation list of each CA. Intermediate certificates of the server belong to `ssl_server_cert_file`.',
    example: 'ssl_server_ca_file = /etc/dovecot/tls/clients-ca.pem\nssl_server_request_client_cert = yes',
    seeAlso: ['ssl_server_request_client_cert', 'ssl_server_require_crl', 'auth_ssl_require_client_cert'],
    old: ['ssl_ca'],
  },
  ssl_server_cert_file: {
    summary: 'Certificate that clients get to see, in PEM, with the intermediate certificates after it.',
    details:
      'Give the path without the `<` of 2.3. For several names put it into `local_name` blocks; after renewing run `doveadm reload`.',
    example: 'ssl_server_cert_file = /etc/dovecot/tls/mail.crt\nssl_server_key_file = /etc/dovecot/tls/mail.key',
    seeAlso: ['ssl_server_key_file', 'ssl_server_alt_cert_file', 'ssl'],
    old: ['ssl_cert'],
  },
  ssl_server_cert_username_field: {
    summary: "Field of the client's certificate that has the user name.",
    details: 'Used with `auth_ssl_username_from_cert`. Names are those of OpenSSL.',
    values: {
      commonName: 'The common name (CN).',
      x500UniqueIdentifier: 'The unique identifier (UID).',
    },
    example: 'ssl_server_cert_username_field = x500UniqueIdentifier',
    seeAlso: ['auth_ssl_username_from_cert', 'ssl_server_request_client_cert'],
    old: ['ssl_cert_username_field'],
  },
  ssl_server_dh_file: {
    summary: 'Diffie-Hellman parameters, for old clients that use DHE ciphers.',
    details: 'Clients of today use elliptic curves and do without. `openssl dhparam -out dh.pem 4096` makes the file.',
    example: 'ssl_server_dh_file = /etc/dovecot/tls/dh.pem',
    seeAlso: ['ssl_cipher_list', 'ssl_curve_list'],
    old: ['ssl_dh'],
  },
  ssl_server_key_file: {
    summary: 'Private key of the certificate, in PEM.',
    details: 'Dovecot reads it as root, so it can and should be readable for root only.',
    example: 'ssl_server_cert_file = /etc/dovecot/tls/mail.crt\nssl_server_key_file = /etc/dovecot/tls/mail.key',
    seeAlso: ['ssl_server_cert_file', 'ssl_server_key_password'],
    old: ['ssl_key'],
  },
  ssl_server_key_password: {
    summary: 'Password that decrypts the private key file.',
    details: 'Put it into a file that only root can read and include that, or give it at the start with `dovecot -p`.',
    example: 'ssl_server_key_password = CHANGEME',
    seeAlso: ['ssl_server_key_file'],
    old: ['ssl_key_password'],
  },
  ssl_server_prefer_ciphers: {
    summary: 'Whose order of ciphers decides.',
    details: 'In 2.3 `ssl_prefer_server_ciphers = yes` meant `server`.',
    values: {
      client: 'The client takes the one it likes best, as phones without AES in hardware.',
      server: 'The order of `ssl_cipher_list` decides.',
    },
    example: 'ssl_server_prefer_ciphers = server',
    seeAlso: ['ssl_cipher_list', 'ssl_cipher_suites'],
    old: ['ssl_prefer_server_ciphers'],
  },
  ssl_server_request_client_cert: {
    summary: 'Asks clients for a certificate.',
    details:
      'By itself it refuses nobody who has none; for that there is `auth_ssl_require_client_cert`. Some clients bother their users with a question for a certificate.',
    values: {
      no: 'Clients are not asked.',
      yes: 'Clients are asked; the certificate is checked with `ssl_server_ca_file`.',
      'any-cert': 'Clients are asked; a certificate of no known CA is taken too, to be checked by its fingerprint.',
    },
    example: 'ssl_server_request_client_cert = yes\nssl_server_ca_file = /etc/dovecot/tls/clients-ca.pem',
    seeAlso: ['ssl_server_ca_file', 'auth_ssl_require_client_cert', 'ssl_peer_certificate_fingerprint_hash'],
    old: ['ssl_verify_client_cert'],
  },
  ssl_server_require_crl: {
    summary: "Refuses clients' certificates whose CA has no revocation list in `ssl_server_ca_file`.",
    details: 'With `yes` the lists must be renewed before they run out, or nobody gets in with a certificate.',
    example: 'ssl_server_require_crl = no',
    seeAlso: ['ssl_server_ca_file'],
    old: ['ssl_require_crl'],
  },
};
