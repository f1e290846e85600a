import { join } from 'node:path';
import type * as UnseenModule from './contract/unseen.mjs';

/**
 * Once after all files: see global-setup.ts. A run of all tests, which is one on the embedded default, fails where the
 * OpenAPI document declares what none of them has seen; CONTRACT_REPORT=true says it of any run.
 */
export default async function globalTeardown(
  config: object,
  { displayName }: { displayName?: { name: string } },
): Promise<void> {
  await globalThis.undoGlobalSetup?.();
  const folder = process.env['DATELINE_TEST_CONTRACT'];
  if (folder === undefined) return;
  const { unseen, isWhole, forget } = (await import(
    join(import.meta.dirname, 'contract/unseen.mjs')
  )) as typeof UnseenModule;
  const asked = process.env['CONTRACT_REPORT'] === 'true';
  const missing =
    displayName?.name === 'database' && (asked || (isWhole(config) && !process.env['DATELINE_TEST_DATABASE_URL']))
      ? unseen(folder)
      : [];
  forget(folder);
  if (missing.length === 0) return;
  console.error(`FAILED: the OpenAPI document declares what no test has seen:\n  ${missing.join('\n  ')}`);
  // An error thrown here would keep jest from writing its report. With the code, .ci/run tells this from failed tests.
  process.exitCode = 3;
}
