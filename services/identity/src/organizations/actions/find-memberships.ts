import type { Context } from "../../context.ts";
import type { Membership } from "../domain/membership.ts";
import { knownMemberships } from "../domain/relation.ts";

/** Those of the account's memberships that the caller may know. */
export async function findMemberships(
  { caller, loaders }: Context,
  accountId: string,
): Promise<readonly Membership[]> {
  const memberships = await loaders.memberships.load(accountId);
  return knownMemberships(caller, { accountId, memberships });
}
