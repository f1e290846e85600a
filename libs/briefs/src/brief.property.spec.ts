import { periodOf } from '#catalogue/values/reduced-date.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { env } from 'node:process';
import { briefOf, type Brief } from './brief.js';
import type { BriefInput } from './model/brief-input.js';
import { briefInputOf, randomStory, type RandomStory } from './testing/random-story.js';
import { unsupported } from './testing/unsupported.js';

const RUNS = Number(env['DATELINE_BRIEFS'] ?? (env['DATELINE_TEST_LONG'] === 'true' ? 200 : 60));
const NAMES = [
  ...[
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
    'Harbour Committee',
  ],
  ...['Morning Gazette', 'Evening Post', 'Harbour Wire', 'A minister', 'Donald Trump', 'Xi Jinping'],
];
const DOUBTS = 'What is disputed or only claimed';

const sentencesOf = ({ sections }: Brief) =>
  sections.flatMap(({ title, sentences }) => sentences.map((one) => ({ title, ...one })));
const citedBy = ({ events }: RandomStory, ids: readonly string[]) => events.filter(({ id }) => ids.includes(id));
const claimsIn = ({ facts }: BriefInput): string[] =>
  facts.filter(({ certainty }) => certainty === 'claimed').map(({ id }) => id);

const RULES: Record<string, (brief: Brief, input: BriefInput, story: RandomStory) => void> = {
  'contains only numbers, dates and names from the events cited': (brief, _, story) => {
    const wrong = sentencesOf(brief).flatMap(({ text, events }) => {
      const missing = unsupported(text, citedBy(story, events), NAMES);
      return missing.length === 0 ? [] : [{ text, missing, cited: citedBy(story, events) }];
    });
    expect(wrong).toEqual([]);
  },
  'cites claims only in the section for them, and says who makes them': (brief, input) => {
    const claimed = claimsIn(input);
    const claims = sentencesOf(brief).filter(({ events }) => events.some((id) => claimed.includes(id)));
    expect(claims.filter(({ title }) => title !== DOUBTS)).toEqual([]);
    expect(
      claims.filter(({ text }) => !/according to (?:A minister|Morning Gazette|Evening Post|Harbour Wire)/i.test(text)),
    ).toEqual([]);
  },
  'has at most 40 distinct sentences, each citing distinct events of the story': (brief, _, story) => {
    const sentences = sentencesOf(brief);
    expect(sentences.length).toBeLessThanOrEqual(40);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
    for (const { events } of sentences) {
      expect(events.length).toBeGreaterThan(0);
      expect(new Set(events).size).toBe(events.length);
      expect(citedBy(story, events)).toHaveLength(events.length);
    }
  },
  'does not depend on the order of its facts': (brief, input) => {
    expect(briefOf({ ...input, facts: input.facts.toReversed() })).toEqual(brief);
  },
  'consists of well-formed sentences': (brief) => {
    for (const { text } of sentencesOf(brief)) {
      expect(text).toMatch(/^["“\p{Lu}\d].*[.!?…]["”)]*$/u);
      expect(text).not.toMatch(/ {2}| [,.;:]|,[,.;:]|[;:][,;:]|\.\.|undefined|null|NaN|\[object/);
    }
  },
};

describe('a brief of any story', () => {
  it.each(Object.entries(RULES))(
    '%s',
    (_, holds) => {
      const property = fc.property(randomStory, (story) => {
        const input = briefInputOf(story);
        holds(briefOf(input), input, story);
      });
      fc.assert(property, { numRuns: RUNS });
    },
    120_000,
  );

  it('does not change while it is fresh', () => {
    const property = fc.property(randomStory, fc.double({ min: 0, max: 1, noNaN: true }), (story, share) => {
      const instant = periodOf(story.asOf).to - 1;
      const brief = briefOf(briefInputOf(story));
      const end = brief.freshUntil === null ? instant + 3 * 365 * 86_400_000_000 : periodOf(brief.freshUntil).from - 1;
      expect(briefOf(briefInputOf(story, Math.floor(instant + (end - instant) * share)))).toEqual(brief);
    });
    fc.assert(property, { numRuns: RUNS });
  }, 120_000);
});
