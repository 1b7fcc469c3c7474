// Checks a value against a JSON schema of the kinds that we publish and that SARIF has; an unknown keyword throws.

type Schema = Readonly<Record<string, unknown>>;

/** Where the value differs from the schema, as `path: what`. */
export function schemaProblems(value: unknown, schema: Schema, path = '$', root: Schema = schema): string[] {
  const problems: string[] = [];
  for (const [keyword, wanted] of Object.entries(schema)) {
    if (annotations.has(keyword)) continue;
    const check = checks[keyword];
    if (check === undefined) throw new Error(`${keyword} is not known here (${path})`);
    problems.push(...check({ value, wanted, schema, path, root }));
  }
  return problems;
}

interface Check {
  readonly value: unknown;
  readonly wanted: unknown;
  readonly schema: Schema;
  readonly path: string;
  readonly root: Schema;
}

const annotations = new Set(['$schema', '$id', '$defs', 'title', 'description', 'default', 'definitions', 'format']);

const checks: Readonly<Record<string, (check: Check) => string[]>> = {
  type: ({ value, wanted, path }) =>
    says(
      [wanted].flat().some((type) => isOf(value, type)),
      `${path}: no ${wanted}`,
    ),
  enum: ({ value, wanted, path }) => says((wanted as unknown[]).includes(value), `${path}: none of ${wanted}`),
  const: ({ value, wanted, path }) => says(value === wanted, `${path}: not ${wanted}`),
  pattern: ({ value, wanted, path }) =>
    says(typeof value !== 'string' || new RegExp(wanted as string).test(value), `${path}: not like ${wanted}`),
  minimum: ({ value, wanted, path }) =>
    says(typeof value !== 'number' || value >= (wanted as number), `${path}: less than ${wanted}`),
  maximum: ({ value, wanted, path }) =>
    says(typeof value !== 'number' || value <= (wanted as number), `${path}: more than ${wanted}`),
  minItems: ({ value, wanted, path }) =>
    says(!Array.isArray(value) || value.length >= (wanted as number), `${path}: fewer than ${wanted}`),
  uniqueItems: ({ value, wanted, path }) => {
    const items = Array.isArray(value) ? value.map((item) => JSON.stringify(item)) : [];
    return says(wanted !== true || new Set(items).size === items.length, `${path}: an item is there twice`);
  },
  required: ({ value, wanted, path }) =>
    isObject(value)
      ? (wanted as string[]).filter((name) => !Object.hasOwn(value, name)).map((name) => `${path}: no ${name}`)
      : [],
  properties: ({ value, wanted, path, root }) =>
    isObject(value)
      ? Object.entries(wanted as Record<string, Schema>).flatMap(([name, schema]) =>
          Object.hasOwn(value, name) ? schemaProblems(value[name], schema, `${path}.${name}`, root) : [],
        )
      : [],
  additionalProperties({ value, wanted, schema, path, root }) {
    if (!isObject(value)) return [];
    const more = Object.keys(value).filter((name) => !Object.hasOwn((schema.properties ?? {}) as object, name));
    if (typeof wanted === 'boolean') return wanted ? [] : more.map((name) => `${path}: ${name} is not wanted`);
    return more.flatMap((name) => schemaProblems(value[name], wanted as Schema, `${path}.${name}`, root));
  },
  items: ({ value, wanted, path, root }) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => schemaProblems(item, wanted as Schema, `${path}[${index}]`, root))
      : [],
  anyOf: ({ value, wanted, path, root }) =>
    says(
      (wanted as Schema[]).some((one) => schemaProblems(value, one, path, root).length === 0),
      `${path}: none of anyOf`,
    ),
  oneOf: ({ value, wanted, path, root }) =>
    says(
      (wanted as Schema[]).filter((one) => schemaProblems(value, one, path, root).length === 0).length === 1,
      `${path}: not one of oneOf`,
    ),
  $ref({ value, wanted, path, root }) {
    const steps = (wanted as string).replace('#/', '').split('/');
    const target = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], root);
    return schemaProblems(value, target as Schema, path, root);
  },
};

function says(isRight: boolean, problem: string): string[] {
  return isRight ? [] : [problem];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOf(value: unknown, type: unknown): boolean {
  if (type === 'object') return isObject(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
