const WIDTHS = ['92%', '78%', '85%', '60%'];

/** Reserves the place of what is being read. It is drawn after a moment, so that a quick answer does not flicker. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="hidden">Reading …</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ width: WIDTHS[line % WIDTHS.length] }} />
      ))}
    </div>
  );
}
