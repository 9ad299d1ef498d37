import { defineReaction, MemberJoined } from "@tidbok/events";
import { saveMembership } from "../hosting/actions/save-membership.ts";
import type { Context } from "../context.ts";

export const onMemberJoined = defineReaction(
  MemberJoined,
  async (context: Context, { data, aggregateVersion: version, occurredAt }) =>
    saveMembership(context, { ...data, isCurrent: true, version, toldAt: Date.parse(occurredAt) }),
);
