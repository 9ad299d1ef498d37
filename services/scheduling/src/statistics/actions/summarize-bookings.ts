import { isAdministrator, isMemberOf, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import {
  bookingStatisticsInput,
  statisticsWindow,
  type BookingFigures,
} from "../domain/booking-statistics.ts";

/** Figures of all bookings of the window, and of the bookings of each group. */
export type BookingStatistics = {
  readonly total: BookingFigures;
  readonly groups: readonly FiguresGroup[];
};

/** Figures of one group. Exactly one of the three keys is set: the one that the bookings are grouped by. */
export type FiguresGroup = {
  readonly meetingTypeId: string | null;
  readonly hostId: string | null;
  readonly week: string | null;
  readonly figures: BookingFigures;
};

const mostGroups = 200;

/**
 * Figures about the bookings that the caller may list anyway: all for admins, the hosted ones for members. So they
 * reveal nothing that the list does not. A caller with the purpose research may list no booking and gets null: small
 * groups could be left out, but two queries with shifted dates, subtracted, would reveal them.
 */
export async function summarizeBookings(
  { caller, store, now }: Context,
  { organizationId, given }: { readonly organizationId: string; readonly given: unknown },
): Promise<BookingStatistics | null> {
  const { by = null, hostId, ...dates } = validate(bookingStatisticsInput, given);
  const { weeks, ...window } = statisticsWindow(dates);
  const isPerson = caller.kind === "account" || caller.kind === "client";
  if (!isPerson || caller.accountId === null || caller.purpose === "research") return null;
  if (!isMemberOf(caller, organizationId)) return null;
  const own = isAdministrator(caller, organizationId) ? [] : [caller.accountId];
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
