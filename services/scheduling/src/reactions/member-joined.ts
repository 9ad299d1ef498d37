import { MemberJoined } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { keepMembership } from "../hosting/actions/keep-membership.ts";
import type { Context } from "../context.ts";

export const onMemberJoined = defineReaction<Context, typeof MemberJoined.schema>(
  MemberJoined,
  async (context, { data, occurredAt }) =>
    keepMembership(context, { ...data, isCurrent: true, toldAt: Date.parse(occurredAt) }),
);
