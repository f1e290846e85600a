import { env } from 'node:process';

/** What the server does not do yet as the contract has it, is compared only on request: `DATELINE_STRICT=true`. */
export const strict = env['DATELINE_STRICT'] === 'true';
