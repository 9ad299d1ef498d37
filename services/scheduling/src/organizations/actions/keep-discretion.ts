import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";

/** Remembers whether an organization's hosts may show attendees to each other, from now on. */
export async function keepDiscretion(
  { store }: Context,
  told: {
    readonly organizationId: string;
    readonly mayHostsShowAttendees: boolean;
    readonly changedAt: Instant;
  },
): Promise<void> {
  const { organizationId, mayHostsShowAttendees, changedAt } = told;
  if (mayHostsShowAttendees) await store.discretions.end(organizationId);
  else await store.discretions.begin(organizationId, changedAt);
}
