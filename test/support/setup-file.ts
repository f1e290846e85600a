import { afterAll, afterEach, jest } from '@jest/globals';
import { keepSeen, takeBreaches, watchFetch } from './contract/watch.js';
import { stopEverything } from './started.js';

// Starting a server takes a second, and on a machine that has other things to do several.
jest.setTimeout(60_000);

// Every answer that a test gets is held to the OpenAPI document.
watchFetch();
const expectNoBreach = (): void => {
  const breaches = [...new Set(takeBreaches())];
  if (breaches.length > 0)
    throw new Error(`Answers are not as the OpenAPI document declares them:\n  ${breaches.slice(0, 10).join('\n  ')}`);
};
afterEach(expectNoBreach);

afterAll(async () => {
  await stopEverything();
  keepSeen();
  expectNoBreach();
}, 60_000);
