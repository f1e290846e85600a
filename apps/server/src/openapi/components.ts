import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { COMPONENTS, type Direction, type JsonSchema, mapReferences, referencesIn } from './schema-reference.js';

/**
 * Ids of the demo story, which are computed from its content: the tariff of 14 May 2025, one of February, the article
 * that reports the first, and others.
 */
export const EXAMPLE_EVENT = '5eba7ef6-b878-5a22-826b-e9b74a9b6d27';
export const ANOTHER_EVENT = '61f6025f-bed4-5088-9d1d-8a4da5a44f63';
export const EXAMPLE_ARTICLE = 'd4775718-8046-83d5-a7fd-22b921e3f919';
export const ANOTHER_ARTICLE = 'ce40f405-c46a-8a5b-90b1-a8b71db0f467';
export const LATER_ARTICLE = '878c025f-f3e1-8fab-9055-5b6a27c57bfa';

/** A placeholder: ids of keys are random. */
export const EXAMPLE_KEY = '1a2b3c4d';

/** A placeholder for the id of a generation that a newer version of the server has left behind. */
export const EXAMPLE_GENERATION = '987654321';

/** A source that was not filed as an article. */
export const EXAMPLE_SOURCE = {
  url: 'https://example.org/morning-gazette/envoys-meet',
  publisher: 'Morning Gazette',
  publishedAt: '2025-10-26',
};

/** An event to record. */
export const EXAMPLE_FACT = {
  type: 'MeetingHeld',
  story: 'us-china-trade',
  occurredAt: '2025-10-26',
  data: {
    meeting: 'kuala-lumpur-envoys',
    participants: [{ name: 'He Lifeng', party: 'CHN' }],
    place: { name: 'Kuala Lumpur', country: 'MYS' },
  },
  source: EXAMPLE_SOURCE,
};

/** `EXAMPLE_FACT` as a CloudEvent. */
export const EXAMPLE_CLOUD_EVENT = {
  specversion: '1.0',
  id: 'cms-4711',
  source: '/desk/cms',
  type: `dateline.${EXAMPLE_FACT.type}`,
  subject: EXAMPLE_FACT.story,
  time: '2025-10-26T09:00:00Z',
  data: { data: EXAMPLE_FACT.data, source: EXAMPLE_FACT.source },
};

/**
 * The components of the document: schemas of zod's registry that operations refer to. A schema may differ between
 * requests and answers, since a field with a default is optional in a request. Where both are needed it becomes two
 * components, and the one for requests is named `…Input`. Answers must therefore be resolved first.
 */
export class Components {
  readonly schemas: Record<string, JsonSchema> = {};
  readonly #inAnswers = new Set<string>();
  readonly #all = { input: registered('input'), output: registered('output') };

  /** Renames the references of a value for a direction, and adds what they refer to to `schemas`. */
  resolve<Value>(value: Value, direction: Direction): Value {
    return mapReferences(value, (name) => this.#add(name, direction)) as Value;
  }

  #add(name: string, direction: Direction): string {
    if (direction === 'output') this.#inAnswers.add(name);
    const component =
      direction === 'input' && this.#inAnswers.has(name) && this.#differs(name, new Set()) ? `${name}Input` : name;
    if (component in this.schemas) return component;
    const schema = this.#all[direction][name];
    if (!schema) throw new Error(`no schema is registered as ${name}`);
    this.schemas[component] = {};
    this.schemas[component] = this.resolve(schema, direction);
    return component;
  }

  #differs(name: string, seen: Set<string>): boolean {
    if (seen.has(name)) return false;
    seen.add(name);
    if (!isDeepStrictEqual(this.#all.input[name], this.#all.output[name])) return true;
    return [...referencesIn(this.#all.input[name])].some((inner) => this.#differs(inner, seen));
  }
}

/**
 * All schemas that have an id, by id. One that JSON Schema cannot represent is empty here; the test of the document
 * finds it where it is used.
 */
function registered(direction: Direction): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    io: direction,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    uri: (id) => `${COMPONENTS}${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const { $schema: _dialect, $id: _id, id: _name, ...rest } = schema as JsonSchema;
      return [id, rest];
    }),
  );
}
