/**
 * How each transaction of a projector begins. It holds the lock that all others wait for, so it ends when its process is not heard of for ten seconds,
 * or takes no answer for as long: one that is frozen, or whose machine is gone, holds nobody up. Many short statements: compiling their plans would
 * cost more than it saves.
 */
export const BEGIN =
  'begin; set local idle_in_transaction_session_timeout = 10000; set local tcp_user_timeout = 10000; set local jit = off';
