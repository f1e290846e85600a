import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useStored } from '../ui/stored.js';
import { ARTICLE_DRAFTS, type ArticleDrafts, type Draft, newDraft, readArticleDrafts } from './drafts.js';
import { parsePassage, type Passage, passageText } from './passages/passages.js';

const route = getRouteApi('/desk/articles/$id');

export interface Drafts extends ArticleDrafts {
  /** The draft that is open. */
  current: Draft | null;
  /** The passage of the open draft; where none is open, that of the address. */
  marked: Passage | null;
  /** Of drafts that are not open. */
  used: readonly Passage[];
  chooseStory: (slug: string) => void;
  /** Marks a passage for the open draft, or begins a draft with it. */
  mark: (passage: Passage | null) => void;
  begin: () => void;
  edit: (edited: Partial<Draft>) => void;
  openDraft: (id: string) => void;
  remove: (ids: readonly string[]) => void;
  setVersion: (version: number) => void;
}

/** The drafts of an article, as this browser keeps them. The address has the story and the marked passage. */
export function useDrafts(article: string, length: number): Drafts {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [kept, change] = useStored(ARTICLE_DRAFTS + article, readArticleDrafts);
  const { drafts } = kept;
  const story = kept.story || search.story || '';
  const current = drafts.find(({ id }) => id === kept.open) ?? null;
  const marked = useMemo(
    () => (current ? current.passage : parsePassage(search.passage, length)),
    [current, search.passage, length],
  );
  const used = useMemo(
    () => drafts.flatMap((draft) => (draft !== current && draft.passage ? [draft.passage] : [])),
    [drafts, current],
  );

  const toAddress = (part: { passage?: string | undefined; story?: string | undefined }): void =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const showPassage = (passage: Passage | null): void =>
    toAddress({ passage: passage ? passageText(passage) : undefined });
  const beginWith = (passage: Passage | null): void => {
    const draft = newDraft({ passage, ...(search.type !== undefined && { type: search.type }) });
    change((now) => ({ ...now, story, open: draft.id, drafts: [...now.drafts, draft] }));
    showPassage(passage);
  };
  const edit = (edited: Partial<Draft>): void =>
    change((now) => ({
      ...now,
      drafts: now.drafts.map((draft) => (draft.id === now.open ? { ...draft, ...edited } : draft)),
    }));

  return {
    ...kept,
    story,
    current,
    marked,
    used,
    edit,
    chooseStory: (slug) => {
      if (drafts.length > 0) change((now) => ({ ...now, story: slug, version: null }));
      toAddress({ story: slug });
    },
    mark: (passage) => {
      if (current) edit({ passage });
      else if (passage) beginWith(passage);
      if (current) showPassage(passage);
    },
    // What the address marks is what the first draft is begun with.
    begin: () => beginWith(current ? null : marked),
    openDraft: (id) => {
      change((now) => ({ ...now, open: id }));
      showPassage(drafts.find((draft) => draft.id === id)?.passage ?? null);
    },
    remove: (ids) => {
      const rest = drafts.filter(({ id }) => !ids.includes(id));
      const next = rest.find(({ id }) => id === kept.open) ?? rest.at(-1);
      change((now) => (next ? { ...now, version: null, open: next.id, drafts: rest } : null));
      toAddress({ story, passage: next?.passage ? passageText(next.passage) : undefined });
    },
    setVersion: useCallback(
      (version: number) => change((now) => (now.drafts.length === 0 ? null : { ...now, version })),
      [change],
    ),
  };
}
