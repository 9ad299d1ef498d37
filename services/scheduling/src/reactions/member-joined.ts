import { MemberJoined } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { keepMembership } from "../hosting/actions/keep-membership.ts";
import type { Context } from "../context.ts";

export const onMemberJoined = defineReaction(
  MemberJoined,
  async (context: Context, { data, occurredAt }) =>
    keepMembership(context, { ...data, isCurrent: true, toldAt: Date.parse(occurredAt) }),
);
