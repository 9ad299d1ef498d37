import { input, validate } from "@tidbok/domain";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { limitMails } from "./steps/limit-mails.ts";
import { requestMail } from "./steps/request-mail.ts";

const schema = z.strictObject({ email: input.email });

/** Mails the newest sign-up's link again, as a new one: the old may have expired. Silent about everything. */
export async function resendVerification(context: Context, given: unknown): Promise<void> {
  const { email } = validate(schema, given);
  await limitMails(context);
  await context.steadily(() => resend(context, email));
}

async function resend(context: Context, email: string): Promise<void> {
  const { store, limits } = context;
  if (!(await limits.isWithin("mail", store.fingerprintOf(email)))) return;
  await inTransaction(context, async (context) => {
    const known = await context.store.accountEmails.lock(email);
    if (known === null || known.isEmailVerified) return;
    const { accountId } = known;
    const newest = await context.store.verifications.findNewestSignUp(accountId);
    if (!newest?.form) return;
    const { kind, form } = newest;
    await requestMail(context, { accountId, kind, form });
  });
}
