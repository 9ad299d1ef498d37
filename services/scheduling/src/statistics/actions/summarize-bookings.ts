import { isAdministrator, isMemberOf, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import {
  bookingStatisticsInput,
  statisticsWindow,
  type BookingStatistics,
} from "../domain/booking-statistics.ts";
import { summarizeForResearch } from "./steps/summarize-for-research.ts";

const mostGroups = 200;

/**
 * Figures about the bookings that the caller may list anyway: all for admins, the hosted ones for members. So they
 * reveal nothing that the list does not. A caller with the purpose research may list no booking; it gets figures about
 * enough people, for admins alone, because a member's figures could be subtracted from those of the organization.
 */
export async function summarizeBookings(
  context: Context,
  { organizationId, given }: { readonly organizationId: string; readonly given: unknown },
): Promise<BookingStatistics | null> {
  const { caller, store, now } = context;
  const input = validate(bookingStatisticsInput, given);
  const { by = null, hostId, ...dates } = input;
  const { weeks, ...window } = statisticsWindow(dates);
  const isPerson = caller.kind === "account" || caller.kind === "client";
  if (!isPerson || caller.accountId === null || !isMemberOf(caller, organizationId)) return null;
  const isAdmin = isAdministrator(caller, organizationId);
  if (caller.purpose === "research") {
    return isAdmin ? summarizeForResearch(context, { organizationId, input, weeks, window }) : null;
  }
  const own = isAdmin ? [] : [caller.accountId];
  const { total, groups } = await store.bookingStatistics.summarize({
    ...window,
    organizationId,
    weeks,
    by,
    now,
    hostIds: hostId && !own.includes(hostId) ? [...own, hostId] : own,
    limit: mostGroups,
  });
  return {
    total,
    groups: groups.map(({ key, figures }) => ({
      meetingTypeId: by === "MEETING_TYPE" ? key : null,
      hostId: by === "HOST" ? key : null,
      week: by === "WEEK" ? (weeks[Number(key)]?.monday ?? null) : null,
      figures,
    })),
  };
}
