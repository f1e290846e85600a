import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApi } from './document.js';

/** Checks values against schemas of a document, each compiled when it is first needed. */
export class Schemas {
  readonly #ajv: Ajv2020;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenApi) {
    // The document holds more than schemas, which is why unknown keywords are let pass. It is no schema itself, so it
    // is not checked as one. Every test file compiles schemas anew: to optimize their code takes longer than it saves.
    this.#ajv = new Ajv2020({
      strict: false,
      allErrors: false,
      validateFormats: true,
      validateSchema: false,
      code: { optimize: false },
    });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(document, 'document');
  }

  /**
   * @param steps where the schema stands in the document
   * @returns what is wrong with the value, or null
   */
  faultOf(steps: readonly string[], value: unknown): string | null {
    const pointer = steps
      .map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
      .join('');
    let validate = this.#compiled.get(pointer);
    if (!validate) this.#compiled.set(pointer, (validate = this.#ajv.compile({ $ref: `document#${pointer}` })));
    if (validate(value)) return null;
    const [error] = validate.errors ?? [];
    return `${error?.instancePath || '/'} ${error?.message} ${JSON.stringify(error?.params)}`;
  }
}
