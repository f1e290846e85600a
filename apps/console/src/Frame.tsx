import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { disputesQuery, sessionQuery } from './api/queries.js';
import { signOut } from './api/session.js';
import type { ClockPoint } from './clocks/clocks.js';
import { KeyNeeded, SignInButton } from './ui/SignIn.js';
import { Skeleton } from './ui/Skeleton.js';
import { chooseTheme, readTheme, type Theme, THEMES } from './ui/theme.js';
import { useClocks } from './clocks/use-clocks.js';

/** What stands around every page. */
export function Frame() {
  const clocks = useClocks();
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="frame-head">
        <Link to="/" search={clocks} className="brand">
          Dateline
        </Link>
        <nav aria-label="Console">
          <Link to="/" search={clocks} activeOptions={{ exact: true, includeSearch: false }}>
            Stories
          </Link>
          <Link to="/desk" search={clocks} activeOptions={{ includeSearch: false }}>
            Desk
          </Link>
          <Link to="/disputes" search={clocks} activeOptions={{ includeSearch: false }}>
            Disputes
            <DisputeCount clocks={clocks} />
          </Link>
          <Link to="/deadlines" search={clocks} activeOptions={{ includeSearch: false }}>
            Deadlines
          </Link>
          <Link to="/operate" search={clocks} activeOptions={{ includeSearch: false }}>
            Operate
          </Link>
          <a href="/docs">API</a>
        </nav>
        <div className="frame-tools">
          <ThemeButton />
          <Account />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Page />
      </main>
    </>
  );
}

/** What is asked for; on a server that lets nobody read without a key, first the key. */
function Page() {
  const { data: session, isPending } = useQuery(sessionQuery);
  if (isPending) return <Skeleton lines={8} />;
  return session && session.name === null && !session.publicRead ? <KeyNeeded /> : <Outlet />;
}

/** How many disputes are open, once somebody may read that. */
function DisputeCount({ clocks }: { clocks: ClockPoint }) {
  const { data: session } = useQuery(sessionQuery);
  const mayRead = session !== undefined && (session.publicRead || session.name !== null);
  const { data } = useInfiniteQuery({ ...disputesQuery({ open: true }, clocks), enabled: mayRead });
  const [page] = data?.pages ?? [];
  if (!page || page.items.length === 0) return null;
  return (
    <span className="count">
      {page.items.length}
      {page.next !== null && '+'}
    </span>
  );
}

const THEME_NAMES: Readonly<Record<Theme, string>> = { system: 'as the machine', light: 'light', dark: 'dark' };

function ThemeButton() {
  const [theme, setTheme] = useState(readTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const choose = (): void => {
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <Button className="quiet-button" onPress={choose} aria-label={`Colors: ${THEME_NAMES[theme]}. Change`}>
      <span aria-hidden="true">{theme === 'light' ? '☀' : theme === 'dark' ? '☾' : '◐'}</span>
    </Button>
  );
}

function Account() {
  const { data: session } = useQuery(sessionQuery);
  if (!session) return null;
  if (session.name === null) return <SignInButton />;
  return (
    <span className="account">
      <span title={`Role: ${session.role ?? ''}`}>{session.name}</span>
      <Button className="quiet-button" onPress={() => void signOut()}>
        Sign out
      </Button>
    </span>
  );
}
