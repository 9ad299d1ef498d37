import { defineReaction, EmailVerificationRequested } from "@tidbok/events";
import { planMail } from "../mails/actions/plan-mail.ts";
import type { Context } from "../context.ts";

export const onEmailVerificationRequested = defineReaction(
  EmailVerificationRequested,
  async (context: Context, event) => {
    const { accountId, verificationId } = event.data;
    await planMail(context, {
      eventId: event.id,
      kind: "EMAIL_VERIFICATION",
      recipient: { kind: "ACCOUNT", id: accountId },
      aboutId: verificationId,
      organizationId: null,
    });
  },
);
