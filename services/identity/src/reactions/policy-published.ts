import { defineReaction, PolicyPublished } from "@tidbok/events";
import { recordPolicyVersion } from "../accounts/actions/record-policy-version.ts";
import type { Context } from "../context.ts";

export const onPolicyPublished = defineReaction(
  PolicyPublished,
  async (context: Context, { data: { version, effectiveAt } }) =>
    recordPolicyVersion(context, { version, effectiveAt: Date.parse(effectiveAt) }),
);
