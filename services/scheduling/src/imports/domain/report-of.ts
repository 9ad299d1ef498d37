import type { ImportProblem } from "./booking-file.ts";
import type { BookingImport, ImportedRow } from "./booking-import.ts";
import type { Placed, SourcedBooking } from "./place-imported.ts";

/** A booking of a file that was read, or why it could not be. */
export type ReadRow = {
  readonly line: number;
  readonly booking: SourcedBooking | null;
  readonly problems: readonly ImportProblem[];
};

/** What was found out about the bookings of a file. */
export type FoundPlaces = {
  readonly placed: ReadonlyMap<number, Placed>;
  /** By which import the bookings that are there already came. */
  readonly importOf: ReadonlyMap<string, string>;
};

/** The report on each row; `id` is the import that wrote, now or when it was first sent, or null. */
export function reportOf(
  rows: readonly ReadRow[],
  found: FoundPlaces & { readonly id: string | null },
): Omit<BookingImport, "unreadColumns"> {
  return { id: found.id, rows: rows.map((row) => reportRow(row, found)) };
}

function reportRow(
  { line, booking, problems }: ReadRow,
  { placed, importOf, id }: FoundPlaces & { readonly id: string | null },
): ImportedRow {
  const start = booking?.start ?? null;
  const place = placed.get(line);
  const refused = { line, start, outcome: "REFUSED", bookingId: null } as const;
  if (!booking || !place) return { ...refused, problems };
  if (place.kind === "REFUSED") return { ...refused, problems: place.problems };
  const row = { line, start, problems: [] };
  if (place.kind === "KNOWN") {
    const { bookingId } = place;
    // Sent again, an import says what it said.
    const isOurs = id !== null && importOf.get(bookingId) === id;
    return { ...row, outcome: isOurs ? "IMPORTED" : "KNOWN", bookingId };
  }
  if (id === null) return { ...row, outcome: "IMPORTABLE", bookingId: null };
  return { ...row, outcome: "IMPORTED", bookingId: booking.id };
}
