import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { closeSession } from "../../sessions/actions/steps/close-session.ts";
import { endSessionsOf } from "../../sessions/actions/steps/end-sessions-of.ts";
import { endAccessOf } from "../../support/actions/end-support-access.ts";

/** Ends the caller's session, or all sessions of a support agent. Does nothing without a log-in. */
export async function logOut(context: Context): Promise<void> {
  const { caller } = context;
  if (caller.kind === "account") {
    const session = { id: caller.sessionId, accountId: caller.accountId };
    await inTransaction(context, (context) => closeSession(context, session));
  }
  // An agent's work ends on every device, so that no access to a person's data stays open.
  if (caller.kind === "staff") {
    const { staffId: accountId } = caller;
    await inTransaction(context, async (context) => {
      const open = await context.store.supportAccesses.findOpen(accountId, context.now);
      if (open) await endAccessOf(context, open);
      await endSessionsOf(context, { accountId, but: null });
    });
  }
}
