/** LDAP maps of dictionaries. */

import type { Teachings } from '../../types.ts';

export const dictLdap: Teachings = {
  dict_map_ldap_filter: {
    summary: 'LDAP search that finds the entry for a key of the dictionary.',
    details: 'The parentheses belong to it. Variables from the pattern of the map and `%{user}` can be used.',
    example:
      'dict_server {\n  dict ldap {\n    ldap_uris = ldap://ldap.example.com\n    ldap_base = dc=example,dc=com\n    dict_map priv/test/home {\n      ldap_filter = (&(homeDirectory=*)(uid=%{user}))\n      value = %{ldap:homeDirectory}\n    }\n  }\n}',
    seeAlso: ['dict_map', 'dict_map_value', 'ldap_base'],
    old: ['dovecot-dict-ldap.conf.ext/map/filter'],
  },
  dict_map_value: {
    summary: 'What the dictionary answers, made from attributes of the LDAP entry with `%{ldap:…}`.',
    details: 'In maps over SQL `value` is a block instead, whose name is the column.',
    example:
      'dict_server {\n  dict ldap {\n    ldap_uris = ldap://ldap.example.com\n    ldap_base = dc=example,dc=com\n    dict_map priv/test/home {\n      ldap_filter = (&(homeDirectory=*)(uid=%{user}))\n      value = %{ldap:homeDirectory}\n    }\n  }\n}',
    seeAlso: ['dict_map', 'dict_map_ldap_filter'],
    old: ['dovecot-dict-ldap.conf.ext/map/value_attribute'],
  },
};
