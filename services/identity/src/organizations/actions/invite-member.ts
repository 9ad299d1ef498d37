import { Forbidden, input, newId, requireRole, validate } from "@tidbok/domain";
import { InvitationSent } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { invite, type Invitation } from "../domain/invitation.ts";
import { mayGovern } from "../domain/membership.ts";
import { AlreadyMember } from "../domain/organization-errors.ts";
import { destroyKeysNow } from "../../accounts/actions/steps/destroy-keys-now.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({
  organizationId: input.id,
  email: input.email,
  role: z.enum(["OWNER", "ADMIN", "MEMBER"]),
  idempotencyKey: input.idempotencyKey.nullish(),
});

/** Invites an address. The same happens whether or not it has an account, and nothing happens to that account. */
export async function inviteMember(context: Context, given: unknown): Promise<Invitation> {
  const { caller, limits, now } = context;
  const { accountId: invitedBy } = requireAccount(caller);
  const { idempotencyKey: key, ...asked } = validate(schema, given);
  const own = requireRole(caller, { organizationId: asked.organizationId, least: "MEMBER" });
  if (!mayGovern(own, asked.role)) throw new Forbidden();
  await limits.take("invitation", asked.organizationId);

  const invitation = invite({ ...asked, id: newId(), invitedBy }, now);
  // Whether the address has an account is to be told by no time either.
  const id = await context.steadily(() =>
    inTransaction(context, async (context) => {
      const work = () => record(context, invitation);
      if (!key) return work();
      const { email, ...rest } = asked;
      const request = { ...rest, address: context.store.fingerprintOf(email) };
      const once = { principal: invitedBy, operation: "inviteMember", key, request };
      return (await context.store.once(once, work)).id;
    }),
  );
  await destroyKeysNow(context);
  return (await context.store.invitations.find(id)) ?? invitation;
}

async function record(
  context: Context,
  invitation: Invitation & { readonly email: string },
): Promise<string> {
  const { store } = context;
  const { id, organizationId, email } = invitation;
  // Of two invitations of one address at once, the second takes the place of the first.
  await store.organizations.lock(organizationId);
  const known = await store.accounts.findCredential(email);
  // The address of a deactivated member is hidden from admins, so a right guess must not be told from a wrong one.
  const seen = known && !known.isDeactivated;
  const key = seen && { organizationId, accountId: known.accountId };
  if (key && (await store.memberships.find(key))) throw new AlreadyMember();
  await store.keyDestructions.insert(await store.invitations.removeOpen(organizationId, email));
  await store.invitations.insert(invitation);
  await recordChange(context, { organizationId, kind: "MEMBER_INVITED", subjectId: id });
  await context.tell(
    InvitationSent,
    { about: id, organizationId },
    { invitationId: id, organizationId },
  );
  return id;
}
