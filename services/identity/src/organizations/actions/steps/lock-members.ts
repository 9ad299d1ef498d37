import { isMemberOf, NotFound, type Role } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Membership } from "../../domain/membership.ts";
import { requireAccount } from "../../../callers/domain/require-account.ts";

/** The role that the caller has now, and the member that the caller acts on. */
export type LockedMembers = { readonly ownRole: Role; readonly membership: Membership };

/**
 * Reads the caller's role and another membership under the organization's lock, within the caller's transaction: of two
 * changes at once the second one decides on what the first one made. The role in the caller's token is older. Throws
 * NotFound if either is no member.
 */
export async function lockMembers(
  { caller, store }: Context,
  key: Pick<Membership, "organizationId" | "accountId">,
): Promise<LockedMembers> {
  const { accountId: ownId } = requireAccount(caller);
  const { organizationId } = key;
  // A stranger must not be able to make an organization wait.
  if (!isMemberOf(caller, organizationId)) throw new NotFound("member");
  await store.organizations.lock(organizationId);
  const own = await store.memberships.find({ organizationId, accountId: ownId });
  const membership = await store.memberships.find(key);
  if (own === null || membership === null) throw new NotFound("member");
  return { ownRole: own.role, membership };
}
