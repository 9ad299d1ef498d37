import type { Context } from "../../../context.ts";
import { mostMemberships } from "../../domain/membership.ts";
import { TooManyOrganizations } from "../../domain/organization-errors.ts";

/** Takes a membership back that is one too many, by ending the transaction that made it. */
export async function keepWithinLimit(
  store: Pick<Context["store"], "memberships">,
  accountId: string,
): Promise<void> {
  const held = await store.memberships.listOf([accountId]);
  if (held.length > mostMemberships) throw new TooManyOrganizations();
}
