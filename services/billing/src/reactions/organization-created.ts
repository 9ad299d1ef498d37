import { OrganizationCreated } from "@tidbok/events";
import { defineReaction } from "@tidbok/service";
import { startSubscription } from "../actions/start-subscription.ts";
import type { Context } from "../context.ts";

export const onOrganizationCreated = defineReaction<Context, typeof OrganizationCreated.schema>(
  OrganizationCreated,
  async (context, event) => startSubscription(context, event.data.organizationId),
);
