import { Unauthenticated, validate } from "@tidbok/domain";
import { MemberJoined } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { InvitationNotYours, LinkExpired, LinkInvalid } from "../../accounts/domain/link-errors.ts";
import type { Membership } from "../domain/membership.ts";
import { keepWithinLimit } from "./steps/keep-within-limit.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({ token: z.string().max(200, "must have 200 characters at most") });

/** Joins the organization. Only with the address that was invited: a forwarded link lets no other person in. */
export async function acceptInvitation(context: Context, given: unknown): Promise<Membership> {
  const { store, links, now } = context;
  const { accountId } = requireAccount(context.caller);
  const id = links.read("invitation", validate(schema, given).token);
  const invitation = id === null ? null : await store.invitations.find(id);
  if (id === null || invitation === null) throw new LinkInvalid();
  if (!(await store.invitations.isFor(id, accountId))) throw new InvitationNotYours();
  const { organizationId, role, acceptedAt, expiresAt } = invitation;
  const key = { organizationId, accountId };
  if (acceptedAt === null) {
    if (expiresAt <= now) throw new LinkExpired();
    await inTransaction(context, async (context) => {
      // The lock makes a second membership of the person wait, so that both together cannot exceed the limit.
      if (!(await context.store.accounts.lock(accountId))) throw new Unauthenticated();
      await context.store.organizations.lock(organizationId);
      // Accepted or withdrawn meanwhile: whether the caller is a member decides.
      if (!(await context.store.invitations.accept(id, { by: accountId, at: now }))) return;
      if (!(await context.store.memberships.insert({ ...key, role, joinedAt: now }))) return;
      await keepWithinLimit(context.store, accountId);
      const subject = { about: organizationId, organizationId };
      await context.tell(MemberJoined, subject, { ...key, role });
      await context.store.memberships.recordVersion(key);
      const change = { organizationId, kind: "MEMBER_JOINED", subjectId: accountId } as const;
      await recordChange(context, change);
    });
  }
  const membership = await store.memberships.find(key);
  // A member that has left since joins by a new invitation, not by the old link.
  if (membership === null) throw new LinkInvalid();
  return membership;
}
