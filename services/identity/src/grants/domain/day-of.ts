import type { Instant } from "@tidbok/domain";

/** The day of an instant, in UTC. */
export function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}
