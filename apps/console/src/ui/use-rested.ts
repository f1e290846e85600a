import { useEffect, useState } from 'react';

/** A value when it has not changed for some milliseconds; with 0, at once. It is compared by its JSON. */
export function useRested<Value>(value: Value, milliseconds: number): Value {
  const [rested, setRested] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(text) as Value), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return milliseconds === 0 ? value : rested;
}
