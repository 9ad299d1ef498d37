import type { SourcedBooking } from "./decide-imported.ts";

/** A booking that an import wrote, with that import, the account that sent it, and its series. */
export type KnownBooking = {
  readonly bookingId: string;
  readonly importId: string;
  readonly importedById: string | null;
  readonly seriesId: string | null;
};

/**
 * The bookings of a file by the sources by which the importer may recognize them. Without a uid, KNOWN would confirm a
 * guessed address. So a booking that another account imported, and whose attendee the importer may not read, counts as
 * unknown: the row gets a source of this importer's own, and is refused or written like a row with a wrong guess.
 */
export function tellableSources(
  bookings: readonly SourcedBooking[],
  {
    known,
    importer,
    readsAttendees,
  }: {
    readonly known: ReadonlyMap<string, KnownBooking>;
    readonly importer: string;
    readonly readsAttendees: (booking: SourcedBooking) => boolean;
  },
): readonly SourcedBooking[] {
  return bookings.map((booking) => {
    const { source, ownSource } = booking;
    const found = known.get(source);
    const isTellable = !found || found.importedById === importer || readsAttendees(booking);
    return isTellable || ownSource === null ? booking : { ...booking, source: ownSource };
  });
}
