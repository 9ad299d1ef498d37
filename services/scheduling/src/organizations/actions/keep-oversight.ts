import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";

/** Remembers whether an organization's admins may see who attends, from now on. */
export async function keepOversight(
  { store }: Context,
  told: {
    readonly organizationId: string;
    readonly mayAdminsSeeAttendees: boolean;
    readonly changedAt: Instant;
  },
): Promise<void> {
  const { organizationId, mayAdminsSeeAttendees, changedAt } = told;
  if (mayAdminsSeeAttendees) await store.oversights.begin(organizationId, changedAt);
  else await store.oversights.end(organizationId);
}
