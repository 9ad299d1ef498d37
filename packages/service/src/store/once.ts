import { createHash } from "node:crypto";
import { DomainError, type ErrorCode } from "@tidbok/domain";
import type { RunsSql } from "./runs-sql.ts";

/** The same key came with other arguments: it belongs to another request. */
export class IdempotencyKeyReused extends DomainError<ErrorCode> {
  constructor() {
    super("IDEMPOTENCY_KEY_REUSED", "This idempotency key was used for another request.");
  }
}

/** What is done once: who does it, which operation, the client's key, and all that was asked for. */
export type OnceRequest = {
  readonly principal: string;
  readonly operation: string;
  readonly key: string;
  readonly request: unknown;
};

/** Does the work once for a request, and gives the id that the work gave: the first time and every time after. */
export type Once = (
  request: OnceRequest,
  work: () => Promise<string>,
) => Promise<{ readonly id: string; readonly isReplay: boolean }>;

/**
 * Once per principal, operation and key, inside the transaction. A second call that comes while the
 * first is at it waits for the outcome. Throws IdempotencyKeyReused.
 */
export function createOnce(transaction: RunsSql): Once {
  return async ({ principal, operation, key, request }, work) => {
    const hash = createHash("sha256").update(canonical(request)).digest();
    const inserted = await transaction.$executeRaw`
      INSERT INTO idempotency (principal, operation, key, request_hash)
      VALUES (${principal}, ${operation}, ${key}, ${hash}) ON CONFLICT DO NOTHING`;
    if (inserted === 0) return replay(transaction, { principal, operation, key, hash });
    const id = await work();
    await transaction.$executeRaw`
      UPDATE idempotency SET result_id = ${id}::uuid
      WHERE principal = ${principal} AND operation = ${operation} AND key = ${key}`;
    return { id, isReplay: false };
  };
}

async function replay(
  transaction: RunsSql,
  { principal, operation, key, hash }: Omit<OnceRequest, "request"> & { hash: Buffer },
): Promise<{ id: string; isReplay: boolean }> {
  const [row] = await transaction.$queryRaw<{ request_hash: Uint8Array; result_id: string }[]>`
    SELECT request_hash, result_id::text FROM idempotency
    WHERE principal = ${principal} AND operation = ${operation} AND key = ${key}`;
  if (!row || !hash.equals(row.request_hash)) throw new IdempotencyKeyReused();
  return { id: row.result_id, isReplay: true };
}

// Two clients may write the same arguments in another order: the hash is over sorted keys.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
