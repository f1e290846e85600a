import { coversMore, isPlural, knownRestriction, restrictionLabel, verbsOf } from '#catalogue/wording/restrictions.js';
import { whose } from '#catalogue/wording/parties.js';
import { sentence } from '#catalogue/wording/sentence.js';
import type { Restriction } from '#views/restrictions.js';
import type { Fact } from '../model/brief-input.js';
import { citing } from '../model/sentence.js';
import { latestOfTypes, type FactOf, type RenderContext, type Renderer } from './render-context.js';

const TYPES = ['RestrictionImposed', 'RestrictionSuspended', 'RestrictionLifted'] as const;
type RestrictionFact = FactOf<(typeof TYPES)[number]>;

/** What is known of a restriction by its latest fact and by the one that imposed it, and whose it is. */
function knownOf({ facts }: RenderContext<Restriction>, latestFact: RestrictionFact) {
  const imposed = latestOfTypes(facts, ['RestrictionImposed']);
  const known = { ...imposed?.data, ...latestFact.data };
  return { imposed, known, owner: known.imposedBy === undefined ? 'the' : whose(known.imposedBy) };
}

/** The fact that the end comes from. */
const factOfEnd = ({ facts, state }: RenderContext<Restriction>): RestrictionFact | undefined =>
  latestOfTypes(facts, TYPES, ({ until }) => (until ?? null) === state.until);

const ENDED = { RestrictionImposed: '', RestrictionSuspended: 'suspension of ', RestrictionLifted: 'lifting of ' };

/** The name and the verbs of a restriction, and the facts that they come from. */
function named(
  context: RenderContext<Restriction>,
  latestFact: RestrictionFact,
): { name: string; plural: boolean; done: string; holding: string; evidence: RestrictionFact[] } {
  const { imposed, known, owner } = knownOf(context, latestFact);
  const { kind } = known;
  const name = knownRestriction(known, owner);
  const { imposed: imposing, holding, lifted } = verbsOf(kind);
  const done = { RestrictionImposed: imposing, RestrictionSuspended: 'suspended', RestrictionLifted: lifted }[
    latestFact.type
  ];
  return {
    name: coversMore(known) ? `${name},` : name,
    plural: isPlural(known),
    done,
    holding,
    evidence: imposed ? [latestFact, imposed] : [latestFact],
  };
}

/** How many facts of a type the evidence of a subject has at most: a run of as many may have begun before them. */
const MAX_OF_TYPE = 20;

/** The first of the facts by which the present status has been reported without a break; `undefined`: unknown. */
function firstOfRun(facts: readonly Fact[], { type }: RestrictionFact): Fact | undefined {
  const other = facts.findIndex((fact) => fact.type !== type);
  const run = other === -1 ? facts : facts.slice(0, other);
  return run.length < MAX_OF_TYPE ? run.at(-1) : undefined;
}

export const renderRestrictions: Renderer<Restriction> = {
  isOver: ({ status, until }) => status === 'unknown' || (status === 'lifted' && until === null),

  /** One that was lifted is over; one that was lifted for a time is among what is due. */
  holds(context) {
    const { facts, state, dates } = context;
    const last = latestOfTypes(facts, TYPES);
    if (!last) return [];
    const { name, plural, done, holding, evidence } = named(context, last);
    const first = firstOfRun(facts, last);
    const cited = first ? [...new Set([...evidence, first])] : evidence;
    switch (state.status) {
      case 'in_force': {
        const came = first ? [`, ${done}`, dates.on(first.occurredAt), ','] : [];
        return [citing(sentence(name, ...came, plural ? 'are' : 'is', holding), cited)];
      }
      case 'suspended': {
        const since = first && ['been suspended since', dates.named(first.occurredAt)];
        const text = since
          ? sentence(name, plural ? 'have' : 'has', ...since)
          : sentence(name, plural ? 'are' : 'is', 'suspended');
        return [citing(text, cited)];
      }
      default:
        return [];
    }
  },

  ranOut(context) {
    const { state, dates } = context;
    const last = factOfEnd(context);
    if (state.status !== 'unknown' || state.until === null || !last) return [];
    const { name, plural, done, holding, evidence } = named(context, last);
    const now = `; whether ${plural ? 'they are' : 'it is'} ${holding} now has not been reported`;
    const end = dates.named(state.until);
    const text = sentence(name, plural ? 'were' : 'was', done, 'until', end, now);
    return [{ date: state.until, ...citing(text, evidence) }];
  },

  /** The end is part of the sentence only once it has passed. */
  holdsBy: ({ state }) => (state.status === 'unknown' ? ['status', 'until'] : ['status']),

  upcoming(context) {
    const { facts, state, dates } = context;
    const last = latestOfTypes(facts, TYPES, ({ until }) => until !== undefined && until === state.until);
    if (state.status === 'unknown' || state.until === null || !last) return [];
    const { name, plural, done, evidence } = named(context, last);
    const lasts = state.status === 'in_force' ? (plural ? 'run' : 'runs') : `${plural ? 'are' : 'is'} ${done}`;
    const text = sentence(name, lasts, 'until', dates.named(state.until));
    return [{ date: state.until, dependsOn: ['until'], ...citing(text, evidence) }];
  },

  headline(context) {
    const { item, state, subject } = context;
    const about = restrictionLabel({
      restriction: subject,
      title: state.title ?? undefined,
      kind: state.kind ?? undefined,
      imposedBy: state.imposedBy ?? undefined,
      appliesTo: state.appliesTo ?? undefined,
    });
    const { holding, lifted } = verbsOf(state.kind ?? undefined);
    const since = item.since ?? '';
    switch (state.status) {
      case 'in_force':
        return { about, text: holding, since, type: 'RestrictionImposed' };
      case 'suspended':
        return { about, text: 'suspended', since, type: 'RestrictionSuspended' };
      case 'lifted':
        return { about, text: lifted, since, type: 'RestrictionLifted' };
      case 'unknown': {
        const last = factOfEnd(context);
        if (!last || state.until === null) return null;
        const { known, owner } = knownOf(context, last);
        const ended = knownRestriction({ ...known, goods: undefined }, owner);
        return { about: ENDED[last.type] + ended, text: 'ran out', since: state.until, type: last.type };
      }
    }
  },
};
