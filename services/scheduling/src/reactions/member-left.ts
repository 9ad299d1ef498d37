import { defineReaction, MemberLeft } from "@tidbok/events";
import { saveMembership } from "../hosting/actions/save-membership.ts";
import type { Context } from "../context.ts";

export const onMemberLeft = defineReaction(
  MemberLeft,
  async (context: Context, { data, aggregateVersion: version, occurredAt }) =>
    saveMembership(context, { ...data, isCurrent: false, version, toldAt: Date.parse(occurredAt) }),
);
