import { Link, Outlet } from '@tanstack/react-router';
import { useClocks } from '../clocks/use-clocks.js';
import { useTitle } from '../ui/use-title.js';
import { AdminNeeded } from './admin-access.js';

const TABS = [
  { to: '/operate/log', label: 'Log' },
  { to: '/operate/views', label: 'Views' },
  { to: '/operate/queues', label: 'Queues' },
  { to: '/operate/keys', label: 'Keys' },
  { to: '/operate/audit', label: 'Audit' },
] as const;

/** The administration of the server, in tabs. The clocks do not apply, and are handed on to the next page. */
export function OperatePage() {
  useTitle('Operate');
  const clocks = useClocks();
  return (
    <>
      <header className="page-head">
        <h1>Operate</h1>
      </header>
      <nav className="tabs" aria-label="Operate">
        {TABS.map(({ to, label }) => (
          <Link key={to} to={to} search={clocks} activeOptions={{ includeSearch: false }}>
            {label}
          </Link>
        ))}
      </nav>
      <AdminNeeded />
      <Outlet />
    </>
  );
}
