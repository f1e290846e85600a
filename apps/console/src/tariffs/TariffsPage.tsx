import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { partyLabel } from '#catalogue/values/party-names.js';
import type { Schema } from '../api/client.js';
import { historyQuery, tariffsQuery } from '../api/queries.js';
import { ClockSentence } from '../clocks/ClockSentence.js';
import { type ClockPoint, clocksOf } from '../clocks/clocks.js';
import { PastBanner } from '../clocks/PastBanner.js';
import { itemTitle } from '../items/item-words.js';
import { lastDay } from '../ui/dates.js';
import { Loaded } from '../ui/Loaded.js';
import { ProblemNotice } from '../ui/ProblemNotice.js';
import { SAME_SEARCH } from '../ui/same-search.js';
import { Skeleton } from '../ui/Skeleton.js';
import { StateMark } from '../ui/Marks.js';
import { useTitle } from '../ui/use-title.js';
import { fileName, pngOf, save, svgOf } from './export.js';
import { seriesOf, seriesToCsv, type TariffSeries } from './series.js';
import { StepChart } from './StepChart.js';
import { StepTable } from './StepTable.js';

const route = getRouteApi('/stories/$slug/tariffs');

/** The tariffs of a story as steps over time, a chart for each pair of parties. */
export function TariffsPage() {
  const { slug } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const point = clocksOf(search);
  const { pair } = search;
  const asTable = search.as === 'table';
  const kept = { ...(pair && { pair }), ...(asTable && { as: 'table' }) };
  const read = useQuery(tariffsQuery(slug, point));
  useTitle('Tariffs');
  const go = (next: ClockPoint): void => void navigate({ search: { ...kept, ...next }, resetScroll: false });

  return (
    <>
      <header className="page-head">
        <p className="note">
          <Link to="/stories/$slug" params={{ slug }} search={point}>
            {slug}
          </Link>
        </p>
        <h1>Tariffs</h1>
        <ClockSentence point={point} onChange={go} />
      </header>
      <PastBanner point={point} onChange={go} />
      <Loaded read={read} lines={8}>
        {(tariffs) => {
          if (tariffs.length === 0) return <p className="empty">No tariff is known in this story by this point.</p>;
          const pairs = pairsOf(tariffs);
          const shown = pairs.filter(({ name }) => pair === undefined || name === pair);
          return (
            <>
              <nav className="tabs" aria-label="Which tariffs">
                <Link to="." search={{ ...point, ...kept, pair: undefined }} activeOptions={SAME_SEARCH}>
                  All
                </Link>
                {pairs.map(({ name, label }) => (
                  <Link key={name} to="." search={{ ...point, ...kept, pair: name }} activeOptions={SAME_SEARCH}>
                    {label}
                  </Link>
                ))}
                <span className="push" />
                <Link
                  to="."
                  search={{ ...point, ...kept, as: asTable ? undefined : 'table' }}
                  activeOptions={SAME_SEARCH}
                >
                  {asTable ? 'As charts' : 'As a table'}
                </Link>
              </nav>
              {!asTable && <Legend />}
              {shown.length === 0 && <p className="empty">There is no such pair at this point.</p>}
              <Charts slug={slug} pairs={shown} clocks={point} asTable={asTable} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Legend() {
  return (
    <p className="legend note">
      <span>● a fact in force</span>
      <StateMark is="pending">announced or threatened</StateMark>
      <StateMark is="claimed">only claimed</StateMark>
      <span>a gap: the rate was suspended or not known</span>
    </p>
  );
}

interface Pair {
  /** As in the address: `USA>CHN`. */
  name: string;
  label: string;
  tariffs: Schema<'TariffsItem'>[];
}

function pairsOf(tariffs: readonly Schema<'TariffsItem'>[]): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const tariff of tariffs) {
    const name = tariff.subject.split(':')[0] ?? '';
    const [from = '', to = ''] = name.split('>');
    const pair = pairs.get(name) ?? { name, label: `${partyLabel(from)} → ${partyLabel(to)}`, tariffs: [] };
    pair.tariffs.push(tariff);
    pairs.set(name, pair);
  }
  return [...pairs.values()];
}

interface ChartsProps {
  slug: string;
  pairs: readonly Pair[];
  clocks: ClockPoint;
  asTable: boolean;
}

/** Days that are drawn behind the last step of an open clock. */
const TAIL = 14;

/** A chart for each pair, all over the same time. */
function Charts({ slug, pairs, clocks, asTable }: ChartsProps) {
  const tariffs = pairs.flatMap((pair) => pair.tariffs);
  const histories = useQueries({
    queries: tariffs.map(({ subject }) => historyQuery('tariffs', subject, clocks)),
  });
  const failed = histories.find(({ isError }) => isError);
  if (failed) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (histories.some(({ data }) => data === undefined)) return <Skeleton lines={8} />;

  const all = tariffs
    .map((item, index) =>
      seriesOf(
        item.subject,
        (histories[index]?.data ?? []).filter((step) => step.view === 'tariffs'),
        item,
      ),
    )
    .filter(({ steps, marks }) => steps.some(({ rate }) => rate !== null) || marks.length > 0);
  const days = all.flatMap(({ steps, marks }) => [...steps, ...marks].map(({ day }) => day));
  const known = clocks.asOf === undefined ? Math.max(...days) + TAIL : lastDay(clocks.asOf);
  return pairs.map((pair) => (
    <PairChart
      key={pair.name}
      slug={slug}
      pair={pair}
      series={all.filter(({ subject }) => pair.tariffs.some((tariff) => tariff.subject === subject))}
      from={Math.min(...days)}
      to={Math.max(...days, known)}
      known={known}
      clocks={clocks}
      asTable={asTable}
    />
  ));
}

interface PairChartProps {
  slug: string;
  pair: Pair;
  series: readonly TariffSeries[];
  from: number;
  to: number;
  known: number;
  clocks: ClockPoint;
  asTable: boolean;
}

function PairChart({ slug, pair, series, from, to, known, clocks, asTable }: PairChartProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const withoutRate = pair.tariffs.filter(({ subject }) => !series.some((one) => one.subject === subject));
  const name = fileName(`${slug}-tariffs-${pair.name}`, clocks);
  const svg = (): string => (drawing.current ? svgOf(drawing.current) : '');

  return (
    <figure className="chart">
      <figcaption>{pair.label}</figcaption>
      {series.length === 0 ? (
        <p className="empty">No rate is known.</p>
      ) : asTable ? (
        <StepTable series={series} clocks={clocks} />
      ) : (
        <div className="chart-scroll" role="region" aria-label={`Chart of ${pair.label}`} tabIndex={0}>
          <StepChart
            series={series}
            from={from}
            to={to}
            known={known}
            clocks={clocks}
            label={`Rates, ${pair.label}`}
            drawing={drawing}
          />
        </div>
      )}
      {withoutRate.length > 0 && (
        <p className="note">
          Without a known rate:{' '}
          {withoutRate.map(({ subject }, index) => (
            <span key={subject}>
              {index > 0 && ', '}
              <Link to="/items/$view/$subject" params={{ view: 'tariffs', subject }} search={clocks}>
                {itemTitle('tariffs', subject, null)}
              </Link>
            </span>
          ))}
        </p>
      )}
      {series.length > 0 && (
        <p className="chart-tools">
          <Button
            className="quiet-button"
            onPress={() => save(`${name}.csv`, new Blob([seriesToCsv(series)], { type: 'text/csv' }))}
          >
            CSV
          </Button>
          {!asTable && (
            <>
              <Button
                className="quiet-button"
                onPress={() => save(`${name}.svg`, new Blob([svg()], { type: 'image/svg+xml' }))}
              >
                SVG
              </Button>
              <Button
                className="quiet-button"
                onPress={() => void pngOf(svg()).then((picture) => save(`${name}.png`, picture))}
              >
                PNG
              </Button>
            </>
          )}
        </p>
      )}
    </figure>
  );
}
