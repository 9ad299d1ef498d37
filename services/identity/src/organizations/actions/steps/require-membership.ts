import { isMemberOf, NotFound } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Membership } from "../../domain/membership.ts";

/** The membership, for a caller of the same organization. Throws NotFound, whichever of the two is unknown. */
export async function requireMembership(
  { caller, store }: Context,
  key: Pick<Membership, "organizationId" | "accountId">,
): Promise<Membership> {
  const membership = isMemberOf(caller, key.organizationId)
    ? await store.memberships.find(key)
    : null;
  if (membership === null) throw new NotFound("member");
  return membership;
}
