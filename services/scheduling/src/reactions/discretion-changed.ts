import { DiscretionChanged } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { keepDiscretion } from "../organizations/actions/keep-discretion.ts";
import type { Context } from "../context.ts";

export const onDiscretionChanged = defineReaction(
  DiscretionChanged,
  async (context: Context, { data, occurredAt }) =>
    keepDiscretion(context, { ...data, changedAt: Date.parse(occurredAt) }),
);
