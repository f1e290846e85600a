import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';

const STEPS = [
  { step: 'article', title: 'Article' },
  { step: 'passage', title: 'Passage' },
  { step: 'fact', title: 'Fact' },
  { step: 'preview', title: 'Preview' },
] as const;
export type DeskStep = (typeof STEPS)[number]['step'];

/** On a narrow screen one pane is shown at a time: these choose it. */
export function Steps({ step: now, onStep }: { step: DeskStep; onStep: (step: DeskStep) => void }) {
  return (
    <nav className="steps" aria-label="Steps">
      {STEPS.map(({ step, title }, index) => (
        <Button
          key={step}
          className="step-button"
          {...(step === now && { 'aria-current': 'step' as const })}
          onPress={() => onStep(step)}
        >
          {index + 1} {title}
        </Button>
      ))}
    </nav>
  );
}

interface PaneProps {
  step: DeskStep;
  /** The step that a narrow screen shows. */
  now: DeskStep;
  title: string;
  children: ReactNode;
}

export function Pane({ step, now, title, children }: PaneProps) {
  const number = STEPS.findIndex((one) => one.step === step) + 1;
  return (
    <section className={step === now ? 'pane now' : 'pane'} aria-labelledby={`pane-${step}`}>
      <h2 id={`pane-${step}`}>
        {number} {title}
      </h2>
      {children}
    </section>
  );
}
