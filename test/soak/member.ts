import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnPostgres } from '../support/own-postgres.js';
import { startServer, type TestServer } from '../support/server.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';

/** One of the servers that share a database, with a line to it that can be disturbed. While it is down there is no process. */
export class Member {
  server: TestServer | null = null;
  /** How often its process was started again. */
  restarts = -1;

  private constructor(
    readonly name: string,
    private readonly ownerUrl: string,
    readonly line: TcpProxy,
  ) {}

  static async join(name: string, postgres: OwnPostgres): Promise<Member> {
    const member = new Member(name, postgres.ownerUrl, await tcpProxy(postgres.url));
    await member.start();
    return member;
  }

  async start(): Promise<void> {
    const env = { DATELINE_ADMIN_KEY: 'the-key-of-all-servers-of-the-soak', LOG_LEVEL: 'warn' };
    this.server = await startServer(env, { databaseUrl: this.line.url, ownerUrl: this.ownerUrl });
    this.restarts += 1;
  }

  /** kill -9, and a new process after a while. */
  async kill(pause: number): Promise<void> {
    const { server } = this;
    this.server = null;
    await server?.kill();
    await sleep(pause);
    await this.start();
  }

  /** As an orderly deployment does. Answers the exit code. */
  async stop(): Promise<number> {
    const { server } = this;
    this.server = null;
    const code = (await server?.stop()) ?? 0;
    await this.start();
    return code;
  }

  /** The process stands still, as a machine does that is out of memory or being moved, and goes on. */
  async freeze(milliseconds: number): Promise<void> {
    const pid = this.server?.pid;
    if (pid === undefined) return;
    process.kill(pid, 'SIGSTOP');
    await sleep(milliseconds);
    process.kill(pid, 'SIGCONT');
  }
}
