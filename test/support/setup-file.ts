import { afterAll } from '@jest/globals';
import { stopEverything } from './started.js';

afterAll(stopEverything, 60_000);
