import type { Instant } from "@tidbok/domain";
import type { Context } from "../../context.ts";

/** Saves whether an organization's hosts may show the attendees of one meeting to each other. */
export async function saveAttendeesHiddenFromEachOther(
  { store }: Pick<Context, "store">,
  setting: {
    readonly organizationId: string;
    readonly mayHostsShowAttendees: boolean;
    readonly changedAt: Instant;
  },
): Promise<void> {
  const { organizationId, mayHostsShowAttendees, changedAt } = setting;
  if (mayHostsShowAttendees) await store.attendeesHiddenFromEachOther.turnOff(organizationId);
  else await store.attendeesHiddenFromEachOther.turnOn(organizationId, changedAt);
}
