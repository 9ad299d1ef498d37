import { Forbidden, input, validate } from "@tidbok/domain";
import { MemberRoleChanged } from "@tidbok/events";
import { z } from "zod";
import { inTransaction } from "@tidbok/service";
import type { Context } from "../../context.ts";
import { mayGovern, type Membership } from "../domain/membership.ts";
import { lockMembers } from "./steps/lock-members.ts";
import { recordChange } from "./steps/record-change.ts";
import { requireAccount } from "../../callers/domain/require-account.ts";

const schema = z.strictObject({
  organizationId: input.id,
  accountId: input.id,
  role: z.enum(["OWNER", "ADMIN", "MEMBER"]),
});

/** Gives a member another role. Owners may give each role; admins change admins and members (`mayGovern`), themselves too. */
export async function changeMemberRole(context: Context, given: unknown): Promise<Membership> {
  requireAccount(context.caller);
  const { role, ...key } = validate(schema, given);
  return inTransaction(context, async (context) => {
    const { ownRole, membership } = await lockMembers(context, key);
    if (!mayGovern(ownRole, membership.role) || !mayGovern(ownRole, role)) throw new Forbidden();
    await context.store.memberships.updateRole(key, role);
    const { organizationId, accountId: subjectId } = key;
    const change = { organizationId, kind: "MEMBER_ROLE_CHANGED", subjectId } as const;
    await recordChange(context, change);
    await context.tell(
      MemberRoleChanged,
      { about: organizationId, organizationId },
      { ...key, role },
    );
    return { ...membership, role };
  });
}
