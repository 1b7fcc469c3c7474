/** A shape as JSON schema, for editors that check YAML by themselves. */

import type { Shape, TextShape } from './shape.ts';

type Schema = Readonly<Record<string, unknown>>;

export function jsonSchema(title: string, shape: Shape): Schema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schemaOf(shape) };
}

function schemaOf(shape: Shape): Schema {
  switch (shape.kind) {
    case 'map': {
      const properties = Object.fromEntries(
        Object.entries(shape.members).map(([name, { summary, shape: inner }]) => [
          name,
          { description: summary, ...schemaOf(inner) },
        ]),
      );
      // A key without a value says nothing, and is no mistake.
      return { type: ['object', 'null'], additionalProperties: false, properties };
    }
    case 'names': {
      const values = schemaOf(shape.values);
      if (shape.known === undefined) return { type: ['object', 'null'], additionalProperties: values };
      const names = Object.entries(shape.known).map(([name, description]) => [name, { description, ...values }]);
      return { type: ['object', 'null'], additionalProperties: false, properties: Object.fromEntries(names) };
    }
    case 'list':
      return { type: ['array', 'null'], items: schemaOf(shape.items) };
    case 'choice':
      return { enum: [...Object.keys(shape.words), null] };
    case 'text':
      return textSchema(shape);
  }
}

function textSchema({ type, pattern }: TextShape): Schema {
  if (type === 'integer' || type === 'boolean')
    return { type: [type, 'null'], ...(type === 'integer' && { minimum: 0 }) };
  const types = type === 'version' ? ['string', 'number', 'null'] : ['string', 'null'];
  return { type: types, ...(pattern !== undefined && { pattern }) };
}
