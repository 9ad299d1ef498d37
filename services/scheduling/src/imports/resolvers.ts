import type { Resolvers } from "@tidbok/service";
import { findBooking } from "../bookings/actions/find-booking.ts";
import type { Context } from "../context.ts";
import { importBookings } from "./actions/import-bookings.ts";
import type {
  BookingImport as BookingImportRow,
  ImportOutcome,
  ImportedRow as ImportedRowRow,
} from "./domain/booking-import.ts";

const countOf =
  (outcome: ImportOutcome) =>
  ({ rows }: BookingImportRow) =>
    rows.filter((row) => row.outcome === outcome).length;

export const resolvers: Resolvers<Context> = {
  Mutation: {
    importBookings: (_, { input }, context) => importBookings(context, input),
  },
  BookingImport: {
    isDone: ({ id }: BookingImportRow) => id !== null,
    rowCount: ({ rows }: BookingImportRow) => rows.length,
    importedCount: countOf("IMPORTED"),
    importableCount: countOf("IMPORTABLE"),
    knownCount: countOf("KNOWN"),
    refusedCount: countOf("REFUSED"),
    rows: ({ rows }: BookingImportRow, args: unknown) => {
      const { outcomes } = args as { readonly outcomes?: readonly ImportOutcome[] | null };
      return outcomes ? rows.filter(({ outcome }) => outcomes.includes(outcome)) : rows;
    },
  },
  ImportedRow: {
    startAt: ({ start }: ImportedRowRow) => start,
    booking: ({ bookingId }: ImportedRowRow, _, context) =>
      bookingId === null ? null : findBooking(context, bookingId),
  },
};
