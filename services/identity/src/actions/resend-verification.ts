import { input, newId, validate } from "@tidbok/domain";
import { EmailVerificationRequested } from "@tidbok/events";
import { z } from "zod";
import type { Context } from "../context.ts";
import { requestVerification } from "../domain/verification.ts";

const schema = z.strictObject({ email: input.email });

/** Mails the newest sign-up's link again, as a new one: the old may have expired. Silent about everything. */
export async function resendVerification(context: Context, given: unknown): Promise<void> {
  const { email } = validate(schema, given);
  await context.steadily(() => resend(context, email));
}

async function resend({ store, limits, now }: Context, email: string): Promise<void> {
  if (!(await limits.isWithin("mail", store.fingerprintOf(email)))) return;
  const known = await store.accounts.findCredential(email);
  if (known === null || known.isEmailVerified) return;
  const { accountId } = known;
  await store.transaction(async (inner) => {
    const newest = await inner.verifications.findNewestSignUp(accountId);
    if (!newest?.form) return;
    const { kind, form } = newest;
    const again = requestVerification({ id: newId(), accountId, kind, form }, now);
    await inner.verifications.insert(again);
    await inner.outbox.append(
      EmailVerificationRequested,
      { aggregateId: accountId, organizationId: null, occurredAt: now },
      { accountId, verificationId: again.id },
    );
  });
}
