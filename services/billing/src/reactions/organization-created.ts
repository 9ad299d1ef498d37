import { defineReaction, OrganizationCreated } from "@tidbok/events";
import { startSubscription } from "../actions/start-subscription.ts";
import type { Context } from "../context.ts";

export const onOrganizationCreated = defineReaction(
  OrganizationCreated,
  async (context: Context, event) => startSubscription(context, event.data.organizationId),
);
