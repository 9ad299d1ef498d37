import { MemberLeft } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { keepMembership } from "../hosting/actions/keep-membership.ts";
import type { Context } from "../context.ts";

export const onMemberLeft = defineReaction(
  MemberLeft,
  async (context: Context, { data, occurredAt }) =>
    keepMembership(context, { ...data, isCurrent: false, toldAt: Date.parse(occurredAt) }),
);
