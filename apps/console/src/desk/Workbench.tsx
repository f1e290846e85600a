import { useEffect, useMemo, useRef, useState } from 'react';
import type { Schema } from '../api/client.js';
import type { FieldError } from '../forms/schema/check-data.js';
import { dataOfValues } from '../forms/schema/form-values.js';
import { focusFirstFault } from '../forms/SchemaForm.js';
import { Conflict } from './Conflict.js';
import { DraftForm, errorsOfDraft, schemaOfType } from './DraftForm.js';
import { DraftList } from './DraftList.js';
import { type Draft, eventOfDraft, fieldPointer, type JoinedFact } from './drafts.js';
import { Pane, type DeskStep, Steps } from './Panes.js';
import { ArticleText } from './passages/ArticleText.js';
import { PassagePicker } from './passages/PassagePicker.js';
import { type Passage, passageFault } from './passages/passages.js';
import { Preview } from './Preview.js';
import { RecordBar, RecordedNotice } from './RecordBar.js';
import { RecordedFacts } from './RecordedFacts.js';
import { StoryChoice } from './StoryChoice.js';
import { useDrafts } from './use-drafts.js';
import { useRecording } from './use-recording.js';

interface WorkbenchProps {
  article: Schema<'WholeArticle'>;
  text: string;
  types: readonly Schema<'EventType'>[];
  stories: readonly Schema<'Story'>[];
  /** Events that were taken from the article before. */
  recorded: readonly Schema<'Event'>[];
}

/** Four panes from the words of an article to what they change: article, passage, fact, preview. */
export function Workbench({ article, text, types, stories, recorded }: WorkbenchProps) {
  const { drafts, story, current, marked, ...desk } = useDrafts(article.id, text.length);
  const [step, setStep] = useState<DeskStep>('article');
  const [submitted, setSubmitted] = useState<ReadonlySet<string>>(new Set());
  const [answer, setAnswer] = useState<{ answer: Schema<'RecordedAnswer'>; story: string } | null>(null);
  const used = useMemo(() => [...desk.used, ...recorded.flatMap(quoteOf)], [desk.used, recorded]);

  const errors = useMemo(
    () => new Map(drafts.map((draft) => [draft.id, errorsOf(draft, types, text)])),
    [drafts, types, text],
  );
  const ready = drafts.filter(({ id }) => story !== '' && errors.get(id)?.length === 0);
  const events = ready.map((draft) =>
    eventOfDraft(draft, dataOfValues(schemaOfType(types, draft.type), draft.values), {
      article: article.id,
      text,
      story,
    }),
  );
  const recording = useRecording({
    events,
    version: desk.version,
    onVersion: desk.setVersion,
    onRecorded: (recordedNow) => {
      // Of those alone: another draft may have become complete meanwhile.
      desk.remove(recordedNow.events.map(({ id }) => id));
      setAnswer({ answer: recordedNow, story });
      setSubmitted(new Set());
    },
  });
  const refusedOf = (draft: Draft): FieldError[] =>
    recording.refused
      .filter(({ index }) => ready[index]?.id === draft.id)
      .map(({ pointer, detail }) => ({ pointer: fieldPointer(pointer, draft.joins !== null), detail }));
  const faulty = new Set(
    drafts.filter((draft) => (errors.get(draft.id)?.length ?? 0) + refusedOf(draft).length > 0).map(({ id }) => id),
  );

  const bench = useRef<HTMLDivElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) focusFirstFault(bench.current);
  }, [attempts]);
  const record = (): void => {
    setSubmitted(new Set(drafts.map(({ id }) => id)));
    const first = drafts.find(({ id }) => faulty.has(id));
    if (story !== '' && !first) {
      recording.record();
      return;
    }
    if (first && (!current || !faulty.has(current.id))) desk.openDraft(first.id);
    setStep('fact');
    setAttempts(attempts + 1);
  };
  const begun = (act: () => void): void => {
    setAnswer(null);
    act();
  };
  const count = drafts.length;

  return (
    <div ref={bench}>
      {answer && <RecordedNotice {...answer} />}
      <Steps step={step} onStep={setStep} />
      <div className="panes">
        <Pane step="article" now={step} title="Article">
          <ArticleText text={text} marked={marked} used={used} onMark={(passage) => begun(() => desk.mark(passage))} />
          <RecordedFacts events={recorded} />
        </Pane>
        <Pane step="passage" now={step} title="Passage">
          <PassagePicker
            text={text}
            language={article.language}
            marked={marked}
            used={used}
            onMark={(passage) => begun(() => desk.mark(passage))}
          />
        </Pane>
        <Pane step="fact" now={step} title="Fact">
          <StoryChoice
            stories={stories}
            story={story}
            isMissing={submitted.size > 0 && story === ''}
            onChange={desk.chooseStory}
          />
          <DraftList
            drafts={drafts}
            open={current?.id ?? null}
            text={text}
            faulty={faulty}
            onOpen={desk.openDraft}
            onAdd={() => begun(desk.begin)}
            onRemove={(id) => desk.remove([id])}
          />
          {current && (
            <DraftForm
              key={current.id}
              draft={current}
              types={types}
              story={story}
              parties={stories.find(({ slug }) => slug === story)?.parties ?? []}
              isSubmitted={submitted.has(current.id)}
              refused={refusedOf(current)}
              onChange={desk.edit}
            />
          )}
        </Pane>
        <Pane step="preview" now={step} title="Preview">
          {recording.conflict && (
            <Conflict story={story} conflict={recording.conflict} changes={recording.preview?.changes ?? []} />
          )}
          {recording.preview ? (
            <Preview
              preview={recording.preview}
              isCurrent={recording.isCurrent}
              mayJoin={(fact) => current !== null && current.joins === null && fact.type === current.type}
              onJoin={(fact) => desk.edit({ joins: joinedFact(fact) })}
            />
          ) : (
            <p className="empty">
              {count === 0
                ? 'Mark the words that say what happened. What they change is shown here before anything is recorded.'
                : 'What it changes is shown here once the fields that are needed are filled in.'}
            </p>
          )}
          {ready.length < count && ready.length > 0 && (
            <p className="note">
              {ready.length} of {count} facts {ready.length === 1 ? 'is' : 'are'} complete, and previewed.
            </p>
          )}
          {count > 0 && (
            <RecordBar
              recording={recording}
              label={count === 1 ? 'Record the fact' : `Record ${count} facts`}
              onRecord={record}
            />
          )}
        </Pane>
      </div>
    </div>
  );
}

function quoteOf({ source }: Schema<'Event'>): Passage[] {
  const { quoteStart, quoteEnd } = source ?? {};
  return quoteStart === undefined || quoteEnd === undefined ? [] : [{ start: quoteStart, end: quoteEnd }];
}

function errorsOf(draft: Draft, types: readonly Schema<'EventType'>[], text: string): FieldError[] {
  const fault = draft.passage && passageFault(text, draft.passage);
  return [...errorsOfDraft(draft, types), ...(fault === null ? [] : [{ pointer: '/source/quote', detail: fault }])];
}

/** A fact as it stands: its account that is followed. */
function joinedFact(fact: Schema<'EventDetail'>): JoinedFact {
  const [account] = fact.accounts;
  return {
    id: fact.id,
    sentence: fact.sentence ?? fact.type,
    occurredAt: account?.occurredAt ?? fact.occurredAt ?? '',
    certainty: account?.certainty ?? fact.certainty ?? 'reported',
    data: account?.data ?? fact.data,
  };
}
