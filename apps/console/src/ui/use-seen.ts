import { useEffect, useRef, useState, type RefObject } from 'react';

/** Whether an element has come near the window. What it needs is read then. */
export function useSeen<Seen extends HTMLElement>(): [RefObject<Seen | null>, boolean] {
  const element = useRef<Seen>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        setSeen(true);
        observer.disconnect();
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, seen];
}
