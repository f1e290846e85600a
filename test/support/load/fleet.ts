import { startServer, type TestServer } from '../server.js';

/** Servers on one database, some of which are up. They share a key, as copies of one program behind a balancer do. */
export class Fleet {
  /** Those that clients are sent to. */
  up: TestServer[] = [];

  /** @param database where they work; `url` may lead through a proxy */
  constructor(private readonly database: { url: string; ownerUrl: string }) {}

  /** @param program another build of it */
  async start(env: Record<string, string> = {}, program?: string): Promise<TestServer> {
    const { url: databaseUrl, ownerUrl } = this.database;
    const server = await startServer(
      { DATELINE_ADMIN_KEY: 'the-key-of-all-servers-of-this-test', ...env },
      { databaseUrl, ownerUrl, ...(program !== undefined && { program }) },
    );
    this.up = [...this.up, server];
    return server;
  }

  async kill(server: TestServer): Promise<void> {
    this.up = this.up.filter((one) => one !== server);
    await server.kill();
  }
}
