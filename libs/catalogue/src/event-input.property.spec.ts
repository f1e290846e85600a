import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { env } from 'node:process';
import { catalogue, eventDefinition, sentenceOf, type EventType } from './catalogue.js';
import { parseEvent, type ParsedInput } from './event-input.js';
import { type JsonSchema, jsonSchemaOf } from './schema-docs.js';

const LONG = env['DATELINE_TEST_LONG'] === 'true';
const RUNS = { numRuns: LONG ? 1000 : 300 };
const ZOD_WORDS = /invalid|expected|received|zod|union|undefined|\[object/i;

/** Any JSON, with odd keys, lone surrogates and numbers out of range. */
const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'type', 'data', 'a/b', '~', ''),
);
const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }),
  fc.dictionary(key, fc.jsonValue()),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(Infinity, -Infinity, -0, 1e308, '\ud800', '\0', '2025-02-29', 'USA', null, [], {}),
);

const names = fc.constantFrom('Donald Trump', 'Xi Jinping', 'Ursula von der Leyen', 'He Lifeng');
const words = fc.constantFrom(
  'tariffs',
  'rare earths',
  'Peace accord',
  'APEC summit',
  'to sign a deal',
  'if talks fail',
  'the end',
  'It ended.',
);
/** Values by the name of a shared schema. */
const shared: Record<string, fc.Arbitrary<unknown>> = {
  Text: words,
  Slug: fc.constantFrom(
    'us-china-trade-talks',
    'gaza',
    'trump-xi-2025-10',
    'south-korea-us-deal',
    'section-232-steel',
    '2025',
    'us-china',
  ),
  Party: fc.constantFrom('USA', 'CHN', 'NLD', 'EU', 'WORLD', 'PHL', 'KOR'),
  Country: fc.constantFrom('USA', 'MYS', 'SGP', 'CHE', 'NLD'),
  ReducedDate: fc.constantFrom('2025', '2025-11', '2025-11-10', '2025-10-30T08:00:00Z', '2025-10-30T08:00:01.5+08:00'),
  Percent: fc.constantFrom(0, 10, 47.5, 1234.5678, 10_000),
  Ordinal: fc.integer({ min: 1, max: 130 }),
  Hours: fc.constantFrom(0.5, 1, 5, 12, 100.25),
  EventId: fc.uuid(),
  JsonObject: fc.dictionary(fc.constantFrom('a', 'b'), fc.integer()),
  Person: fc.record(
    { name: names, role: fc.constantFrom('President', 'Prime Minister', 'spokesman') },
    { requiredKeys: ['name'] },
  ),
  Place: fc
    .record(
      {
        name: fc.constantFrom('Geneva', 'Air Force One', 'White House', 'Singapore'),
        country: fc.constantFrom('USA', 'MYS', 'SGP'),
      },
      { requiredKeys: [] },
    )
    .filter((place) => Object.keys(place).length > 0),
};

/** Values of a schema. They may break its rules between fields. */
function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const name = schema.$ref?.replace('#/$defs/', '');
  if (name !== undefined && shared[name] !== undefined) return shared[name];
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.type === 'array') return fc.array(valuesOf(schema.items as JsonSchema), { minLength: 1, maxLength: 8 });
  if (schema.type === 'string') return fc.constantFrom('72', '7206', '720610');
  const fields = Object.entries(schema.properties ?? {}).map(
    ([field, value]) => [field, valuesOf(value as JsonSchema)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
}

/** A schema with its references replaced by what they refer to, except those that `shared` has values for. */
function inlined(schema: JsonSchema): JsonSchema {
  const definitions = schema.$defs ?? {};
  return JSON.parse(JSON.stringify(schema), (_, value: unknown) => {
    const reference = (value as { $ref?: unknown } | null)?.$ref;
    const name = typeof reference === 'string' ? reference.replace('#/$defs/', '') : '';
    return name in definitions && shared[name] === undefined ? definitions[name] : value;
  }) as JsonSchema;
}

function posted(type: EventType, data: unknown): object {
  const envelope = eventDefinition(type)?.about === 'event' ? {} : { story: 'a', occurredAt: '2025-10-26' };
  return { ...envelope, type, data, source: { article: 'a' } };
}

function expectPlainWords(parsed: ParsedInput): void {
  if (parsed.ok) return;
  expect(parsed.errors.length).toBeGreaterThan(0);
  for (const { pointer, detail } of parsed.errors) {
    expect(pointer).toMatch(/^(\/([^~]|~[01])*)?$/su);
    expect(detail).not.toMatch(ZOD_WORDS);
  }
}

const examples = catalogue.map(({ type, example }) => posted(type, example) as Record<string, unknown>);

describe('parseEvent', () => {
  it('accepts any JSON or describes its problems in plain words', () => {
    fc.assert(
      fc.property(anyJson, (input) => expectPlainWords(parseEvent(input))),
      RUNS,
    );
  });

  it('does so for an event with any JSON in one field, known or not', () => {
    const spoiled = fc
      .tuple(fc.constantFrom(...examples), fc.boolean(), key, fc.nat(), anyJson)
      .map(([event, inData, other, at, value]) => {
        const inside = inData ? (event['data'] as Record<string, unknown>) : event;
        const keys = [...Object.keys(inside), other];
        const changed = { ...inside };
        Object.defineProperty(changed, keys[at % keys.length] ?? other, { value, enumerable: true });
        return inData ? { ...event, data: changed } : changed;
      });
    fc.assert(
      fc.property(spoiled, (input) => expectPlainWords(parseEvent(input))),
      RUNS,
    );
  });

  it('returns an event that it accepts again unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), (input) => {
        const parsed = parseEvent(input);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
        const { about: _, ...event } = parsed.event;
        expect(parseEvent(event)).toEqual(parsed);
      }),
    );
  });
});

describe('the sentence', () => {
  it.each(catalogue.map(({ type }) => type))('of %s is well formed whichever fields are present', (type) => {
    const definition = eventDefinition(type);
    if (definition === undefined) throw new Error(`${type} is not in the index`);
    fc.assert(
      fc.property(valuesOf(inlined(jsonSchemaOf(definition))), (data) => {
        const parsed = parseEvent(posted(type, data));
        fc.pre(parsed.ok);
        const sentence = parsed.ok
          ? sentenceOf(type, parsed.event.data, { occurredAt: '2025', certainty: 'reported' })
          : '';
        expect(sentence).toMatch(/^[\p{L}“\d].*[.!?…][”)]?$/u);
        expect(sentence).not.toMatch(/undefined|NaN|\[object| {2}| [,.:;]|,[,.:;]|\.\./);
      }),
      { numRuns: LONG ? 300 : 100 },
    );
  });
});
