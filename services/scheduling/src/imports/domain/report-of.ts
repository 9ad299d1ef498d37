import type { ImportProblem } from "./booking-file.ts";
import type { BookingImport, ImportedRow } from "./booking-import.ts";
import type { ImportDecision, SourcedBooking } from "./decide-imported.ts";

/** A line of a file: the booking, or its problems when it could not be read. */
export type ReadRow = {
  readonly line: number;
  readonly booking: SourcedBooking | null;
  readonly problems: readonly ImportProblem[];
};

/** The decisions about the bookings of a file, by their ids. */
export type ImportDecisions = {
  readonly decisions: ReadonlyMap<string, ImportDecision>;
  /** The id of the import that wrote a booking, by the id of the booking. */
  readonly importOf: ReadonlyMap<string, string>;
  /** The id of the series of a known booking, by the id of the booking; null: it stands alone. */
  readonly seriesOf: ReadonlyMap<string, string | null>;
};

/** The report on each row. `id` is the import that wrote, now or at a first attempt; null: nothing was written. */
export function reportOf(
  rows: readonly ReadRow[],
  decided: ImportDecisions & { readonly id: string | null },
): Omit<BookingImport, "unreadColumns" | "recognizedAs"> {
  return { id: decided.id, rows: rows.map((row) => reportRow(row, decided)) };
}

function reportRow(
  { line, booking, problems }: ReadRow,
  { decisions, importOf, id }: ImportDecisions & { readonly id: string | null },
): ImportedRow {
  const start = booking?.start ?? null;
  const decision = booking && decisions.get(booking.id);
  const refused = { line, start, outcome: "REFUSED", bookingId: null } as const;
  if (!booking || !decision) return { ...refused, problems };
  if (decision.kind === "REFUSED") return { ...refused, problems: decision.problems };
  const row = { line, start, problems: [] };
  if (decision.kind === "KNOWN") {
    const { bookingId } = decision;
    // A retry of an import gives the report of the first attempt.
    const isOurs = id !== null && importOf.get(bookingId) === id;
    return { ...row, outcome: isOurs ? "IMPORTED" : "KNOWN", bookingId };
  }
  if (id === null) return { ...row, outcome: "IMPORTABLE", bookingId: null };
  return { ...row, outcome: "IMPORTED", bookingId: booking.id };
}
