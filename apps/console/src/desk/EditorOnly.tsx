import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionQuery } from '../api/queries.js';
import { SignInButton } from '../ui/SignIn.js';
import { Skeleton } from '../ui/Skeleton.js';

/** What an editor may do. Who may not is told which key does, and drafts stay where they are. */
export function EditorOnly({ to, children }: { to: string; children: ReactNode }) {
  const { data: session, isPending } = useQuery(sessionQuery);
  if (isPending) return <Skeleton lines={4} />;
  if (session?.role === 'editor' || session?.role === 'admin') return children;
  return (
    <section className="notice">
      <h2>{to} needs the key of an editor or an admin</h2>
      {session?.name === null ? (
        <>
          <p>Sign in with such a key.</p>
          <SignInButton strong />
        </>
      ) : (
        <p>You are signed in as {session?.name}, whose key only reads. Sign out, and sign in with another key.</p>
      )}
    </section>
  );
}
