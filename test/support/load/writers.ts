import { setTimeout as sleep } from 'node:timers/promises';
import { v4 } from 'uuid';
import { draftsOf, type Body, type KnownFact } from './drafts.js';
import type { Ledger } from './ledger.js';
import { randomFrom } from './random.js';
import { ask, record, type Servers } from './send.js';

export interface Load {
  servers: Servers;
  ledger: Ledger;
  seed: number;
  stories: readonly string[];
}

export interface Running {
  /** Resolves once each has its last answer, or has waited half a minute for it. */
  stop: () => Promise<void>;
}

/** The facts that a writer remembers, to say something about them later. */
const REMEMBERED = 30;
const LAST_ANSWER_WITHIN = 30_000;

/** Opens the stories of a load, so that they can be read. */
export async function openStories({
  servers,
  ledger,
  stories,
}: Pick<Load, 'servers' | 'ledger' | 'stories'>): Promise<void> {
  for (const story of stories) {
    const source = { url: `https://example.org/${story}`, publisher: 'Morning Gazette', publishedAt: '2026-01-15' };
    const body: Body = {
      type: 'StoryOpened',
      story,
      occurredAt: '2025-01-01',
      data: { title: `The story ${story}` },
      source,
    };
    const until = Date.now() + LAST_ANSWER_WITHIN;
    const places = await record(servers, ledger, [body], { ids: [v4()] }, () => until, { prefer: 'wait=30' });
    if (!places) throw new Error(`the story ${story} was not opened`);
  }
}

let loads = 0;

/**
 * Starts writers, each of which records one request after the other. Half of them give their events ids, the other half
 * send an Idempotency-Key; both send again what was not answered.
 *
 * @param pause milliseconds after each answer
 */
export function startWriters(load: Load, count: number, pause = 0): Running {
  const { servers, ledger, seed, stories } = load;
  let stoppedAt = Infinity;
  loads += 1;
  const number = loads;
  const name = `load-${number}`;
  const giveUpAt = () => stoppedAt + LAST_ANSWER_WITHIN;
  const write = async (i: number): Promise<void> => {
    const draft = draftsOf(randomFrom(seed + number * 1000 + i), name, i, stories);
    const known: KnownFact[] = [];
    while (stoppedAt === Infinity) {
      const bodies = draft(known);
      const same = i % 2 === 0 ? { ids: bodies.map(() => v4()) } : { key: v4() };
      const places = await record(servers, ledger, bodies, same, giveUpAt);
      for (const [n, body] of bodies.entries()) {
        const id = places?.[n]?.id;
        if (id !== undefined && !body.type.startsWith('Event'))
          known.push({ id, type: body.type, story: body.story, data: body.data });
      }
      known.splice(0, known.length - REMEMBERED);
      if (pause > 0) await sleep(pause);
    }
  };
  return stoppable(
    Array.from({ length: count }, (_, i) => write(i)),
    () => (stoppedAt = Date.now()),
  );
}

/** Starts readers, who ask for boards, timelines and the log, whatever happens to the servers. */
export function startReaders({ servers, ledger, seed, stories }: Load, count: number, pause = 20): Running {
  let stopped = false;
  const random = randomFrom(seed);
  const paths = stories.flatMap((story) => [
    `/v1/stories/${story}`,
    `/v1/stories/${story}/timeline?limit=10`,
    `/v1/events?story=${story}&limit=10`,
    `/v1/views/truces?story=${story}`,
  ]);
  const read = async (): Promise<void> => {
    while (!stopped) {
      const up = servers();
      const server = up[Math.floor(random() * up.length)];
      const path = paths[Math.floor(random() * paths.length)];
      const answer = server && path !== undefined ? await ask(server, { method: 'GET', path }, ledger) : null;
      if (answer && answer.status !== 200 && answer.status !== 503)
        ledger.breach(`GET ${path} answered ${answer.status}: ${answer.text}`);
      await sleep(pause);
    }
  };
  return stoppable(Array.from({ length: count }, read), () => (stopped = true));
}

function stoppable(all: Promise<void>[], tell: () => void): Running {
  const ended = Promise.all(all);
  // Looked at when stopped; until then a failure would end the whole process.
  ended.catch(() => undefined);
  return {
    stop: async () => {
      tell();
      await ended;
    },
  };
}
