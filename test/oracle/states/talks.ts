import { anything, date, either, Expectation, inAnyOrder, listOrNone, show, type Pattern } from '../pattern.js';
import { given, lastGiven, ofType, type Fact } from '../told.js';

const STATUS: Readonly<Record<string, string>> = {
  TalksAnnounced: 'announced',
  TalksStarted: 'under_way',
  TalksResumed: 'under_way',
  TalksSessionHeld: 'under_way',
  TalksConcluded: 'concluded',
};

/** The state of a series of talks after these facts (claims left out, in fold order). */
export function talks(facts: readonly Fact[]): Pattern {
  const steps = ofType(facts, ...Object.keys(STATUS));
  const numbers = [...new Set(steps.map(roundOf).filter((round) => round !== undefined))].sort((a, b) => a - b);
  // To which round a fact belongs that names none is left open, and so are the rounds then.
  const loose = steps.some((step) => roundOf(step) === undefined);
  return {
    parties: listOrNone(lastGiven(facts, 'parties')),
    status: seriesStatus(steps, numbers.at(-1), loose),
    round: numbers.at(-1) ?? null,
    rounds: loose ? anything() : inAnyOrder(numbers.map((round) => ({ pattern: roundState(steps, round) }))),
    leads: leads(facts),
    topics: topics(facts),
  };
}

const roundOf = (fact: Fact): number | undefined => given(fact, 'round') as number | undefined;

/** The status of the highest round heard of; where that is only announced, those of the others may still be told. */
function seriesStatus(steps: readonly Fact[], highest: number | undefined, loose: boolean): Pattern {
  if (steps.length === 0) return anything();
  if (loose || highest === undefined) return either(...steps.map(statusOf));
  const own = steps.filter((step) => roundOf(step) === highest);
  return own.every((step) => step.type === 'TalksAnnounced') ? either(...steps.map(statusOf)) : roundStatus(own);
}

const statusOf = (step: Fact): string => STATUS[step.type] ?? 'unknown';

/** The last step's, unless it seems to go back: then the one before may stand too. */
function roundStatus(steps: readonly Fact[]): Pattern {
  const told = steps.map(statusOf);
  const last = told.at(-1) ?? null;
  if (last === 'announced') return either(...told);
  return last === 'under_way' && told.includes('concluded') ? either('under_way', 'concluded') : last;
}

function roundState(steps: readonly Fact[], round: number): Pattern {
  const own = steps.filter((step) => roundOf(step) === round);
  const when = (type: string): Pattern => either(...orNull(ofType(own, type).map((fact) => date(fact.occurredAt))));
  return {
    round,
    place: lastGiven(own, 'place') as Pattern,
    status: roundStatus(own),
    startedAt: when('TalksStarted'),
    concludedAt: goesOn(own) ? either(null, when('TalksConcluded')) : when('TalksConcluded'),
    days: days(ofType(own, 'TalksResumed')),
    hours: hours(ofType(own, 'TalksSessionHeld')),
  };
}

/** Whether something is told of a round after it was concluded: then its end may be told no more. */
const goesOn = (steps: readonly Fact[]): boolean =>
  steps.findLastIndex((step) => step.type === 'TalksConcluded') < steps.length - 1;

/** The highest day counted, or the last; how many days a round has had of which no day is counted is left open. */
function days(resumed: readonly Fact[]): Pattern {
  const counted = resumed.map((fact) => given(fact, 'day')).filter((day) => typeof day === 'number');
  return counted.length < resumed.length || counted.length === 0
    ? anything()
    : either(Math.max(...counted), counted.at(-1) ?? null);
}

/**
 * The hours of its session; of several, whether they are added up is left open, and so is the form (`more than` five).
 */
function hours(sessions: readonly Fact[]): Pattern {
  const told = sessions.map((fact) => given(fact, 'hours')).filter((value) => typeof value === 'number');
  if (told.length === 0) return null;
  const sum = told.reduce((total, value) => total + value, 0);
  const options = [sum, ...told].map(show);
  return new Expectation(`<hours ${options.join(' or ')}>`, (actual, at) =>
    options.some((option) =>
      show(actual)
        .split(/[^\d.]+/)
        .includes(option),
    )
      ? []
      : [`${at}: expected hours ${options.join(' or ')}, got ${show(actual)}`],
  );
}

/** Who was named last for each party; whether a new start does away with those named before it is left open. */
function leads(facts: readonly Fact[]): Pattern {
  const named = facts.flatMap((fact, i) => {
    const optional = ofType(facts.slice(i + 1), 'TalksStarted').length > 0;
    const told =
      fact.type === 'DelegationNamed'
        ? [{ party: given(fact, 'party'), person: given(fact, 'lead') }]
        : given(fact, 'leads');
    return Array.isArray(told)
      ? (told as { party: string; person: Pattern }[]).map((lead) => ({ ...lead, optional }))
      : [];
  });
  const latest = named.filter((lead, i) => !named.slice(i + 1).some((later) => later.party === lead.party));
  return inAnyOrder(latest.map(({ party, person, optional }) => ({ pattern: { party, person }, optional })));
}

/** The topics of the last fact that names any, and none that was never named. */
function topics(facts: readonly Fact[]): Pattern {
  const told = facts.flatMap((fact) =>
    Array.isArray(given(fact, 'topics')) ? [given(fact, 'topics') as string[]] : [],
  );
  const last = told.at(-1) ?? [];
  const all = [...new Set(told.flat())];
  return inAnyOrder(all.map((topic) => ({ pattern: topic, optional: !last.includes(topic) })));
}

const orNull = (patterns: readonly Pattern[]): readonly Pattern[] => (patterns.length === 0 ? [null] : patterns);
