import { isMemberOf } from "@tidbok/domain";
import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { RoutingForm } from "../domain/routing-form.ts";

/** The organization's forms, newest first, for its members; null for other callers. */
export async function listRoutingForms(
  { caller, cursors, store, loaders }: Context,
  { organizationId, ...asked }: PageRequest & { readonly organizationId: string },
): Promise<Connection<RoutingForm> | null> {
  const page = idPageOf(asked, cursors);
  if (!isMemberOf(caller, organizationId)) return null;
  const rows = await store.routingForms.list({ organizationId, page });
  return connectionOf(rows, {
    page,
    cursors,
    positionOf: ({ id }) => [id],
    count: () => loaders.routingFormCount.load(organizationId),
  });
}
