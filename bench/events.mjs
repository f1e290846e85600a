import { readFileSync } from 'node:fs';
import { v7 } from 'uuid';
import { draftEvent, factTypes } from './program.mjs';

const DAY = 86_400_000;
/** The nth day after 1 January 1990, as `YYYY-MM-DD`. */
export const day = (n) => new Date(Date.UTC(1990, 0, 1) + n * DAY).toISOString().slice(0, 10);

const SOURCE = {
  url: 'https://example.org/news/1',
  publisher: 'A paper',
  quote: 'A sentence of an article, as long as they usually are.',
};

const { BENCH_FACTS: file } = process.env;

/**
 * The types of facts that a mixed load has, each with an example of its data: `{ type, example }`. In turns with another
 * commit, they are the other commit's, so that both sides get the same load.
 */
export const loadFacts = (file === undefined ? null : JSON.parse(readFileSync(file, 'utf8'))) ?? factTypes;

/** An event ready to be appended. */
export function event(type, story, occurredAt, data, { kind = 0, about = null, id = v7(), source = SOURCE } = {}) {
  const dated = kind >= 3 ? {} : { occurredAt, certainty: 'reported' };
  return draftEvent({ id, type, story, ...dated, data, source }, kind, about);
}

export const opened = (story) => event('StoryOpened', story, '1990-01-01', { title: story }, { kind: 1 });

/** A TariffChanged of some 350 bytes: the event that most benchmarks append. */
export const tariff = (story, measure, n) =>
  event('TariffChanged', story, day(n), { imposedBy: 'USA', appliesTo: 'CHN', measure, ratePercent: n % 100 });

/**
 * An event about an earlier fact: half of them are corroborations, the rest corrections and, more rarely, retractions.
 *
 * @param chance a random number, 0 ≤ chance < 1
 */
export function mending(target, chance) {
  const { data, occurredAt } = JSON.parse(target.envelope);
  const about = { target: target.id, factId: target.id, factType: target.type };
  const other = { url: 'https://example.org/news/2', publisher: 'Another paper' };
  const meta = (type, kind, given, source) =>
    event(type, target.story, null, { target: target.id, ...given }, { kind, about, source });
  if (chance < 0.3) return meta('EventCorroborated', 5, {}, other);
  if (chance < 0.5) return meta('EventCorroborated', 5, { occurredAt: occurredAt.slice(0, 7) }, other);
  if (chance < 0.7) return meta('EventCorrected', 3, { data, reason: 'typed wrong' });
  if (chance < 0.85)
    return meta('EventCorrected', 3, { occurredAt: occurredAt.slice(0, 7), reason: 'only the month is known' });
  return meta('EventRetracted', 4, { reason: 'withdrawn' });
}
