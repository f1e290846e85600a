import { fc, it } from '@fast-check/jest';
import { describe, expect } from '@jest/globals';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { materialOf, randomStory, type RandomStory } from '../spec/random-story.js';
import { unsupported } from '../spec/supported.js';
import { briefOf, type Brief } from './brief.js';

const RUNS = { numRuns: 500 };
const NAMES = [
  'He Lifeng',
  'Scott Bessent',
  'Li Wen',
  'Vice Premier',
  'Geneva',
  'Kuala Lumpur',
  'rare earths',
  'soybeans',
  'chips',
  'fentanyl',
].concat(['Morning Gazette', 'Evening Post', 'Harbour Wire', 'A minister', 'Donald Trump', 'Xi Jinping']);

const sentencesOf = ({ sections }: Brief) => sections.flatMap(({ title, sentences }) => sentences.map((one) => ({ title, ...one })));

/** The events of the story that a sentence cites. */
const citedBy = ({ events }: RandomStory, ids: readonly string[]) => events.filter(({ id }) => ids.includes(id));

describe('a brief of any story', () => {
  it.prop([randomStory], RUNS)('names no number, no date and nobody that does not stand in the events cited', (story) => {
    const brief = briefOf(materialOf(story));
    const wrong = sentencesOf(brief).flatMap(({ text, events }) => {
      const missing = unsupported(text, citedBy(story, events), NAMES);
      return missing.length === 0 ? [] : [{ text, missing, cited: citedBy(story, events) }];
    });
    expect(wrong).toEqual([]);
  });

  it.prop([randomStory], RUNS)('cites for what holds, for what is new and for the past no event that only claims', (story) => {
    const material = materialOf(story);
    const claimed = material.facts.filter(({ certainty }) => certainty === 'claimed').map(({ id }) => id);
    const asFacts = sentencesOf(briefOf(material)).filter(({ title }) => title !== 'What is disputed or only claimed');
    expect(asFacts.filter(({ events }) => events.some((id) => claimed.includes(id)))).toEqual([]);
  });

  it.prop([randomStory], RUNS)('tells whose claim a claim is', (story) => {
    const material = materialOf(story);
    const claimed = material.facts.filter(({ certainty }) => certainty === 'claimed').map(({ id }) => id);
    const claims = sentencesOf(briefOf(material)).filter(({ events }) => events.some((id) => claimed.includes(id)));
    expect(claims.filter(({ text }) => !/according to (?:A minister|Morning Gazette|Evening Post|Harbour Wire)/i.test(text))).toEqual([]);
  });

  it.prop([randomStory], RUNS)('has at most 40 sentences, none twice, each with its events, each once', (story) => {
    const sentences = sentencesOf(briefOf(materialOf(story)));
    const texts = sentences.map(({ text }) => text);
    expect(texts.length).toBeLessThanOrEqual(40);
    expect(new Set(texts).size).toBe(texts.length);
    for (const { events } of sentences) {
      expect(events.length).toBeGreaterThan(0);
      expect(new Set(events).size).toBe(events.length);
      expect(citedBy(story, events)).toHaveLength(events.length);
    }
  });

  it.prop([randomStory], RUNS)('is the same however its facts come, and reads as English does', (story) => {
    const material = materialOf(story);
    const brief = briefOf(material);
    expect(briefOf({ ...material, facts: material.facts.toReversed() })).toEqual(brief);
    for (const { text } of sentencesOf(brief)) {
      expect(text).toMatch(/^["“\p{Lu}\d].*[.!?…]["”)]*$/u);
      expect(text).not.toMatch(/ {2}| [,.;:]|,[,.;:]|[;:][,;:]|\.\.|undefined|null|NaN|\[object/);
    }
  });

  it.prop([randomStory, fc.double({ min: 0, max: 1, noNaN: true })], RUNS)('stays as it is until it is no longer fresh', (story, share) => {
    const instant = periodOf(story.asOf).to - 1;
    const { freshUntil, ...said } = briefOf(materialOf(story));
    const end = freshUntil === null ? instant + 3 * 365 * 86_400_000_000 : periodOf(freshUntil).from - 1;
    const later = briefOf(materialOf(story, Math.floor(instant + (end - instant) * share)));
    expect(later).toEqual({ ...said, freshUntil });
  });
});
