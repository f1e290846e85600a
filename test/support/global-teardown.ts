/** Once after all files: see global-setup.ts. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.undoGlobalSetup?.();
}
