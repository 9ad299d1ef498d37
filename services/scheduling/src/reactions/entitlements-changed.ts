import { EntitlementsChanged } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { keepEntitlements } from "../organizations/actions/keep-entitlements.ts";
import type { Context } from "../context.ts";

export const onEntitlementsChanged = defineReaction(
  EntitlementsChanged,
  async (context: Context, { data, occurredAt }) =>
    keepEntitlements(context, { ...data, updatedAt: Date.parse(occurredAt) }),
);
