import { startServer, type TestServer } from '../support/server.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { startOwnPostgres, type OwnPostgres } from '../support/own-postgres.js';

/** One of the servers, and the line on which it reaches the database. */
export interface Member {
  line: TcpProxy;
  /** As it runs now. */
  server: TestServer;
}

/**
 * Who takes part: a PostgreSQL, and two servers that work on it, each on a line of its own. They share a key, as copies
 * of one program do.
 */
export class Members {
  /** Servers that clients are not sent to: those that are down on purpose, as a balancer would notice. */
  private readonly down = new Set<Member>();

  private constructor(
    readonly postgres: OwnPostgres,
    readonly all: Member[],
  ) {}

  static async start(): Promise<Members> {
    const postgres = await startOwnPostgres();
    const members = new Members(postgres, []);
    for (let i = 0; i < 2; i += 1) {
      const line = await tcpProxy(postgres.url);
      members.all.push({ line, server: await serve(postgres, line) });
    }
    return members;
  }

  /** Those that clients are sent to. */
  get up(): TestServer[] {
    return this.all.filter((member) => !this.down.has(member)).map(({ server }) => server);
  }

  /** Sends no client to a member. Those who wait for its answer go on waiting. */
  takeOut(member: Member): void {
    this.down.add(member);
  }

  bringBack(member: Member): void {
    this.down.delete(member);
  }

  async kill(member: Member): Promise<void> {
    this.takeOut(member);
    await member.server.kill();
  }

  /** @throws where it does not end in order */
  async stop(member: Member): Promise<void> {
    this.takeOut(member);
    const code = await member.server.stop();
    if (code !== 0)
      throw new Error(`a server that was told to stop ended with ${code}:\n${member.server.log().slice(-2_000)}`);
  }

  /** Starts a member again that has ended. */
  async restart(member: Member): Promise<void> {
    member.server = await serve(this.postgres, member.line);
    this.bringBack(member);
  }
}

/** Of both; they do all that there is to do. */
const SETTINGS = {
  DATELINE_ADMIN_KEY: 'the-key-of-all-servers-of-this-test',
  DATELINE_ROLES: 'api,projector,worker',
  LOG_LEVEL: 'warn',
};

const serve = ({ ownerUrl }: OwnPostgres, line: TcpProxy): Promise<TestServer> =>
  startServer(SETTINGS, { databaseUrl: line.url, ownerUrl });
