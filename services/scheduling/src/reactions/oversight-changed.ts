import { OversightChanged } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { keepOversight } from "../organizations/actions/keep-oversight.ts";
import type { Context } from "../context.ts";

export const onOversightChanged = defineReaction(
  OversightChanged,
  async (context: Context, { data, occurredAt }) =>
    keepOversight(context, { ...data, changedAt: Date.parse(occurredAt) }),
);
