import { gzipSync } from 'node:zlib';
import type { OpenApi, Operation, Parameter } from '../support/contract/document.js';
import { between, oneOf, type Random } from '../support/load/random.js';
import { FromSchema, type Names } from './from-schema.js';
import { hostileText } from './hostile.js';

export interface RandomRequest {
  operationId: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: Buffer;
}

/** Makes requests of a document's operations: some valid, most wrong in one or two places. */
export class RandomRequests {
  readonly #operations: { path: string; method: string; operation: Operation }[];
  readonly #from: FromSchema;

  constructor(
    document: OpenApi,
    private readonly random: Random,
    names: Names,
    private readonly adminKey: string,
  ) {
    this.#operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      // Writes are four times as frequent as reads.
      Object.entries(methods).flatMap(([method, operation]) =>
        Array.from({ length: method === 'post' ? 4 : 1 }, () => ({ path, method, operation })),
      ),
    );
    this.#from = new FromSchema(document, random, names);
  }

  next(): RandomRequest {
    const { random } = this;
    const { path, method, operation } = oneOf(random, this.#operations);
    const rate = oneOf(random, [0, 0.02, 0.1, 0.4]);
    const parameters = operation.parameters ?? [];
    const steps = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      this.#escaped(this.#parameter(parameters, name, rate)),
    );
    const query = parameters
      .filter((one) => one.in === 'query' && (one.required || random() < 0.25))
      .map(({ name }) => `${name}=${this.#escaped(this.#parameter(parameters, name, rate))}`);
    if (random() < rate) query.push(`${this.#escaped(hostileText(random))}=${this.#escaped(hostileText(random))}`);
    const sent =
      operation.requestBody && random() >= rate / 2 ? this.#body(operation.requestBody.content, rate) : undefined;
    return {
      operationId: operation.operationId,
      method:
        random() < rate / 4
          ? oneOf(random, ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'POST', 'GET'])
          : method.toUpperCase(),
      path: `${steps}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      headers: { ...this.#headers(parameters, rate), ...sent?.headers },
      ...(sent && { body: sent.body }),
    };
  }

  #parameter(parameters: readonly Parameter[], name: string, rate: number): string {
    const schema = parameters.find((one) => one.name === name)?.schema ?? {};
    // A request for a distant position waits for seconds. Other tests cover that.
    if (name === 'minPosition') return String(between(this.random, 0, 2));
    const value = this.#from.value(schema, rate, name);
    return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  }

  /** Percent-encoded, now and then wrongly, and never longer than a URL may be. */
  #escaped(text: string): string {
    const short = text.slice(0, 1500);
    const escaped = encodeURIComponent(short.replaceAll(/\p{Cs}/gu, '\ufffd'));
    if (this.random() < 0.01) return oneOf(this.random, ['%', '%zz', '%c0%af', '%ff', '%00', '%2e%2e', '%u0041']);
    return escaped === '' && this.random() < 0.5 ? '%20' : escaped;
  }

  #headers(parameters: readonly Parameter[], rate: number): Record<string, string> {
    const { random } = this;
    const headers: Record<string, string> = {};
    for (const { name } of parameters.filter((one) => one.in === 'header')) {
      if (random() < 0.15)
        headers[name] = headerValue(oneOf(random, ['"1"', '"2"', '*', 'wait=1', 'wait=0', 'abc', hostileText(random)]));
    }
    const key =
      random() < rate / 2
        ? oneOf(random, ['', 'Bearer', `Basic ${this.adminKey}`, 'Bearer dl_00000000_wrong', 'Bearer \u00e9'])
        : null;
    headers['authorization'] = key ?? `Bearer ${this.adminKey}`;
    if (headers['authorization'] === '') delete headers['authorization'];
    if (random() < rate)
      headers['accept'] = oneOf(random, ['text/csv', 'application/json', '*/*;q=0', 'text/event-stream', 'a/b', ';;;']);
    if (random() < rate)
      headers[oneOf(random, ['x-request-id', 'x-forwarded-for', 'cookie', 'origin', 'range', 'expect', 'if-match'])] =
        headerValue(hostileText(random));
    return headers;
  }

  #body(
    content: Operation['requestBody'] & object extends { content: infer C } ? C : never,
    rate: number,
  ): { body: Buffer; headers: Record<string, string> } {
    const { random } = this;
    const [type, { schema }] = oneOf(random, Object.entries(content));
    const lines = type === 'application/x-ndjson' ? between(random, 1, 5) : 1;
    const text = Array.from(
      { length: lines },
      () => JSON.stringify(this.#from.value(schema as object, rate)) ?? '',
    ).join('\n');
    const headers = {
      'content-type':
        random() < rate / 4
          ? oneOf(random, ['text/plain', 'application/xml', 'application/json; charset=utf-16', ''])
          : type,
    };
    if (random() >= rate / 3) return { body: Buffer.from(text), headers };
    return this.#broken(text, headers);
  }

  /** A body that does not match its content type: cut off, in another encoding, compressed, or too large. */
  #broken(text: string, headers: Record<string, string>): { body: Buffer; headers: Record<string, string> } {
    const { random } = this;
    switch (between(random, 0, 5)) {
      case 0:
        return { body: Buffer.from(text.slice(0, between(random, 0, text.length))), headers };
      case 1:
        return { body: Buffer.from(text, 'utf16le'), headers };
      case 2:
        return { body: Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe])]), headers };
      case 3:
        return { body: gzipSync(text), headers: { ...headers, 'content-encoding': 'gzip' } };
      case 4:
        return { body: Buffer.from(`${'['.repeat(50_000)}`), headers };
      default:
        return { body: Buffer.from(random() < 0.1 ? `"${'x'.repeat(5 * 2 ** 20)}"` : ''), headers };
    }
  }
}

/** The characters that Node allows in a header. */
const headerValue = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 3000);
