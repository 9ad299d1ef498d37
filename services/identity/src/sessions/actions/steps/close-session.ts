import { SessionEnded } from "@tidbok/events";
import type { Context } from "../../../context.ts";

/** Ends a session and tells it, within the caller's transaction. Nothing happens to one that has ended. */
export async function closeSession(
  { store, now, tell }: Context,
  { id: sessionId, accountId }: { readonly id: string; readonly accountId: string },
): Promise<void> {
  if (!(await store.sessions.end(sessionId, now))) return;
  await tell(SessionEnded, { about: sessionId, organizationId: null }, { sessionId, accountId });
}
