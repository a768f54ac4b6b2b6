import { DrizzleQueryError } from 'drizzle-orm/errors';

/** What keeps the database from being used, told to the person who started the program. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
  /** `in-use` another phieu has the folder; `newer` a later phieu has changed the tables; else the server or disk. */
  readonly reason: 'unreachable' | 'in-use' | 'newer';

  /** `message`: one Vietnamese line with what to do, and no password in it. */
  constructor(reason: DatabaseUnavailable['reason'], message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** Fields that a server error carries: postgres.js names the constraint after its own manner, PGlite after libpq's. */
type ServerError = {
  code?: unknown;
  severity?: unknown;
  constraint_name?: unknown;
  constraint?: unknown;
  cause?: unknown;
};

/** Name of the unique index or key that refused a row, or null where `error` is something else. */
export function uniqueViolation(error: unknown): string | null {
  const found = causes(error).find((cause) => cause.code === '23505');
  const name = found?.constraint_name ?? found?.constraint;
  return typeof name === 'string' ? name : null;
}

/** Whether the same transaction may go through when it is tried again: the server was away, or two got in each other's way. */
export function isTransient(error: unknown): boolean {
  return isConnectionLost(error) || causes(error).some(({ code }) => contention.has(code));
}

/** Whether the connection on which this was thrown can no longer be used (or there was none to be had). */
export function isConnectionLost(error: unknown): boolean {
  return causes(error).some(
    ({ code, severity }) =>
      // What the server says as FATAL is the last that it says on a connection.
      severity === 'FATAL' ||
      severity === 'PANIC' ||
      lostConnection.has(code) ||
      (typeof code === 'string' && code.startsWith('08')),
  );
}

/** Whether a statement was refused only because one before it in its transaction failed (SQLSTATE in_failed_sql_transaction). */
export function isAfterFailure(error: unknown): boolean {
  return causes(error).some(({ code }) => code === '25P02');
}

/** Whether there was no room on the disk, here or at the server. */
export function isDiskFull(error: unknown): boolean {
  return causes(error).some(({ code }) => noRoom.has(code));
}

/** SQLSTATE disk_full, and what Node calls it. */
const noRoom: ReadonlySet<unknown> = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** SQLSTATE (PostgreSQL, appendix A). */
const contention: ReadonlySet<unknown> = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
]);

/** What postgres.js and Node call it; SQLSTATE has class 08 for it. */
const lostConnection: ReadonlySet<unknown> = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);

/**
 * What went wrong, for logs and staff. drizzle's own message quotes the parameters of the failed statement (a whole
 * letter, or a password's hash), and its cause says it better.
 */
export function explain(error: unknown): string {
  const told = causes(error).find((cause) => !(cause instanceof DrizzleQueryError));
  if (!(told instanceof Error)) return String(told ?? error);
  // Where several addresses of a server were tried in vain, Node says it in the code alone.
  return told.message || (codeOf(told) ?? told.name);
}

/**
 * The same, with where in the program it was thrown: for the log, and beside a letter that an error of ours stopped. Where the
 * disk is full that says nothing.
 */
export function trace(error: unknown): string {
  const frames =
    error instanceof Error && !isDiskFull(error)
      ? (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line))
      : [];
  return [explain(error), ...frames].join('\n');
}

/** SQLSTATE, or Node's or the driver's own code, of `error` or what it was thrown for. */
export function codeOf(error: unknown): string | null {
  const code = causes(error).find((cause) => typeof cause.code === 'string')?.code;
  return typeof code === 'string' ? code : null;
}

/** `error` and what it was thrown for: drizzle wraps what the driver threw. */
export function causes(error: unknown): ServerError[] {
  const chain: ServerError[] = [];
  for (let at = error; typeof at === 'object' && at !== null; at = (at as ServerError).cause) {
    if (chain.includes(at)) break;
    chain.push(at);
  }
  return chain;
}
