import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'react-aria-components/Button';
import type { Schema } from '../api/client.js';
import { articlesQuery } from '../api/desk-queries.js';
import { Loaded } from '../ui/Loaded.js';
import { useStored, useStoredKeys } from '../ui/stored.js';
import { useTitle } from '../ui/use-title.js';
import { When } from '../ui/When.js';
import { ARTICLE_DRAFTS, readArticleDrafts } from './drafts.js';
import { EditorOnly } from './EditorOnly.js';
import { FileArticle } from './FileArticle.js';
import { OpenStory } from './OpenStory.js';

const route = getRouteApi('/desk');

/** Where recording begins: with an article. */
export function DeskPage() {
  useTitle('Desk');
  const { story } = route.useSearch();
  const read = useInfiniteQuery(articlesQuery);
  const begun = useStoredKeys(ARTICLE_DRAFTS).map((key) => key.slice(ARTICLE_DRAFTS.length));
  return (
    <div className="desk">
      <header className="page-head">
        <h1>Desk</h1>
        <p>From the words of an article to facts on the board, each tried before it is recorded.</p>
      </header>
      <div className="desk-columns">
        <section aria-labelledby="file">
          <h2 id="file">File an article</h2>
          <EditorOnly to="Filing an article">
            <FileArticle story={story} />
            <OpenStory />
          </EditorOnly>
        </section>
        <section aria-labelledby="articles">
          <h2 id="articles">Articles, the latest filed first</h2>
          <Loaded read={read} lines={6}>
            {({ pages }) => {
              const articles = pages.flatMap((page) => page.items);
              if (articles.length === 0) return <p className="empty">None was filed yet.</p>;
              // What was begun stands first, whenever it was filed.
              const sorted = [
                ...articles.filter(({ id }) => begun.includes(id)),
                ...articles.filter(({ id }) => !begun.includes(id)),
              ];
              return (
                <ul className="articles">
                  {sorted.map((article) => (
                    <li key={article.id}>
                      <ArticleRow article={article} story={story} />
                    </li>
                  ))}
                </ul>
              );
            }}
          </Loaded>
          {read.hasNextPage && (
            <Button className="quiet-button" onPress={() => void read.fetchNextPage()} isDisabled={read.isFetching}>
              Earlier articles
            </Button>
          )}
        </section>
      </div>
    </div>
  );
}

function ArticleRow({ article, story }: { article: Schema<'Article'>; story: string | undefined }) {
  const [{ drafts }] = useStored(ARTICLE_DRAFTS + article.id, readArticleDrafts);
  return (
    <>
      <Link to="/desk/articles/$id" params={{ id: article.id }} search={{ ...(story && { story }) }}>
        {article.headline}
      </Link>{' '}
      {drafts.length > 0 && (
        <span className="draft-count">{drafts.length === 1 ? '1 draft' : `${drafts.length} drafts`}</span>
      )}
      <p className="note">
        {article.publisher}, <When date={article.publishedAt} short />
        {article.revision > 1 && ` · revision ${article.revision}`} · filed by {article.filedBy}
      </p>
    </>
  );
}
