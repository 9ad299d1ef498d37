import { sqlState, within } from "./breaks.ts";

// Deadlock, serialization failure, lock timeout: another transaction was in the way and is gone.
const passing = ["40P01", "40001", "55P03"];

// Prisma: no connection to be had, the server gone, a transaction that could not begin in time.
const ofPrisma = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]);
// PostgreSQL: shutting down, starting up, too many connections; a statement over its time; others in the
// way, each time that it was tried.
const ofPostgres = new Set([
  ...["57P01", "57P02", "57P03", "53300", "57014", "08006", "08001"],
  ...passing,
]);
const ofTheNetwork = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

// What Prisma's adapter makes of a lost connection; around a raw query it lies below P2010.
const ofTheAdapter = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TransactionAlreadyClosed",
]);

// The driver has no codes for these.
const ofTheDriver =
  /timeout exceeded when trying to connect|Connection terminated|is not queryable/;

/** Whether the error says that the database cannot be reached, or is too busy, and may be there in a moment. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null && ofPostgres.has(state)) return true;
  if (within(error).some(isOfTheAdapter)) return true;
  for (
    let each = error, depth = 0;
    each instanceof Error && depth < 6;
    each = each.cause, depth++
  ) {
    const code = "code" in each && typeof each.code === "string" ? each.code : "";
    if (ofPrisma.has(code) || ofTheNetwork.has(code)) return true;
    if (ofTheDriver.test(each.message)) return true;
  }
  return false;
}

function isOfTheAdapter(value: unknown): boolean {
  if (value === null || typeof value !== "object" || !("kind" in value)) return false;
  return typeof value.kind === "string" && ofTheAdapter.has(value.kind);
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
