import { isMemberOf } from "@tidbok/domain";
import {
  connectionOf,
  idAfter,
  pageSize,
  type Connection,
  type PageRequest,
} from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { RoutingForm } from "../domain/routing-form.ts";

/** The organization's forms, newest first, for its members; null for other callers. */
export async function listRoutingForms(
  { caller, cursors, store }: Context,
  { organizationId, first, after }: PageRequest & { readonly organizationId: string },
): Promise<Connection<RoutingForm> | null> {
  const size = pageSize(first);
  if (!isMemberOf(caller, organizationId)) return null;
  const before = idAfter(cursors, after);
  const rows = await store.routingForms.list({ organizationId, before, limit: size + 1 });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
