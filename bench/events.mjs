import { v7 } from 'uuid';
import { draftEvent } from './program.mjs';

const DAY = 86_400_000;
/** The nth day from 1990 on. */
export const day = (n) => new Date(Date.UTC(1990, 0, 1) + n * DAY).toISOString().slice(0, 10);

const SOURCE = {
  url: 'https://example.org/news/1',
  publisher: 'A paper',
  quote: 'A sentence of an article, as long as they usually are.',
};

/** An event ready to be appended. */
export function event(type, story, occurredAt, data, { kind = 0, about = null, id = v7(), source = SOURCE } = {}) {
  const dated = kind >= 3 ? {} : { occurredAt, certainty: 'reported' };
  return draftEvent({ id, type, story, ...dated, data, source }, kind, about);
}

export const opened = (story) => event('StoryOpened', story, '1990-01-01', { title: story }, { kind: 1 });

/** One TariffChanged of some 350 bytes: what the benchmarks of the log append. */
export const tariff = (story, measure, n) =>
  event('TariffChanged', story, day(n), { imposedBy: 'USA', appliesTo: 'CHN', measure, ratePercent: n % 100 });

/**
 * An event about a fact: half of them corroborations, the rest corrections and, more rarely, retractions.
 *
 * @param chance a random number from 0 up to 1
 */
export function mending(target, chance) {
  const { data, occurredAt: day } = JSON.parse(target.envelope);
  const about = { target: target.id, factId: target.id, factType: target.type };
  const other = { url: 'https://example.org/news/2', publisher: 'Another paper' };
  const say = (type, kind, given, source) =>
    event(type, target.story, null, { target: target.id, ...given }, { kind, about, source });
  if (chance < 0.3) return say('EventCorroborated', 5, {}, other);
  if (chance < 0.5) return say('EventCorroborated', 5, { occurredAt: day.slice(0, 7) }, other);
  if (chance < 0.7) return say('EventCorrected', 3, { data, reason: 'typed wrong' });
  if (chance < 0.85)
    return say('EventCorrected', 3, { occurredAt: day.slice(0, 7), reason: 'only the month is known' });
  return say('EventRetracted', 4, { reason: 'withdrawn' });
}
