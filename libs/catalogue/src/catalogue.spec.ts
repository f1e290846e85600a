import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { catalogue, eventDefinition, upcastData } from './catalogue.js';
import { eventInputOf } from './event-input.js';

describe('the index', () => {
  it('has each type once', () => {
    const types = catalogue.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
  });

  it('finds a definition by its exact type only', () => {
    expect(eventDefinition('TariffChanged')?.type).toBe('TariffChanged');
    expect(eventDefinition('tariffChanged')).toBeUndefined();
    expect(eventDefinition('__proto__')).toBeUndefined();
    expect(eventDefinition('constructor')).toBeUndefined();
  });
});

describe.each(catalogue.map(({ type }) => type))('%s', (type) => {
  const definition = eventDefinition(type);
  if (definition === undefined) throw new Error(`${type} is not in the index`);

  it('is well named and described', () => {
    expect(type).toMatch(/^(?:[A-Z][a-z]+)+$/);
    expect(definition.description).toMatch(/^[A-Z].*\.$/);
  });

  it('has a strict schema', () => {
    expect(definition.data).toBeInstanceOf(z.ZodObject);
    const refused = definition.data.safeParse({ ...(definition.example as object), unknown: 1 });
    expect(refused.error?.issues).toEqual([expect.objectContaining({ code: 'unrecognized_keys', keys: ['unknown'] })]);
  });

  it('is compiled as a whole, so that checks are fast', () => {
    expect(() => z.compile(eventInputOf(type), { strict: true })).not.toThrow();
    // A `refined` object has a parser of its own, which zod uses as it is; anything else must compile.
    const { validator } = definition.data._zod.bag as { validator?: unknown };
    if (validator === undefined) expect(() => z.compile(definition.data, { strict: true })).not.toThrow();
  });

  it('has a valid example, and parsing its result again changes nothing', () => {
    const data = definition.data.parse(definition.example);
    expect(data).toMatchObject(definition.example as object);
    expect(definition.data.parse(data)).toEqual(data);
  });

  it('describes each of its fields', () => {
    const fields = Object.entries((definition.data as z.ZodObject<Record<string, z.ZodType>>).shape);
    expect(fields.filter(([, field]) => describedAs(field) === undefined).map(([name]) => name)).toEqual([]);
  });

  it('has a well-formed sentence for its example', () => {
    const sentence = definition.sentence(definition.data.parse(definition.example), {
      occurredAt: '2025',
      certainty: 'reported',
    });
    expect(sentence).toMatch(/^\p{Lu}.*[.!?…]”?$/u);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object| {2}| ,|\.\./);
  });

  it('has a version, and an upcaster for each earlier one', () => {
    expect(Number.isInteger(definition.version) && definition.version >= 1).toBe(true);
    const from = Array.from({ length: definition.version - 1 }, (_, at) => String(at + 1));
    expect(Object.keys(definition.upcast ?? {})).toEqual(from);
  });

  it('returns data of its current version as they are', () => {
    const data = { any: 'thing' };
    expect(upcastData(type, definition.version, data)).toBe(data);
  });

  it('has an input schema', () => {
    expect(eventInputOf(type)).toBeInstanceOf(z.ZodObject);
  });
});

/** The description of a field, or of its inner schema. */
function describedAs(field: z.core.$ZodType): string | undefined {
  const own = field instanceof z.ZodType ? field.description : undefined;
  if (own !== undefined) return own;
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault ? describedAs(field.def.innerType) : undefined;
}
