import { Forbidden, input, validate } from "@tidbok/domain";
import { MemberRoleChanged } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import type { Membership } from "../domain/membership.ts";
import { lockMembers } from "./steps/lock-members.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireFreshAccount } from "../../callers/domain/require-fresh-account.ts";

const schema = z.strictObject({ organizationId: input.id, accountId: input.id });

/** Makes another member the owner in the caller's place; the caller becomes an admin. */
export async function transferOwnership(context: Context, given: unknown): Promise<Membership> {
  const { accountId: own } = requireFreshAccount(context.caller);
  const key = validate(schema, given);
  const { organizationId } = key;
  const subject = { about: organizationId, organizationId };
  return inTransaction(context, async (context) => {
    const { ownRole, membership } = await lockMembers(context, key);
    if (ownRole !== "OWNER" || key.accountId === own) throw new Forbidden();
    // First the new owner, then the old: in between there are two owners, never zero.
    for (const [accountId, role] of [
      [key.accountId, "OWNER"],
      [own, "ADMIN"],
    ] as const) {
      await context.store.memberships.updateRole({ organizationId, accountId }, role);
      await context.tell(MemberRoleChanged, subject, { organizationId, accountId, role });
    }
    const change = {
      organizationId,
      kind: "OWNERSHIP_TRANSFERRED",
      subjectId: key.accountId,
    } as const;
    await recordChange(context, change);
    return { ...membership, role: "OWNER" };
  });
}
