/** How an Azure driver authenticates, and the fix that completes it. */

import type { Configuration } from '../config/configuration.ts';
import { hasHole } from '../config/holes.ts';
import type { Located } from '../config/located.ts';
import type { FsDriver } from '../config/storage/types.ts';
import { addDriverSetting } from './driverSetting.ts';
import { insertIntoSection } from './edits.ts';
import { fsAuthListenerProblem } from './fsAuthListener.ts';
import type { DocumentEdit, Fix } from './rule.ts';

/** The three parts of User SAS; the manual spells the new names in two ways, both are accepted. */
const sasParts = [
  {
    label: 'tenant id',
    parameter: 'auth_tenant_id',
    settings: ['fs_azure_auth_user_sas_tenant_id', 'fs_azure_user_sas_tenant_id'],
    placeholder: 'CHANGEME_TENANT',
  },
  {
    label: 'client id',
    parameter: 'auth_client_id',
    settings: ['fs_azure_auth_user_sas_client_id', 'fs_azure_user_sas_client_id'],
    placeholder: 'CHANGEME_CLIENT',
  },
  {
    label: 'client secret',
    parameter: 'client_secret',
    settings: ['fs_azure_user_sas_client_secret', 'fs_azure_auth_user_sas_client_secret'],
    placeholder: 'CHANGEME_SECRET',
  },
] as const;

export type AzureAuthentication =
  | { readonly kind: 'user-sas' }
  | { readonly kind: 'shared-key'; readonly moveToSas: Fix }
  | { readonly kind: 'none' | 'incomplete'; readonly missing: readonly string[]; readonly addMissing: Fix };

/** Undefined for other drivers, and where it cannot be known. */
export function azureAuthentication(driver: FsDriver, configuration: Configuration): AzureAuthentication | undefined {
  if (driver.name.text !== 'azure') return undefined;
  const inNewGrammar = driver.section !== undefined;
  if (inNewGrammar ? !configuration.complete : driver.url === undefined || hasHole(driver.url.whole.text))
    return undefined;
  const type = driver.get('fs_azure_auth_type');
  if (type !== undefined && type.text !== 'user-sas') return undefined;
  if (driver.url?.password !== undefined)
    return { kind: 'shared-key', moveToSas: moveToSas(driver, driver.url.password, configuration) };
  const missing = sasParts.filter(({ settings, parameter }) => {
    const inUrl = driver.url?.parameters.some(({ key }) => key.text === parameter) === true;
    return !inUrl && settings.every((setting) => driver.get(setting) === undefined);
  });
  if (missing.length === 0) return { kind: 'user-sas' };
  return {
    kind: missing.length === sasParts.length ? 'none' : 'incomplete',
    missing: missing.map(({ label }) => label),
    addMissing: {
      title: 'Add the missing parts of User SAS (replace the CHANGEME values)',
      safe: false,
      edits: [addition(driver, missing), ...listener(configuration)],
    },
  };
}

/** Takes the key out of the URL and puts the parts of User SAS in. */
function moveToSas(driver: FsDriver, key: Located, configuration: Configuration): Fix {
  const removal = { document: key.document, span: { from: key.span.from - 1, to: key.span.to }, text: '' };
  return {
    title: 'Move to User SAS (replace the CHANGEME values; the shared key is taken out)',
    safe: false,
    edits: [removal, addition(driver, sasParts), ...listener(configuration)],
  };
}

/** User SAS asks fs-auth, which must be reachable. */
function listener(configuration: Configuration): readonly DocumentEdit[] {
  return fsAuthListenerProblem(configuration)?.fixes[0]?.edits ?? [];
}

function addition(driver: FsDriver, missing: readonly (typeof sasParts)[number][]): DocumentEdit {
  if (driver.section !== undefined) {
    const lines = missing.map(({ settings, placeholder }) => `${settings[0]} = ${placeholder}`);
    return insertIntoSection({ document: driver.name.document, section: driver.section }, lines);
  }
  const [first, ...rest] = missing;
  const text = [first!.placeholder, ...rest.map(({ parameter, placeholder }) => `${parameter}=${placeholder}`)].join(
    '&',
  );
  return addDriverSetting(driver.url!, first!.settings[0], first!.parameter, text);
}
