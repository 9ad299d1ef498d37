import { Forbidden, input, NotFound, roleIn, validate } from "@tidbok/domain";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Invitation } from "../domain/invitation.ts";
import { mayGovern } from "../domain/membership.ts";
import { relationToInvited } from "../domain/relation.ts";
import { destroyKeysNow } from "../../accounts/actions/steps/destroy-keys-now.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({ invitationId: input.id });

/** Takes an invitation back, with all that is known of its person. The link works no more. */
export async function withdrawInvitation(context: Context, given: unknown): Promise<Invitation> {
  requireAccount(context.caller);
  const { invitationId } = validate(schema, given);
  const invitation = await context.store.invitations.find(invitationId);
  const organizationId = invitation?.organizationId ?? "";
  const isKnown = relationToInvited(context.caller, organizationId) === "admin";
  if (!isKnown || invitation === null || invitation.acceptedAt !== null) {
    throw new NotFound("invitation");
  }
  if (!mayGovern(roleIn(context.caller, organizationId), invitation.role)) throw new Forbidden();
  await inTransaction(context, async (context) => {
    if (!(await context.store.invitations.withdraw(invitationId))) throw new NotFound("invitation");
    await context.store.keyDestructions.insert([invitationId]);
    const change = {
      organizationId,
      kind: "INVITATION_WITHDRAWN",
      subjectId: invitationId,
    } as const;
    await recordChange(context, change);
  });
  await destroyKeysNow(context);
  return invitation;
}
