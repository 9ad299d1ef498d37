import type { Context } from "../../../context.ts";
import type { MeetingType } from "../../../meeting-types/domain/meeting-type.ts";
import { placeImported, type SourcedBooking } from "../../domain/place-imported.ts";
import type { FoundPlaces } from "../../domain/report-of.ts";

/** Finds out which bookings are there already, and which of the others have a place. To write them takes their hosts' locks. */
export async function findPlaces(
  { store, now }: Pick<Context, "store" | "now">,
  asked: {
    readonly bookings: readonly SourcedBooking[];
    readonly meetingType: MeetingType;
    readonly isLocking: boolean;
  },
): Promise<FoundPlaces> {
  const { bookings, meetingType, isLocking } = asked;
  const hostIds = [...new Set(bookings.flatMap((each) => each.hostIds))];
  if (hostIds.length === 0) return { placed: new Map(), importOf: new Map() };
  if (isLocking) {
    await store.reservations.lockHosts(hostIds);
    await store.reservations.expireStale(hostIds, now);
  }
  const sources = bookings.map(({ source }) => source);
  const known = await store.imports.findKnown(meetingType.organizationId, sources);
  const during = {
    start: Math.min(...bookings.map(({ start }) => start)),
    end: Math.max(...bookings.map(({ end }) => end)),
  };
  const taken = await store.reservations.busy({ hostIds, during, now });
  const occurrenceIds = [...taken.values()].flat().flatMap(({ occurrenceId, meetingTypeId }) =>
    // Only in a meeting with several seats can one be had.
    occurrenceId !== null && meetingTypeId === meetingType.id && meetingType.seats > 1
      ? [occurrenceId]
      : [],
  );
  const placed = placeImported(bookings, {
    meetingTypeId: meetingType.id,
    seats: meetingType.seats,
    known: new Map([...known].map(([source, { bookingId }]) => [source, bookingId])),
    taken,
    seatsTaken: await store.imports.seatsTaken(occurrenceIds),
  });
  const found = [...known.values()].map(
    ({ bookingId, importId }) => [bookingId, importId] as const,
  );
  return { placed, importOf: new Map(found) };
}
