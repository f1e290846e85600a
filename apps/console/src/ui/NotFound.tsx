import { Link } from '@tanstack/react-router';

export function NotFound() {
  return (
    <section className="notice">
      <h1>There is no such page</h1>
      <p>
        <Link to="/">All stories</Link>
      </p>
    </section>
  );
}
