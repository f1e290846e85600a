import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Schema } from '../api/client.js';
import type { ClockPoint } from '../clocks/clocks.js';
import { FactRow } from '../facts/FactRow.js';

/** A row before it was measured, pixels. */
const ROW = 68;
/** Rows outside of the window that are kept. */
const OVERSCAN = 8;

interface TimelineProps {
  facts: readonly Schema<'Fact'>[];
  clocks: ClockPoint;
  hasMore: boolean;
  onMore: () => void;
}

/** A list of facts of any length: only the rows in the window are in the page. */
export function Timeline({ facts, clocks, hasMore, onMore }: TimelineProps) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the list changes its height when a clock moves.
  useLayoutEffect(() => {
    const measure = (): void => {
      const box = list.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: facts.length,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    scrollMargin: top,
    getItemKey: (index) => facts[index]?.id ?? index,
  });
  const rows = virtualizer.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= facts.length - OVERSCAN) onMore();
  }, [hasMore, last, facts.length, onMore]);

  return (
    <ol className="timeline-rows" ref={list} style={{ height: virtualizer.getTotalSize() }}>
      {rows.map(({ index, key, start }) => {
        const fact = facts[index];
        return (
          fact && (
            <li
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              aria-posinset={index + 1}
              aria-setsize={hasMore ? -1 : facts.length}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <FactRow fact={fact} clocks={clocks} />
            </li>
          )
        );
      })}
    </ol>
  );
}
