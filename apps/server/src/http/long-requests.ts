import type { Socket } from 'node:net';

/**
 * Connections whose request may take longer to arrive than others: it is read as it comes, and looked after by whoever
 * reads it.
 */
const long = new WeakSet<Socket>();

/**
 * From now on the limit on the time that a request may take to arrive does not end this connection. It bears one such
 * request, and is closed after it.
 */
export const exemptFromTimeout = (socket: Socket): void => void long.add(socket);

export const isExempt = (socket: Socket): boolean => long.has(socket);
