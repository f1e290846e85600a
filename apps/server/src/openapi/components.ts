import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { COMPONENTS, mapReferences, referencesIn, type Direction, type JsonSchema } from './schema-reference.js';

/**
 * The components of the document, taken from zod's registry as operations come to refer to them. A schema that takes
 * something else than it gives (a field with a default is optional in one direction) becomes two components where both
 * are needed, the one for requests named `…Input`: so what is answered is resolved first.
 */
export class Components {
  readonly schemas: Record<string, JsonSchema> = {};
  readonly #answered = new Set<string>();
  readonly #all = { input: registered('input'), output: registered('output') };

  /** The value with its references resolved for a direction; what they refer to is in `schemas` from now on. */
  resolve<Value>(value: Value, direction: Direction): Value {
    return mapReferences(value, (name) => this.#add(name, direction)) as Value;
  }

  #add(name: string, direction: Direction): string {
    if (direction === 'output') this.#answered.add(name);
    const called =
      direction === 'input' && this.#answered.has(name) && this.#differs(name, new Set()) ? `${name}Input` : name;
    if (called in this.schemas) return called;
    const schema = this.#all[direction][name];
    if (!schema) throw new Error(`no schema is registered as ${name}`);
    this.schemas[called] = {};
    this.schemas[called] = this.resolve(schema, direction);
    return called;
  }

  #differs(name: string, seen: Set<string>): boolean {
    if (seen.has(name)) return false;
    seen.add(name);
    if (!isDeepStrictEqual(this.#all.input[name], this.#all.output[name])) return true;
    return [...referencesIn(this.#all.input[name])].some((inner) => this.#differs(inner, seen));
  }
}

/**
 * Every schema that has an id, by it. One that JSON Schema cannot say is an empty schema here; the document's test
 * finds it if it is used.
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
