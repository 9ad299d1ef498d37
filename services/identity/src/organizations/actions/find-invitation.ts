import { input } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Invitation } from "../domain/invitation.ts";
import { relationToInvited } from "../domain/relation.ts";
import { isMailer } from "../../callers/domain/is-mailer.ts";

/** The invitation, for the service that mails it and for owners and admins of the organization; null for other callers. */
export async function findInvitation(
  { caller, store }: Context,
  id: string,
): Promise<Invitation | null> {
  if (!input.id.safeParse(id).success) return null;
  const invitation = await store.invitations.find(id);
  if (invitation === null || isMailer(caller)) return invitation;
  return relationToInvited(caller, invitation.organizationId) === "admin" ? invitation : null;
}
