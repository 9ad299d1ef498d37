import { newId } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Series } from "../../../series/domain/series.ts";
import type { SourcedBooking } from "../../domain/decide-imported.ts";
import type { ImportDecisions } from "../../domain/report-of.ts";

type ImportedSeries = {
  readonly bookings: readonly SourcedBooking[];
  readonly decided: ImportDecisions;
  readonly organizationId: string;
};

/**
 * Returns the id of the series of a booking, or null where it stands alone. New bookings join the series of those
 * that an earlier import of the same event wrote; two or more of a new series with the same hosts get a series.
 */
export async function writeSeries(
  { store, now }: Pick<Context, "store" | "now">,
  { bookings, decided, organizationId }: ImportedSeries,
): Promise<(booking: SourcedBooking) => string | null> {
  const ids = new Map<string, string>();
  const written: Series[] = [];
  const recurring = bookings.filter(({ series }) => series !== null);
  for (const [key, those] of Map.groupBy(recurring, keyOf)) {
    const fresh = those.filter(({ id }) => decided.decisions.get(id)?.kind === "NEW");
    const known = knownSeries(those, decided);
    const [first] = fresh;
    if (known !== null) ids.set(key, known);
    else if (first?.series && fresh.length > 1) {
      const { frequency, interval } = first.series;
      const series = { id: newId(), organizationId, frequency, interval, createdAt: now };
      written.push(series);
      ids.set(key, series.id);
    }
  }
  await store.series.insertMany(written);
  return (booking) => (booking.series === null ? null : (ids.get(keyOf(booking)) ?? null));
}

function knownSeries(
  bookings: readonly SourcedBooking[],
  { decisions, seriesOf }: ImportDecisions,
): string | null {
  for (const { id } of bookings) {
    const decision = decisions.get(id);
    const series = decision?.kind === "KNOWN" ? seriesOf.get(decision.bookingId) : null;
    if (series) return series;
  }
  return null;
}

function keyOf({ series, hostIds }: SourcedBooking): string {
  return JSON.stringify([series?.line ?? null, [...hostIds].sort()]);
}
