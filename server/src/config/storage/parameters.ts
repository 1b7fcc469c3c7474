/** What a setting's new name is called inside an old URI string. The knowledge base holds the pairs. */

import { storageSettings } from '../../knowledge/settings/index.ts';

let byDriver: Map<string, Map<string, string>> | undefined;

/** `region` for ('aws-s3', 'fs_s3_region'); undefined when the old grammar has no such parameter for the driver. */
export function uriParameterName(driver: string, setting: string): string | undefined {
  if (byDriver === undefined) {
    byDriver = new Map();
    for (const known of storageSettings) {
      if (known.old?.place !== 'fs-uri') continue;
      for (const name of known.old.drivers ?? []) {
        const names = byDriver.get(name) ?? new Map<string, string>();
        names.set(known.new?.name ?? known.old.name, known.old.name);
        byDriver.set(name, names);
      }
    }
  }
  return byDriver.get(driver)?.get(setting);
}
