interface ProgressLineProps {
  label: string;
  /** Between 0 and 1; `null`: not known yet. */
  part: number | null;
  words: string;
}

/** How far something has come, as a bar and in words. */
export function ProgressLine({ label, part, words }: ProgressLineProps) {
  return (
    <p className="progress-line">
      <progress aria-label={label} aria-valuetext={words} max={1} {...(part !== null && { value: part })} />
      <span>{words}</span>
    </p>
  );
}
