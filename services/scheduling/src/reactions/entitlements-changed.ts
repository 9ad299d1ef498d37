import { defineReaction, EntitlementsChanged } from "@tidbok/events";
import { saveEntitlement } from "../organizations/actions/save-entitlement.ts";
import type { Context } from "../context.ts";

export const onEntitlementsChanged = defineReaction(
  EntitlementsChanged,
  async (context: Context, { data, occurredAt }) =>
    saveEntitlement(context, { ...data, updatedAt: Date.parse(occurredAt) }),
);
