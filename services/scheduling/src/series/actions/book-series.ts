import { InvalidInput, newId, validate } from "@tidbok/domain";
import type { Context } from "../../context.ts";
import type { Attendee } from "../../bookings/domain/attendee.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import { newSeries, type NewSeries } from "../../bookings/domain/booking-input.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { readAnswers } from "../../meeting-types/domain/read-answers.ts";
import { startsOf } from "../../meeting-types/domain/recurrence.ts";
import { requirePhone } from "../../bookings/domain/require-phone.ts";
import { SeriesNotAvailable, type Series, type SeriesGap } from "../domain/series.ts";
import { admitAttendee } from "../../bookings/actions/steps/admit-attendee.ts";
import { limitVisitor } from "../../slots/actions/steps/limit-visitor.ts";
import { lockSeriesHosts } from "./steps/lock-series-hosts.ts";
import { meetingTypeToBook } from "../../slots/actions/steps/meeting-type-to-book.ts";
import { placeSeries } from "./steps/place-series.ts";
import { principalOf } from "../../bookings/actions/steps/principal-of.ts";
import { showsAttendees } from "../../bookings/actions/shows-attendees.ts";

/** What was booked of a series, with an attendee for each booking, and what could not be had. */
export type BookedSeries = {
  readonly series: Series;
  readonly attendees: readonly Attendee[];
  readonly gaps: readonly SeriesGap[];
};

/** Books meetings that follow each other by a rule, all in one transaction and once per idempotency key. */
export async function bookSeries(context: Context, given: unknown): Promise<BookedSeries> {
  const wish = validate(newSeries, given);
  await limitVisitor(context, wish);
  const { store } = context;
  const request = {
    principal: principalOf(context, wish),
    operation: "bookSeries",
    key: wish.idempotencyKey,
    request: context.fingerprint(JSON.stringify(wish)),
  };
  // Those who want the same wait in a line, and not each with a connection of the pool.
  const { id } = await context.turns(wish.meetingTypeId, () =>
    store.transaction((inside) =>
      inside.once(request, () => book({ ...context, store: inside }, wish)),
    ),
  );
  const [series] = await store.series.findMany([id]);
  if (!series) throw new Error("A series that was just made is not there.");
  const bookings = await store.series.listBookings(id);
  const attendees = bookings.flatMap((booking) =>
    booking.attendeeIds.slice(0, 1).map((each) => ({ id: each, booking, isOwn: true })),
  );
  return { series, attendees, gaps: await store.series.listGaps(id) };
}

async function book(context: Context, wish: NewSeries): Promise<string> {
  const { store, now } = context;
  const { meetingType, durationMinutes, link } = await meetingTypeToBook(context, wish);
  requireCount(meetingType, wish);
  requirePhone(wish.attendee, meetingType);
  const answers = readAnswers(meetingType.questions, wish.answers);
  const { frequency, interval, timeZone } = wish.recurrence;
  const starts = startsOf(wish.startAt, {
    ...wish.recurrence,
    timeZone: timeZone ?? wish.attendee.timeZone,
  });
  const { organizationId } = meetingType;
  const series = { id: newId(), organizationId, frequency, interval, createdAt: now };
  await store.series.insert(series);
  await lockSeriesHosts(context, { meetingType, starts });
  const { bookings, gaps } = await placeSeries(context, {
    ...{ meetingType, durationMinutes, series, starts },
  });
  const isEnough = gaps.length === 0 || (bookings.length > 0 && wish.ifPartly !== "BOOK_NOTHING");
  if (!isEnough) throw new SeriesNotAvailable(gaps);
  if (link) await store.bookingLinks.use(link);
  await store.series.insertGaps(series, gaps);
  const isShown = await showsAttendees(context, meetingType);
  // Only now: who does not get the series leaves nothing, not even a key.
  for (const booking of bookings) {
    const [id = ""] = booking.attendeeIds;
    const attendee = {
      ...wish.attendee,
      phone: wish.attendee.phone ?? null,
      isShown,
      ...{ id, organizationId, bookingId: booking.id, answers, createdAt: now },
    };
    const isFollowing = booking !== bookings[0] && isWithSameHosts(booking, bookings[0]);
    await admitAttendee(context, { booking, attendee, by: "ATTENDEE", byId: id, isFollowing });
  }
  return series.id;
}

// Else it is news for somebody to whom the first one is none.
function isWithSameHosts({ hostIds }: Booking, first: Booking | undefined): boolean {
  return (
    hostIds.length === first?.hostIds.length && hostIds.every((id) => first.hostIds.includes(id))
  );
}

function requireCount({ maximumOccurrences }: MeetingType, { recurrence }: NewSeries): void {
  if (recurrence.count <= maximumOccurrences) return;
  const message = `must be ${maximumOccurrences} at most for this kind of meeting`;
  throw new InvalidInput([{ path: "recurrence.count", code: "TOO_LARGE", message }]);
}
