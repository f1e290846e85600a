import { afterAll, jest } from '@jest/globals';
import { stopEverything } from './started.js';

// Starting a server takes a second, and on a machine that has other things to do several.
jest.setTimeout(60_000);

afterAll(stopEverything, 60_000);
