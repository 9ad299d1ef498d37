import { connectionOf, pageSize, type Connection, type PageRequest } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Session } from "../domain/session.ts";

/** A page of the caller's own live sessions, newest first; null for a visitor. */
export async function listSessions(
  { caller, store, cursors, now }: Context,
  { first, after }: PageRequest,
): Promise<Connection<Session> | null> {
  if (caller.kind !== "account") return null;
  const size = pageSize(first);
  const [place] = cursors.decode(after) ?? [];
  const before = place === undefined ? null : String(place);
  const rows = await store.sessions.list(caller.accountId, { size, before, now });
  return connectionOf(rows, { size, cursors, positionOf: ({ id }) => [id] });
}
