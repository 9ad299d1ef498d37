import { isMemberOf } from "@tidbok/domain";
import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { RoutingForm } from "../domain/routing-form.ts";
import { placeBefore } from "../../schedules/actions/steps/place-before.ts";

/** The organization's forms, newest first; null for who does not belong to it. */
export async function listRoutingForms(
  context: Context,
  asked: PageRequest & { readonly organizationId: string },
): Promise<Connection<RoutingForm> | null> {
  const { caller, cursors, store } = context;
  const { organizationId } = asked;
  const size = pageSize(asked.first);
  if (!isMemberOf(caller, organizationId)) return null;
  const before = placeBefore(context, asked.after);
  const rows = await store.routingForms.list({ organizationId, before, limit: size + 1 });
  return connectionOf(rows, { size, cursors, placeOf: ({ id }) => [id] });
}
