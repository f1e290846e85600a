import { Link } from '@tanstack/react-router';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { Fragment, type RefObject } from 'react';
import type { ClockPoint } from '../clocks/clocks.js';
import { formatDate, formatShort } from '../ui/dates.js';
import { labelsWithin } from '../time-bar/stops.js';
import { formatPercent, itemTitle } from '../items/item-words.js';
import type { RateMark, RateStep, TariffSeries } from './series.js';

const SIZE = { width: 900, height: 320 };
const INSET = { left: 46, right: 40, top: 16, bottom: 28 };
/** The lines of the tariffs of a pair are told apart by their strokes, not by color alone. */
const DASHES = ['none', '8 3', '2 3', '8 3 2 3', '1 5'];

interface StepChartProps {
  series: readonly TariffSeries[];
  /** The first and the last day that are drawn: the charts of a page show the same time. */
  from: number;
  to: number;
  /** The last day that the lines reach: what is announced may lie behind it. */
  known: number;
  clocks: ClockPoint;
  label: string;
  drawing: RefObject<SVGSVGElement | null>;
}

/** The rates of some tariffs over time, as steps. Each step and each mark links to its event. */
export function StepChart({ series, from, to, known, clocks, label, drawing }: StepChartProps) {
  const rates = series.flatMap(({ steps, marks }) => [...steps, ...marks].map(({ rate }) => rate ?? 0));
  const x = scaleLinear([from, Math.max(to, from + 1)], [INSET.left, SIZE.width - INSET.right]);
  const y = scaleLinear([0, Math.max(...rates, 10)], [SIZE.height - INSET.bottom, INSET.top]).nice(5);
  const path = line<{ day: number; rate: number | null }>()
    .defined(({ rate }) => rate !== null)
    .x(({ day }) => x(day))
    .y(({ rate }) => y(rate ?? 0))
    .curve(curveStepAfter);

  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="group" aria-label={label} ref={drawing}>
      {y.ticks(5).map((rate) => (
        <Fragment key={rate}>
          <line x1={INSET.left} x2={SIZE.width - INSET.right} y1={y(rate)} y2={y(rate)} stroke="var(--hair)" />
          <text x={INSET.left - 8} y={y(rate) + 4} textAnchor="end" fontSize={13} fill="var(--quiet)">
            {rate}%
          </text>
        </Fragment>
      ))}
      {labelsWithin({ from, to }, 7).map(({ day, text }) => (
        <text key={day} x={x(day)} y={SIZE.height - 8} textAnchor="middle" fontSize={13} fill="var(--quiet)">
          {formatShort(text)}
        </text>
      ))}
      {series.map(({ subject, steps, marks }, index) => {
        const color = COLORS[index % COLORS.length] ?? 'var(--happened)';
        const last = steps.at(-1);
        const drawn = last ? [...steps, { day: Math.max(known, last.day), rate: last.rate }] : [];
        return (
          <g key={subject}>
            <path
              d={path(drawn) ?? ''}
              fill="none"
              stroke={color}
              strokeWidth={2.5}
              strokeDasharray={DASHES[index % DASHES.length]}
            />
            {steps.map((step, at) => (
              <StepPoint
                key={step.day}
                step={step}
                place={{ x: x(step.day), end: x(steps[at + 1]?.day ?? known), y: y(step.rate ?? 0) }}
                name={itemTitle('tariffs', subject, null)}
                color={color}
                clocks={clocks}
              />
            ))}
            {marks.map((mark) => (
              <MarkPoint key={mark.event} mark={mark} place={{ x: x(mark.day), y: y(mark.rate) }} clocks={clocks} />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

const COLORS = ['var(--happened)', 'var(--published)', 'var(--recorded)', 'var(--good)'];

interface StepPointProps {
  step: RateStep;
  place: { x: number; end: number; y: number };
  name: string;
  color: string;
  clocks: ClockPoint;
}

function StepPoint({ step, place, name, color, clocks }: StepPointProps) {
  if (step.rate === null) return null;
  const words = `${name}: ${formatPercent(step.rate, step.comparator)} from ${formatDate(step.date)}`;
  const point = (
    <>
      {step.disputed && (
        <rect
          x={place.x}
          width={Math.max(place.end - place.x, 2)}
          y={place.y - 6}
          height={12}
          fill="var(--dispute)"
          fillOpacity={0.25}
        />
      )}
      <circle cx={place.x} cy={place.y} r={12} fill="transparent" />
      <circle cx={place.x} cy={place.y} r={4.5} fill={color} stroke="var(--paper)" strokeWidth={1.5} />
      <text x={place.x + 6} y={place.y - 7} fontSize={13} fill="var(--ink)">
        {formatPercent(step.rate, step.comparator)}
      </text>
      <title>{words}</title>
    </>
  );
  if (step.event === null) return <g>{point}</g>;
  return (
    <Link to="/events/$id" params={{ id: step.event }} search={clocks} aria-label={words}>
      {point}
    </Link>
  );
}

interface MarkPointProps {
  mark: RateMark;
  place: { x: number; y: number };
  clocks: ClockPoint;
}

function MarkPoint({ mark, place: { x, y }, clocks }: MarkPointProps) {
  const words = `${mark.rate}% ${mark.words}, ${formatDate(mark.date)}`;
  return (
    <Link to="/events/$id" params={{ id: mark.event }} search={clocks} aria-label={words}>
      <circle cx={x} cy={y} r={12} fill="transparent" />
      {mark.kind === 'pending' ? (
        <path
          d={`M${x - 6} ${y}L${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}Z`}
          fill="var(--paper)"
          stroke="var(--published)"
          strokeWidth={2}
        />
      ) : (
        <circle cx={x} cy={y} r={5} fill="var(--paper)" stroke="var(--claim)" strokeWidth={2} />
      )}
      <text x={x - 9} y={y + 4} textAnchor="end" fontSize={13} fill="var(--ink)">
        {mark.rate}%
      </text>
      <title>{words}</title>
    </Link>
  );
}
