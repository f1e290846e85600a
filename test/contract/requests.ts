import type { OpenApi, Operation } from '../support/contract/document.js';

/** An operation of the document, with a request that is built from its examples. */
export interface ExampleRequest {
  name: string;
  method: string;
  path: string;
  /** The path as in the document. */
  template: string;
  operation: Operation;
  body: unknown;
  type: string | undefined;
}

/** A request for every operation of the document, from the examples of its parameters and its body. */
export function examplesOf(document: OpenApi): ExampleRequest[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      ...exampleOf(path, operation),
    })),
  );
}

function exampleOf(path: string, operation: Operation): Omit<ExampleRequest, 'method'> {
  const parameters = (operation.parameters ?? []).map((one) => ({
    ...one,
    example: Object.values(one.examples ?? {})[0]?.value,
  }));
  const named = (where: string) => parameters.filter((one) => one.in === where && one.example !== undefined);
  const steps = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const { example } = named('path').find((one) => one.name === name) ?? {};
    return encodeURIComponent(typeof example === 'string' ? example : `no example of ${name}`);
  });
  const query = named('query').map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  return {
    name: operation.operationId,
    path: `${steps}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    template: path,
    operation,
    type,
    body: Object.values(content?.examples ?? {})[0]?.value,
  };
}
