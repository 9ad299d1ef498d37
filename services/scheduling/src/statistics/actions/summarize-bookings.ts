import { isMemberOf, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import {
  statisticsAsked,
  statisticsWindow,
  type BookingFigures,
} from "../domain/booking-statistics.ts";
import { isAdministrator } from "../../bookings/domain/relation.ts";

/** Figures of all bookings that were asked about, and of those of each group. */
export type BookingStatistics = {
  readonly total: BookingFigures;
  readonly groups: readonly FiguresGroup[];
};

/** Figures of one group; what it is a group of is not null. */
export type FiguresGroup = {
  readonly meetingTypeId: string | null;
  readonly hostId: string | null;
  readonly week: string | null;
  readonly figures: BookingFigures;
};

const mostGroups = 200;

/**
 * Figures for whoever could count the bookings one by one: all for admins, those that one hosts for
 * members, and so they tell nobody more than the list does. Whoever asks for research may see no
 * booking and gets none: small groups could be left out, but not be hidden from who asks twice, with
 * other dates, and subtracts.
 */
export async function summarizeBookings(
  { caller, store, now }: Context,
  asked: { readonly organizationId: string; readonly given: unknown },
): Promise<BookingStatistics | null> {
  const { organizationId } = asked;
  const { by = null, hostId, ...dates } = validate(statisticsAsked, asked.given);
  const { weeks, ...window } = statisticsWindow(dates);
  const isPerson = caller.kind === "account" || caller.kind === "client";
  if (!isPerson || caller.accountId === null || caller.purpose === "research") return null;
  if (!isMemberOf(caller, organizationId)) return null;
  const own = isAdministrator(caller, organizationId) ? [] : [caller.accountId];
  const { total, groups } = await store.bookingStatistics.summarize({
    ...window,
    ...{ organizationId, weeks, by, now },
    hostIds: [...own, ...(hostId && !own.includes(hostId) ? [hostId] : [])],
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
