import { defineReaction, InvitationSent } from "@tidbok/events";
import { planMail } from "../mails/actions/plan-mail.ts";
import type { Context } from "../context.ts";

export const onInvitationSent = defineReaction(InvitationSent, async (context: Context, event) => {
  const { invitationId, organizationId } = event.data;
  await planMail(context, {
    eventId: event.id,
    kind: "INVITATION",
    // Until they accept, the invitation's id is all that stands for the person.
    recipient: { kind: "INVITEE", id: invitationId },
    aboutId: invitationId,
    organizationId,
  });
});
