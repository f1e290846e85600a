import { Link } from '@tanstack/react-router';
import type { ClockPoint } from '../clocks/clocks.js';
import { formatPercent, itemTitle } from '../items/item-words.js';
import { StateMark } from '../ui/Marks.js';
import { When } from '../ui/When.js';
import type { TariffSeries } from './series.js';

/** The chart as a table. */
export function StepTable({ series, clocks }: { series: readonly TariffSeries[]; clocks: ClockPoint }) {
  return (
    <div className="scroll" role="region" aria-label="Rates" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Tariff</th>
            <th scope="col">From</th>
            <th scope="col" className="number">
              Rate
            </th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {series.flatMap(({ subject, steps, marks }) => [
            ...steps.map((step) => (
              <tr key={`${subject} ${step.day}`}>
                <th scope="row">
                  <Link to="/items/$view/$subject" params={{ view: 'tariffs', subject }} search={clocks}>
                    {itemTitle('tariffs', subject, null)}
                  </Link>
                </th>
                <td>
                  <EventDate event={step.event} date={step.date} clocks={clocks} />
                </td>
                <td className="number">{step.rate === null ? '–' : formatPercent(step.rate, step.comparator)}</td>
                <td>
                  {step.status.replaceAll('_', ' ')} {step.disputed && <StateMark is="disputed" />}{' '}
                  {step.uncertain && <StateMark is="uncertain" />}
                </td>
              </tr>
            )),
            ...marks.map((mark) => (
              <tr key={mark.event}>
                <th scope="row">{itemTitle('tariffs', subject, null)}</th>
                <td>
                  <EventDate event={mark.event} date={mark.date} clocks={clocks} />
                </td>
                <td className="number">{mark.rate}%</td>
                <td>
                  <StateMark is={mark.kind}>{mark.words}</StateMark>
                </td>
              </tr>
            )),
          ])}
        </tbody>
      </table>
    </div>
  );
}

function EventDate({ event, date, clocks }: { event: string | null; date: string; clocks: ClockPoint }) {
  if (event === null)
    return (
      <>
        <When date={date} /> <span className="quiet">(time alone)</span>
      </>
    );
  return (
    <Link to="/events/$id" params={{ id: event }} search={clocks}>
      <When date={date} />
    </Link>
  );
}
