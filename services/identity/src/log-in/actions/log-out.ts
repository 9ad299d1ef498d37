import type { Context } from "../../context.ts";
import { closeSession } from "../../sessions/actions/steps/close-session.ts";
import { endSessionsOf } from "../../sessions/actions/steps/end-sessions-of.ts";
import { endAccessOf } from "../../support/actions/end-support-access.ts";

/** Ends the session that asks, or all of an agent's; for who is not logged in there is nothing to do but to clear the cookie. */
export async function logOut(context: Context): Promise<void> {
  const { caller, store } = context;
  if (caller.kind === "account") {
    const session = { id: caller.sessionId, accountId: caller.accountId };
    await store.transaction((inner) => closeSession({ ...context, store: inner }, session));
  }
  // An agent's work is over everywhere: nothing of it should stay open on another device.
  if (caller.kind === "staff") {
    const { staffId: accountId } = caller;
    const { now } = context;
    await store.transaction(async (inner) => {
      const open = await inner.supportAccesses.findOpen(accountId, now);
      if (open) await endAccessOf({ store: inner, now }, open);
      await endSessionsOf({ store: inner, now }, { accountId, but: null });
    });
  }
  context.extend("session", { cookie: null, maxAgeSeconds: 0 });
}
