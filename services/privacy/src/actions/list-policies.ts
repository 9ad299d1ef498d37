import { connectionOf, pageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Policy } from "../domain/policy.ts";

/** All versions, the newest first. */
export async function listPolicies(
  { store, cursors }: Context,
  asked: PageRequest,
): Promise<Connection<Policy>> {
  const page = pageOf(asked, {
    cursors,
    read: ([effectiveAt, id]) =>
      typeof effectiveAt === "number" && typeof id === "string" ? { effectiveAt, id } : null,
  });
  const rows = await store.policies.list(page);
  return connectionOf(rows, {
    page,
    cursors,
    positionOf: (row) => [row.effectiveAt, row.id],
    count: () => store.policies.count(),
  });
}
