import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries.js';
import { SignInButton } from '../ui/SignIn.js';

/** Whether who looks at the page may administer the server. */
export function useAdmin(): boolean {
  const { data: session } = useQuery(sessionQuery);
  return session?.role === 'admin';
}

/** Above a page of somebody who may not: which key it needs, and how to sign in with it. */
export function AdminNeeded() {
  const { data: session } = useQuery(sessionQuery);
  if (!session || session.role === 'admin') return null;
  return (
    <section className="notice" aria-label="Which key this page needs">
      <p>
        This page needs a key with the role <strong>admin</strong>.{' '}
        {session.name === null
          ? 'Nobody is signed in.'
          : `${session.name} has the role ${session.role ?? ''}. Sign in with another key.`}
      </p>
      <SignInButton strong />
    </section>
  );
}

/** Beside an action that stays visible: what it needs. */
export function NeedsAdmin({ id }: { id?: string }) {
  return (
    <span className="note" id={id}>
      Needs a key with the role admin.
    </span>
  );
}
