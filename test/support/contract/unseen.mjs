import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What is declared and no test sees, each with its reason. */
export const NEVER_SEEN = [
  [
    / 500\b/,
    'a mistake of ours: a request that can cause it is mended, and what it is answered with is tested in create-http-app.spec.ts',
  ],
];

/**
 * What an OpenAPI document declares that no answer of a run was: `get /v1/stories 304`, `get /v1/stories 200
 * application/json`, `post /v1/events 201 header Location`.
 *
 * @param {string} folder of the run: the document, and what each test file has seen
 * @returns {string[]}
 */
export function unseen(folder) {
  const document = JSON.parse(readFileSync(join(folder, 'openapi.json'), 'utf8'));
  const files = readdirSync(folder).filter((name) => name.endsWith('.seen'));
  const seen = new Set(files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n')));
  return declaredIn(document).filter((one) => !seen.has(one) && !NEVER_SEEN.some(([pattern]) => pattern.test(one)));
}

/**
 * Headers of many answers are components and were seen where one of them was; an operation's own are looked for at that
 * operation.
 */
function declaredIn(document) {
  const declared = [];
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      for (const [status, answer] of Object.entries(responses)) {
        const where = `${method} ${path} ${status}`;
        declared.push(where);
        for (const type of Object.keys(answer.content ?? {})) declared.push(`${where} ${type}`);
        for (const [name, header] of Object.entries(answer.headers ?? {}))
          if (!('$ref' in header)) declared.push(`${where} header ${name.toLowerCase()}`);
      }
    }
  }
  return declared;
}

/** Whether a run was of all tests: what only some of them would see is then not missed. */
export const isWhole = ({ testPathPatterns, testNamePattern, onlyChanged, findRelatedTests, shard }) =>
  (testPathPatterns?.patterns ?? testPathPatterns ?? []).length === 0 &&
  !testNamePattern &&
  !onlyChanged &&
  !findRelatedTests &&
  !shard;

export const forget = (folder) => rmSync(folder, { recursive: true, force: true });
