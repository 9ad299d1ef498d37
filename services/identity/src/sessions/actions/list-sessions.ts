import { connectionOf, idPageOf, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Session } from "../domain/session.ts";

/** A page of the caller's own live sessions, newest first; null for a visitor. */
export async function listSessions(
  { caller, store, cursors, now }: Context,
  asked: PageRequest,
): Promise<Connection<Session> | null> {
  if (caller.kind !== "account") return null;
  const page = idPageOf(asked, cursors);
  const rows = await store.sessions.list(caller.accountId, { page, now });
  return connectionOf(rows, {
    page,
    cursors,
    positionOf: ({ id }) => [id],
    count: () => store.sessions.count(caller.accountId, now),
  });
}
