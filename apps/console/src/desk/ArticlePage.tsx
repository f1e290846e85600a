import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schema } from '../api/client.js';
import { articleEventsQuery, eventTypesQuery, storyListQuery } from '../api/desk-queries.js';
import { articleQuery } from '../api/queries.js';
import { Loaded } from '../ui/Loaded.js';
import { SourceLink } from '../ui/SourceLink.js';
import { useTitle } from '../ui/use-title.js';
import { When } from '../ui/When.js';
import { EditorOnly } from './EditorOnly.js';
import { Workbench } from './Workbench.js';

const route = getRouteApi('/desk/articles/$id');

/** An article, and the facts that are taken from it. */
export function ArticlePage() {
  const { id } = route.useParams();
  const read = useQuery(articleQuery(id));
  useTitle(read.data?.headline ?? 'Article');
  return (
    <div className="desk">
      <p className="note">
        <Link to="/desk">Desk</Link>
      </p>
      <Loaded read={read} lines={6}>
        {(article) => (
          <>
            <header className="page-head">
              <h1>{article.headline}</h1>
              <p className="note">
                <SourceLink url={article.url}>{article.publisher}</SourceLink>, <When date={article.publishedAt} />
                {article.byline !== null && ` · ${article.byline}`}
                {article.revision > 1 && ` · revision ${article.revision}`}
              </p>
            </header>
            <EditorOnly to="Recording facts from an article">
              {typeof article.body === 'string' ? (
                <Facts article={article} text={article.body} />
              ) : (
                <p className="empty">
                  Its text is not kept here{article.erased === undefined ? '' : `: ${article.erased}`}. A fact can be
                  recorded from it over the API, without words of the source.
                </p>
              )}
            </EditorOnly>
          </>
        )}
      </Loaded>
    </div>
  );
}

/** The workbench, once it is known what can be recorded. */
function Facts({ article, text }: { article: Schema<'WholeArticle'>; text: string }) {
  const types = useQuery(eventTypesQuery);
  const stories = useQuery(storyListQuery);
  const events = useQuery(articleEventsQuery(article.id));
  return (
    <Loaded read={types} lines={6}>
      {({ items }) => (
        <Loaded read={stories} lines={6}>
          {(list) => (
            <Workbench
              key={article.id}
              article={article}
              text={text}
              types={items}
              stories={list}
              recorded={events.data ?? []}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
