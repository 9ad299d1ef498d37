import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { Policy } from "../domain/policy.ts";

/** Every version that was published, newest first. */
export async function listPolicies(
  { store, cursors }: Context,
  { first, after }: PageRequest,
): Promise<Connection<Policy>> {
  const size = pageSize(first);
  const place = cursors.decode(after);
  const rows = await store.policies.list({
    take: size + 1,
    after: place && { effectiveAt: Number(place[0]), version: String(place[1]) },
  });
  return connectionOf(rows, {
    size,
    cursors,
    placeOf: ({ effectiveAt, version }) => [effectiveAt, version],
  });
}
