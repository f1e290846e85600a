import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { catalogue, eventDefinition, upcastData } from './catalogue.js';
import { eventInputOf } from './event-input.js';

describe('the index', () => {
  it('names each type once', () => {
    const types = catalogue.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
  });

  it('finds a definition by its type and by nothing else', () => {
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
    const refused = definition.data.safeParse({ ...(definition.example as object), unheardOf: 1 });
    expect(refused.error?.issues).toEqual([
      expect.objectContaining({ code: 'unrecognized_keys', keys: ['unheardOf'] }),
    ]);
  });

  it('is compiled as a whole, so that checking one takes little', () => {
    expect(() => z.compile(eventInputOf(type), { strict: true })).not.toThrow();
    // zod passes over a part that it cannot compile, unless that brings a parser of its own: as what is `ruled` does.
    const { validator } = definition.data._zod.bag as { validator?: unknown };
    if (validator === undefined) expect(() => z.compile(definition.data, { strict: true })).not.toThrow();
  });

  it('has a valid example, which parsing again leaves as it is', () => {
    const data = definition.data.parse(definition.example);
    expect(data).toMatchObject(definition.example as object);
    expect(definition.data.parse(data)).toEqual(data);
  });

  it('describes each of its fields', () => {
    const fields = Object.entries((definition.data as z.ZodObject<Record<string, z.ZodType>>).shape);
    expect(fields.filter(([, field]) => describedAs(field) === undefined).map(([name]) => name)).toEqual([]);
  });

  it('tells its example in one sentence of the past', () => {
    const sentence = definition.sentence(definition.data.parse(definition.example), {
      occurredAt: '2025',
      certainty: 'reported',
    });
    expect(sentence).toMatch(/^\p{Lu}.*[.!?…]”?$/u);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object| {2}| ,|\.\./);
  });

  it('has a version, and an upcaster for each one before it', () => {
    expect(Number.isInteger(definition.version) && definition.version >= 1).toBe(true);
    const from = Array.from({ length: definition.version - 1 }, (_, at) => String(at + 1));
    expect(Object.keys(definition.upcast ?? {})).toEqual(from);
  });

  it('leaves data of its current version as they are', () => {
    const data = { any: 'thing' };
    expect(upcastData(type, definition.version, data)).toBe(data);
  });

  it('has an input of its own', () => {
    expect(eventInputOf(type)).toBeInstanceOf(z.ZodObject);
  });
});

/** The description of a field, or of what it holds. */
function describedAs(field: z.core.$ZodType): string | undefined {
  const own = field instanceof z.ZodType ? field.description : undefined;
  if (own !== undefined) return own;
  return field instanceof z.ZodOptional || field instanceof z.ZodDefault ? describedAs(field.def.innerType) : undefined;
}
