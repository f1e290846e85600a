// Runs before each test file. What the set-up of the whole run has imported leaves zod's registry on the global object,
// and Jest hands that on to every test file: their own schemas would be registered beside those of the build. Each file
// begins with a registry of its own.
Reflect.set(globalThis, '__zod_globalRegistry', undefined);

export {};
