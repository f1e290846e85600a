export interface MemoizeOptions {
  /** How often it may be asked for long, milliseconds. */
  every: number;
  /** How often it may be asked at once, after nobody has asked for as many times as long. */
  burst: number;
  /** Milliseconds that never go back. */
  now?: () => number;
}

/**
 * A question that anybody may ask as often as they like, asked no more often than so: those who come too soon get the
 * answer before. While one is on its way, all wait for it. Who asks now and then is always told how it is at that
 * moment.
 */
export function memoized<Answer>(ask: () => Promise<Answer>, options: MemoizeOptions): () => Promise<Answer> {
  const { every, burst, now = () => performance.now() } = options;
  let answer: Promise<Answer> | null = null;
  let underWay = false;
  let [left, at] = [burst, now()];
  return () => {
    left = Math.min(burst, left + (now() - at) / every);
    at = now();
    if (answer && (underWay || left < 1)) return answer;
    left -= 1;
    underWay = true;
    answer = ask().finally(() => (underWay = false));
    return answer;
  };
}
