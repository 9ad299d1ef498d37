import { defineReaction, RetentionChanged } from "@tidbok/events";
import { saveRetentionRule } from "../organizations/actions/save-retention-rule.ts";
import type { Context } from "../context.ts";

export const onRetentionChanged = defineReaction(
  RetentionChanged,
  async (context: Context, { data, occurredAt }) =>
    saveRetentionRule(context, { ...data, updatedAt: Date.parse(occurredAt) }),
);
