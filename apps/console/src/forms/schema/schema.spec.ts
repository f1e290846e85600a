import { describe, expect, it } from '@jest/globals';
import { catalogue, eventDefinition } from '#catalogue/catalogue.js';
import { jsonSchemaOf } from '#catalogue/schema-docs.js';
import { checkData } from './check-data.js';
import { dataOfValues, isSameJson, valuesOfData } from './form-values.js';
import { type JsonSchema, KEYWORDS } from './json-schema.js';

const schemas = catalogue.map(({ type, example }) => {
  const definition = eventDefinition(type);
  if (!definition) throw new Error(type);
  const data: Record<string, unknown> = { ...example };
  return { type, example: data, schema: jsonSchemaOf(definition) as JsonSchema };
});

/** The names of all keywords in a schema. */
function keywordsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, $defs = {}, items } = schema as JsonSchema;
  return [
    ...Object.keys(schema),
    ...[...Object.values(properties), ...Object.values($defs), items].flatMap(keywordsOf),
  ];
}

const schemaOf = (type: string): JsonSchema => {
  const found = schemas.find((one) => one.type === type);
  if (!found) throw new Error(type);
  return found.schema;
};
const errorsOf = (type: string, data: unknown): string[] =>
  checkData(schemaOf(type), data).map(({ pointer, detail }) => `${pointer} ${detail}`);

describe('the schemas of event types', () => {
  it('have no keyword that the forms do not know', () => {
    const used = new Set(schemas.flatMap(({ schema }) => keywordsOf(schema)));
    expect([...used].filter((keyword) => !KEYWORDS.includes(keyword))).toEqual([]);
    expect(KEYWORDS.filter((keyword) => !used.has(keyword))).toEqual([]);
  });

  it('have alternatives only of required fields', () => {
    const forms = schemas.flatMap(({ schema }) => schema.anyOf ?? []);
    expect(forms.length).toBeGreaterThan(0);
    expect(new Set(forms.flatMap((form) => Object.keys(form)))).toEqual(new Set(['required']));
  });

  it.each(schemas)(
    'accept the example of $type, which goes through a form and back unchanged',
    ({ schema, example }) => {
      expect(checkData(schema, example)).toEqual([]);
      // The form of an event about an event has fields of its own for the data of its target.
      const { data, ...others } = example;
      expect(dataOfValues(schema, valuesOfData(others))).toEqual(others);
      expect(data === undefined || typeof data === 'object').toBe(true);
    },
  );
});

describe('the check of data', () => {
  it('finds what is missing, also in a list and in an object', () => {
    expect(errorsOf('MeetingHeld', { participants: [{ role: 'President' }, {}], place: {} })).toEqual([
      '/meeting is required',
      '/participants/0/name is required',
      '/participants/1/name is required',
      '/place needs one of its fields',
    ]);
    expect(errorsOf('TalksStarted', { talks: 'a', parties: ['USA', ''] })).toEqual(['/parties/1 is required']);
  });

  it('finds patterns, ranges, lengths and values that are not listed', () => {
    expect(errorsOf('TruceExtended', { truce: 'The Truce', validUntil: 'soon', ordinal: 0, parties: ['US'] })).toEqual([
      '/truce must be lower-case letters and digits, joined by single hyphens',
      '/validUntil must be a date such as 2025-08-12, 2025-08 or 2025',
      '/ordinal must be at least 1',
      '/parties/0 must be one of the list',
    ]);
    expect(errorsOf('TruceBroken', { truce: 'a', reason: '🎉'.repeat(2001) })).toEqual([
      '/reason must be at most 2,000 characters',
    ]);
    expect(errorsOf('TruceBroken', { truce: 'a', reason: '🎉'.repeat(2000) })).toEqual([]);
    expect(errorsOf('TruceExtended', { truce: 'a', validUntil: '2025-02-30' })).toEqual([
      '/validUntil must be a date that exists in the calendar',
    ]);
    expect(errorsOf('TruceExtended', { truce: 'a', validUntil: '2025', ordinal: 1.5 })).toEqual([
      '/ordinal must be a whole number',
    ]);
    expect(errorsOf('TruceExtended', { truce: 'a', validUntil: '2025', ordinal: 'two' })).toEqual([
      '/ordinal must be a number',
    ]);
  });

  it('finds rules between fields', () => {
    expect(errorsOf('TariffChanged', { imposedBy: 'USA', appliesTo: 'CHN', products: ['7206'] })).toEqual([
      '/measure is required',
      ' needs ratePercent or direction',
    ]);
  });
});

describe('what stands in a form', () => {
  it('is sent without what is empty, and with numbers as numbers', () => {
    expect(
      dataOfValues(schemaOf('TalksSessionHeld'), { talks: ' trade ', round: '2', hours: '', comparator: '' }),
    ).toEqual({ talks: 'trade', round: 2 });
    expect(dataOfValues(schemaOf('TruceExtended'), { truce: 'a', ordinal: 'two', parties: [] })).toEqual({
      truce: 'a',
      ordinal: 'two',
    });
  });

  it('keeps an empty entry of a list in its place', () => {
    expect(
      dataOfValues(schemaOf('MeetingHeld'), { meeting: 'a', participants: [{ name: '' }, { name: 'Xi' }], place: {} }),
    ).toEqual({ meeting: 'a', participants: [{}, { name: 'Xi' }] });
  });

  it('keeps an object that is required, so that what is missing is said at its fields', () => {
    const data = dataOfValues(schemaOf('StatementMade'), {});
    expect(data).toEqual({ speaker: {} });
    expect(errorsOf('StatementMade', data)).toEqual(['/speaker/name is required']);
  });

  it('is compared whatever the order of fields', () => {
    expect(isSameJson({ a: 1, b: [{ c: '2', d: null }] }, { b: [{ d: null, c: '2' }], a: 1 })).toBe(true);
    expect(isSameJson({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(isSameJson(['a'], { 0: 'a' })).toBe(false);
  });
});
