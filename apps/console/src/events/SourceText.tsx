import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Schema } from '../api/client.js';
import { articleQuery, sessionQuery } from '../api/queries.js';
import { Loaded } from '../ui/Loaded.js';
import { SignInButton } from '../ui/SignIn.js';
import { SourceLink } from '../ui/SourceLink.js';
import { When } from '../ui/When.js';
import { quoteParts } from './quote-parts.js';

/** The article that an event was taken from, with its quote marked, where the reader may see the text. */
export function SourceText({ source }: { source: Schema<'StoredSource'> | undefined }) {
  if (!source) return null;
  return (
    <section aria-labelledby="article">
      <h2 id="article">Article</h2>
      {source.article === undefined ? (
        <p>
          <SourceLink url={source.url}>{source.headline ?? source.publisher}</SourceLink>
          <span className="quiet">. Its text is not kept here.</span>
        </p>
      ) : (
        <FiledArticle id={source.article} source={source} />
      )}
    </section>
  );
}

function FiledArticle({ id, source }: { id: string; source: Schema<'StoredSource'> }) {
  const read = useQuery(articleQuery(id));
  const session = useQuery(sessionQuery);
  return (
    <Loaded read={read} lines={3}>
      {(article) => (
        <>
          <p className="article-head">
            <SourceLink url={article.url}>{article.headline}</SourceLink>
          </p>
          <p className="note">
            {article.publisher}, <When date={article.publishedAt} />
            {article.byline !== null && ` · ${article.byline}`}
          </p>
          {typeof article.body === 'string' ? (
            <MarkedText text={article.body} source={source} />
          ) : article.body === null ? (
            <p className="empty">Its text is not kept any more.</p>
          ) : (
            <div className="empty">
              <p>The text is for editors.</p>
              {session.data?.name === null && <SignInButton />}
            </div>
          )}
        </>
      )}
    </Loaded>
  );
}

function MarkedText({ text, source }: { text: string; source: Schema<'StoredSource'> }) {
  const mark = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const parts = quoteParts(text, source.quoteStart, source.quoteEnd);
  useEffect(() => {
    if (mark.current && box.current) box.current.scrollTop = mark.current.offsetTop - box.current.offsetTop - 60;
  }, [text]);
  return (
    <div className="article-text" role="region" aria-label="Text of the article" tabIndex={0} ref={box}>
      {parts ? (
        <>
          {parts.before}
          <mark ref={mark}>{parts.quote}</mark>
          {parts.after}
        </>
      ) : (
        text
      )}
    </div>
  );
}
