import { describe, expect, it } from '@jest/globals';
import { catalogue, eventDefinition } from './catalogue.js';
import { eventInputOf } from './event-input.js';
import { jsonSchema, type JsonSchema, jsonSchemaOf } from './schema-docs.js';

/** Every schema of an object with fields within a schema, including itself. */
function objectsIn(schema: unknown): JsonSchema[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema && (schema as JsonSchema).type === 'object' ? [schema as JsonSchema] : [];
  return [...own, ...Object.values(schema).flatMap(objectsIn)];
}

describe.each(catalogue.map(({ type }) => type))('the JSON Schema of %s', (type) => {
  const definition = eventDefinition(type);
  const schema = definition && jsonSchemaOf(definition);

  it('is of draft 2020-12, and plain JSON', () => {
    expect(schema?.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it('closes every object', () => {
    const objects = objectsIn(schema);
    expect(objects.length).toBeGreaterThan(0);
    expect(objects.filter((object) => object.additionalProperties !== false)).toEqual([]);
  });

  it('requires no field that the example leaves out', () => {
    expect(Object.keys(definition?.example as object)).toEqual(expect.arrayContaining(schema?.required ?? []));
  });

  it('is part of the schema of the whole event', () => {
    const input = jsonSchema(eventInputOf(type));
    expect(input.properties?.['type']).toMatchObject({ const: type });
    expect(input.properties?.['data']).toMatchObject({ properties: schema?.properties });
  });
});

describe('a JSON Schema', () => {
  it('has the description and the bounds of each field', () => {
    const schema = jsonSchemaOf(eventDefinition('TariffChanged') ?? { data: eventInputOf('TariffChanged') });
    expect(schema.required).toEqual(['imposedBy', 'appliesTo']);
    expect(schema.properties).toMatchObject({
      measure: { $ref: '#/$defs/Slug', default: 'all' },
      direction: { type: 'string', enum: ['raised', 'reduced'], description: 'Which way it went' },
      products: { type: 'array', minItems: 1, maxItems: 500 },
    });
    expect(schema.$defs).toMatchObject({
      Percent: { type: 'number', minimum: 0, maximum: 10_000 },
      Text: { minLength: 1, maxLength: 2000 },
    });
  });

  it('has the rules between fields', () => {
    const schema = jsonSchemaOf(eventDefinition('TariffChanged') ?? { data: eventInputOf('TariffChanged') });
    expect(schema).toMatchObject({
      anyOf: [{ required: ['ratePercent'] }, { required: ['direction'] }],
      dependentRequired: { products: ['measure'] },
    });
  });

  it('has a pattern that all dates match', () => {
    const { $defs = {} } = jsonSchema(eventInputOf('TruceExtended'));
    const pattern = new RegExp($defs['ReducedDate']?.pattern ?? '$^');
    for (const text of ['2025', '2025-08', '2025-08-11', '2025-08-11T08:00:00Z', '2025-08-11T08:00:00.123456789+08:00'])
      expect(text).toMatch(pattern);
    for (const text of ['25', '2025-8', '2025-08-11T08:00:00', '2025-08-11T08:00Z']) expect(text).not.toMatch(pattern);
  });
});
