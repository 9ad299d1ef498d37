import type { Instant } from "@tidbok/domain";
import { iso, toDate, toInstant } from "@tidbok/service";
import type { Booking } from "../../bookings/domain/booking.ts";
import type { Series, SeriesGap } from "../domain/series.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { selectBookings } from "../../bookings/store/bookings.ts";
import type { Client } from "../../store/client.ts";

/** Series of bookings, and their starts that could not be booked. */
export const series = (client: Client) => ({
  findMany: async (ids: readonly string[]): Promise<Series[]> => {
    const rows = await client.series.findMany({ where: { id: { in: [...ids] } } });
    return rows.map(({ id, organizationId, frequency, every, createdAt }) => ({
      id,
      organizationId,
      interval: every,
      createdAt: toInstant(createdAt),
      // The table's check allows no other value.
      frequency: frequency as Series["frequency"],
    }));
  },

  /** All bookings of a series, in the order of their starts. */
  listBookings: (id: string): Promise<Booking[]> =>
    selectBookings(client, Prisma.sql`WHERE b.series_id = ${id}::uuid ORDER BY b.start_at, b.id`),

  /** The bookings of a series from an instant on, locked until the transaction ends. */
  lockFollowing: (id: string, from: Instant): Promise<Booking[]> =>
    selectBookings(
      client,
      Prisma.sql`WHERE b.series_id = ${id}::uuid AND b.start_at >= ${iso(from)}::timestamptz
        ORDER BY b.id FOR UPDATE OF b`,
    ),

  insertMany: async (all: readonly Series[]): Promise<void> => {
    await client.series.createMany({
      data: all.map(({ interval, createdAt, ...row }) => ({
        ...row,
        every: interval,
        createdAt: toDate(createdAt),
      })),
    });
  },

  insertGaps: async ({ id: seriesId }: Series, gaps: readonly SeriesGap[]): Promise<void> => {
    await client.seriesGap.createMany({
      data: gaps.map(({ start, code }) => ({ seriesId, startAt: toDate(start), code })),
    });
  },

  /** By start. */
  listGaps: async (seriesId: string): Promise<readonly SeriesGap[]> => {
    const rows = await client.seriesGap.findMany({
      where: { seriesId },
      orderBy: { startAt: "asc" },
    });
    return rows.map(({ startAt, code }) => ({ start: toInstant(startAt), code }));
  },
});
