import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";

/** Saves whether an organization's admins may see the attendees of its bookings. */
export async function saveAttendeesVisibleToAdmins(
  { store }: Pick<Context, "store">,
  setting: {
    readonly organizationId: string;
    readonly mayAdminsSeeAttendees: boolean;
    readonly changedAt: Instant;
  },
): Promise<void> {
  const { organizationId, mayAdminsSeeAttendees, changedAt } = setting;
  if (mayAdminsSeeAttendees) await store.attendeesVisibleToAdmins.turnOn(organizationId, changedAt);
  else await store.attendeesVisibleToAdmins.turnOff(organizationId);
}
