import { defineReaction, MemberLeft } from "@tidbok/events";
import { saveMembership } from "../hosting/actions/save-membership.ts";
import type { Context } from "../context.ts";

export const onMemberLeft = defineReaction(
  MemberLeft,
  async (context: Context, { data, occurredAt }) =>
    saveMembership(context, { ...data, isCurrent: false, toldAt: Date.parse(occurredAt) }),
);
