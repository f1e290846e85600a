import { useCallback, useSyncExternalStore } from 'react';

/*
 * Values that outlive the page, in the storage of this browser. Where it keeps none (a private window, no room) they
 * live as long as the page.
 */

interface Kept {
  /** As it stands in the storage; null: it does not. */
  text: string | null;
  value: unknown;
}

const kept = new Map<string, Kept>();
const listeners = new Set<() => void>();
/** What could not be put into the storage. */
const unkept = new Map<string, string>();

function textAt(key: string): string | null {
  try {
    return unkept.get(key) ?? localStorage.getItem(key);
  } catch {
    return unkept.get(key) ?? null;
  }
}

/** Anything may stand in the storage: a program before this one wrote it, or a person. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is stored under a key, the same object until it changes. @param read what to make of it, whatever it is */
function readStored<Value>(key: string, read: (stored: unknown) => Value): Value {
  const text = textAt(key);
  const before = kept.get(key);
  if (before && before.text === text) return before.value as Value;
  const value = read(text === null ? null : parsed(text));
  kept.set(key, { text, value });
  return value;
}

/** Stores a value; null removes it. */
export function writeStored(key: string, value: unknown): void {
  unkept.delete(key);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    if (value !== null) unkept.set(key, JSON.stringify(value));
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another window of this browser wrote.
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

/** A stored value, which changes with the storage, and what stores another. */
export function useStored<Value>(
  key: string,
  read: (stored: unknown) => Value,
): [Value, (change: (value: Value) => Value | null) => void] {
  const value = useSyncExternalStore(subscribe, () => readStored(key, read));
  const change = useCallback(
    (next: (value: Value) => Value | null): void => writeStored(key, next(readStored(key, read))),
    [key, read],
  );
  return [value, change];
}

/** The keys that begin so. */
export function useStoredKeys(beginning: string): readonly string[] {
  const text = useSyncExternalStore(subscribe, () =>
    storedKeys()
      .filter((key) => key.startsWith(beginning))
      .join('\n'),
  );
  return text === '' ? [] : text.split('\n');
}

function storedKeys(): string[] {
  try {
    return [...new Set([...Object.keys(localStorage), ...unkept.keys()])].sort();
  } catch {
    return [...unkept.keys()].sort();
  }
}
