import { follow, type OpenApi } from '../support/contract/document.js';
import { between, oneOf, type Random } from '../support/load/random.js';
import { hostile, hostileText } from './hostile.js';

interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

/**
 * Values that exist, so that not every request names something unknown. By the name of a component or of a property.
 */
export type Names = Readonly<Record<string, readonly unknown[]>>;

/** Makes values that match a schema of the document, with hostile parts at a given rate. */
export class FromSchema {
  constructor(
    private readonly document: OpenApi,
    private readonly random: Random,
    private readonly names: Names,
  ) {}

  /** @param rate the probability that a part of it is hostile, from 0 to 1 */
  value(given: object, rate: number, name = ''): unknown {
    const { random } = this;
    if (random() < rate) return hostile(random);
    const schema = given as Schema;
    const known = this.names[schema.$ref?.split('/').at(-1) ?? ''] ?? this.names[name];
    if (known && random() < 0.8) return oneOf(random, known);
    if (schema.$ref !== undefined) return this.value(follow<object>(this.document, { $ref: schema.$ref }), rate, name);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return oneOf(random, schema.enum);
    if (schema.properties) return this.#object(schema, rate);
    const choice = schema.oneOf ?? schema.anyOf;
    if (choice) return this.value(oneOf(random, choice), rate, name);
    return this.#plain(schema, rate, name);
  }

  #plain(schema: Schema, rate: number, name: string): unknown {
    const { random } = this;
    const type = typeof schema.type === 'string' ? schema.type : oneOf(random, schema.type ?? ['string', 'object']);
    switch (type) {
      case 'boolean':
        return random() < 0.5;
      case 'integer':
      case 'number':
        return this.#number(schema, type);
      case 'array':
        return Array.from({ length: between(random, schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)) }, () =>
          this.value(schema.items ?? {}, rate, name),
        );
      case 'object':
        return { [hostileText(random)]: hostile(random) };
      case 'null':
        return null;
      default:
        return this.#text(schema);
    }
  }

  /** Often at or over a limit. */
  #number({ minimum = 0, maximum = 1000 }: Schema, type: string): number {
    const top = Math.min(maximum, 1e6);
    if (this.random() < 0.3) return oneOf(this.random, [minimum, top, minimum - 1, top + 1]);
    const value = minimum + this.random() * (top - minimum);
    return type === 'integer' ? Math.round(value) : Math.round(value * 100) / 100;
  }

  /** Patterns are not parsed, only guessed: dates, digits, lower-case letters. */
  #text({ pattern, minLength = 0, maxLength = 40 }: Schema): string {
    const { random } = this;
    if (pattern?.startsWith('^(@')) return oneOf(random, ['@1', '@3', '@999999', '2025', '2026-01-01', '2999']);
    if (pattern?.startsWith('^\\d{4}(-'))
      return oneOf(random, ['2025', '2025-08', '2025-10-26', '2025-08-11T08:00:00+08:00']);
    if (pattern?.startsWith('^\\d')) return oneOf(random, ['8471', '85', '1d', '30d', '0']);
    const length =
      random() < 0.1
        ? oneOf(random, [minLength, maxLength, maxLength + 1])
        : between(random, Math.max(1, minLength), 12);
    return Array.from({ length }, () => oneOf(random, [...'abcdefghijklmnopqrstuvwxyz'])).join('');
  }

  #object({ properties = {}, required = [], anyOf }: Schema, rate: number): unknown {
    const { random } = this;
    const needed = new Set([...required, ...(anyOf ? (oneOf(random, anyOf).required ?? []) : [])]);
    const fields = Object.entries(properties).filter(([name]) =>
      needed.has(name) ? random() >= rate : random() < 0.3,
    );
    const made = fields.map(([name, schema]) => [name, this.value(schema, rate, name)] as const);
    const more = random() < rate ? [[hostileText(random), hostile(random)] as const] : [];
    return Object.fromEntries([...made, ...more]);
  }
}
