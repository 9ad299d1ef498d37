import { Forbidden, input, validate } from "@tidbok/domain";
import { MemberLeft } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { mayGovern, type Membership } from "../domain/membership.ts";
import { endGrant } from "../../grants/actions/end-grant.ts";
import { lockMembers } from "./steps/lock-members.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({ organizationId: input.id, accountId: input.id });

/** Ends a membership: every member may leave, and owners and admins may remove others. */
export async function removeMember(context: Context, given: unknown): Promise<Membership> {
  const { accountId: own } = requireAccount(context.caller);
  const key = validate(schema, given);
  return inTransaction(context, async (context) => {
    const { ownRole, membership } = await lockMembers(context, key);
    if (key.accountId !== own && !mayGovern(ownRole, membership.role)) throw new Forbidden();
    await context.store.memberships.remove(key);
    // The organization's own apps were for its members; what other apps may do has got narrower by itself.
    const grants = await context.store.oauthRecords.listGrantsWithin(key);
    for (const { grantId } of grants) if (grantId) await endGrant(context, grantId);
    const { organizationId, accountId: subjectId } = key;
    await recordChange(context, { organizationId, kind: "MEMBER_LEFT", subjectId });
    await context.tell(MemberLeft, { about: organizationId, organizationId }, key);
    return membership;
  });
}
