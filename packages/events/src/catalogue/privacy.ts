import { z } from "zod";
import { defineEvent } from "../define/define-event.ts";
import { fact } from "../define/fact.ts";

/** A policy was published and holds from `effectiveAt`; `hash` is of its text. Aggregate: the policy. */
export const PolicyPublished = defineEvent(
  "privacy.policy.published",
  z.object({ version: fact.version, effectiveAt: fact.instant, hash: fact.hash }),
);

/**
 * An organization keeps its bookings for so many days after they ended; null: for its account's life.
 * Aggregate: the organization's rule.
 */
export const RetentionChanged = defineEvent(
  "privacy.retention.changed",
  z.object({ organizationId: fact.id, bookingDays: fact.count.nullable() }),
);
