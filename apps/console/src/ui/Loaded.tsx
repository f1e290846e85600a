import type { ReactNode } from 'react';
import { ProblemNotice, StaleNotice } from './ProblemNotice.js';
import { Skeleton } from './Skeleton.js';

/** What a query of TanStack Query has of a read. */
interface Read<Data> {
  data: Data | undefined;
  error: unknown;
  dataUpdatedAt: number;
  isPlaceholderData?: boolean;
  refetch: () => unknown;
}

interface LoadedProps<Data> {
  read: Read<Data>;
  /** Shown while nothing has been read. */
  lines?: number;
  children: (data: Data) => ReactNode;
}

/** What was read; until then a skeleton, or why it could not be read. */
export function Loaded<Data>({ read, lines = 4, children }: LoadedProps<Data>) {
  const { data, error, dataUpdatedAt, isPlaceholderData = false, refetch } = read;
  const retry = (): void => void refetch();
  // An answer of another point of the clocks must not stand where this point could not be read.
  if (error !== null && (data === undefined || isPlaceholderData))
    return <ProblemNotice error={error} onRetry={retry} />;
  if (data === undefined) return <Skeleton lines={lines} />;
  return (
    <div aria-busy={isPlaceholderData || undefined} className="loaded">
      {error !== null && <StaleNotice since={dataUpdatedAt} onRetry={retry} />}
      {children(data)}
    </div>
  );
}
