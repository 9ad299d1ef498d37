import { SessionEnded } from "@tidbok/events";
import type { Context } from "../../../context.ts";

/** Ends a person's sessions, all but one if it says so, and tells each, within the caller's transaction. */
export async function endSessionsOf(
  { store, now, tell }: Pick<Context, "store" | "now" | "tell">,
  { accountId, but }: { readonly accountId: string; readonly but: string | null },
): Promise<void> {
  for (const sessionId of await store.sessions.endOthers(accountId, { but, at: now })) {
    const subject = { about: sessionId, organizationId: null };
    await tell(SessionEnded, subject, { sessionId, accountId });
  }
}
