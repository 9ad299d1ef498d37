import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { App } from "../domain/app.ts";

/** A page of the apps that the caller has given access, oldest first; null without a log-in. */
export async function listAppsWithAccess(
  { caller, store, cursors }: Context,
  asked: PageRequest,
): Promise<Connection<App> | null> {
  if (caller.kind !== "account") return null;
  const page = idPageOf(asked, cursors);
  const rows = await store.apps.listAllowedBy(caller.accountId, page);
  return connectionOf(rows, {
    page,
    cursors,
    positionOf: ({ id }) => [id],
    count: () => store.apps.countAllowedBy(caller.accountId),
  });
}
