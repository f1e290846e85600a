import { useId } from 'react';
import type { Schema } from '../api/client.js';

interface StoryChoiceProps {
  stories: readonly Schema<'Story'>[];
  story: string;
  /** It was not chosen, and somebody tried to record. */
  isMissing: boolean;
  onChange: (slug: string) => void;
}

/** The story that the facts of an article belong to. */
export function StoryChoice({ stories, story, isMissing, onChange }: StoryChoiceProps) {
  const id = useId();
  const open = stories.filter(({ status, slug }) => status === 'open' || slug === story);
  return (
    <div className="field">
      <label htmlFor={id}>
        Story <span className="needed">needed</span>
      </label>
      <select
        id={id}
        value={open.some(({ slug }) => slug === story) ? story : ''}
        aria-required="true"
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${id}-error` : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">Choose …</option>
        {open.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
      <p id={`${id}-error`} className="fault">
        {isMissing && <span>Is required.</span>}
      </p>
    </div>
  );
}
