import { toApiError } from '#client/api-error.js';
import { dateline, queryClient } from './client.js';

/**
 * Exchanges a key for the session cookie. The key is in one header of one request, and kept nowhere. Everything is read
 * again, for the holder may see more.
 *
 * @throws ApiError where the key is refused
 */
export async function signIn(key: string): Promise<void> {
  // A header has bytes, and a key is UTF-8.
  const bytes = new TextEncoder().encode(key.trim());
  const authorization = `Bearer ${String.fromCharCode(...bytes)}`;
  const answer = await fetch('/v1/session', { method: 'POST', headers: { authorization } });
  if (!answer.ok) throw await toApiError(answer);
  await queryClient.resetQueries();
}

export async function signOut(): Promise<void> {
  await dateline.DELETE('/v1/session');
  await queryClient.resetQueries();
}
