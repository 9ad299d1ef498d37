import { membershipVersion, requireMember } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import { MembershipNotSettled } from "../../domain/membership-not-settled.ts";

/**
 * Refuses to save hours of a person who came back to the organization before the news of the leaving came here: it would
 * delete them. Versions tell that, because the news follows within seconds and the clocks of two services may differ. The
 * id of the person's account. Throws MembershipNotSettled, and as `requireMember` does.
 */
export async function requireKnownMembership(
  { caller, store }: Pick<Context, "caller" | "store">,
  organizationId: string,
): Promise<string> {
  const accountId = requireMember(caller, organizationId);
  const version = membershipVersion(caller, organizationId);
  if (version > 0 && (await store.standings.isAhead({ organizationId, accountId }, version))) {
    throw new MembershipNotSettled();
  }
  return accountId;
}
