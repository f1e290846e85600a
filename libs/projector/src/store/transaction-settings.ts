/**
 * How each transaction of a projector begins. It holds the lock that all others wait for, so it ends when its process
 * is not heard of for ten seconds, or takes no answer for as long: one that is frozen, or whose machine is gone, holds
 * nobody up. Many short statements: compiling their plans would cost more than it saves.
 */
export const BEGIN =
  'begin; set local idle_in_transaction_session_timeout = 10000; set local tcp_user_timeout = 10000; set local jit = off';

/**
 * The same for one that projects. Each of its statements finds a few rows for each of many subjects, by an index;
 * without statistics, or with such as fit no longer while the tables grow, PostgreSQL would now and then rather read a
 * whole table.
 */
export const BEGIN_BY_INDEX = `${BEGIN}; set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off`;

/**
 * The same with one plan for good for each named statement. Left to itself, PostgreSQL compares that plan with what
 * planning for the values at hand came to when the tables were smaller; once they have grown, it may plan anew each
 * time for ever after, which costs more than what is mostly asked for.
 */
export const BEGIN_BY_ONE_PLAN = `${BEGIN_BY_INDEX}; set local plan_cache_mode = force_generic_plan`;

/**
 * The same for one that moves the views on. It does not wait for the disk: what is lost with the power is made again
 * from the log, the checkpoint being lost with it; PostgreSQL keeps the order of commits, so that nothing that was kept
 * can know of what was lost.
 */
export const BEGIN_TO_PROJECT = `${BEGIN_BY_ONE_PLAN}; set local synchronous_commit = off`;
