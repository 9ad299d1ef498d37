import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Policy } from "../domain/policy.ts";

/** All versions, the newest first. */
export async function listPolicies(
  { store, cursors }: Context,
  { first, after }: PageRequest,
): Promise<Connection<Policy>> {
  const size = pageSize(first);
  const [effectiveAt, id] = cursors.decode(after) ?? [];
  const isPlace = typeof effectiveAt === "number" && typeof id === "string";
  const rows = await store.policies.list({ after: isPlace ? { effectiveAt, id } : null, size });
  return connectionOf(rows, { size, cursors, positionOf: (row) => [row.effectiveAt, row.id] });
}
