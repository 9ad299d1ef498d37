import { setTimeout as wait } from "node:timers/promises";
import { sqlState } from "./breaks.ts";

/** The part of a Prisma client that opens a transaction. */
export type OpensTransactions<Transaction> = {
  $transaction<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    options?: { maxWait?: number; timeout?: number },
  ): Promise<Result>;
};

// Deadlock, serialization failure, lock timeout: another transaction was in the way and is gone.
const passing = new Set(["40P01", "40001", "55P03"]);
const attempts = 4;

/**
 * Runs the work in one transaction and commits it whole. A transaction that lost to another one is
 * run again, three times at most, so the work must touch nothing but the transaction it is given.
 */
export async function runTransaction<Transaction, Result>(
  client: OpensTransactions<Transaction>,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(work, { maxWait: 5_000, timeout: 10_000 });
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error;
      await wait(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/** Whether the error says that another transaction was in the way. */
export function isPassing(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== null) return passing.has(state);
  if (!(error instanceof Error)) return false;
  return (
    ("code" in error && error.code === "P2034") ||
    error.message.includes("TransactionWriteConflict")
  );
}
