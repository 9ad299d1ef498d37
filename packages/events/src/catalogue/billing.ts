import { z } from "zod";
import { defineEvent } from "../define/define-event.ts";
import { fact } from "../define/fact.ts";

/** What an organization may use from now on; null means without limit. Aggregate: the organization. */
export const EntitlementsChanged = defineEvent(
  "billing.entitlements.changed",
  z.object({
    organizationId: fact.id,
    plan: z.enum(["FREE", "PRO", "TEAM", "ENTERPRISE"]),
    activeMeetingTypes: fact.count.nullable(),
  }),
);
