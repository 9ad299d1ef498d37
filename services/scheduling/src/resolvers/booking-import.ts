import type { Resolvers } from "@tidbok/service";
import type { Context } from "../context.ts";
import type { BookingImport as Row, ImportOutcome } from "../imports/domain/booking-import.ts";

const countOf =
  (outcome: ImportOutcome) =>
  ({ rows }: Row) =>
    rows.filter((row) => row.outcome === outcome).length;

export const BookingImport: Resolvers<Context>["BookingImport"] = {
  isDone: ({ id }: Row) => id !== null,
  rowCount: ({ rows }: Row) => rows.length,
  importedCount: countOf("IMPORTED"),
  importableCount: countOf("IMPORTABLE"),
  knownCount: countOf("KNOWN"),
  refusedCount: countOf("REFUSED"),
  rows: ({ rows }: Row, asked: unknown) => {
    const { outcomes } = asked as { readonly outcomes?: readonly ImportOutcome[] | null };
    return outcomes ? rows.filter(({ outcome }) => outcomes.includes(outcome)) : rows;
  },
};
