import { input, NotFound, Unauthenticated, validate, type Caller } from "@tidbok/domain";
import { SupportAccessEnded } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { SupportAccess } from "../domain/support-access.ts";

const schema = z.strictObject({ supportAccessId: input.id });

/** Ends an access at once. The person concerned may do so, and so may the agent. */
export async function endSupportAccess(context: Context, given: unknown): Promise<SupportAccess> {
  const { caller } = context;
  if (caller.kind === "anonymous") throw new Unauthenticated();
  const { supportAccessId } = validate(schema, given);
  const access = await context.store.supportAccesses.find(supportAccessId);
  if (access === null || !isParty(caller, access)) throw new NotFound("support access");
  await inTransaction(context, (context) => endAccessOf(context, access));
  return (await context.store.supportAccesses.find(supportAccessId)) ?? access;
}

/** Ends an access and tells it, within the caller's transaction. Nothing happens to one that is over. */
export async function endAccessOf(
  { store, now, tell }: Pick<Context, "store" | "now" | "tell">,
  { id: supportAccessId, staffId, accountId }: SupportAccess,
): Promise<void> {
  if (!(await store.supportAccesses.end(supportAccessId, now)) || accountId === null) return;
  const subject = { about: supportAccessId, organizationId: null };
  await tell(SupportAccessEnded, subject, { supportAccessId, staffId, accountId });
}

function isParty(caller: Caller, { staffId, accountId }: SupportAccess): boolean {
  if (caller.kind === "staff") return caller.staffId === staffId;
  return caller.kind === "account" && caller.accountId === accountId;
}
