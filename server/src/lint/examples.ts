/** Examples with the lines that every root of their dialect begins with. */

import type { Example } from './rule.ts';

const versions30 = 'dovecot_config_version = 3.0.5\ndovecot_storage_version = 3.0.5\n';
const versions31 = 'dovecot_config_version = 3.1.2\ndovecot_storage_version = 3.1.2\n';

function example(dialect: Example['dialect'], versions: string, text: string, fixed: string | undefined): Example {
  return { dialect, text: versions + text, ...(fixed !== undefined && { fixed: versions + fixed }) };
}

/** `fixed` is the text after the first quick-fix. */
export function pro23(text: string, fixed?: string): Example {
  return example('pro-2.3', '', text, fixed);
}

export function pro30(text: string, fixed?: string): Example {
  return example('pro-3.0', versions30, text, fixed);
}

export function pro31(text: string, fixed?: string): Example {
  return example('pro-3.1', versions31, text, fixed);
}

/** A YAML file beside a root of Dovecot Pro; `fixed` is the YAML after the first quick-fix. */
export function withManifest(yaml: string, fixed?: string, text = 'mail_driver = obox\n'): Example {
  return { ...pro31(text), files: { 'manifest.yaml': yaml }, ...(fixed !== undefined && { fixed }) };
}

/** An example beside a deployment manifest that declares what stores the mails. */
export function declaring(system: string, example: Example): Example {
  const manifest = `kind: DovecotDeployment\nstorage:\n  mail:\n    system: ${system}\n`;
  return { ...example, files: { 'dovecot-deployment.yaml': manifest } };
}
