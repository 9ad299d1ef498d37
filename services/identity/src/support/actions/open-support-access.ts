import { input, newId, NotFound, validate } from "@tidbok/domain";
import { SupportAccessOpened } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import {
  longestAccessMinutes,
  supportReasons,
  type SupportAccess,
} from "../domain/support-access.ts";
import { endAccessOf } from "./end-support-access.ts";
import { requestMail } from "../../accounts/actions/steps/request-mail.ts";
import { requireStaff } from "./steps/require-staff.ts";

const schema = z.strictObject({
  email: input.email,
  reason: z.enum(supportReasons),
  ticket: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, "must be the number of a ticket"),
  minutes: z.int().min(1, "must be 1 at least").max(longestAccessMinutes, "must be 60 at most"),
});

/** Lets the calling agent look at one person's data for a while; the person is told. An earlier access ends. */
export async function openSupportAccess(context: Context, given: unknown): Promise<SupportAccess> {
  const { limits, now } = context;
  const { staffId } = requireStaff(context.caller);
  const { email, reason, ticket, minutes } = validate(schema, given);
  await limits.take("support-access", staffId);
  const known = await context.store.accounts.findCredential(email);
  if (!known?.isEmailVerified) throw new NotFound("account");
  const { accountId } = known;
  const expiresAt = now + minutes * 60_000;
  const access = { id: newId(), staffId, accountId, reason, ticket, openedAt: now, expiresAt };
  await inTransaction(context, async (context) => {
    await context.store.accounts.lock(staffId);
    await context.store.supportAccesses.settle(staffId, now);
    const before = await context.store.supportAccesses.findOpen(staffId, now);
    if (before) await endAccessOf(context, before);
    await context.store.supportAccesses.insert({ ...access, endedAt: null });
    await requestMail(context, { accountId, kind: "SUPPORT_ACCESS" });
    const subject = { about: access.id, organizationId: null };
    const told = { supportAccessId: access.id, staffId, accountId };
    await context.tell(SupportAccessOpened, subject, told);
  });
  return { ...access, endedAt: null };
}
