import { InvalidInput, newId, validate } from "@tidbok/domain";
import { inTransaction } from "@tidbok/service";
import { showsAttendees } from "../../bookings/actions/shows-attendees.ts";
import { onceRequest } from "../../bookings/actions/steps/once-request.ts";
import { admit } from "../../bookings/actions/steps/write-booking.ts";
import { makeAttendee, readDetails, type Attendee } from "../../bookings/domain/attendee.ts";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { Context } from "../../context.ts";
import type { MeetingType } from "../../meeting-types/domain/meeting-type.ts";
import { startsOf } from "../../meeting-types/domain/recurrence.ts";
import { limitVisitor } from "../../slots/actions/steps/in-turn.ts";
import { meetingTypeToBook } from "../../slots/actions/steps/meeting-type-to-book.ts";
import { bookSeriesInput, type BookSeriesInput } from "../domain/series-input.ts";
import { SeriesNotAvailable, type Series, type SeriesGap } from "../domain/series.ts";
import { lockSeriesHosts } from "./steps/lock-series-hosts.ts";
import { reserveSeries } from "./steps/reserve-series.ts";

/** A series with an attendee for each booking that was made, and the starts that could not be had. */
export type BookedSeries = {
  readonly series: Series;
  readonly attendees: readonly Attendee[];
  readonly gaps: readonly SeriesGap[];
};

/** Books meetings that recur by a rule, all in one transaction and once per idempotency key. */
export async function bookSeries(context: Context, given: unknown): Promise<BookedSeries> {
  const input = validate(bookSeriesInput, given);
  const { store } = context;
  const request = onceRequest(context, { operation: "bookSeries", input });
  // A retry takes no slot.
  if (!(await store.answeredRequests.has(request))) {
    const { meetingTypeId, recurrence } = input;
    await limitVisitor(context, { meetingTypeId, slots: recurrence.count });
  }
  // Requests for the same meeting type wait in this process, where they need no connection of the pool.
  const { id } = await context.turns(input.meetingTypeId, () =>
    inTransaction(context, (context) => context.store.once(request, () => book(context, input))),
  );
  const [series] = await store.series.findMany([id]);
  if (!series) throw new Error("A series that was just made is not there.");
  const bookings = await store.series.listBookings(id);
  const attendees = bookings.flatMap((booking) =>
    booking.attendeeIds.slice(0, 1).map((each) => ({ id: each, booking, isOwn: true })),
  );
  return { series, attendees, gaps: await store.series.listGaps(id) };
}

async function book(context: Context, input: BookSeriesInput): Promise<string> {
  const { store, now } = context;
  const { meetingType, durationMinutes, link } = await meetingTypeToBook(context, input);
  requireCount(meetingType, input);
  const details = readDetails(input, meetingType);
  const { frequency, interval } = input.recurrence;
  const timeZone = input.recurrence.timeZone ?? input.attendee.timeZone;
  const starts = startsOf(input.startAt, { ...input.recurrence, timeZone });
  const { organizationId } = meetingType;
  const series = { id: newId(), organizationId, frequency, interval, createdAt: now };
  await store.series.insertMany([series]);
  await lockSeriesHosts(context, { meetingType, starts });
  const slots = { meetingType, durationMinutes, series, starts };
  const { bookings, gaps } = await reserveSeries(context, slots);
  const isEnough = gaps.length === 0 || (bookings.length > 0 && input.ifPartly !== "BOOK_NOTHING");
  if (!isEnough) throw new SeriesNotAvailable(gaps);
  if (link) await store.bookingLinks.use(link);
  await store.series.insertGaps(series, gaps);
  const isShown = await showsAttendees(context, meetingType);
  // Only now, so that a refused series leaves nothing of its attendee, not even a key of the vault.
  for (const booking of bookings) {
    const attendee = makeAttendee(booking, { details, isShown });
    const isFollowing = booking !== bookings[0] && hasSameHosts(booking, bookings[0]);
    await admit(context, { booking, attendee, by: "ATTENDEE", byId: attendee.id, isFollowing });
  }
  return series.id;
}

// With other hosts the booking needs a mail of its own: its hosts did not get the one about the first booking.
function hasSameHosts({ hostIds }: Booking, first: Booking | undefined): boolean {
  return (
    hostIds.length === first?.hostIds.length && hostIds.every((id) => first.hostIds.includes(id))
  );
}

function requireCount({ maximumOccurrences }: MeetingType, { recurrence }: BookSeriesInput): void {
  if (recurrence.count <= maximumOccurrences) return;
  const message = `exceeds the limit of ${maximumOccurrences} meetings for this meeting type`;
  throw new InvalidInput([{ path: "recurrence.count", code: "TOO_LARGE", message }]);
}
