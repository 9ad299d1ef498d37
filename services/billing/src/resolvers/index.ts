import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import { Organization } from "./organization.ts";
import { PlanSubscription } from "./plan-subscription.ts";

export const resolvers: Resolvers<Context> = { Organization, PlanSubscription };
