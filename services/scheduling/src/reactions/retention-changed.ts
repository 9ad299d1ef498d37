import { RetentionChanged } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { keepRetention } from "../organizations/actions/keep-retention.ts";
import type { Context } from "../context.ts";

export const onRetentionChanged = defineReaction(
  RetentionChanged,
  async (context: Context, { data, occurredAt }) =>
    keepRetention(context, { ...data, updatedAt: Date.parse(occurredAt) }),
);
