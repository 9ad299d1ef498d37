import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";

/** A page of the apps that the caller has given access, oldest first; null without a log-in. */
export async function listAppsWithAccess(
  { caller, store, cursors }: Context,
  { first, after }: PageRequest,
): Promise<Connection<App> | null> {
  if (caller.kind !== "account") return null;
  const size = pageSize(first);
  const [place] = cursors.decode(after) ?? [];
  const from = place === undefined ? null : String(place);
  const rows = await store.apps.listAllowedBy(caller.accountId, { size, after: from });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
