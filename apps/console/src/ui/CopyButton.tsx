import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';

/** For so long a button says that it has copied, milliseconds. */
const SAID = 2_000;

interface CopyButtonProps {
  /** Or what gives it when it is wanted. */
  text: string | (() => string);
  label: string;
  className?: string;
}

/** Copies a text. Where the browser does not allow that, it says so: the text can be selected. */
export function CopyButton({ text, label, className = '' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  return (
    <Button className={`quiet-button ${className}`} onPress={() => void copy()}>
      <span aria-live="polite">
        {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Select it to copy' : label}
      </span>
    </Button>
  );
}
