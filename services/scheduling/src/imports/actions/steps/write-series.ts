import { newId } from "@tidbok/domain";
import type { Context } from "../../../context.ts";
import type { Series } from "../../../series/domain/series.ts";
import type { SourcedBooking } from "../../domain/decide-imported.ts";

/**
 * Writes the series that have two bookings or more with the same hosts, and returns the id of the series of a booking,
 * or null where it stands alone.
 */
export async function writeSeries(
  { store, now }: Pick<Context, "store" | "now">,
  {
    bookings,
    organizationId,
  }: { readonly bookings: readonly SourcedBooking[]; readonly organizationId: string },
): Promise<(booking: SourcedBooking) => string | null> {
  const recurring = bookings.filter(({ series }) => series !== null);
  const groups = [...Map.groupBy(recurring, keyOf)].filter(([, those]) => those.length > 1);
  const written = new Map<string, Series>();
  for (const [key, [first]] of groups) {
    if (!first?.series) continue;
    const { frequency, interval } = first.series;
    written.set(key, { id: newId(), organizationId, frequency, interval, createdAt: now });
  }
  await store.series.insertMany([...written.values()]);
  return (booking) => written.get(keyOf(booking))?.id ?? null;
}

function keyOf({ series, hostIds }: SourcedBooking): string {
  return JSON.stringify([series?.line ?? null, [...hostIds].sort()]);
}
