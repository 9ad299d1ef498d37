import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { closeSession } from "../../sessions/actions/steps/close-session.ts";
import { endSessionsOf } from "../../sessions/actions/steps/end-sessions-of.ts";
import { endAccessOf } from "../../support/actions/end-support-access.ts";

/** Ends the session that asks, or all of an agent's; for who is not logged in there is nothing to do but to clear the cookie. */
export async function logOut(context: Context): Promise<void> {
  const { caller } = context;
  if (caller.kind === "account") {
    const session = { id: caller.sessionId, accountId: caller.accountId };
    await inTransaction(context, (context) => closeSession(context, session));
  }
  // An agent's work is over everywhere: nothing of it should stay open on another device.
  if (caller.kind === "staff") {
    const { staffId: accountId } = caller;
    await inTransaction(context, async (context) => {
      const open = await context.store.supportAccesses.findOpen(accountId, context.now);
      if (open) await endAccessOf(context, open);
      await endSessionsOf(context, { accountId, but: null });
    });
  }
}
