import type { Context } from "../context.ts";
import { closeSession } from "./close-session.ts";

/** Ends the session that asks; for who is not logged in there is nothing to do but to clear the cookie. */
export async function logOut(context: Context): Promise<void> {
  const { caller, store } = context;
  if (caller.kind === "account") {
    const session = { id: caller.sessionId, accountId: caller.accountId };
    await store.transaction((inner) => closeSession({ ...context, store: inner }, session));
  }
  context.extend("session", { cookie: null, maxAgeSeconds: 0 });
}
