import { DomainError, type ErrorCode } from "@tidbok/domain";
import { sqlState, within } from "./breaks.ts";

// Deadlock, serialization failure, lock timeout: another transaction was in the way, each time that it was tried.
const passing = ["40P01", "40001", "55P03"];

// Prisma: no connection to be had, the server gone, a transaction that could not begin in time, or lost to another one.
const ofPrisma = new Set([
  ...["P1001", "P1002", "P1008", "P1017"],
  ...["P2024", "P2028", "P2034", "P2037"],
]);

// PostgreSQL, by class (two characters) or code: the connection broke; no room for connections, memory or disk; an
// operator stops, starts or cancels; the disk fails; a time limit within a transaction; a standby that only reads, as
// after a failover.
const ofPostgres = /^(?:08...|53...|57014|57P0[1235]|58030|25006|25P0[34])$/;

const ofTheNetwork = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
  ...["ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN", "EHOSTDOWN"],
]);

// Limits on how long work may take, of PostgreSQL, Prisma and its adapter. The work itself may be the reason.
const timeLimits = new Set([
  ...["57014", "25P03", "25P04"],
  ...["P1008", "P2028"],
  ...["SocketTimeout", "TransactionAlreadyClosed"],
]);

// What Prisma's adapter makes of a lost connection; around a raw query it lies below P2010.
const ofTheAdapter = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TransactionAlreadyClosed",
  "TransactionWriteConflict",
]);

// The driver has no codes for these.
const ofTheDriver =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|is not queryable/;

// Our own words for the same: a line that is full, a gateway that does not answer.
const ofOurs: ReadonlySet<string> = new Set<ErrorCode>([
  "SERVICE_UNAVAILABLE",
  "TOO_BUSY",
  "ASK_TIMEOUT",
  "ASK_UNANSWERED",
]);

/**
 * Whether the error says that a database or the graph cannot be reached, or is too busy, and may be there in a moment. The errors
 * of the driver, of its pool, of Prisma's models and of its raw queries differ; all are tried on a real server in
 * services/scheduling/test/database-away.test.ts.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DomainError && ofOurs.has(error.code)) return true;
  const state = sqlState(error);
  if (state !== null && (ofPostgres.test(state) || passing.includes(state))) return true;
  return within(error).some((value) => isOfTheAdapter(value) || isOfTheClient(value));
}

function isOfTheAdapter(value: unknown): boolean {
  if (value === null || typeof value !== "object" || !("kind" in value)) return false;
  return typeof value.kind === "string" && ofTheAdapter.has(value.kind);
}

function isOfTheClient(value: unknown): boolean {
  if (!(value instanceof Error)) return false;
  const code = "code" in value && typeof value.code === "string" ? value.code : "";
  return ofPrisma.has(code) || ofTheNetwork.has(code) || ofTheDriver.test(value.message);
}

/**
 * Whether the error, which is one of `isUnavailable`, says that the work took too long. Either the database is away or the
 * work is too slow; the error does not tell which.
 */
export function isTimeLimit(error: unknown): boolean {
  // Prisma has one code for a transaction that takes too long and for one that got no connection to begin with.
  const texts = within(error).filter((value) => typeof value === "string");
  if (texts.some((text) => text.includes("Unable to start a transaction"))) return false;
  return texts.some((text) => timeLimits.has(text) || text.includes("Query read timeout"));
}

/** Whether the error says that another transaction was in the way: the same work may succeed at once. */
export function isPassing(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return passing.includes(state);
  if (!(error instanceof Error)) return false;
  return (
    ("code" in error && error.code === "P2034") ||
    error.message.includes("TransactionWriteConflict")
  );
}
